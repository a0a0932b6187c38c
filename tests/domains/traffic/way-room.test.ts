import fc from 'fast-check';
import { expect, it } from 'vitest';
import { giveRoomBack, roomForWay } from '../../../sim/domains/traffic/routing/way-room';
import { createVehicles } from '../../../sim/domains/traffic/vehicles';

const ROWS = 12;

it('every row keeps its own way, however the others’ ways grow, shrink and go', () => {
  const change = fc.record({ row: fc.nat(ROWS - 1), edges: fc.integer({ min: 0, max: 128 }) });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 80 }), (changes) => {
      const vehicles = createVehicles(ROWS, 1);
      const ways = new Map<number, number[]>();
      changes.forEach(({ row, edges }, number) => {
        if (edges === 0) {
          giveRoomBack(vehicles, row);
          vehicles.routeLength[row] = 0;
          ways.delete(row);
        } else {
          // What it had comes along; the rest is new.
          const way = (ways.get(row) ?? []).slice(0, edges);
          while (way.length < edges) way.push(1_000 * number + way.length);
          const from = roomForWay(vehicles, row, edges);
          way.forEach((edge, i) => {
            if (i < vehicles.routeLength[row]) expect(vehicles.route[from + i]).toBe(edge);
            vehicles.route[from + i] = edge;
          });
          vehicles.routeLength[row] = edges;
          ways.set(row, way);
        }
        for (const [each, way] of ways) {
          const from = vehicles.routeFrom[each];
          expect([...vehicles.route.subarray(from, from + way.length)]).toEqual(way);
        }
      });
    }),
    { numRuns: 60 },
  );
});

it('a city whose vehicles come and go takes no more room than it once needed', () => {
  const vehicles = createVehicles(100, 1);
  const fill = () => {
    for (let row = 0; row < 100; row++) roomForWay(vehicles, row, 1 + ((row * 37) % 128));
  };
  fill();
  const needed = vehicles.roomsEnd;
  for (let day = 0; day < 5; day++) {
    for (let row = 0; row < 100; row++) giveRoomBack(vehicles, row);
    fill();
  }
  expect(vehicles.roomsEnd).toBe(needed);
});
