import { expect, it } from 'vitest';
import { drawDeparture, listHour } from '../../../../sim/domains/traffic/demand/departures';
import { MATRIX_HOUR, matrixTripsInHour } from '../../../../sim/domains/traffic/demand/matrix';
import type { Trip } from '../../../../sim/domains/traffic/demand/trips';
import { CAR, TRUCK } from '../../../../sim/domains/traffic/vehicle-kinds';
import { type CompiledScene, compileScene, type DemandFile } from '../../../../sim/scene';
import { figures, run, start } from '../simulate';
import { crossroads } from '../small-city';

const plain = crossroads({ gates: { n: 0, e: 0, s: 0, w: 0 } });

function withMatrix(trips: number): CompiledScene {
  const ids = plain.elements.edge.ids;
  const arm = (name: string) => ({
    id: name,
    from: ids.filter((id) => id.split(':')[1] === name),
    to: ids.filter((id) => id.split(':')[2] === name),
    border: true as const,
  });
  const demand: DemandFile = {
    ...plain.scene.demand!,
    matrix: {
      zones: ['n', 'e', 's', 'w'].map(arm),
      matrices: [
        {
          id: 'morning',
          kind: 'car',
          beginSeconds: 6.5 * 3_600,
          endSeconds: 9 * 3_600,
          cells: [
            { from: 'n', to: 's', trips },
            { from: 'n', to: 'e', trips: trips / 3 },
            { from: 'w', to: 's', trips: 0.4 },
          ],
        },
        { id: 'goods', kind: 'truck', beginSeconds: 0, endSeconds: 86_400, cells: [{ from: 'e', to: 'w', trips: 48 }] },
      ],
    },
  };
  return compileScene({ ...plain.scene, demand });
}

it('a matrix has its trips between its times, and its hours add up to them', () => {
  const { demand } = start(withMatrix(1_000)).state;
  const matrix = demand!.matrix!;
  [1_000, 1_000 / 3, 0.4, 48].forEach((trips, cell) => {
    let sum = 0;
    for (let hour = 0; hour < 24; hour++) sum += matrixTripsInHour(matrix, cell, hour);
    expect(sum).toBeCloseTo(trips, 9);
  });
  expect(matrixTripsInHour(matrix, 0, 6)).toBeCloseTo(200, 9);
  expect(matrixTripsInHour(matrix, 0, 9)).toBe(0);
});

it('trips go from zone to zone by the kind of their matrix, within the hour, as many as expected', () => {
  const { state } = start(withMatrix(1_000), 1, 0);
  const trip: Trip = { originEdge: 0, originPlace: 0, destinationEdge: 0, destinationPlace: 0, kind: 0 };
  const { hours, keys, dueSeconds } = listHour(state, 6);
  const seen = new Map<string, number>();
  keys.forEach((key, i) => {
    expect(hours[i]).toBe(MATRIX_HOUR + 6);
    expect(drawDeparture(state, hours[i], key, trip)).toBe(true);
    expect(trip.originPlace).toBe(-1);
    const name = `${trip.kind === TRUCK ? 'truck' : 'car'} ${plain.elements.edge.ids[trip.originEdge]} ${plain.elements.edge.ids[trip.destinationEdge]}`;
    seen.set(name, (seen.get(name) ?? 0) + 1);
    expect(dueSeconds[i]).toBeGreaterThanOrEqual(trip.kind === CAR ? 6.5 * 3_600 : 6 * 3_600);
    expect(dueSeconds[i]).toBeLessThan(7 * 3_600);
  });
  expect(seen.get('car ns:n:m ns:m:s')).toBe(200);
  expect(seen.get('truck we:e:m we:m:w')).toBe(2);
});

it('more trips in a cell add some and change none', () => {
  const listOf = (trips: number) => {
    const { keys, dueSeconds } = listHour(start(withMatrix(trips), 1, 0).state, 7);
    return new Map(Array.from(keys, (key, i) => [key, dueSeconds[i]]));
  };
  const [few, many] = [listOf(500), listOf(900)];
  expect(many.size).toBeGreaterThan(few.size);
  for (const [key, due] of few) expect(many.get(key)).toBe(due);
});

it('drives what its matrices ask for', () => {
  const of = run(start(withMatrix(600), 1, 6 * 3_600), 3 * 3_600 + 300);
  const found = figures(of);
  // 600 + 200 cars and lorries on the way, and nobody else.
  expect(found['traffic.trips-inserted']).toBeGreaterThan(795);
  expect(found['traffic.trips-inserted']).toBeLessThan(815);
  expect(found['traffic.trips-arrived']).toBeGreaterThan(780);
});
