/** Where crews are wanted, when they may go in, what they find and what they mend. */
import type { TunnelKnobs } from '../knobs';
import { FIRE_CLEARED, FIRE_NONE } from '../linkage/fire-linkage';
import { FLOOD_SHUT } from '../linkage/flood-linkage';
import { GAS_ALARM, GAS_PURGED } from '../linkage/gas-linkage';
import { APPROACHES, type RoadsAbove } from '../places/roads-above';
import type { TunnelRun } from '../state';
import type { TunnelStep } from '../tunnel-step';
import { isKnown } from '../watch-supply';
import { hasHole, hasInflow } from '../wrongs';
import { CREW_WAITS, CREW_WORKS, type CrewNews, type CrewOrders, WALK_MPS, WAY_WITHOUT_ROADS_S } from './crews';

/** Ours, after what such work takes: a clamp on a main, new boards and pumps, a joint that leaks, burnt cables, a look round. */
const CLAMP_S = 3_600;
const BOARDS_S = 7_200;
const JOINT_S = 3_600;
const CABLES_S = 8 * 3_600;
const LOOK_ROUND_S = 600;
/** Mobile pumps on a truck: 200 m³/h is a small one of those that cities keep (makers' sheets: 200 to 3,000). */
export const MOBILE_PUMP_M3_PER_S = 200 / 3_600;
/** People wade no deeper. Ours. */
const WADE_M = 0.05;

export function crewOrders(
  run: TunnelRun,
  knobs: TunnelKnobs,
  step: TunnelStep,
  tell: (news: CrewNews, section: number, cause: number) => number,
): CrewOrders {
  const { plan, gasLinkage, floodLinkage, fireLinkage, flood, sections, lostCable } = run;
  const { access } = plan.roads;
  const gasWork = (s: number) => (hasHole(knobs, sections, s) ? CLAMP_S : 0);
  const waterWork = (s: number) =>
    (floodLinkage.drowned[s] === 1 ? BOARDS_S : 0) + (hasInflow(knobs, sections, s) ? JOINT_S : 0);
  const fireWork = (s: number) => (fireLinkage.state[s] === FIRE_CLEARED ? CABLES_S : 0);
  const work = (s: number) => gasWork(s) + waterWork(s) + fireWork(s);
  return {
    wanted(s) {
      if (sections.mayReset[s] === 1 || !isKnown(run, s)) return 0;
      if (gasLinkage.state[s] >= GAS_ALARM && gasLinkage.acknowledged[s] === 1) return gasLinkage.alarmCause[s];
      if (floodLinkage.state[s] >= FLOOD_SHUT || floodLinkage.drowned[s] === 1) return floodLinkage.cause[s];
      return fireLinkage.state[s] !== FIRE_NONE ? fireLinkage.cause[s] : 0;
    },
    wayS: (s) => (access[s] >= 0 ? soonestS(plan.roads, step.crewTravelS, s) : WAY_WITHOUT_ROADS_S),
    mayEnter: (s) =>
      (gasLinkage.state[s] < GAS_ALARM || gasLinkage.state[s] === GAS_PURGED) &&
      flood.levelM[s] <= WADE_M &&
      // A main that still runs is shut first, by the gallery's valves or by the water works'.
      step.inflowM3PerS[s] === 0 &&
      (fireLinkage.state[s] === FIRE_NONE || fireLinkage.state[s] === FIRE_CLEARED),
    // Where the valves have shut on a burst, the water is what there was: the main is mended by whoever runs it.
    finds: (s) => work(s) > 0 || floodLinkage.state[s] >= FLOOD_SHUT,
    workS: (s) => Math.max(LOOK_ROUND_S, work(s)),
    // The escape shaft is in the middle; what is broken lies a quarter of the section away, on the mean.
    walkM: (s) => plan.galleries.sections.lengthM[s] / 4,
    tell,
    done(s) {
      if (hasHole(knobs, sections, s)) sections.gasMended[s] = 1;
      if (hasInflow(knobs, sections, s)) sections.inflowMended[s] = 1;
      if (fireLinkage.state[s] === FIRE_CLEARED) {
        for (let branch = 0; branch < lostCable.cause.length; branch++) {
          if (lostCable.section[branch] !== s) continue;
          lostCable.cause[branch] = 0;
          lostCable.section[branch] = -1;
        }
        sections.fibreLost[s] = 0;
      }
      sections.mayReset[s] = 1;
    },
  };
}

/** By the road to whichever place near it can be reached, and on foot from there; below 0 where none can. */
function soonestS({ approach, approachM }: RoadsAbove, travelS: Float64Array, s: number): number {
  let soonest = -1;
  for (let k = APPROACHES * s; k < APPROACHES * (s + 1); k++) {
    if (approach[k] < 0 || travelS[approach[k]] < 0) continue;
    const seconds = travelS[approach[k]] + approachM[k] / WALK_MPS;
    if (soonest < 0 || seconds < soonest) soonest = seconds;
  }
  return soonest;
}

/** A crew that waits at a shaft lets its own pump down, and has it run until it is done: a drowned section has no other. */
export function setMobilePumps({ crews }: TunnelRun, mobileM3PerS: Float64Array): void {
  mobileM3PerS.fill(0);
  for (let crew = 0; crew < crews.count; crew++) {
    const isThere = crews.state[crew] >= CREW_WAITS && crews.state[crew] <= CREW_WORKS;
    if (isThere) mobileM3PerS[crews.section[crew]] += MOBILE_PUMP_M3_PER_S;
  }
}
