/**
 * Trips from zone to zone by matrices: so many between two times of the day, spread evenly. A trip is drawn from its
 * cell and number; a cell's expected number in an hour is rounded by luck, so that the day comes out on the mean. Edges
 * of a zone draw by their lengths.
 */
import { type Luck, streamOf } from '../../../kernel';
import type { CompiledScene } from '../../../scene/compiled';
import { laneLengthM, type Network } from '../network';
import { CAR, TRUCK } from '../vehicle-kinds';
import { type Choice, choiceOf, choose } from './places';
import type { Trip } from './trips';

const COUNT = streamOf('traffic.matrix.count');
const DEPARTURE = streamOf('traffic.matrix.departure');
const ORIGIN = streamOf('traffic.matrix.origin');
const DESTINATION = streamOf('traffic.matrix.destination');
const PLACE = streamOf('traffic.matrix.place');

/** Stands in a vehicle's hour: this plus the hour. */
export const MATRIX_HOUR = 1_000_000;
/** The scene's rules allow no more trips of one cell in an hour, and no more cells. */
const TRIPS_A_CELL = 1 << 14;
const DRAWS = 4;

interface Zone {
  readonly from: Choice | null;
  readonly to: Choice | null;
  readonly border: boolean;
}

export interface Matrix {
  readonly zones: readonly Zone[];
  /** By cell. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly kind: Uint8Array;
  readonly trips: Float64Array;
  readonly beginSeconds: Float64Array;
  readonly endSeconds: Float64Array;
}

/** Null where the scene has no matrices. */
export function matrixOf(scene: CompiledScene, network: Network): Matrix | null {
  const part = scene.scene.demand?.matrix;
  if (part === undefined) return null;
  const place = new Map(part.zones.map(({ id }, i) => [id, i]));
  const choice = (ids: readonly string[]) => {
    const weights = new Float64Array(network.roads.edgeCount);
    for (const id of ids) {
      const edge = scene.elements.edge.slotOf(id)!;
      weights[edge] = laneLengthM(network, edge);
    }
    return choiceOf(weights);
  };
  const cells = part.matrices.flatMap((matrix) => matrix.cells.map((cell) => ({ ...cell, matrix })));
  return {
    zones: part.zones.map(({ from, to, border }) => ({ from: choice(from), to: choice(to), border: border === true })),
    from: Uint32Array.from(cells, ({ from }) => place.get(from)!),
    to: Uint32Array.from(cells, ({ to }) => place.get(to)!),
    kind: Uint8Array.from(cells, ({ matrix }) => (matrix.kind === 'truck' ? TRUCK : CAR)),
    trips: Float64Array.from(cells, ({ trips }) => trips),
    beginSeconds: Float64Array.from(cells, ({ matrix }) => matrix.beginSeconds),
    endSeconds: Float64Array.from(cells, ({ matrix }) => matrix.endSeconds),
  };
}

/** Part of a cell's time that lies in an hour of the day, as seconds of the day. */
function overlap({ beginSeconds, endSeconds }: Matrix, cell: number, hourOfDay: number): [number, number] {
  const from = Math.max(beginSeconds[cell], 3600 * hourOfDay);
  return [from, Math.max(from, Math.min(endSeconds[cell], 3600 * (hourOfDay + 1)))];
}

export function matrixTripsInHour(matrix: Matrix, cell: number, hourOfDay: number): number {
  const [from, to] = overlap(matrix, cell, hourOfDay);
  return (matrix.trips[cell] * (to - from)) / (matrix.endSeconds[cell] - matrix.beginSeconds[cell]);
}

export function listMatrixHour(
  matrix: Matrix,
  luck: Luck,
  hour: number,
  factor: number,
  list: (key: number, dueSeconds: number) => void,
): void {
  const hourOfDay = ((hour % 24) + 24) % 24;
  for (let cell = 0; cell < matrix.trips.length; cell++) {
    const expected = factor * matrixTripsInHour(matrix, cell, hourOfDay);
    if (expected === 0) continue;
    const [from, to] = overlap(matrix, cell, hourOfDay);
    const count = Math.floor(expected + luck.uniform(COUNT, hour, cell));
    for (let number = 0; number < count; number++) {
      const key = cell * TRIPS_A_CELL + number;
      list(key, 3600 * (hour - hourOfDay) + from + (to - from) * luck.uniform(DEPARTURE, hour, key));
    }
  }
}

export function cellOfKey(key: number): number {
  return Math.floor(key / TRIPS_A_CELL);
}

/** Fills in the trip; false where a zone has no edge for it, or none but the one that it starts on. */
export function drawMatrixTrip(matrix: Matrix, luck: Luck, hour: number, key: number, trip: Trip): boolean {
  const cell = cellOfKey(key);
  const origin = matrix.zones[matrix.from[cell]];
  const destination = matrix.zones[matrix.to[cell]];
  if (origin.from === null || destination.to === null) return false;
  trip.kind = matrix.kind[cell];
  trip.originEdge = choose(origin.from, luck.uniform(ORIGIN, hour, key));
  trip.originPlace = origin.border ? -1 : 0.15 + 0.4 * luck.uniform(PLACE, hour, key);
  trip.destinationPlace = destination.border ? -1 : 0.35 + 0.55 * luck.uniform(PLACE + 1, hour, key);
  for (let draw = 0; draw < DRAWS; draw++) {
    trip.destinationEdge = choose(destination.to, luck.uniform(DESTINATION + draw, hour, key));
    if (trip.destinationEdge !== trip.originEdge) return true;
  }
  return false;
}
