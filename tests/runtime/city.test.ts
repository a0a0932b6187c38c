import { describe, expect, it } from 'vitest';
import { domains } from '../../sim/domains/registry';
import type { Intervention } from '../../sim/interventions';
import type { ElementId } from '../../sim/kernel';
import { createEngine } from '../../sim/runtime';
import { defaultScenario } from '../../sim/scenarios';
import { desk } from './desk';
import { hostOf } from './host';
import { smallCity } from './small-city';

const works: Intervention = {
  id: 'works',
  kind: 'close-road',
  targets: ['n-in' as ElementId],
  settings: { lanes: 'all', laneCount: 1, bothDirections: true },
  fromSeconds: 60,
  untilSeconds: 150,
};
const slow: Intervention = {
  id: 'slow',
  kind: 'limit-speed',
  targets: ['e-in' as ElementId],
  settings: { limitKmh: 20, bothDirections: true },
  fromSeconds: 30,
  untilSeconds: null,
};
const fair: Intervention = {
  id: 'fair',
  kind: 'event-demand',
  targets: ['gate-s' as ElementId],
  settings: { factor: 3 },
  fromSeconds: 0,
  untilSeconds: 200,
};

function city({ seed = 7, interventions = [works, slow, fair] as readonly Intervention[] } = {}) {
  const scene = smallCity();
  return createEngine({ scene, scenario: defaultScenario(scene.id, { seed, interventions }), domains, desk });
}

/** The laws of the runtime, with every domain that there is. */
describe('the whole city', () => {
  it('is the same after being saved and loaded every seven ticks', () => {
    const straight = city();
    const heavy = city();
    while (straight.seconds < 300) {
      straight.step();
      heavy.step();
      if (heavy.tick % 7 !== 0) continue;
      const saved = heavy.save();
      expect(heavy.load(saved).ok).toBe(true);
      expect(Buffer.compare(heavy.save(), saved)).toBe(0);
      expect(heavy.finalHash()).toBe(straight.finalHash());
    }
    expect(straight.work).toBeGreaterThan(0);
  });

  it('is not changed by being looked at', () => {
    const unseen = city();
    unseen.runTo(120);
    const seen = city();
    const buffer = new ArrayBuffer(seen.frame.bytes);
    while (seen.seconds < 120) {
      seen.step();
      seen.measure();
      seen.writeFrame(buffer, 0.5);
    }
    expect(seen.finalHash()).toBe(unseen.finalHash());
  });

  it('comes out the same from the same seed, whatever the order of its interventions, and otherwise from another', () => {
    const hashOf = (options: Parameters<typeof city>[0]) => {
      const engine = city(options);
      engine.runTo(200);
      return engine.finalHash();
    };
    const once = hashOf({});
    expect(hashOf({ interventions: [fair, works, slow] })).toBe(once);
    expect(hashOf({ seed: 8 })).not.toBe(once);
    expect(hashOf({ interventions: [] })).not.toBe(once);
  });

  it('measures every KPI of its domains from the start', () => {
    const engine = city();
    engine.runTo(60);
    const names = Object.keys(engine.measure());
    expect(names).toContain('traffic.trips-inserted');
    expect(Object.values(engine.measure()).every((value) => Number.isFinite(value))).toBe(true);
  });

  it('comes to the same from a rewind as if the intervention had never been', async () => {
    const never = city({ interventions: [] });
    never.runTo(240);
    const host = hostOf(city({ interventions: [] }), { checkpointSeconds: 60 });
    await host.ask({ kind: 'seek', seconds: 100 });
    await host.ask({ kind: 'intervene', intervention: { ...works, fromSeconds: 100 } });
    await host.ask({ kind: 'seek', seconds: 240 });
    expect(host.twin.engine.finalHash()).not.toBe(never.finalHash());
    await host.ask({ kind: 'rewind', id: 'works' });
    expect(host.twin.engine.finalHash()).toBe(never.finalHash());
  });
});
