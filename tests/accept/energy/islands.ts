/** A substation of the flagship is out, and batteries of stations carry what they can of what it fed. */
import type { EnergyState } from '../../../sim/domains/energy';
import { loadSolverInNode } from '../../../sim/hosts/solver/load-in-node';
import type { Intervention } from '../../../sim/interventions';
import type { LinearSolver } from '../../../sim/kernel';
import { innerNodes, nodeBalance } from '../../../sim/ports';
import type { CompiledScene } from '../../../sim/scene';
import { balanceWatch } from '../../domains/energy/balances';
import { flowAlone } from '../../domains/energy/island-alone';
import { begin, codesOf, HOUR_S, outage } from '../../domains/energy/island-city';
import { sceneOf } from '../../domains/energy/scenes';
import { change } from '../../interventions/paired';
import type { AcceptLine } from '../line';

const STEP_S = 60;
const TRANSFORMERS = ['west.t1', 'west.t2', 'west.t3'];
const STATIONS = ['jinggong', 'battery-road', 'freight'];
const NIGHT_S = 4 * HOUR_S;

export const islands: AcceptLine = {
  name: 'batteries carry what has gone dark, E5 in E1',
  goal: 'unserved energy falls with the batteries; flows as of each island by itself (1e-6 p.u.); energy conserved in every step (1e-6), no battery below what it keeps; each island ends empty or joined',
  async measure({ root, say }) {
    const scene = sceneOf('eco-park', undefined, root);
    const bare = sceneOf('eco-park', withoutBatteries, root);
    const linear = await loadSolverInNode();
    const large = { power: 10_000, energy: 40_000, use: 'peaks' };
    const given = { ...change('station-battery', STATIONS, large), id: 'given' } as Intervention;
    const runs: (ReturnType<typeof watch> & { readonly name: string })[] = [];
    for (const [name, city, changes] of [
      ['none', bare, []],
      ['as built', scene, []],
      ['E5', scene, [given]],
    ] as const) {
      runs.push({ name, ...watch(city, linear, changes) });
      say(`  ${name}`);
    }
    const [none, built, more] = runs;
    const text = runs.map(
      ({ name, unservedKwh, islandKwh, codes }) =>
        `${name}: ${(unservedKwh / 1_000).toFixed(1)} MWh unserved, ${(islandKwh / 1_000).toFixed(1)} MWh from batteries, ${count(codes, 'formed')} islands, ${count(codes, 'joined')} joined, ${count(codes, 'empty')} empty`,
    );
    const worst = (of: (run: (typeof runs)[number]) => number) => Math.max(...runs.map(of));
    const off = worst(({ offVm }) => offVm);
    const lost = worst(({ imbalance }) => imbalance);
    const below = worst(({ belowKwh }) => belowKwh);
    return {
      held:
        built.unservedKwh < none.unservedKwh &&
        more.unservedKwh < built.unservedKwh &&
        none.islandKwh === 0 &&
        off < 1e-6 &&
        lost < 1e-6 &&
        below < 1e-6 &&
        runs.every(({ codes }) => count(codes, 'formed') === codes.length / 2),
      reached: `${text.join('; ')}; voltages of islands off by ${off.toExponential(1)} p.u., balances by ${lost.toExponential(1)}`,
      how: `the flagship minute by minute, all three transformers of its western substation out from nine to half past eleven of a July day and everything handed over by people; E5 gives three stations 10 MW and 40 MWh each, in use to cut peaks since four in the morning; every tenth minute each island's flow is worked out anew by itself from the scene's file`,
    };
  },
};

function watch(scene: CompiledScene, linear: LinearSolver, changes: readonly Intervention[]) {
  const balance = balanceWatch(STEP_S);
  let offVm = 0;
  let imbalance = 0;
  let belowKwh = 0;
  const interventions = [...changes, outage(5 * HOUR_S, 7.5 * HOUR_S, TRANSFORMERS)];
  const settings = { startDay: 205, startSeconds: NIGHT_S, stepSeconds: { energy: STEP_S }, interventions };
  const see = (state: EnergyState, seconds: number) => {
    const { power, stations, flows } = state;
    imbalance = Math.max(imbalance, balance(state).power);
    for (const node of innerNodes(flows.links)) {
      const { off, moved } = nodeBalance(flows.links, flows.kw, node);
      imbalance = Math.max(imbalance, Math.abs(off) / Math.max(1, moved));
    }
    stations!.hub.banks.forEach(({ kind, store }, b) => {
      if (kind !== 'battery' || stations!.standing.outputKw[b] >= 0) return;
      belowKwh = Math.max(belowKwh, store!.leastFill * store!.capacityKwh - stations!.standing.heldKwh[b]);
    });
    const { forming } = power!.islands;
    for (let former = 0; former < forming.length && seconds % 600 === 0; former++) {
      if (forming[former] === 1) offVm = Math.max(offVm, flowAlone(state, former).offVm);
    }
  };
  const of = begin(scene, linear, settings, see);
  of.engine.runTo(8 * HOUR_S);
  const figures = of.engine.measure();
  return {
    unservedKwh: figures['energy.unserved-electricity'] as number,
    islandKwh: figures['energy.island-electricity'] as number,
    codes: codesOf(of, 'energy.island'),
    offVm,
    imbalance,
    belowKwh,
  };
}

const count = (codes: readonly string[], what: string): number => codes.filter((code) => code.endsWith(what)).length;

function withoutBatteries(files: Parameters<NonNullable<Parameters<typeof sceneOf>[1]>>[0]): void {
  files['electricity.json'].batteries = [];
  for (const station of files['stations.json'].stations) {
    station.units = station.units.filter(({ kind }: { kind: string }) => kind !== 'battery');
  }
}
