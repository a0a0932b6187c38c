import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deadComponents } from '../../../sim/domains/energy/grid/components';
import { carries, createFlow, solveFlow, tryWith } from '../../../sim/domains/energy/grid/flow';
import { compileGrid, type Grid } from '../../../sim/domains/energy/grid/grid';
import { findLive, normalPositions } from '../../../sim/domains/energy/grid/positions';
import { clearFaults } from '../../../sim/domains/energy/grid/protection';
import { bestRestoration } from '../../../sim/domains/energy/grid/restoration';
import { sceneOf } from './scenes';

/** The smallest grid with two more ties, none of it automatic, and cables thin enough to matter. */
const scene = sceneOf('tiny/one-feeder', (files) => {
  const { branches, switches } = files['electricity.json'];
  for (const [from, to] of [
    ['a2', 'b2'],
    ['a3', 'b3'],
  ]) {
    const id = `${from}:${to}`;
    const lengthM = 400;
    branches.push({
      id,
      from,
      to,
      kind: 'cable',
      lengthM,
      resistanceOhm: 0.1,
      reactanceOhm: 0.05,
      ratingA: 60,
      closed: false,
    });
    switches.push({ id, branch: id, kind: 'tie', closed: false, automatic: false });
  }
  for (const each of branches) if (/^[ab]\d?:/.test(each.id) || each.feeder !== undefined) each.ratingA = 110;
});
const grid = compileGrid(scene) as Grid;
const link = (id: string) => scene.elements.branch.slotOf(id) as number;

/** Loads by node, the feeder's head broken: all of feeder 1 is dark. */
function darkFeeder(loadsKw: readonly number[]) {
  const positions = normalPositions(grid);
  const kw = new Float64Array(grid.nodeCount);
  const kvar = new Float64Array(grid.nodeCount);
  loadsKw.forEach((each, i) => {
    kw[scene.elements.bus.slotOf(`${i < 4 ? 'a' : 'b'}${(i % 4) + 1}.low`) as number] = each;
  });
  positions.linkOut[link('bar-10-1:a1')] = 1;
  clearFaults(grid, positions, () => {});
  // Its body hangs on a1; the crew has cut that off.
  positions.open[link('a1:a2')] = 1;
  findLive(grid, positions);
  const flow = createFlow(grid, scene);
  const net = kw.map((each, node) => each * positions.live[grid.sections.ofNode[node]]);
  solveFlow(flow, grid, positions, flow.circuit.tapOfFile, { netKw: net, netKvar: kvar });
  tryWith(flow, kw, kvar);
  const sectionKw = new Float64Array(grid.sections.count);
  for (let node = 0; node < grid.nodeCount; node++) sectionKw[grid.sections.ofNode[node]] += kw[node];
  return { positions, sectionKw, allowed: (open: Uint8Array) => carries(flow, grid, positions, open) };
}

/** Every position of every switch that touches the dark part, judged by the same power flow. */
function byEnumeration({ positions, sectionKw, allowed }: ReturnType<typeof darkFeeder>): number {
  const [component] = deadComponents(grid, positions).filter((each) => each.entries.length > 0);
  const movable = [...component.inner, ...component.entries];
  let best = 0;
  for (let mask = 0; mask < 1 << movable.length; mask++) {
    const open = positions.open.slice();
    movable.forEach((each, bit) => {
      open[each] = (mask >> bit) & 1;
    });
    const trial = { ...positions, open, live: new Uint8Array(grid.sections.count) };
    findLive(grid, trial);
    const servedKw = component.sections.reduce((sum, section) => sum + trial.live[section] * sectionKw[section], 0);
    // No way of serving a house twice: as many links as needed and not one more.
    const lit = component.sections.filter((section) => trial.live[section] === 1).length;
    const used = movable.filter((each) => open[each] === 0 && touchesLit(trial.live, each)).length;
    if (servedKw > best && used === linksOfTree(component.sections, trial.live, lit) && allowed(open)) best = servedKw;
  }
  return best;
}

const touchesLit = (live: Uint8Array, each: number): boolean =>
  live[grid.sections.ofNode[grid.linkFrom[each]]] === 1 && live[grid.sections.ofNode[grid.linkTo[each]]] === 1;

/** A forest that hangs on what is live has a link for every section; sections behind a transformer have theirs anyway. */
function linksOfTree(sections: readonly number[], live: Uint8Array, _lit: number): number {
  return sections.filter((section) => live[section] === 1 && !isLowVoltage(section)).length;
}

function isLowVoltage(section: number): boolean {
  for (let node = 0; node < grid.nodeCount; node++) {
    if (grid.sections.ofNode[node] === section) return grid.nodeKilovolts[node] < 1;
  }
  return false;
}

describe('the search for a way to serve a dark feeder', () => {
  it('serves as much as the best of all arrangements, tried one by one', () => {
    let parted = 0;
    let dark = 0;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 50, max: 780 }), { minLength: 8, maxLength: 8 }), (loadsKw) => {
        const room = darkFeeder(loadsKw);
        const { positions, sectionKw, allowed } = room;
        const [component] = deadComponents(grid, positions).filter((each) => each.entries.length > 0);
        const mayMove = () => true;
        const found = bestRestoration({ grid, positions, component, sectionKw, mayMove, carries: allowed });
        const everything = component.sections.reduce((sum, section) => sum + sectionKw[section], 0);
        if (found !== null && found.open.length > 0) parted++;
        if ((found?.servedKw ?? 0) < everything) dark++;
        expect(found?.servedKw ?? 0).toBeCloseTo(byEnumeration(room), 6);
      }),
      { numRuns: 60 },
    );
    // The cases are not all easy ones.
    expect(parted).toBeGreaterThan(3);
    expect(dark).toBeGreaterThan(3);
  });
});
