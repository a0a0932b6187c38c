/**
 * Mains of heat and cold that burst. What a hole lets out is made up by the station while its pump can: then the loop goes
 * on, what leaks is heat lost, and it leaks until somebody mends it. More than that, and the loop loses its pressure: its
 * pumps stop before they run dry, what lies higher than the hole drains, and nobody has heat until the place is shut off and
 * what ran out is filled in again. Valves that watch their pressure shut within a minute; others wait for the crew. Then the
 * rest of the loop serves whom it still reaches. A gallery with water on its floor says where to look: there the pipe's own
 * two ends are shut.
 *
 * Left out: bursts of the return (they let out what is already cooled), water that comes back through exchangers, air that
 * is caught in, and the mending, which is over when the change that broke the main ends.
 */
import { type Decoder, type Encoder, PI } from '../../../kernel';
import { replaceSupply, type ThermalNetwork } from '../../../networks/heat';
import type { StepContext } from '../../../ports';
import type { CompiledScene } from '../../../scene/compiled';
import { type MainPlan, type MainSection, sectionOf } from './main-plan';

export interface MainBreaks {
  /** By pipe: how long it has kept the loop without pressure (−1 while it is whole), and until the crew is there. */
  readonly brokenForS: Float64Array;
  readonly crewCameS: Float64Array;
  /** The happening by which it burst. */
  readonly began: Int32Array;
  /** And the happening that is its last. */
  readonly last: Int32Array;
  /** 1: the gallery that it floods has had it shut. */
  readonly byGallery: Uint8Array;
  readonly isShutOff: Uint8Array;
  /** What still lies in the section of a burst pipe that is shut off. */
  readonly leftM3: Float64Array;
  /** What leaves each burst pipe now. */
  readonly outM3PerS: Float64Array;
  /** What has run out of the rest of the loop and is to be filled in again, and the most that it was. */
  missingM3: number;
  mostMissingM3: number;
  /** The happening that said that the loop stands; 0 while it runs. */
  stopped: number;
  lostM3: number;
}

export interface MainsStep {
  readonly elements: CompiledScene['elements'];
  /** Hole of each pipe of the scene, mm, and the happening behind it, for heat and for cold. */
  readonly holes: Readonly<Record<MainPlan['element'], { readonly values: Float64Array; readonly causes: Int32Array }>>;
  /** By section of a gallery: 1 where the gallery has shut what it could, and the happening that told so. */
  readonly flooded: { readonly values: Float64Array; readonly causes: Int32Array };
  readonly crewComesS: (element: MainPlan['element'], slot: number) => number;
  readonly stationElement: number;
  readonly happen: StepContext<never, never>['happen'];
}

/** Valves that watch their pressure shut when it falls fast, and a turn of the key takes ten minutes: as with gas. */
const REMOTE_AFTER_S = 60;
const CREW_VALVE_S = 600;
/** A sharp-edged hole. */
const DISCHARGE = 0.6;
const G2 = 2 * 9.80665;
const LEAST_M3 = 1e-9;

export function noBreaks(pipes: number): MainBreaks {
  return {
    brokenForS: new Float64Array(pipes).fill(-1),
    crewCameS: new Float64Array(pipes),
    began: new Int32Array(pipes),
    last: new Int32Array(pipes),
    byGallery: new Uint8Array(pipes),
    isShutOff: new Uint8Array(pipes),
    leftM3: new Float64Array(pipes),
    outM3PerS: new Float64Array(pipes),
    missingM3: 0,
    mostMissingM3: 0,
    stopped: 0,
    lostM3: 0,
  };
}

export const isWhole = ({ brokenForS, missingM3 }: MainBreaks): boolean =>
  missingM3 === 0 && brokenForS.every((seconds) => seconds < 0);

/** Before the loop's step: what is open, what leaks, and whether its pumps may run. */
export function stepMains(
  plan: MainPlan,
  breaks: MainBreaks,
  net: ThermalNetwork,
  step: MainsStep,
  stepS: number,
): void {
  const { inputs } = net;
  inputs.open.set(plan.builtOpen);
  inputs.leakM3PerS.fill(0);
  breaks.outM3PerS.fill(0);
  followHoles(plan, breaks, net, step);
  if (isWhole(breaks)) return;
  let running = 0;
  let hasSource = false;
  for (let b = 0; b < breaks.brokenForS.length; b++) {
    if (breaks.brokenForS[b] < 0) continue;
    shutWhatIsDue(plan, breaks, step, b);
    const section = sectionNow(plan, breaks, b);
    for (let k = 0; k < shutCount(section, breaks, b); k++) inputs.open[section.shut[k]] = 0;
    if (breaks.isShutOff[b] === 1) {
      for (const dry of section.dry) inputs.open[dry] = 0;
      hasSource ||= section.hasSource;
      runDry(plan, breaks, step, b, stepS);
    } else running += outThrough(plan, net, step, b, true);
  }
  if (running > 0 && running <= plan.makeupM3PerS && breaks.missingM3 === 0) leak(plan, breaks, net, step);
  else if (running > 0) drain(plan, breaks, net, step, stepS);
  else if (breaks.missingM3 > 0) refill(plan, breaks, net, stepS);
  tellLoop(plan, breaks, step, running > plan.makeupM3PerS || breaks.missingM3 > 0 || hasSource);
  if (breaks.stopped > 0) inputs.pumpsOn.fill(0);
  for (let b = 0; b < breaks.outM3PerS.length; b++) {
    breaks.lostM3 += breaks.outM3PerS[b] * stepS;
    if (breaks.brokenForS[b] >= 0 && breaks.stopped > 0) breaks.brokenForS[b] += stepS;
  }
}

function followHoles(plan: MainPlan, breaks: MainBreaks, net: ThermalNetwork, step: MainsStep): void {
  const { brokenForS, crewCameS, began, last, byGallery, isShutOff, leftM3 } = breaks;
  const { values, causes } = step.holes[plan.element];
  const { ids } = step.elements[plan.element];
  for (let b = 0; b < brokenForS.length; b++) {
    const slot = plan.slot[b];
    const isBurst = values[slot] > 0;
    if (isBurst && brokenForS[b] < 0) {
      brokenForS[b] = 0;
      crewCameS[b] = step.crewComesS(plan.element, slot);
      began[b] = step.happen('energy.thermal-main-burst', ids[slot], causesOf(causes[slot]), {
        diameterMm: values[slot],
      });
      last[b] = began[b];
    } else if (!isBurst && brokenForS[b] >= 0) {
      // Mended: what is missing in its section is filled in before it is opened.
      const section = sectionNow(plan, breaks, b);
      const missing = isShutOff[b] === 1 ? section.volumeM3 - leftM3[b] : 0;
      if (missing > 0) {
        const share = missing / section.volumeM3;
        for (const dry of section.dry) replaceSupply(net, dry, share, net.inputs.makeupC);
      }
      step.happen('energy.thermal-main-mended', ids[slot], causesOf(last[b]), {});
      brokenForS[b] = -1;
      byGallery[b] = 0;
      isShutOff[b] = 0;
      leftM3[b] = 0;
      began[b] = 0;
      last[b] = 0;
    }
  }
}

/** The section that is to be shut: the pipe alone where a gallery has found it and shuts it at its own walls. */
function sectionNow(plan: MainPlan, { byGallery }: MainBreaks, pipe: number): MainSection {
  if (byGallery[pipe] === 0) return sectionOf(plan, pipe);
  return { shut: [pipe], atOnce: 1, dry: [pipe], volumeM3: plan.volumeM3[pipe], hasSource: false };
}

function shutCount(section: MainSection, { brokenForS, crewCameS, byGallery }: MainBreaks, pipe: number): number {
  if (byGallery[pipe] === 1) return section.shut.length;
  if (brokenForS[pipe] < REMOTE_AFTER_S) return 0;
  const byHand = Math.floor((brokenForS[pipe] - crewCameS[pipe]) / CREW_VALVE_S);
  return Math.min(section.shut.length, section.atOnce + Math.max(0, byHand));
}

function shutWhatIsDue(plan: MainPlan, breaks: MainBreaks, step: MainsStep, pipe: number): void {
  const { byGallery, isShutOff, last, leftM3, brokenForS } = breaks;
  if (isShutOff[pipe] === 1) return;
  const { section: inSection } = plan.placeOf(pipe);
  const isFound = inSection >= 0 && step.flooded.values[inSection] > 0;
  if (isFound) byGallery[pipe] = 1;
  const section = sectionNow(plan, breaks, pipe);
  if (shutCount(section, breaks, pipe) < section.shut.length) return;
  // A section without any valve is shut by the gate of its station alone, which is watched like a valve.
  if (section.shut.length === 0 && brokenForS[pipe] < REMOTE_AFTER_S) return;
  isShutOff[pipe] = 1;
  leftM3[pipe] = section.volumeM3;
  const told = isFound ? step.flooded.causes[inSection] : 0;
  last[pipe] = step.happen(
    'energy.thermal-main-shut',
    step.elements[plan.element].ids[plan.slot[pipe]],
    [last[pipe], ...causesOf(told)],
    { minutes: brokenForS[pipe] / 60, pipes: section.dry.length },
  );
  // What had drained out of the section itself is not the rest's to be filled in.
  const own = (breaks.missingM3 * section.volumeM3) / plan.volumeM3.reduce((sum, each) => sum + each, 0);
  leftM3[pipe] -= own;
  breaks.missingM3 -= own;
}

/** Through the hole, under the loop's pressure (half of its pumps' head, as in the middle of the loop) or what is left of it. */
function outThrough(plan: MainPlan, net: ThermalNetwork, step: MainsStep, pipe: number, isHeld: boolean): number {
  const diameterM = step.holes[plan.element].values[plan.slot[pipe]] / 1_000;
  const pumpsM = isHeld ? 0.5 * net.plan.pumpHeadM[0] : 0;
  return DISCHARGE * (PI / 4) * diameterM * diameterM * Math.sqrt(G2 * (plan.restHeadM[pipe] + pumpsM));
}

function leak(plan: MainPlan, breaks: MainBreaks, net: ThermalNetwork, step: MainsStep): void {
  for (let b = 0; b < breaks.brokenForS.length; b++) {
    if (breaks.brokenForS[b] < 0 || breaks.isShutOff[b] === 1) continue;
    const out = outThrough(plan, net, step, b, true);
    breaks.outM3PerS[b] = out;
    net.inputs.leakM3PerS[plan.to[b]] += out;
  }
}

/** No pressure is held: what lies higher runs out, and what is made up runs after it. */
function drain(plan: MainPlan, breaks: MainBreaks, net: ThermalNetwork, step: MainsStep, stepS: number): void {
  for (let b = 0; b < breaks.brokenForS.length; b++) {
    if (breaks.brokenForS[b] < 0 || breaks.isShutOff[b] === 1) continue;
    const falls = outThrough(plan, net, step, b, false);
    const above = Math.max(0, plan.aboveM3[b] - breaks.missingM3) / stepS;
    const out = Math.min(falls, plan.makeupM3PerS + above);
    breaks.outM3PerS[b] = out;
    breaks.missingM3 += Math.max(0, out - plan.makeupM3PerS) * stepS;
  }
  breaks.mostMissingM3 = Math.max(breaks.mostMissingM3, breaks.missingM3);
}

/** What is left in the section that is shut off runs out, until it is empty. */
function runDry(plan: MainPlan, breaks: MainBreaks, step: MainsStep, pipe: number, stepS: number): void {
  const { leftM3, outM3PerS } = breaks;
  const diameterM = step.holes[plan.element].values[plan.slot[pipe]] / 1_000;
  const byItself = DISCHARGE * (PI / 4) * diameterM * diameterM * Math.sqrt(G2);
  outM3PerS[pipe] = Math.min(byItself, leftM3[pipe] / stepS);
  leftM3[pipe] = Math.max(0, leftM3[pipe] - outM3PerS[pipe] * stepS);
  if (leftM3[pipe] < LEAST_M3) leftM3[pipe] = 0;
}

/** Cold water is filled in where warm has run out, spread over all that is not shut off. */
function refill(plan: MainPlan, breaks: MainBreaks, net: ThermalNetwork, stepS: number): void {
  breaks.missingM3 = Math.max(0, breaks.missingM3 - plan.makeupM3PerS * stepS);
  if (breaks.missingM3 > 0) return;
  const { open, makeupC } = net.inputs;
  const rest = plan.volumeM3.reduce((sum, volume, b) => sum + (open[b] === 1 ? volume : 0), 0);
  const share = rest > 0 ? Math.min(1, breaks.mostMissingM3 / rest) : 0;
  for (let b = 0; b < open.length; b++) if (open[b] === 1) replaceSupply(net, b, share, makeupC);
  breaks.mostMissingM3 = 0;
}

function tellLoop(plan: MainPlan, breaks: MainBreaks, step: MainsStep, stands: boolean): void {
  const station = step.elements.station.ids[step.stationElement];
  const newest = Math.max(...breaks.last);
  if (stands && breaks.stopped === 0) {
    breaks.stopped = step.happen(
      plan.element === 'heat-pipe' ? 'energy.heat-loop-stopped' : 'energy.cooling-loop-stopped',
      station,
      causesOf(newest),
      {},
    );
  } else if (!stands && breaks.stopped > 0) {
    step.happen(
      plan.element === 'heat-pipe' ? 'energy.heat-loop-back' : 'energy.cooling-loop-back',
      station,
      causesOf(newest > breaks.stopped ? newest : breaks.stopped),
      {},
    );
    breaks.stopped = 0;
  }
}

const causesOf = (cause: number): number[] => (cause > 0 ? [cause] : []);

export function saveBreaks(of: MainBreaks, out: Encoder): void {
  out
    .float64s(of.brokenForS)
    .float64s(of.crewCameS)
    .int32s(of.began)
    .int32s(of.last)
    .uint8s(of.byGallery)
    .uint8s(of.isShutOff);
  out.float64s(of.leftM3).float64s(of.outM3PerS);
  out.f64(of.missingM3).f64(of.mostMissingM3).u32(of.stopped).f64(of.lostM3);
}

export function loadBreaks(of: MainBreaks, from: Decoder): void {
  from.float64s(of.brokenForS);
  from.float64s(of.crewCameS);
  from.int32s(of.began);
  from.int32s(of.last);
  from.uint8s(of.byGallery);
  from.uint8s(of.isShutOff);
  from.float64s(of.leftM3);
  from.float64s(of.outM3PerS);
  of.missingM3 = from.f64();
  of.mostMissingM3 = from.f64();
  of.stopped = from.u32();
  of.lostM3 = from.f64();
}
