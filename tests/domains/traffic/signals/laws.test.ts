import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  GREEN,
  GREEN_YIELDS,
  loadSignals,
  programOf,
  RED,
  saveSignals,
  setProgram,
  YELLOW,
} from '../../../../sim/domains/traffic/signals';
import { Decoder, Encoder } from '../../../../sim/kernel';
import type { CompiledScene } from '../../../../sim/scene';
import { crossroads } from '../small-city';
import { type Bench, bench, bounded, drawing, STEP_S, scatter, signalled, stepOn } from './signalled';

const wide = crossroads({
  streets: {
    ns: { path: ['n', 'm', 's'], class: 'arterial', lanes: 3 },
    we: { path: ['w', 'm', 'e'], class: 'arterial', lanes: 3 },
  },
});
const priority = { classes: ['bus' as const, 'emergency' as const] };
const scenes: readonly (readonly [string, CompiledScene])[] = [
  ['fixed times, and buses that are favoured', signalled(() => ({ priority }), wide)],
  ['fixed times worked out anew every two minutes', signalled(() => ({ retimedEveryMinutes: 2 }), wide)],
  ['gaps', signalled((signal) => ({ actuation: { kind: 'gap' }, phases: bounded(signal), priority }), wide)],
  ['delay', signalled((signal) => ({ actuation: { kind: 'delay' }, phases: bounded(signal), priority }), wide)],
  ['pressure', signalled(() => ({ actuation: { kind: 'pressure', mostWaitSeconds: 60 }, priority }), wide)],
];

const isGreen = (shown: number) => shown === GREEN || shown === GREEN_YIELDS;

/** Pairs of turns that some phase of the program has green together. */
function pairsOf({ network, signals }: Bench): Set<string> {
  const pairs = new Set<string>();
  for (const { state } of programOf(signals, network, 0).phases) {
    const open = [...network.signalTurns].filter((turn) => /[Gg]/.test(state[network.roads.turnSignalIndex[turn]]));
    for (const a of open) for (const b of open) pairs.add(`${a} ${b}`);
  }
  return pairs;
}

/** For each crossing that people may walk, the turns that are never green with it. */
function keptApart({ network, signals }: Bench): [number, number[]][] {
  const { roads, signalTurns } = network;
  const { phases } = programOf(signals, network, 0);
  const open = (state: string, index: number) => /[Gg]/.test(state[index]);
  return [...roads.crossingSignalIndex].flatMap((index, crossing): [number, number[]][] => {
    if (!phases.some(({ state }) => open(state, index))) return [];
    const turns = [...signalTurns].filter(
      (turn) => !phases.some(({ state }) => open(state, index) && open(state, roads.turnSignalIndex[turn])),
    );
    return [[crossing, turns]];
  });
}

/** Seconds from the end of a walk to the first green across it, in the program itself. */
function ownGap({ network, signals }: Bench, crossing: number, turns: readonly number[]): number {
  const { roads } = network;
  const { phases } = programOf(signals, network, 0);
  const open = (k: number, index: number) => /[Gg]/.test(phases[k % phases.length].state[index]);
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0; k < phases.length; k++) {
    const index = roads.crossingSignalIndex[crossing];
    if (!open(k, index) || open(k + 1, index)) continue;
    let seconds = 0;
    for (let next = k + 1; !turns.some((turn) => open(next, roads.turnSignalIndex[turn])); next++) {
      seconds += phases[next % phases.length].seconds;
    }
    least = Math.min(least, seconds);
  }
  return least;
}

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const runs = { numRuns: 6 };

describe.each(scenes)('whatever comes, a signal that goes by %s', (_name, scene) => {
  it('never gives green together to ways that its program keeps apart', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const of = bench(scene);
        const pairs = pairsOf(of);
        const draw = drawing(seed);
        for (let i = 0; i < 900 / STEP_S; i++) {
          if (i % 4 === 0) scatter(of, draw, 20, true);
          stepOn(of);
          const open = [...of.network.signalTurns].filter((turn) => isGreen(of.signals.shown[turn]));
          for (const a of open) for (const b of open) if (!pairs.has(`${a} ${b}`)) return false;
        }
        return true;
      }),
      runs,
    );
  });

  it('shows three seconds of yellow to everyone who loses the green, after a green of five at least', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const of = bench(scene);
        const draw = drawing(seed);
        const before = new Uint8Array(of.network.roads.turnCount);
        const since = new Float64Array(of.network.roads.turnCount);
        for (let i = 0; i < 900 / STEP_S; i++) {
          if (i % 4 === 0) scatter(of, draw, 20, true);
          stepOn(of);
          for (const turn of of.network.signalTurns) {
            const was = before[turn];
            const is = of.signals.shown[turn];
            const lasted = of.clockSeconds - since[turn];
            if (isGreen(was) && !isGreen(is)) {
              expect(is).toBe(YELLOW);
              if (since[turn] > 0) expect(lasted).toBeGreaterThanOrEqual(5);
            }
            if (was === YELLOW && is !== YELLOW) {
              expect(is).toBe(RED);
              if (since[turn] > 0) expect(lasted).toBe(3);
            }
            if (was !== is && !(isGreen(was) && isGreen(is))) since[turn] = of.clockSeconds;
            before[turn] = is;
          }
        }
      }),
      runs,
    );
  });

  it('lets people walk for six seconds at least, and then keeps everyone from them as long as the program does', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const of = bench(scene);
        const draw = drawing(seed);
        const apart = keptApart(of);
        const opened = new Float64Array(of.signals.walk.length).fill(Number.NaN);
        const closed = new Float64Array(of.signals.walk.length).fill(Number.NaN);
        const before = new Uint8Array(of.signals.walk.length);
        for (let i = 0; i < 900 / STEP_S; i++) {
          if (i % 4 === 0) scatter(of, draw, 20, true);
          stepOn(of);
          for (const [crossing, turns] of apart) {
            const walk = of.signals.walk[crossing];
            if (walk === GREEN && before[crossing] !== GREEN && i > 0) opened[crossing] = of.clockSeconds;
            if (walk !== GREEN && before[crossing] === GREEN) {
              closed[crossing] = of.clockSeconds;
              if (opened[crossing] > 0) expect(of.clockSeconds - opened[crossing]).toBeGreaterThanOrEqual(6);
            }
            before[crossing] = walk;
            if (!(closed[crossing] > 0) || !turns.some((turn) => isGreen(of.signals.shown[turn]))) continue;
            expect(of.clockSeconds - closed[crossing]).toBeGreaterThanOrEqual(ownGap(of, crossing, turns) - STEP_S);
          }
        }
        expect(apart.length).toBeGreaterThan(0);
      }),
      runs,
    );
  });

  it('goes on from what was saved as it would have gone on without', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 20, max: 600 }), (seed, saveAt) => {
        let of = bench(scene);
        const straight = bench(scene);
        const [draw, same] = [drawing(seed), drawing(seed)];
        for (let i = 0; i < 400 / STEP_S; i++) {
          if (i === saveAt) {
            const saved = bytesOf(of);
            of = { ...bench(scene), clockSeconds: of.clockSeconds, seen: of.seen };
            loadSignals(of.signals, of.network, new Decoder(saved, 'signals', 1));
            expect([...of.signals.shown]).toEqual([...straight.signals.shown]);
          }
          if (i % 4 === 0) {
            scatter(of, draw, 20, true);
            scatter(straight, same, 20, true);
          }
          stepOn(of);
          stepOn(straight);
        }
        expect(bytesOf(of)).toEqual(bytesOf(straight));
        expect([...of.signals.shown]).toEqual([...straight.signals.shown]);
      }),
      runs,
    );
  });

  it('goes dark without supply, and comes back to a course of its own', () => {
    const of = bench(scene);
    for (let i = 0; i < 100; i++) stepOn(of);
    for (let i = 0; i < 100; i++) {
      stepOn(of, [0]);
      for (const turn of of.network.signalTurns) expect(of.signals.shown[turn]).toBe(5);
    }
    stepOn(of, [1]);
    for (const turn of of.network.signalTurns) expect(of.signals.shown[turn]).toBeLessThan(5);
  });
});

function bytesOf({ signals }: Bench): Uint8Array {
  const out = new Encoder('signals', 1);
  saveSignals(signals, out);
  return out.finish();
}

describe('a signal of fixed times', () => {
  it('shows what its timetable says at any second of the day, from any second on', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 86_399 }),
        fc.integer({ min: 0, max: 400 }),
        (clockSeconds, laterSeconds) => {
          const early = bench(wide, clockSeconds);
          for (let i = 0; i <= laterSeconds / STEP_S; i++) stepOn(early);
          const late = bench(wide, clockSeconds + Math.floor(laterSeconds / STEP_S) * STEP_S);
          stepOn(late);
          expect([...early.signals.shown]).toEqual([...late.signals.shown]);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('comes to a new timetable within three cycles and keeps it from then on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 200 }), (offset, after) => {
        const of = bench(wide);
        for (let i = 0; i < after; i++) stepOn(of);
        const program = programOf(of.signals, of.network, 0);
        const phases = program.phases.map((phase, k) => (k === 0 ? { ...phase, seconds: phase.seconds + 7 } : phase));
        setProgram(of.signals, of.network, 0, { ...program, phases, offsetSeconds: offset });
        for (let i = 0; i < (3 * of.signals.cycleSeconds[0]) / STEP_S; i++) stepOn(of);
        expect(of.signals.onTime[0]).toBe(1);
      }),
      { numRuns: 40 },
    );
  });
});
