import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asTick } from '../../sim/kernel';
import type { Command } from '../../sim/runtime';
import { hostOf } from './host';
import { edges, tanks, valve } from './tanks';

const NAMES = ['a', 'b', 'c'];

const command: fc.Arbitrary<(nowSeconds: number) => Command> = fc.oneof(
  fc
    .record({
      id: fc.constantFrom(...NAMES),
      edge: fc.constantFrom(...edges),
      inSeconds: fc.integer({ min: -20, max: 60 }),
    })
    .map(
      ({ id, edge, inSeconds }) =>
        (now: number): Command => ({ kind: 'intervene', intervention: valve(id, edge, Math.max(0, now + inSeconds)) }),
    ),
  fc.constantFrom(...NAMES).map((id) => (): Command => ({ kind: 'revert', id })),
  fc.constantFrom(...NAMES).map((id) => (): Command => ({ kind: 'remove', id })),
  fc.constantFrom(...NAMES).map((id) => (): Command => ({ kind: 'rewind', id })),
  fc.integer({ min: 0, max: 300 }).map((seconds) => (): Command => ({ kind: 'seek', seconds })),
  fc.constant((): Command => ({ kind: 'checkpoint' })),
);

const script = fc.array(fc.record({ afterSeconds: fc.integer({ min: 0, max: 50 }), command }), {
  minLength: 1,
  maxLength: 12,
});

describe('a run that died', () => {
  it('comes out the same from any of its checkpoints and the log, whatever was commanded on the way', async () => {
    await fc.assert(
      fc.asyncProperty(script, async (steps) => {
        const host = hostOf(tanks(), { checkpointSeconds: 30, watchFrames: false });
        const { twin } = host;
        for (const { afterSeconds, command } of steps) {
          await host.ask({ kind: 'seek', seconds: twin.engine.seconds + afterSeconds });
          await host.ask(command(twin.engine.seconds));
        }
        const endSeconds = 700;
        await host.ask({ kind: 'seek', seconds: endSeconds });
        const undisturbed = twin.engine.finalHash();

        const fromLog = tanks();
        expect(fromLog.setTimeline(twin.engine.timeline).ok).toBe(true);
        fromLog.runTo(endSeconds);
        expect(fromLog.finalHash()).toBe(undisturbed);

        for (let tick = 0; tick <= 2 * endSeconds; tick++) {
          const saved = twin.savedAt(asTick(tick));
          if (saved === undefined) continue;
          const again = tanks();
          expect(again.load(saved).ok).toBe(true);
          expect(again.tick).toBe(tick);
          again.runTo(endSeconds);
          expect(again.finalHash()).toBe(undisturbed);
        }
      }),
      { numRuns: 25 },
    );
  });
});
