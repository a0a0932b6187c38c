import { describe, expect, it } from 'vitest';
import { GREEN, GREEN_YIELDS } from '../../../../sim/domains/traffic/signals';
import type { CompiledScene } from '../../../../sim/scene';
import { BUS, bench, bounded, EMERGENCY, STEP_S, signalled, stepOn } from './signalled';

const isGreen = (shown: number) => shown === GREEN || shown === GREEN_YIELDS;
const priority = { classes: ['bus' as const, 'emergency' as const], withinM: 150 };

/** Seconds until a vehicle that comes at 12 m/s from 150 m away has passed the line: it stops at red. */
function passes(scene: CompiledScene, kind: number, startAt: number, onTurn: number): number {
  const of = bench(scene);
  for (let i = 0; i < startAt / STEP_S; i++) stepOn(of);
  const turn = of.network.signalTurns[onTurn];
  let toLineM = 150;
  for (let i = 1; i < 300 / STEP_S; i++) {
    of.seen.clear();
    of.seen.put(turn, toLineM, kind, 12);
    stepOn(of);
    if (toLineM > 8 || isGreen(of.signals.shown[turn])) toLineM -= 12 * STEP_S;
    if (toLineM <= 0) return i * STEP_S;
  }
  return Number.POSITIVE_INFINITY;
}

function meanPass(scene: CompiledScene, kind: number): number {
  let sum = 0;
  let count = 0;
  for (let startAt = 0; startAt < 70; startAt += 5) {
    for (const turn of [0, 4]) {
      sum += passes(scene, kind, startAt, turn);
      count++;
    }
  }
  return sum / count;
}

describe.each([
  ['fixed times', signalled(() => ({})), signalled(() => ({ priority }))],
  [
    'gaps',
    signalled((signal) => ({ actuation: { kind: 'gap' as const }, phases: bounded(signal) })),
    signalled((signal) => ({ actuation: { kind: 'gap' as const }, phases: bounded(signal), priority })),
  ],
])('at a signal of %s', (_name, without, withPriority) => {
  it('a bus that is favoured passes sooner, and a fire engine not later than it', () => {
    const plain = meanPass(without, BUS);
    const bus = meanPass(withPriority, BUS);
    const engine = meanPass(withPriority, EMERGENCY);
    expect(bus).toBeLessThan(plain - 0.5);
    expect(engine).toBeLessThanOrEqual(bus + 0.01);
  });
});

describe('priority', () => {
  it('is for those whom the signal names alone', () => {
    const scene = signalled(() => ({ priority: { classes: ['emergency'] } }));
    expect(meanPass(scene, BUS)).toBe(
      meanPass(
        signalled(() => ({})),
        BUS,
      ),
    );
  });

  it('leaves a fixed signal on its timetable again within three cycles', () => {
    const of = bench(signalled(() => ({ priority })));
    const cycleSteps = of.signals.cycleSeconds[0] / STEP_S;
    for (let startAt = 0; startAt < 70; startAt += 3) {
      for (let i = 0; i < startAt; i++) stepOn(of);
      of.seen.put(of.network.signalTurns[startAt % of.network.signalTurns.length], 60, EMERGENCY, 10);
      for (let i = 0; i < 20 / STEP_S; i++) stepOn(of);
      of.seen.clear();
      for (let i = 0; i < 3 * cycleSteps; i++) stepOn(of);
      expect(of.signals.onTime[0]).toBe(1);
    }
    expect(of.signals.favoured[0]).toBeGreaterThan(0);
  });

  it('favours buses once a cycle, so that the others get theirs', () => {
    const of = bench(signalled(() => ({ priority })));
    const turn = of.network.signalTurns[0];
    let otherGreen = 0;
    const other = [...of.network.signalTurns].find((each) => !isGreenTogether(of.scene, turn, each))!;
    const cycles = 10;
    for (let i = 0; i < (cycles * of.signals.cycleSeconds[0]) / STEP_S; i++) {
      of.seen.clear();
      of.seen.put(turn, 50, BUS, 10); // a bus all the time
      const before = isGreen(of.signals.shown[other]);
      stepOn(of);
      if (!before && isGreen(of.signals.shown[other])) otherGreen++;
    }
    expect(otherGreen).toBeGreaterThanOrEqual(cycles / 2);
  });
});

function isGreenTogether(scene: CompiledScene, a: number, b: number): boolean {
  const { turnSignalIndex } = scene.roads;
  const { phases } = scene.scene.roads!.signals[0];
  const open = (state: string, turn: number) => /[Gg]/.test(state[turnSignalIndex[turn]]);
  return phases.some(({ state }) => open(state, a) && open(state, b));
}
