import { expect, it } from 'vitest';
import { trafficDomain } from '../../../sim/domains/traffic';
import { type CompiledScene, compileScene } from '../../../sim/scene';
import { servedCity } from './levels/served-city';
import { closeEdge, edgeSlot, patch, type Run, run, start } from './simulate';

const city = servedCity({ gates: {} });
const secondsTo = (of: Run, edge: string) => of.streets!.crewTime[edgeSlot(of, edge)];
const begin = (scene = city) => run(start(scene, 3), 10);

function withDepot({ scene }: CompiledScene): CompiledScene {
  const depot = {
    id: 'd',
    name: { zh: '车场', en: 'Depot' },
    at: [750, 0] as [number, number],
    edge: 'main:b:o',
    kind: 'bus' as const,
    vehicles: 5,
  };
  return compileScene({ ...scene, services: { ...scene.services!, depots: [depot] } });
}

it('are those of the limits on an empty road, from the fire station where there is no depot', () => {
  const of = begin();
  expect(secondsTo(of, 'main:w:a')).toBe(0);
  const { roads } = city;
  const edge = edgeSlot(of, 'main:a:b');
  const atLimit = roads.edgeLengthM[edge] / roads.edgeSpeedMps[edge];
  // The junction in between costs some seconds.
  expect(secondsTo(of, 'main:a:b')).toBeGreaterThanOrEqual(atLimit);
  expect(secondsTo(of, 'main:a:b')).toBeLessThan(atLimit + 30);
  expect(secondsTo(of, 'main:b:o')).toBeGreaterThan(secondsTo(of, 'main:a:b'));
});

it('are counted from a depot where there is one', () => {
  const of = begin(withDepot(city));
  expect(secondsTo(of, 'main:b:o')).toBe(0);
  expect(secondsTo(of, 'main:w:a')).toBeGreaterThan(60);
});

it('lead round what is shut at once, on foot along what a hazard shuts, and nowhere from where no way leads', () => {
  const of = begin();
  const before = secondsTo(of, 'main:b:o');
  closeEdge(of, 'main:a:b', true);
  run(of, 1);
  const around = secondsTo(of, 'main:b:o');
  expect(around).toBeGreaterThan(before + 5);
  of.roadHazard[edgeSlot(of, 'around:a:b')] = 1;
  run(of, 1);
  for (const edge of ['main:a:b', 'main:b:o']) expect(secondsTo(of, edge), edge).toBe(-1);
  const onFootS = city.roads.edgeLengthM[edgeSlot(of, 'around:a:b')] / 1;
  expect(secondsTo(of, 'around:a:b') - secondsTo(of, 'main:w:a')).toBeCloseTo(onFootS, 6);
  expect(secondsTo(of, 'south:a:s')).toBeGreaterThan(0);
  closeEdge(of, 'main:a:b', false);
  of.roadHazard.fill(0);
  run(of, 1);
  expect(secondsTo(of, 'main:b:o')).toBeCloseTo(before, 6);
});

it('grow with a jam on the way, renewed every five minutes', () => {
  const busy = withDepot(servedCity({ gates: { w: 60_000, o: 60_000, s: 40_000 } }));
  const of = run(start(busy, 3), 1);
  const seen = new Set<number>();
  run(of, 800, () => seen.add(secondsTo(of, 'main:a:w')));
  expect(seen.size).toBeLessThanOrEqual(4);
  expect(seen.size).toBeGreaterThan(2);
  // From the depot in the east through the queue before the signal.
  expect(Math.max(...seen)).toBeGreaterThan(1.3 * secondsTo(begin(withDepot(city)), 'main:a:w'));
});

it('come out the same from a save', () => {
  const of = run(start(city, 3), 200);
  const state = trafficDomain.load(city, of.state.settings, trafficDomain.save(of.state));
  expect(state.crews).toEqual(of.state.crews);
  patch(of, [{ knob: 'edge.speed-limit', slot: edgeSlot(of, 'main:a:b'), value: 2, cause: 1 }]);
  const before = secondsTo(of, 'main:a:b');
  run(of, 60);
  // A speed limit shuts nothing: it is felt with the next renewal, and once drivers expect it.
  expect(before).toBeGreaterThan(0);
  run(of, 300);
  expect(secondsTo(of, 'main:a:b')).toBeGreaterThan(3 * before);
});
