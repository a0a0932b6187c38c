/** Rain on the flagship, and SWMM's answer for a small model. */
import { resolve } from 'node:path';
import { type DrainageState, drainageDomain } from '../../../sim/domains/drainage';
import { trafficDomain } from '../../../sim/domains/traffic';
import type { LinearSolver } from '../../../sim/kernel';
import type { AnyDomain, Happening } from '../../../sim/ports';
import { createEngine, deskInPlace } from '../../../sim/runtime';
import { defaultScenario } from '../../../sim/scenarios';
import { storm } from '../../domains/drainage/drain-town';
import { sceneOf } from '../../domains/energy/scenes';
import { hasSwmm, readReport, runModel, swmmBeside } from '../../reference/tunnel/swmm';
import type { AcceptLine } from '../line';

const HOUR_S = 3_600;
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

export const swmm: AcceptLine = {
  name: 'drains against SWMM 5.2',
  goal: 'peak flows within 10 %, volumes within 5 %, closed better than SWMM’s own 0.03 %',
  async measure({ root }) {
    const folder = swmmBeside(resolve(root));
    if (!hasSwmm(folder)) return { held: false, reached: 'the reference model is absent here', how: folder };
    const theirs = readReport(folder);
    const ours = runModel(folder);
    const off = (name: keyof typeof ours) => Math.abs(ours[name] / theirs[name] - 1);
    const held =
      Math.max(off('peakOut'), off('peakRunoff')) <= 0.1 &&
      Math.max(off('outM3'), off('runoffM3'), off('storedM3'), off('infiltrationMm')) <= 0.05 &&
      Math.abs(ours.routingError) < 1e-9;
    return {
      held,
      reached: `peak outflow ${ours.peakOut.toFixed(3)} m³/s (${theirs.peakOut}), runoff ${ours.peakRunoff.toFixed(3)} (${theirs.peakRunoff}), depth ${ours.depthM.toFixed(3)} m (${theirs.depthM}); outflow ${ours.outM3.toFixed(0)} m³ (off ${percent(off('outM3'))}), runoff ${percent(off('runoffM3'))}, stored ${percent(off('storedM3'))}; error ${ours.routingError.toExponential(1)} (${theirs.routingError})`,
      how: 'model_rain.inp read and run as it stands',
    };
  },
};

export const flagshipStorm: AcceptLine = {
  name: 'a cloudburst on the flagship',
  goal: 'once in 20 years: closed to 1e-9 in every step, ≥ 200 × real time by itself while it rains; fewer roads flooded once a year',
  async measure({ root }) {
    const rare = rain(root, { years: 20, minutes: 120, peak: 45 });
    const usual = rain(root, { years: 1, minutes: 120, peak: 45 });
    const { totals } = rare.state;
    return {
      held:
        totals.worstImbalance < 1e-9 && rare.timesReal >= 200 && usual.state.totals.mostFloodedM < totals.mostFloodedM,
      reached: `${(totals.rainM3 / 1_000).toFixed(0)}k m³ fell, ${(totals.outfallM3 / 1_000).toFixed(0)}k m³ by outfalls, ${(totals.bankM3 / 1_000).toFixed(0)}k m³ over banks, ${totals.galleryM3.toFixed(0)} m³ into galleries; ${(totals.mostFloodedM / 1_000).toFixed(1)} km of edges flooded at most (${(usual.state.totals.mostFloodedM / 1_000).toFixed(1)} once a year), deepest ${totals.deepestM.toFixed(2)} m; off by ${totals.worstImbalance.toExponential(1)}; ${rare.timesReal.toFixed(0)} × real time`,
      how: `${rare.state.run!.plan.network.cells} cells, ${rare.state.run!.plan.network.links} links, steps of 0.5 s, two hours of storm and one after; CPU time of this process`,
    };
  },
};

export const stormChain: AcceptLine = {
  name: 'U2: rain, drains, roads, traffic',
  goal: 'the storm fills mains, mains flood roads, floods shut roads, each naming the one before',
  async measure({ root }) {
    const { heard } = rain(root, { years: 20, minutes: 60, peak: 15 }, [trafficDomain], 0.5 * HOUR_S);
    const byId = new Map(heard.map((each) => [each.id, each]));
    const up = (of: Happening | undefined) => (of === undefined ? undefined : byId.get(of.causes[0]));
    const codes = ['traffic.road-closed', 'drainage.road-flooded', 'drainage.main-full', 'intervention.started'];
    const chains = heard.filter((each) => {
      let at: Happening | undefined = each;
      return codes.every((code) => {
        const isIt = at?.code === code;
        at = up(at);
        return isIt;
      });
    });
    const count = (code: string) => heard.filter((each) => each.code === code).length;
    return {
      held: chains.length > 0,
      reached: `${chains.length} of ${count('traffic.road-closed')} closures by the whole chain; ${count('drainage.road-flooded')} edges flooded, ${count('drainage.main-full')} systems of drains full, ${count('drainage.water-in-gallery')} sections with water`,
      how: 'drainage and traffic, from seven in the morning, half an hour',
    };
  },
};

function rain(root: string, settings: Record<string, number>, others: readonly AnyDomain[] = [], seconds = 3 * HOUR_S) {
  const scene = sceneOf('eco-park', undefined, root);
  let latest: DrainageState | undefined;
  const watched: AnyDomain = {
    ...drainageDomain,
    step(state, context) {
      latest = state;
      drainageDomain.step(state, context);
    },
  };
  const heard: Happening[] = [];
  const domains = [watched, ...others];
  const scenario = {
    ...defaultScenario('eco-park'),
    domains: domains.map((each) => each.name),
    startSeconds: 7 * HOUR_S,
    durationSeconds: seconds + 60,
    interventions: [storm(settings)],
  };
  const desk = deskInPlace(domains, { linear: undefined as unknown as LinearSolver });
  const engine = createEngine({ scene, scenario, domains, desk, listener: { happened: (each) => heard.push(each) } });
  const before = process.cpuUsage();
  engine.runTo(seconds);
  const { user, system } = process.cpuUsage(before);
  return { state: latest as DrainageState, heard, timesReal: seconds / ((user + system) / 1e6) };
}
