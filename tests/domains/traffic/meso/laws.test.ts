import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  advanceMeso,
  createRun,
  createTrips,
  emptyState,
  type MesoRun,
  release,
  takeDemand,
} from '../../../../sim/domains/traffic/meso';
import { laneRoomM, roomOf, takeBack } from '../../../../sim/domains/traffic/meso/room';
import { ARRIVED, AT_ORIGIN, ON_ROAD } from '../../../../sim/domains/traffic/meso/trips';
import type { CompiledScene } from '../../../../sim/scene';
import { crossroads, smallCity } from '../small-city';
import { corridor, FROM_S } from './corridor';

function stateOf(scene: CompiledScene, seed = 1) {
  return emptyState(scene, { seed, startSeconds: FROM_S, baseStepSeconds: 0.5 });
}

/** Drives a scene's demand, looking at the run every so often. */
function drive(scene: CompiledScene, seconds: number, everyS: number, look: (run: MesoRun) => void, seed = 1): MesoRun {
  const state = stateOf(scene, seed);
  const trips = createTrips();
  const { rows } = takeDemand(state, trips, FROM_S, FROM_S + seconds);
  const run = createRun(state, FROM_S, trips);
  let next = 0;
  for (let untilS = FROM_S + everyS; untilS <= FROM_S + seconds; untilS += everyS) {
    while (next < rows.length && trips.dueS[rows[next]] <= untilS) {
      advanceMeso(run, Math.max(run.nowS, trips.dueS[rows[next]]));
      release(run, rows[next++]);
    }
    advanceMeso(run, untilS);
    look(run);
  }
  return run;
}

function rowsOn(run: MesoRun, lane: number): number[] {
  const rows: number[] = [];
  for (let row = run.first[lane]; row >= 0; row = run.trips.behind[row]) rows.push(row);
  return rows;
}

function expectConserved(run: MesoRun): void {
  const { trips, tally, inPocket, count } = run;
  const states = trips.state.subarray(0, trips.count);
  const of = (state: number) => states.reduce((sum, one) => sum + (one === state ? 1 : 0), 0);
  const inPockets = inPocket.reduce((sum, row) => sum + (row >= 0 ? 1 : 0), 0);
  expect(of(AT_ORIGIN) + of(ON_ROAD) + of(ARRIVED)).toBe(tally.released);
  expect(of(ARRIVED)).toBe(tally.arrived);
  expect(count.reduce((sum, one) => sum + one, 0) + inPockets).toBe(of(ON_ROAD));
}

function expectRoom(run: MesoRun): void {
  for (let lane = 0; lane < run.first.length; lane++) {
    const rows = rowsOn(run, lane);
    expect(rows.length).toBe(run.count[lane]);
    const standM = rows.reduce((sum, row) => sum + roomOf(run, row), 0);
    takeBack(run, lane, run.nowS);
    expect(run.takenM[lane]).toBeGreaterThanOrEqual(standM - 1e-6);
    if (rows.length > 1) expect(run.takenM[lane]).toBeLessThanOrEqual(laneRoomM(run, lane) + 1e-6);
  }
}

const flows = fc.record({
  main: fc.integer({ min: 100, max: 1_800 }),
  back: fc.integer({ min: 0, max: 900 }),
  side: fc.integer({ min: 0, max: 300 }),
  left: fc.integer({ min: 0, max: 200 }),
  lanes: fc.integer({ min: 1, max: 2 }),
  seed: fc.integer({ min: 1, max: 1_000 }),
});

describe('queues', () => {
  it('keep everybody, take no more on a lane than it holds, and let nobody overtake on it, whatever the flows', () => {
    fc.assert(
      fc.property(flows, ({ main, back, side, left, lanes, seed }) => {
        const scene = corridor({ lanes, signals: 2, apartM: 160 }, [
          { from: 'w', to: 'e', perHour: main },
          { from: 'e', to: 'w', perHour: back },
          { from: 'n1', to: 's1', perHour: side },
          { from: 'w', to: 'n2', perHour: left },
          { from: 's2', to: 'w', perHour: left },
        ]);
        let before: number[][] = [];
        drive(
          scene,
          900,
          20,
          (run) => {
            expectConserved(run);
            expectRoom(run);
            const now = Array.from(run.first, (_, lane) => rowsOn(run, lane));
            before.forEach((rows, lane) => {
              const stay = rows.filter((row) => now[lane].includes(row));
              expect(now[lane].filter((row) => stay.includes(row))).toEqual(stay);
            });
            before = now;
          },
          seed,
        );
      }),
      { numRuns: 12 },
    );
  });

  it('are the same whenever one looks, and every time', () => {
    const scene = crossroads({ truckShare: 0.2 });
    const arrivals = (everyS: number) => {
      const { trips } = drive(scene, 1_800, everyS, () => {});
      return Array.from(trips.arrivedS.subarray(0, trips.count));
    };
    const once = arrivals(1_800);
    expect(arrivals(1_800)).toEqual(once);
    expect(arrivals(7)).toEqual(once);
    expect(once.filter((atS) => atS > 0).length).toBeGreaterThan(200);
  });

  it('spill back: what a lane cannot take waits on the lane before, and at last outside', () => {
    const scene = corridor({ lanes: 1, signals: 2, apartM: 120 }, [{ from: 'w', to: 'e', perHour: 1_800 }]);
    const run = drive(scene, 1_800, 60, expectRoom);
    expect(run.tally.released - run.tally.inserted).toBeGreaterThan(100);
    expect(run.tally.arrived).toBeGreaterThan(300);
  });

  it('let a town without signals empty itself, though rights of way and full streets run in rings', () => {
    const around = ['a', 'b', 'c', 'd'];
    const scene = smallCity('ring', {
      nodes: {
        a: [0, 0],
        b: [70, 0],
        c: [70, 70],
        d: [0, 70],
        ga: [-200, 0],
        gb: [70, -200],
        gc: [270, 70],
        gd: [0, 270],
      },
      streets: {
        ring: { path: [...around, 'a'], lanes: 1, oneWay: true },
        ...Object.fromEntries(around.map((node) => [`arm-${node}`, { path: [`g${node}`, node], lanes: 1 }])),
      },
      gates: { ga: 30_000, gb: 30_000, gc: 30_000, gd: 30_000 },
    });
    const state = stateOf(scene);
    const trips = createTrips();
    const { rows } = takeDemand(state, trips, FROM_S, FROM_S + 900);
    const run = createRun(state, FROM_S, trips);
    for (const row of rows) {
      advanceMeso(run, Math.max(run.nowS, trips.dueS[row]));
      release(run, row);
    }
    advanceMeso(run, FROM_S + 6 * 3_600);
    expectConserved(run);
    expect(run.tally.arrived).toBe(rows.length);
  });
});
