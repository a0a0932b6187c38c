import { expect, it } from 'vitest';
import { CHAIN } from '../../../sim/domains/traffic/driving/chain';
import {
  createApproachWatch,
  savedWatchFields,
  watchApproaches,
} from '../../../sim/domains/traffic/levels/approach-watch';
import { createVehicles, giveRowBack, takeRow, type Vehicles } from '../../../sim/domains/traffic/vehicles';

const ROWS = 4;
const LANES = 3;
const LEADS = 2;

/** Columns of one row, by name, but for those that only the picture or a single step reads. */
function rowOf(vehicles: Vehicles, row: number): Record<string, number[]> {
  const found: Record<string, number[]> = {};
  for (const [name, values] of Object.entries(vehicles)) {
    if (!ArrayBuffer.isView(values) || /^(frame|route$|routeSize|freeRoom|nextMps)/.test(name)) continue;
    const column = values as unknown as Int32Array;
    const each = column.length / ROWS;
    found[name] = Array.from(column.subarray(row * each, (row + 1) * each));
  }
  return found;
}

it('a row that somebody has left holds what one holds that nobody was ever in', () => {
  const fresh = createVehicles(ROWS, LANES, LEADS);
  giveRowBack(fresh, takeRow(fresh));
  const used = createVehicles(ROWS, LANES, LEADS);
  const row = takeRow(used);
  for (const [name, values] of Object.entries(used)) {
    if (ArrayBuffer.isView(values) && !/^(route|freeRoom)/.test(name)) (values as unknown as Int32Array).fill(7);
  }
  giveRowBack(used, row);
  expect(rowOf(used, row)).toEqual(rowOf(fresh, row));
  expect(rowOf(used, row).chain).toEqual(new Array(CHAIN).fill(-1));
});

it('nothing is remembered of who was in a row, in use or beyond: a city that was saved and loaded is the same to the bit', () => {
  const watch = createApproachWatch(ROWS);
  const roads = {
    laneCount: 1,
    laneEdge: Int32Array.of(0),
    turnFromLane: Int32Array.of(),
    trackLengthM: Float64Array.of(100),
    trackSpeedMps: Float64Array.of(10),
  };
  const column = (value: number) => new Float64Array(ROWS).fill(value);
  const vehicles = {
    capacity: ROWS,
    rowEnd: ROWS,
    track: new Int32Array(ROWS).fill(0),
    trackBefore: new Int32Array(ROWS).fill(-1),
    trackBefore2: new Int32Array(ROWS).fill(-1),
    nextTurn: new Int32Array(ROWS).fill(-1),
    tripHour: new Int32Array(ROWS).fill(8),
    tripKey: new Uint32Array(ROWS).fill(5),
    positionM: column(20),
    speedMps: column(0),
    speedFactor: column(1),
  };
  const look = () => watchApproaches(watch, roads as never, vehicles, 60, {} as never);
  look();
  expect(Array.from(watch.sinceSeconds)).toEqual([60, 60, 60, 60]);
  // The third leaves first, which leaves a gap; then all but the first.
  vehicles.track[2] = -1;
  look();
  vehicles.track.fill(-1, 1);
  vehicles.rowEnd = 1;
  look();
  const blank = createApproachWatch(ROWS);
  for (const field of savedWatchFields) {
    expect(Array.from(watch[field].subarray(1)), field).toEqual(Array.from(blank[field].subarray(1)));
  }
});
