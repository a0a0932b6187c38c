import type { RunSettings } from '../../ports';
import type { CompiledScene } from '../../scene/compiled';
import { activate, isRestless } from './active';
import { setOutdoorC } from './air';
import { CREW_IDLE, stepCrews } from './crew/crews';
import { crewOrders, setMobilePumps } from './crew/orders';
import { followFirefighters } from './firefighters';
import { stepFires } from './fires';
import { stepFlood } from './flood/step-flood';
import { carryGas, leakGas } from './gas-in-air';
import { stepLinkages } from './linkages';
import { meterTunnel } from './meter';
import { patrol } from './patrol';
import { cableLimits, restSections, settleCables, settleRest } from './rest/rest';
import { tellRoads, watchRoads } from './roads';
import { emptyTunnel, type TunnelRun, type TunnelState } from './state';
import { tellCables, tellDemand, tellFibres, tellFire, tellWater } from './tell';
import type { TunnelStep } from './tunnel-step';
import { powerOf, ventilate } from './ventilate';
import { stepStretches, tellStretches } from './vessels';
import { watchPaths, watchSupply } from './watch-supply';
import { forgetMended, hasInflow, watchWrongs } from './wrongs';

const MINUTE_S = 60;
const M3_PER_H = 1 / 3_600;

export function createTunnel(scene: CompiledScene, settings: RunSettings): TunnelState {
  return emptyTunnel(scene, settings);
}

export function stepTunnel(state: TunnelState, step: TunnelStep): void {
  const { run, knobs, scene, totals } = state;
  if (run === null) return;
  const { seconds: nowS, stepSeconds: stepS } = step;
  const sectionIds = scene.elements['gallery-section'].ids;
  const tell = (code: string, section: number, cause: number): number =>
    step.happen(code, sectionIds[section], cause > 0 ? [cause] : [], {});
  if (nowS === 0) settleRest(run, step);
  if (nowS % MINUTE_S === 0) {
    setOutdoorC(run.air, step.outdoorC[0]);
    // The grid's first currents come with its first step.
    if (nowS > 0 && !run.areCablesWarm) {
      settleCables(run, step);
      run.areCablesWarm = true;
    }
    restSections(run, step, MINUTE_S);
    cableLimits(run, step.cableLimit);
  }
  forgetMended(knobs, run.sections);
  watchWrongs(run, knobs, step.inflowM3PerS, nowS);
  if (watchSupply(run, step.sectionSupply, step.supplyCause, stepS, tell)) run.isBusy = 1;
  watchPaths(run, step.sectionHeard, stepS);
  const list = gatherActive(state, run, step);
  const isQuiet = list.count === 0 && run.isBusy === 0;
  if (isQuiet) carryGas(run, nowS, stepS);
  else stepBusy(state, run, step, list, tell);
  run.isBusy = list.count > 0 || run.crews.state.some((each) => each !== CREW_IDLE) ? 1 : 0;
  if (!isQuiet || nowS % MINUTE_S === 0) tellDemand(run, step);
  totals.elapsedS = nowS + stepS;
  meterTunnel(state, run, stepS);
}

/** A second in which something is wrong somewhere, has just been, or somebody has turned a knob. */
function stepBusy(state: TunnelState, run: TunnelRun, step: TunnelStep, list: ActiveList, tell: Tell): void {
  const { knobs, scene } = state;
  const { seconds: nowS, stepSeconds: stepS } = step;
  ventilate(run, knobs['gallery-section.ventilation'].values, knobs['gallery-section.fans-out'].values);
  const wanted = (stretch: number) => cutBy(run, stretch);
  stepStretches(run.plan.stretches, run.stretches, wanted, step.gasClosedInKg, step.gasPressureKpa);
  leakGas(state, run, step);
  carryGas(run, nowS, stepS);
  flow(state, run, step, list);
  const burntBranch = (branch: number, cause: number) =>
    step.happen('tunnel.cable-burnt', scene.elements.branch.ids[branch], cause > 0 ? [cause] : [], {});
  stepFires(state, run, step, list, burntBranch, (s, cause) => tell('tunnel.fibre-burnt', s, cause));
  stepLinkages(state, run, step, list, tell);
  followFirefighters(run, step, scene.elements['gallery-section'].ids);
  patrol(state, run, step, tell);
  stepCrews(run.crews, run.calls, list.sections, list.count, nowS, stepS, crewOrders(run, knobs, step, tell));
  if (watchRoads(run, tell)) tellRoads(run, step.roadHazard, step.hazardCause);
  tellStretches(run.plan.stretches, run.stretches, step.gasShut, step.shutCause, step.gasLeftKg);
  tellWater(run, step);
  tellFire(run, step);
  tellCables(run, step);
  tellFibres(run, step);
}

type Tell = (code: string, section: number, cause: number) => number;

/** Those that are stepped every second: what is wrong, what still shows it, and their neighbours. */
export interface ActiveList {
  readonly sections: Int32Array;
  count: number;
}

function gatherActive(state: TunnelState, run: TunnelRun, step: TunnelStep): ActiveList {
  const { active, plan } = run;
  const { before, after } = plan.galleries.sections;
  const { sections } = run;
  active.wanted.fill(0);
  for (let s = 0; s < sections.isActive.length; s++) {
    if (!isRestless(state, run, step, s)) continue;
    active.wanted[s] = 1;
    if (before[s] >= 0) active.wanted[before[s]] = 1;
    if (after[s] >= 0) active.wanted[after[s]] = 1;
  }
  active.list.count = 0;
  for (let s = 0; s < sections.isActive.length; s++) {
    activate(run, s, active.wanted[s] === 1, step.stepSeconds);
    if (sections.isActive[s] === 1) active.list.sections[active.list.count++] = s;
  }
  return active.list;
}

/** The happening that wants a stretch shut: the gas linkage of a section that some of its mains run through. */
function cutBy({ plan, gasLinkage }: TunnelRun, stretch: number): number {
  const { start, at } = plan.sectionsOfStretch;
  for (let i = start[stretch]; i < start[stretch + 1]; i++) {
    const s = at[i];
    if (gasLinkage.isCut[s] === 1) return gasLinkage.cutCause[s];
  }
  return 0;
}

function flow(state: TunnelState, run: TunnelRun, step: TunnelStep, { sections, count }: ActiveList): void {
  const { scratch, plan, flood } = run;
  const { knobs } = state;
  const pumpsOut = knobs['gallery-section.pumps-out'].values;
  for (let k = 0; k < count; k++) {
    const s = sections[k];
    const joint = hasInflow(knobs, run.sections, s) ? knobs['gallery-section.inflow'].values[s] * M3_PER_H : 0;
    scratch.inflow[s] = joint + step.inflowM3PerS[s];
  }
  setMobilePumps(run, scratch.mobile);
  const works = (s: number) => (powerOf(run, s) > 0 ? 1 - Math.max(0, pumpsOut[s] || 0) : 0);
  stepFlood(
    plan.flood,
    flood,
    sections,
    count,
    scratch.inflow,
    works,
    scratch.mobile,
    step.stepSeconds,
    scratch.carried,
  );
}
