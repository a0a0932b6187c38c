import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GREEN, GREEN_YIELDS } from '../../../../sim/domains/traffic/signals';
import { crossroads } from '../small-city';
import { type Bench, bench, drawing, STEP_S, signalled, stepOn } from './signalled';

const scene = signalled(() => ({ actuation: { kind: 'pressure', mostWaitSeconds: 90 } }));
const isGreen = (shown: number) => shown === GREEN || shown === GREEN_YIELDS;

/** Turns of the approach whose edge begins so. */
function turnsFrom(of: Bench, edge: string): number[] {
  const { roads, signalTurns } = of.network;
  return [...signalTurns].filter((turn) =>
    of.scene.elements.edge.ids[roads.laneEdge[roads.turnFromLane[turn]]].startsWith(edge),
  );
}

describe('a signal that goes by pressure', () => {
  it('serves the approach where more wait, and goes back when the others are more', () => {
    const of = bench(scene);
    const [south] = turnsFrom(of, 'ns:s');
    const [west] = turnsFrom(of, 'we:w');
    const served = (turn: number, waiting: number) => {
      for (let i = 0; i < 60 / STEP_S; i++) {
        of.seen.clear();
        for (let k = 0; k < waiting; k++) of.seen.put(turn, 2 + 7 * k);
        stepOn(of);
      }
      return isGreen(of.signals.shown[turn]);
    };
    expect(served(west, 8)).toBe(true);
    expect(served(south, 8)).toBe(true);
    expect(served(west, 8)).toBe(true);
  });

  it('does not send vehicles where there is no room for them', () => {
    const of = bench(scene);
    const { roads } = of.network;
    const [south] = turnsFrom(of, 'ns:s');
    const [west] = turnsFrom(of, 'we:w');
    let toWest = 0;
    for (let i = 0; i < 80 / STEP_S; i++) {
      of.seen.clear();
      for (let k = 0; k < 6; k++) of.seen.put(west, 2 + 7 * k);
      for (let k = 0; k < 4; k++) of.seen.put(south, 2 + 7 * k);
      // Where the longer queue wants to go it is full.
      const full = roads.turnToLane[west];
      let ahead = -1;
      for (let k = 0; k < 20; k++) {
        const row = of.seen.rowEnd++;
        of.seen.track[row] = full;
        of.seen.positionM[row] = 200 - 8 * k;
        of.seen.ahead[row] = ahead;
        of.seen.behind[row] = -1;
        if (ahead < 0) of.seen.first[full] = row;
        else of.seen.behind[ahead] = row;
        of.seen.last[full] = row;
        ahead = row;
      }
      stepOn(of);
      if (i > 30 / STEP_S && isGreen(of.signals.shown[west])) toWest++;
    }
    expect(toWest).toBe(0);
  });

  it('lets nobody who waits, on wheels or on foot, go unserved for long beyond its bound', () => {
    const seeds = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(seeds, (seed) => {
        const of = bench(signalled(() => ({ actuation: { kind: 'pressure', mostWaitSeconds: 90 } }), wide));
        const draw = drawing(seed);
        const turns = [...of.network.signalTurns];
        const lastGreen = new Map(turns.map((turn) => [turn, of.clockSeconds]));
        const lastWalk = new Float64Array(of.signals.walk.length).fill(of.clockSeconds);
        const favourite = turns[draw(turns.length)];
        let worst = 0;
        for (let i = 0; i < 1_800 / STEP_S; i++) {
          if (i % 4 === 0) {
            of.seen.clear();
            for (let k = 0; k < 12; k++) of.seen.put(favourite, 2 + 7 * k);
            for (const turn of turns) of.seen.put(turn, 2);
          }
          stepOn(of);
          for (const turn of turns) {
            if (isGreen(of.signals.shown[turn])) lastGreen.set(turn, of.clockSeconds);
            worst = Math.max(worst, of.clockSeconds - lastGreen.get(turn)!);
          }
          for (let c = 0; c < lastWalk.length; c++) {
            if (of.signals.walk[c] === GREEN) lastWalk[c] = of.clockSeconds;
            if (of.network.roads.crossingSignalIndex[c] >= 0) worst = Math.max(worst, of.clockSeconds - lastWalk[c]);
          }
        }
        // After the bound, whoever else is overdue may come first: four stages with their walks and clearances.
        return worst < 90 + 4 * 35;
      }),
      { numRuns: 6 },
    );
  });
});

const wide = crossroads({
  streets: {
    ns: { path: ['n', 'm', 's'], class: 'arterial', lanes: 3 },
    we: { path: ['w', 'm', 'e'], class: 'arterial', lanes: 3 },
  },
});
