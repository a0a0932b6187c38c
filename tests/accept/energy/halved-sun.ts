/** Clouds come up between two plans of the flagship: what the sun no longer gives comes from the grid above. */
import type { EnergyState } from '../../../sim/domains/energy';
import { energyDomain } from '../../../sim/domains/energy';
import { GAS_KG_PER_KWH, SHANDONG_KG_PER_KWH } from '../../../sim/domains/energy/dispatch';
import { lossKw } from '../../../sim/domains/energy/meters';
import { loadSolverInNode } from '../../../sim/hosts/solver/load-in-node';
import type { Intervention } from '../../../sim/interventions';
import type { LinearSolver } from '../../../sim/kernel';
import type { KpiName } from '../../../sim/ports';
import type { CompiledScene } from '../../../sim/scene';
import { energyAlone } from '../../domains/energy/energy-alone';
import { sceneOf } from '../../domains/energy/scenes';
import type { AcceptLine } from '../line';

/** Two hours from ten in the morning: a plan is asked for at 11:00 and begins five minutes later. */
const RUN_S = 2 * 3_600;
const CLOUDS_FROM_S = 4_500;
/** The clouds stand; the plan that knows of them begins after this. */
const WATCH_FROM_S = CLOUDS_FROM_S + 360;
const WATCH_UNTIL_S = 7_200;

interface Moment {
  readonly seconds: number;
  readonly sunKw: number;
  readonly importKw: number;
  readonly drawnKw: number;
  readonly lossKw: number;
  readonly engines: readonly number[];
  readonly planFromS: number;
}

/** Of the rows of the power flow that the grid above feeds, and of every node that is live. */
function momentOf(state: EnergyState, seconds: number): Moment {
  const { power, stations, totals } = state;
  const { grid, flow, positions, wantedKw, givenKw } = power!;
  let importKw = 0;
  for (let i = 0; i < grid.supplyNode.length; i++) {
    importKw -= flow.now.results.pTo[flow.circuit.firstSupplyRow + i] * 1_000 * flow.circuit.baseMva;
  }
  let drawnKw = 0;
  for (let node = 0; node < grid.nodeCount; node++) {
    if (positions.live[grid.sections.ofNode[node]] === 1) drawnKw += wantedKw[node] - givenKw[node];
  }
  const { hub, standing, plan } = stations!;
  const engines = hub.banks.flatMap(({ engine }, b) => (engine ? [standing.outputKw[b]] : []));
  // The sun is among what is given: what is left is drawn, less what engines and batteries give.
  const sunKw = totals.sunKw;
  const planFromS = plan?.fromS ?? -1;
  return { seconds, sunKw, importKw, drawnKw: drawnKw + sunKw, lossKw: lossKw(power!), engines, planFromS };
}

function watched(scene: CompiledScene, linear: LinearSolver, interventions: readonly Intervention[]) {
  const moments: Moment[] = [];
  let importKwh = 0;
  let exportKwh = 0;
  let gasKwh = 0;
  let between = 0;
  const settings = { weatherDay: 'july-design', startSeconds: 10 * 3_600, interventions };
  let last: EnergyState | undefined;
  const engine = energyAlone(scene, linear, settings, (state, seconds, stepS) => {
    last = state;
    moments.push(momentOf(state, seconds));
    const hours = stepS / 3_600;
    const { grid, flow } = state.power!;
    for (let i = 0; i < grid.supplyNode.length; i++) {
      const kw = -flow.now.results.pTo[flow.circuit.firstSupplyRow + i] * 1_000 * flow.circuit.baseMva;
      importKwh += Math.max(0, kw) * hours;
      exportKwh += Math.max(0, -kw) * hours;
    }
    const { hub, standing } = state.stations!;
    for (let b = 0; b < hub.banks.length; b++) {
      gasKwh += standing.gasKw[b] * hours;
      const { engine: isEngine, minimumLoad, sizeKw } = hub.banks[b];
      if (isEngine && standing.outputKw[b] < standing.running[b] * minimumLoad * sizeKw - 1e-6) between++;
      if (isEngine && standing.running[b] === 0 && standing.outputKw[b] !== 0) between++;
    }
    const { asked, supply } = state.consumers!;
    for (let i = 0; i < asked.gasKw.length; i++) gasKwh += asked.gasKw[i] * supply.gas[i] * hours;
  });
  engine.runTo(RUN_S);
  const kpis = {} as Record<KpiName, number>;
  energyDomain.measure(last!, (name, value) => {
    kpis[name] = value;
  });
  return { moments, importKwh, exportKwh, gasKwh, between, kpis };
}

const off = (a: number, b: number): number => Math.abs(a - b) / Math.max(1, Math.abs(b));

export const halvedSun: AcceptLine = {
  name: 'sun halved within an interval',
  goal: 'the slack absorbs it; KPI energy equals that of the metered network; no engine ever between 0 and its minimum load',
  async measure({ root }) {
    const scene = sceneOf('eco-park', undefined, root);
    const linear = await loadSolverInNode();
    const clouds: Intervention = {
      id: 'clouds',
      kind: 'clouds',
      targets: [],
      settings: { cover: 75 },
      fromSeconds: CLOUDS_FROM_S,
      untilSeconds: null,
    };
    const plain = watched(scene, linear, []);
    const dark = watched(scene, linear, [clouds]);
    let sunLost = 0;
    let sunBefore = 0;
    let imported = 0;
    let drawn = 0;
    let lost = 0;
    let worst = 0;
    let engineMoved = 0;
    let plansApart = 0;
    let running = 0;
    let steps = 0;
    plain.moments.forEach((a, i) => {
      if (a.seconds < WATCH_FROM_S || a.seconds >= WATCH_UNTIL_S) return;
      steps++;
      const b = dark.moments[i];
      running = a.engines.filter((kw) => kw > 0).length;
      sunBefore += a.sunKw;
      sunLost += a.sunKw - b.sunKw;
      imported += b.importKw - a.importKw;
      drawn += b.drawnKw - a.drawnKw;
      lost += b.lossKw - a.lossKw;
      const unexplained =
        b.importKw - a.importKw - (a.sunKw - b.sunKw) - (b.drawnKw - a.drawnKw) - (b.lossKw - a.lossKw);
      worst = Math.max(worst, Math.abs(unexplained) / Math.max(1, a.importKw));
      if (a.planFromS !== b.planFromS) plansApart++;
      a.engines.forEach((kw, e) => {
        engineMoved = Math.max(engineMoved, Math.abs(b.engines[e] - kw));
      });
    });
    const { kpis } = dark;
    const meters = Math.max(
      off(kpis['energy.imported-electricity'], dark.importKwh),
      off(kpis['energy.exported-electricity'], dark.exportKwh),
      off(kpis['energy.gas'], dark.gasKwh),
      off(kpis['energy.co2'], dark.importKwh * SHANDONG_KG_PER_KWH + dark.gasKwh * GAS_KG_PER_KWH),
    );
    const share = sunLost / sunBefore;
    const between = plain.between + dark.between;
    const mw = (sum: number) => (sum / steps / 1_000).toFixed(2);
    return {
      held:
        share > 0.4 &&
        running > 0 &&
        engineMoved === 0 &&
        plansApart === 0 &&
        worst < 1e-6 &&
        meters < 1e-9 &&
        between === 0,
      reached: `the sun gives ${mw(sunLost)} MW or ${(100 * share).toFixed(0)} % less; import rises by ${mw(imported)} MW, houses and machines draw ${mw(drawn)} more, lines lose ${mw(lost)} more, ${worst.toExponential(1)} unexplained; ${running} stations' engines run and none moves; energy, gas and CO₂ as metered to ${meters.toExponential(1)}; ${between} steps of an engine between`,
      how: 'the flagship on its summer design day, with and without clouds over three quarters of the sky from 11:15, between plans that begin at 11:05 and 12:05; meters are integrated anew from the rows of the power flow that the grid above feeds, and from what each bank burns',
    };
  },
};
