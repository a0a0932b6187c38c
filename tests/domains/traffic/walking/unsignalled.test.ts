import { expect, it } from 'vitest';
import { exp } from '../../../../sim/kernel';
import { type CompiledScene, compileScene } from '../../../../sim/scene';
import { run } from '../simulate';
import { smallCity } from '../small-city';
import { Bystander } from './on-crossings';
import { startWithWalkers } from './right-turners';

/** A main road with a side street, and a marked crossing over the main road without a light. */
function sideStreet(): CompiledScene {
  const { scene } = smallCity('side-street', {
    nodes: { w: [-500, 0], m: [0, 0], e: [500, 0], n: [0, 300] },
    streets: {
      we: { path: ['w', 'm', 'e'], class: 'collector', lanes: 1 },
      mn: { path: ['m', 'n'], class: 'local', lanes: 1 },
    },
    gates: { w: 20_000, e: 20_000, n: 1 },
  });
  const roads = scene.roads!;
  const junctions = roads.junctions.map((junction) => {
    if (junction.node !== 'm') return junction;
    const through = junction.turns.filter(({ direction }) => direction === 'straight');
    const x = through.reduce((sum, { shape }) => sum + (shape[0][0] + shape[shape.length - 1][0]) / 4, 0);
    const crossing = { id: 'm:walk', path: [[x, -4] as const, [x, 4] as const], widthM: 4, edge: 'we:w:m' };
    return { ...junction, crossings: [{ ...crossing, path: crossing.path.map(([a, b]): [number, number] => [a, b]) }] };
  });
  return compileScene({ ...scene, roads: { ...roads, junctions } });
}

it('where there is no light two drivers of three let people over, who wait less than for gaps alone', () => {
  const scene = sideStreet();
  const of = startWithWalkers(scene, () => 120, 1);
  const empty = run(
    startWithWalkers(scene, () => 0, 1),
    3_600,
  );
  const bystander = new Bystander(of);
  run(of, 3_600, (now) => bystander.look(now));
  const { due, waitedSeconds, spans, crossed } = of.state.walking!;
  expect([bystander.lost, bystander.met]).toEqual([0, 0]);
  expect(crossed).toBeGreaterThan(90);
  // HCM 2010, equations 19-69 and 19-74: nobody gives way.
  const perSecond = bystander.passed / 3_600;
  const gapS = spans.lengthM[0] / 1.2 + 3;
  const gapDelayS = (exp(perSecond * gapS) - perSecond * gapS - 1) / perSecond;
  expect(perSecond * 3_600).toBeGreaterThan(500);
  expect(waitedSeconds / due).toBeGreaterThan(0.05 * gapDelayS);
  expect(waitedSeconds / due).toBeLessThan(0.4 * gapDelayS);
  // And who lets them over loses time by it.
  expect(of.state.totals.lossSeconds).toBeGreaterThan(1.05 * empty.state.totals.lossSeconds);
  expect(of.state.totals.arrived).toBeGreaterThan(0.95 * empty.state.totals.arrived);
});
