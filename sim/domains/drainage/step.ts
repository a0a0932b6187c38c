/** Ten seconds of rain: off the ground into the street, by gullies into the drains, down to the outfalls, and what does not fit. */
import { heldM, infiltratedM, stepDrains, stepRunoff } from '../../networks/drains';
import type { StepContext } from '../../ports';
import { exchange, intoGalleries, pump } from './exchange';
import { grounds } from './ground';
import { STEP_S } from './plan';
import { isRainSet, rainM, steadyMmPerH } from './rain';
import { type DrainageState, type DrainRun, startDrains } from './state';
import { gather, silence, tellWet } from './tell';

export interface Told {
  readonly values: Float64Array;
  readonly causes: Int32Array;
}

export interface DrainageStep {
  readonly seconds: number;
  readonly stepSeconds: number;
  readonly pumpSupply: Float64Array;
  /** Rain of the scene's own weather. */
  readonly skyMmPerH: number;
  /** Of what falls: it lies, and does not run off. */
  readonly snowShare: number;
  /** What comes up from mains that have burst, by node. */
  readonly mains: readonly Told[];
  /** What falls besides that, in mm/h. */
  readonly rain: Float64Array;
  readonly roadDepth: Told;
  readonly galleryInflow: Told;
  readonly busFlooded: Told;
  readonly pumpKw: Float64Array;
  readonly happen: StepContext<never, never>['happen'];
}

const HOUR_S = 3_600;
/** No link carries more than this, no street holds more: the rest dries where it lies. */
const STILL_M3_PER_S = 1e-3;
const STILL_M = 1e-3;
const STILL_FILM_M = 5e-5;
const WATER_KN_PER_M3 = 9.79;
/** Of a pump with its motor: a submersible one of this size, from memory. */
const PUMP_EFFICIENCY = 0.7;

export function stepDrainage(state: DrainageState, step: DrainageStep): void {
  const { knobs, totals } = state;
  const isSet = isRainSet(knobs);
  step.rain[0] = steadyMmPerH(knobs);
  const isBurst = step.mains.some(({ values }) => values.some((m3PerS) => m3PerS > 0));
  if (!isSet && !isBurst && step.skyMmPerH === 0 && (state.run === null || state.run.isAtRest)) {
    if (state.run !== null) state.run.stormFromS = -1;
    return;
  }
  state.run ??= startDrains(state.scene);
  const { run } = state;
  if (run === null) return;
  const madeM = rainM(run, knobs, step.seconds, step.stepSeconds);
  step.rain[0] = (madeM * 1_000 * HOUR_S) / step.stepSeconds;
  const skyM = (step.skyMmPerH * step.stepSeconds) / HOUR_S / 1_000;
  const fellM = (madeM + skyM) * (1 - step.snowShare);
  if (fellM === 0 && !isBurst && run.isAtRest) return;
  run.isAtRest = false;
  const before = heldBy(run);
  const stepped = flow(state, run, step, fellM);
  const rainM3 = fellM * run.plan.totalM2;
  totals.rainM3 += rainM3;
  totals.mainsM3 += stepped.mainsM3;
  totals.rainMmPerH = (fellM * 1_000 * HOUR_S) / step.stepSeconds;
  totals.outfallM3 += stepped.outM3;
  totals.bankM3 += stepped.bankM3;
  totals.galleryM3 += stepped.galleryM3;
  const off = rainM3 + stepped.mainsM3 - stepped.outM3 - stepped.bankM3 - stepped.galleryM3 - (heldBy(run) - before);
  totals.worstImbalance = Math.max(
    totals.worstImbalance,
    Math.abs(off) / Math.max(1, before + rainM3 + stepped.mainsM3),
  );
  totals.wetSteps++;
  gather(run, totals);
  tellWet(state, run, step);
  if (fellM === 0 && !isBurst && isStill(run, totals.worstDepthM)) {
    run.isAtRest = true;
    totals.rainMmPerH = 0;
    run.drains.flowM3PerS.fill(0);
    run.pumping.fill(0);
    silence(state, run, step);
  }
}

/** All water that the domain holds: on the ground and in it, on streets and in drains. */
export function heldBy({ plan, ground, drains }: DrainRun): number {
  let m3 = plan.totalM2 * (heldM(grounds, ground) + infiltratedM(grounds, ground));
  for (const each of drains.waterM3) m3 += each;
  return m3;
}

function flow({ knobs }: DrainageState, run: DrainRun, step: DrainageStep, fellM: number) {
  const { plan, drains, levelM, work, sectionM3, pumpedM3 } = run;
  const { pipe, street, catchmentM2, nodeCount, outfallCount } = plan;
  const stepS = step.stepSeconds;
  const steps = Math.round(stepS / STEP_S);
  const offM = stepRunoff(grounds, run.ground, fellM / stepS, stepS) / steps;
  const tide = knobs['city.tide'].values[0];
  for (let k = 0; k < levelM.length; k++) levelM[k] = plan.levelM[k] + (Number.isNaN(tide) ? 0 : tide);
  for (let j = 0; j < run.allPowered.length; j++) {
    run.allPowered[j] = knobs['drain-pump.out'].values[j] >= 0.5 ? 0 : step.pumpSupply[j];
  }
  const mains = listMains(run, step.mains);
  sectionM3.fill(0);
  pumpedM3.fill(0);
  let outM3 = 0;
  let bankM3 = 0;
  let galleryM3 = 0;
  let mainsM3 = 0;
  for (let k = 0; k < steps; k++) {
    if (offM > 0) {
      for (let n = 0; n < nodeCount; n++) {
        const cell = street[n] >= 0 ? street[n] : pipe[n];
        if (cell >= 0) drains.waterM3[cell] += offM * catchmentM2[n];
      }
    }
    for (const { cell, m3PerS } of mains) {
      drains.waterM3[cell] += m3PerS * STEP_S;
      mainsM3 += m3PerS * STEP_S;
    }
    exchange(plan, drains, STEP_S);
    galleryM3 += intoGalleries(plan, drains, STEP_S, sectionM3);
    if (pumpedM3.length > 0) outM3 += pump(plan, drains, run.pumping, run.allPowered, STEP_S, pumpedM3);
    stepDrains(plan.network, drains, work, levelM);
    for (let o = 0; o < levelM.length; o++) {
      if (o < outfallCount) outM3 += work.leftM3[o];
      else bankM3 += work.leftM3[o];
    }
  }
  return { outM3, bankM3, galleryM3, mainsM3 };
}

/** What burst mains bring to which cells; and for each system the newest burst in it, for as long as its water is about. */
function listMains({ plan, mainsCause }: DrainRun, mains: readonly Told[]): { cell: number; m3PerS: number }[] {
  const found: { cell: number; m3PerS: number }[] = [];
  for (const { values, causes } of mains) {
    for (let n = 0; n < plan.nodeCount; n++) {
      const cell = plan.street[n] >= 0 ? plan.street[n] : plan.pipe[n];
      if (!(values[n] > 0) || cell < 0) continue;
      found.push({ cell, m3PerS: values[n] });
      const system = plan.systemOf[n];
      mainsCause[system] = Math.max(mainsCause[system], causes[n]);
    }
  }
  return found;
}

function isStill({ plan, drains, ground }: DrainRun, worstDepthM: number): boolean {
  if (worstDepthM > STILL_M) return false;
  for (const cell of plan.street) if (cell >= 0 && drains.depthM[cell] > STILL_M) return false;
  for (let k = 0; k < grounds.length; k++) if (ground.depthM[k] > grounds[k].hollowsM + STILL_FILM_M) return false;
  for (const each of drains.flowM3PerS) if (Math.abs(each) > STILL_M3_PER_S) return false;
  return true;
}

/** What pumps draw for what they lifted in the step. */
export function pumpKw({ plan, pumpedM3 }: DrainRun, pump: number, stepS: number): number {
  return (WATER_KN_PER_M3 * (pumpedM3[pump] / stepS) * plan.pumps.liftM[pump]) / PUMP_EFFICIENCY;
}
