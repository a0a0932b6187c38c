/**
 * Once a minute, for every section: how warm its air, its walls and its cables have become. Sections with cables have the
 * cables' own model, walls and ground included; the others one wall. Air is one number, whatever else goes on in it.
 * What a section's walls are does not depend on whether it is disturbed, so that no warmth is lost on the way there and back.
 */
import { exp } from '../../../kernel';
import { ampacityA, stepCableSection, warmWall } from '../../../networks/cables';
import { setAirC } from '../air';
import { AIR_J_PER_M3_K, WATCH_KW } from '../air/figures';
import type { TunnelRun } from '../state';
import type { TunnelStep } from '../tunnel-step';
import { airC, INSIDE_W_PER_M2_K, restingWallC, wallAfter } from './lumped-heat';

const S_PER_H = 3_600;
const W_PER_KW = 1_000;
/** Air and cables of a section are stepped beside each other in parts of so long. */
const PART_S = 60;
const WATCH_W = 1_000 * WATCH_KW;
/** Before a run, cables have been as loaded as at its beginning for so long: some of their own time constants. Ours. */
const WARM_UP_S = 3 * 3_600;
/** A limit is worked out again where the air has moved by so much; below so much air carries more than the ground would. */
const LIMIT_MOVED_K = 0.5;
const LIMIT_FROM_C = 20;

export function freshM3PerS({ air, plan }: TunnelRun, s: number): number {
  return (air.changesPerH[s] * plan.galleries.sections.volumeM3[s]) / S_PER_H;
}

/** Air and walls begin where they would have come to with what the outdoors, pipes and fans are now. */
export function settleRest(run: TunnelRun, step: TunnelStep): void {
  const { plan, sections, air } = run;
  const outdoorC = step.outdoorC[0];
  for (let s = 0; s < sections.wallC.length; s++) {
    const heatW = WATCH_W + W_PER_KW * step.galleryHeatKw[s];
    const fresh = freshM3PerS(run, s);
    sections.wallC[s] = restingWallC(plan.lumped[s], heatW, fresh, outdoorC, plan.groundC);
    setAirC(air, s, airC(plan.lumped[s], sections.wallC[s], heatW, fresh, outdoorC));
    const cables = plan.cables.sections[s];
    if (cables === null) continue;
    cables.groundC.fill(sections.wallC[s]);
    cables.conductorC.fill(air.airC[s]);
    cables.sheathC.fill(air.airC[s]);
    cables.surfaceC.fill(air.airC[s]);
  }
}

/** Cables as warm as their first currents make them; called once, when the grid has told them. */
export function settleCables(run: TunnelRun, step: TunnelStep): void {
  for (let s = 0; s < run.sections.wallC.length; s++) {
    if (run.plan.cables.sections[s] === null) continue;
    restWithCables(run, step, s, WARM_UP_S);
  }
}

export function restSections(run: TunnelRun, step: TunnelStep, seconds: number): void {
  const { plan, sections, air, fires, cells } = run;
  for (let s = 0; s < sections.wallC.length; s++) {
    // What burns has a warmth of its own.
    if (fires.has(s)) continue;
    const heatW = WATCH_W + W_PER_KW * step.galleryHeatKw[s];
    if (cells.isActive[s] === 1) {
      // Its cells warm its walls themselves, second by second; they are told what warms them.
      cells.heatW[s] = heatW + warmCables(run, step, s, seconds);
      sections.wallC[s] = cells.wallC[s];
      continue;
    }
    // This minute's warmth is reckoned here, should it wake within it.
    cells.heatW[s] = 0;
    const cables = plan.cables.sections[s];
    if (cables !== null) {
      restWithCables(run, step, s, seconds);
      cells.wallC[s] = cables.groundC[0];
      continue;
    }
    const fresh = freshM3PerS(run, s);
    const { lumped, groundC } = plan;
    sections.wallC[s] = wallAfter(lumped[s], sections.wallC[s], heatW, fresh, step.outdoorC[0], groundC, seconds);
    cells.wallC[s] = sections.wallC[s];
    setAirC(air, s, airC(lumped[s], sections.wallC[s], heatW, fresh, step.outdoorC[0]));
  }
}

/** What cells gave their walls in this second. */
export function warmWalls({ plan, cells, sections }: TunnelRun): void {
  const { lengthM } = plan.galleries.sections;
  const { wallGainJ } = cells.scratch;
  for (let s = 0; s < lengthM.length; s++) {
    if (wallGainJ[s] === 0) continue;
    const cables = plan.cables.sections[s];
    if (cables !== null) {
      warmWall(cables, wallGainJ[s] / lengthM[s]);
      cells.wallC[s] = cables.groundC[0];
    }
    sections.wallC[s] = cells.wallC[s];
    wallGainJ[s] = 0;
  }
}

/** Heat that came into a section's walls from elsewhere, J. */
export function giveToWalls({ plan, cells, sections }: TunnelRun, s: number, joules: number): void {
  const cables = plan.cables.sections[s];
  if (cables !== null) {
    warmWall(cables, joules / plan.galleries.sections.lengthM[s]);
    cells.wallC[s] = cables.groundC[0];
  } else cells.wallC[s] = sections.wallC[s] + joules / plan.lumped[s].wallJPerK;
  sections.wallC[s] = cells.wallC[s];
}

function readCurrents({ plan, scratch }: TunnelRun, { cableCurrentA }: TunnelStep, s: number): void {
  const branches = plan.cables.branch[s];
  for (let k = 0; k < branches.length; k++) {
    scratch.amperes[k] = cableCurrentA[branches[k]] / plan.cables.parallel[s][k];
    scratch.live[k] = cableCurrentA[branches[k]] > 0 ? 1 : 0;
  }
}

/** Cables in air that something else moves: what they give to it, in W. */
function warmCables(run: TunnelRun, step: TunnelStep, s: number, seconds: number): number {
  const { plan, air, scratch } = run;
  const cables = plan.cables.sections[s];
  if (cables === null) return 0;
  readCurrents(run, step, s);
  const { areaM2, lengthM } = plan.galleries.sections;
  const airMps = freshM3PerS(run, s) / areaM2[s];
  stepCableSection(cables, scratch.amperes, scratch.live, air.airC[s], airMps, seconds, false);
  let watts = 0;
  for (let k = 0; k < cables.count; k++) watts += lengthM[s] * cables.toAirWPerM[k];
  return watts;
}

function restWithCables(run: TunnelRun, step: TunnelStep, s: number, seconds: number): void {
  const { plan, air, scratch } = run;
  const { volumeM3, lengthM, areaM2, perimeterM } = plan.galleries.sections;
  const cables = plan.cables.sections[s];
  if (cables === null) return;
  readCurrents(run, step, s);
  const fresh = freshM3PerS(run, s);
  const airMps = fresh / areaM2[s];
  const outdoorC = step.outdoorC[0];
  const pipesW = WATCH_W + W_PER_KW * step.galleryHeatKw[s];
  const carried = AIR_J_PER_M3_K * fresh;
  const perK = carried + INSIDE_W_PER_M2_K * perimeterM[s] * lengthM[s];
  const parts = Math.max(1, Math.ceil(seconds / PART_S));
  const eachS = seconds / parts;
  // Exponential Euler: what is out of balance is followed as fast as air and walls exchange warmth, whatever the part.
  const followed = (1 - exp((-eachS * perK) / (AIR_J_PER_M3_K * volumeM3[s]))) / perK;
  // What the air does not keep of it has gone the two ways by which it follows: out with the air, and into the walls.
  const toWallsS = ((eachS - AIR_J_PER_M3_K * volumeM3[s] * followed) * (perK - carried)) / perK;
  let now = air.airC[s];
  for (let part = 0; part < parts; part++) {
    const heatW = pipesW + lengthM[s] * stepCableSection(cables, scratch.amperes, scratch.live, now, airMps, eachS);
    const offW = heatW + carried * (outdoorC - now);
    warmWall(cables, (offW * toWallsS) / lengthM[s]);
    now += followed * offW;
  }
  setAirC(air, s, now);
}

/** Of what a branch is rated, the share that its hottest section lets it carry; at most all of it. */
export function cableLimits(run: TunnelRun, limit: Float64Array): void {
  const { plan, air, limits } = run;
  limit.fill(1);
  for (let s = 0; s < plan.cables.sections.length; s++) {
    const branches = plan.cables.branch[s];
    if (branches.length === 0 || air.airC[s] < LIMIT_FROM_C) continue;
    const isStale = !(Math.abs(air.airC[s] - limits.forC[s]) < LIMIT_MOVED_K);
    if (isStale) limits.forC[s] = air.airC[s];
    for (let k = 0; k < branches.length; k++) {
      if (isStale) limits.share[s][k] = shareOf(run, s, k);
      limit[branches[k]] = Math.min(limit[branches[k]], limits.share[s][k]);
    }
  }
}

function shareOf(run: TunnelRun, s: number, k: number): number {
  const { plan, limits } = run;
  const { sections, parallel, ratedA, branch } = plan.cables;
  const cables = sections[s];
  const rated = ratedA[branch[s][k]];
  if (cables === null || !(rated > 0)) return 1;
  const airMps = freshM3PerS(run, s) / plan.galleries.sections.areaM2[s];
  return Math.min(1, (ampacityA(cables, k, limits.forC[s], airMps) * parallel[s][k]) / rated);
}
