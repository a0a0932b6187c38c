import { beforeAll, describe, expect, it } from 'vitest';
import { type EnergyState, energyDomain } from '../../../sim/domains/energy';
import { loadSolverInNode } from '../../../sim/hosts/solver/load-in-node';
import type { Intervention } from '../../../sim/interventions';
import type { LinearSolver } from '../../../sim/kernel';
import { type AnyDomain, type FlowNode, flowUses, innerNodes, nodeBalance } from '../../../sim/ports';
import { createEngine, deskInPlace, type Engine } from '../../../sim/runtime';
import { defaultScenario, type Scenario } from '../../../sim/scenarios';
import type { CompiledScene } from '../../../sim/scene';
import { sankeyOf } from '../../../sim/studies';
import { addedUnits } from '../../../src/state/stations-now';
import { change } from '../../interventions/paired';
import { energyAlone } from './energy-alone';
import { oneStation } from './one-station';
import { sceneOf } from './scenes';
import { smallStation } from './small-station';

const HOUR_S = 3_600;

let linear: LinearSolver;
beforeAll(async () => {
  linear = await loadSolverInNode();
});

/** A run of energy alone; `after` is told of every step's end. */
function begin(scene: CompiledScene, changes: Partial<Scenario>, after: (state: EnergyState) => void): Engine {
  const watched: AnyDomain = {
    ...energyDomain,
    step(state, context) {
      energyDomain.step(state, context);
      after(state);
    },
  };
  const scenario = { ...defaultScenario(scene.id), domains: ['energy'], ...changes };
  return createEngine({ scene, scenario, domains: [watched], desk: deskInPlace([watched], { linear }) });
}

/** The node that is furthest from balancing, as a share of what moves there. */
function worstNode({ flows }: EnergyState): { node: FlowNode; share: number } {
  let worst = { node: 'electricity' as FlowNode, share: 0 };
  for (const node of innerNodes(flows.links)) {
    const { off, moved } = nodeBalance(flows.links, flows.kw, node);
    const share = Math.abs(off) / Math.max(1, moved);
    if (!(share <= worst.share)) worst = { node, share };
  }
  return worst;
}

/** Runs on, and answers the last state and the worst that any node was off in any step. */
function watch(scene: CompiledScene, changes: Partial<Scenario>, hours: number) {
  let worst = { node: 'electricity' as FlowNode, share: 0 };
  let last: EnergyState | undefined;
  begin(scene, changes, (state) => {
    last = state;
    const found = worstNode(state);
    if (!(found.share <= worst.share)) worst = found;
  }).runTo(hours * HOUR_S);
  return { worst, state: last! };
}

/** Energy of all links from a node, or to it, since the start. */
function through({ flows }: EnergyState, end: 'from' | 'to', node: string, other: string = ''): number {
  const { links, kwh } = flows;
  return links.reduce((sum, link, i) => {
    const there = end === 'from' ? link.to : link.from;
    return link[end] === node && there.startsWith(other) ? sum + kwh[i] : sum;
  }, 0);
}

const agree = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(b)));

it('on a feeder without stations, what comes from above is drawn or lost, in every step of a day', () => {
  const { worst, state } = watch(sceneOf('tiny/one-feeder'), {}, 24);
  expect(worst.share).toBeLessThan(1e-9);
  const { totals } = state;
  agree(through(state, 'from', 'grid'), totals.importedKwh);
  agree(through(state, 'to', 'lines'), totals.lossKwh);
  expect(totals.importedKwh).toBeGreaterThan(0);
});

describe.each([
  ['a winter morning', { startDay: 15, startSeconds: 5 * HOUR_S }],
  ['a summer afternoon', { startDay: 205, startSeconds: 12 * HOUR_S }],
] as const)('a station and its loops on %s', (_, when) => {
  it('balance at every node in every step, and say the same as the meters', () => {
    const { worst, state } = watch(oneStation(), when, 1);
    expect(worst.share).toBeLessThan(1e-9);
    const { totals } = state;
    agree(through(state, 'from', 'grid'), totals.importedKwh);
    agree(through(state, 'to', 'export'), totals.exportedKwh);
    agree(through(state, 'to', 'lines'), totals.lossKwh);
    agree(through(state, 'from', 'sun'), totals.sunKwh);
    agree(through(state, 'from', 'wind'), totals.windKwh);
    agree(through(state, 'from', 'gas'), totals.gasKwh + totals.leakedGasKwh);
    agree(through(state, 'from', 'engines', 'electricity'), totals.engineKwh);
    agree(through(state, 'from', 'ambient'), totals.ambientKwh);
    agree(through(state, 'to', 'dumped'), totals.heatDumpedKwh);
    agree(through(state, 'to', 'pipe-losses', 'heat'), totals.heatLostKwh);
    const used = (carrier: string) => flowUses.reduce((sum, use) => sum + through(state, 'to', use, carrier), 0);
    agree(used('heat'), totals.heatKwh);
    agree(used('cooling'), totals.coldKwh);
    agree(through(state, 'from', 'unserved', 'electricity'), totals.unservedKwh);
    agree(through(state, 'from', 'unserved', 'gas'), totals.unservedGasKwh);
    agree(through(state, 'to', 'leaks'), totals.leakedGasKwh);
    expect(totals.heatKwh).toBeGreaterThan(0);
  });
});

it('balances in steps of a quarter of an hour as in steps of a minute', () => {
  const day = { startDay: 15, startSeconds: 0, stepSeconds: { energy: 900 } };
  const { worst, state } = watch(oneStation(), day, 6);
  expect(worst.share).toBeLessThan(1e-9);
  agree(through(state, 'from', 'grid'), state.totals.importedKwh);
  expect(state.totals.elapsedS).toBe(21_600);
});

it('a station that loses its power still balances, in the minute of the trip too; what goes without stands apart', () => {
  const scene = oneStation();
  const { electricity } = scene.scene.stations!.stations[0];
  const at = scene.scene.electricity!.branches.filter(({ from, to }) => from === electricity || to === electricity);
  const scenario = {
    startDay: 15,
    startSeconds: 6 * HOUR_S,
    interventions: [
      {
        kind: 'cut-cable',
        id: 'cut',
        targets: at.map(({ id }) => id),
        startSeconds: HOUR_S,
        parameters: {},
      },
    ],
  } as unknown as Partial<Scenario>;
  const { worst, state } = watch(scene, scenario, 1.5);
  expect(worst.share).toBeLessThan(1e-9);
  expect(state.totals.unservedHeatKwh).toBeGreaterThan(0);
  agree(through(state, 'from', 'unserved', 'heat'), state.totals.unservedHeatKwh);
});

it('a window is the difference of two readings, and balances as they do', () => {
  const engine = begin(oneStation(), { startDay: 15, startSeconds: 6 * HOUR_S }, () => {});
  engine.runTo(HOUR_S);
  const before = engine.flows()!.kwh.slice();
  engine.runTo(2 * HOUR_S);
  const flows = engine.flows()!;
  const { links } = sankeyOf(flows, before, { fromSeconds: HOUR_S, toSeconds: 2 * HOUR_S });
  expect(links.length).toBeGreaterThan(30);
  for (const { kwh } of links) expect(kwh).toBeGreaterThanOrEqual(0);
  const values = links.map(({ kwh }) => kwh);
  for (const node of innerNodes(links)) {
    const { off, moved } = nodeBalance(links, values, node);
    expect(Math.abs(off)).toBeLessThan(1e-9 * Math.max(1, moved));
  }
});

it('balances while machines are added to a station and taken away again, and a frame tells of them', () => {
  const during = (kind: 'station-battery' | 'station-engines' | 'station-heat-pumps', id: string, from: number) =>
    ({ ...change(kind, ['s']), id, fromSeconds: from * HOUR_S, untilSeconds: 2 * HOUR_S }) as Intervention;
  const interventions = [
    during('station-battery', 'a', 0.5),
    during('station-engines', 'b', 1),
    during('station-heat-pumps', 'c', 0.5),
  ];
  const scene = smallStation();
  const seen = new Map<number, string[]>();
  let worst = 0;
  const see = (state: EnergyState, seconds: number) => {
    worst = Math.max(worst, worstNode(state).share);
    const [spec] = energyDomain.frameSections(scene).filter(({ name }) => name === 'energy.stations');
    const section = {
      spec,
      f32: new Float32Array(spec.stride * spec.capacity),
      u32: none,
      u8: new Uint8Array(0),
      count: 0,
    };
    energyDomain.writeFrame(state, [section], 0);
    const units = scene.scene.stations!.stations[0].units.length;
    seen.set(
      seconds,
      addedUnits(section.f32, units + 2).map(({ kind, now }) => `${kind} ${now.sizeKw > 0}`),
    );
  };
  energyAlone(scene, linear, { startDay: 20, startSeconds: 5 * HOUR_S, interventions }, see).runTo(2.5 * HOUR_S);
  expect(worst).toBeLessThan(1e-9);
  expect(seen.get(600)).toEqual([]);
  expect(seen.get(HOUR_S - 60)).toEqual(['battery true', 'ground-source-heat-pump true']);
  expect(seen.get(2 * HOUR_S - 60)).toEqual(['battery true', 'chp-engine true', 'ground-source-heat-pump true']);
  expect(seen.get(2 * HOUR_S + 60)).toEqual([]);
});

const none = new Uint32Array(0);
