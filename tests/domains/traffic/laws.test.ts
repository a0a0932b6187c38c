import { describe, expect, it } from 'vitest';
import { trafficDomain } from '../../../sim/domains/traffic';
import { RED } from '../../../sim/domains/traffic/signals';
import { kindLengthM } from '../../../sim/domains/traffic/vehicle-kinds';
import { hashBytes } from '../../../sim/kernel';
import { type Run, run, start } from './simulate';
import { crossroads, smallCity } from './small-city';

const busy = crossroads({ truckShare: 0.15, gates: { n: 16_000, e: 16_000, s: 16_000, w: 16_000 } });
const town = smallCity('town', {
  nodes: {
    a: [0, 0],
    b: [250, 0],
    c: [500, 0],
    d: [0, 250],
    e: [250, 250],
    f: [500, 250],
    w: [-250, 0],
    o: [750, 0],
    n: [250, 500],
    s: [250, -250],
  },
  streets: {
    main: { path: ['w', 'a', 'b', 'c', 'o'], class: 'arterial', lanes: 2 },
    cross: { path: ['s', 'b', 'e', 'n'], class: 'collector', lanes: 2 },
    back: { path: ['a', 'd', 'e', 'f', 'c'], class: 'local' },
  },
  signals: ['b'],
  gates: { w: 14_000, o: 14_000, n: 9_000, s: 9_000 },
  truckShare: 0.1,
});

/** What must hold in every state, whatever the traffic is like. */
function checkLaws(of: Run): void {
  const { vehicles, tracks, totals, network } = of.state;
  if (totals.inserted !== vehicles.count + totals.arrived) {
    throw new Error(`${totals.inserted} inserted, ${vehicles.count} running, ${totals.arrived} arrived`);
  }
  let chained = 0;
  for (let track = 0; track < network.roads.trackCount; track++) {
    for (let row = tracks.first[track]; row >= 0; row = vehicles.behind[row]) {
      chained++;
      const ahead = vehicles.ahead[row];
      if (!(vehicles.speedMps[row] >= 0)) throw new Error(`speed ${vehicles.speedMps[row]}`);
      if (vehicles.track[row] !== track) throw new Error(`row ${row} in the chain of another track`);
      if (ahead < 0) continue;
      const gapM = vehicles.positionM[ahead] - kindLengthM[vehicles.kind[ahead]] - vehicles.positionM[row];
      if (gapM < 0) throw new Error(`gap ${gapM} m on track ${track} at ${totals.elapsedSeconds} s`);
    }
  }
  if (chained !== vehicles.count) throw new Error(`${chained} on tracks, ${vehicles.count} counted`);
}

describe.each([
  ['a busy crossroads', busy],
  ['a small town with every kind of junction', town],
])('in %s', (_, scene) => {
  it('trips are conserved, nobody overlaps on a lane, nobody drives backwards, at every step', () => {
    expect(() => run(start(scene, 3), 1_200, checkLaws)).not.toThrow();
  });

  it('nobody passes a red', () => {
    const of = start(scene, 4);
    const lane = Int32Array.from(of.state.vehicles.track);
    let passed = 0;
    run(of, 900, ({ state }) => {
      const { vehicles, network, signals } = state;
      const { laneCount, turnSignalIndex } = network.roads;
      for (let row = 0; row < vehicles.rowEnd; row++) {
        const track = vehicles.track[row];
        const turn = track - laneCount;
        if (turn >= 0 && lane[row] < laneCount && turnSignalIndex[turn] >= 0) {
          passed++;
          expect(signals.shown[turn], 'the light when the front crossed the line').not.toBe(RED);
        }
        lane[row] = track;
      }
    });
    expect(passed).toBeGreaterThan(20);
    expect(of.state.totals.redsPassed).toBe(0);
  });

  it('the same seed gives the same bytes, another seed others', () => {
    const bytes = (seed: number) => hashBytes(trafficDomain.save(run(start(scene, seed), 300).state));
    expect(bytes(11)).toBe(bytes(11));
    expect(bytes(11)).not.toBe(bytes(12));
  });
});

it('a vehicle that has entered arrives in time: the town does not lock up', () => {
  const of = run(start(town, 5), 3_600);
  const { totals, vehicles } = of.state;
  expect(totals.arrived).toBeGreaterThan(0.9 * totals.inserted);
  for (let row = 0; row < vehicles.rowEnd; row++) expect(vehicles.stillSeconds[row]).toBeLessThan(300);
});
