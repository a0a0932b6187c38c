import { describe, expect, it } from 'vitest';
import { areaOf } from '../../../sim/importers/plan/networks/pipes/pipe-sizes';
import { stationGasKw } from '../../../sim/importers/plan/networks/pipes/size-stations';
import { askedAt, plan, scene } from './eco-park-networks';
import { steadyFlow } from './steady-flow';

/** Friction of fully rough flow: a little high where water runs slowly, and so on the safe side. */
const roughFriction = (roughnessMm: number, diameterM: number): number =>
  (1 / (2 * Math.log10((3.7 * 1000 * diameterM) / roughnessMm))) ** 2 * 1.15;

describe('water at the hour of most demand', () => {
  const { pipes, nodes } = scene.water!;
  const heightOf = new Map(nodes.map((node) => [node.id, node.heightM!]));
  const asked = askedAt('water', (demand) => (demand.waterM3PerDay * plan.water.peakFactor) / 86_400);
  const links = pipes.map(({ from, to, lengthM, diameterM, roughnessMm }) => ({
    from,
    to,
    factor: (8 * roughFriction(roughnessMm, diameterM) * lengthM) / (Math.PI ** 2 * 9.81 * diameterM ** 5),
  }));
  const works = plan.water.works.map((one) => [one.node, one.levelM + one.pumpHeadM] as const);

  it.each([
    ['both works', works],
    ['the first works alone', works.slice(0, 1)],
    ['the second works alone', works.slice(1)],
  ])('reaches every building with 20 metres of head from %s, no faster than 2 m/s', (_, running) => {
    const { potential, flow } = steadyFlow(links, new Map(running), (node) => asked.get(node) ?? 0);
    const heads = [...asked.keys()].map((node) => potential.get(node)! - heightOf.get(node)!);
    expect(Math.min(...heads)).toBeGreaterThan(20);
    expect(Math.max(...heads)).toBeLessThan(80);
    // The first metres behind a works that stands alone carry the whole park.
    const speeds = pipes.map((pipe, k) => Math.abs(flow[k]) / areaOf(pipe.diameterM));
    expect(Math.max(...speeds)).toBeLessThan(2);
  });
});

describe('gas with every engine and boiler on', () => {
  const { pipes, regulators, calorificMjPerM3 } = scene.gas!;
  const asked = new Map<string, number>();
  const add = (node: string, kw: number) => asked.set(node, (asked.get(node) ?? 0) + kw / 1000 / calorificMjPerM3);
  const mediumOf = new Map(regulators.map((one) => [one.to, one.from]));
  for (const [node, kw] of askedAt('gas', (demand) => demand.gasKw)) add(mediumOf.get(node)!, kw);
  for (const { gas, units } of scene.stations!.stations) add(gas!, stationGasKw(units));
  // GB 50028's law for medium pressure: (p1² − p2²)/L = 1.27e10 λ Q² ρ/d⁵, kPa, km, m³/h and mm.
  const links = pipes.map(({ from, to, lengthM, diameterM, roughnessMm }) => {
    const friction = 0.11 * (roughnessMm / (1000 * diameterM)) ** 0.25 * 1.1;
    const factor = (1.27e10 * friction * 3600 ** 2 * 0.75 * (lengthM / 1000)) / (1000 * diameterM) ** 5;
    return { from, to, factor };
  });
  const absolute = (kpa: number) => (kpa + 101.325) ** 2;
  const gates = plan.gas.gates.map((gate) => [gate.node, absolute(gate.outletKpa)] as const);

  it.each([
    ['both gates', gates],
    ['the first gate alone', gates.slice(0, 1)],
    ['the second gate alone', gates.slice(1)],
  ])('keeps 300 kPa at every house and station from %s, no faster than 20 m/s', (_, open) => {
    const { potential, flow } = steadyFlow(links, new Map(open), (node) => asked.get(node) ?? 0);
    for (const [node] of asked) expect(potential.get(node)!, node).toBeGreaterThan(absolute(300));
    const speeds = pipes.map((pipe, k) => (Math.abs(flow[k]) * 101.325) / 401 / areaOf(pipe.diameterM));
    expect(Math.max(...speeds)).toBeLessThan(20);
  });
});
