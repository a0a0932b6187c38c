/**
 * Does what was planned: asks at each place along the plan for leave, takes the speed that is left, and moves. Everyone
 * decides on what all had planned at the beginning of the step.
 */
import { perRun } from '../per-run';
import type { TrafficState } from '../state';
import { advancing } from './advance';
import { laneChoice } from './best-lanes';
import { Model } from './drivers';
import {
  brakeGap,
  brakingAtLights,
  EPS,
  emergencyNext,
  fastestNext,
  HALTING_MPS,
  slowestNext,
  stopSpeed,
} from './follow';
import { processHalt } from './halts';
import { EXIT, NO_LINK } from './intents';
import { NEVER } from './junction-foes';
import { laneAdvice } from './lane-advice';
import { LinkState, linkStates } from './link-state';
import { opening } from './opened';
import { orderWithin } from './order-within';
import { patienceAt } from './patience';
import { laneMps, SEES_FOES_M } from './plan';

/** After so long everyone has lost patience. */
const IMPATIENT_AFTER_S = 180;

export const driving = perRun((state) => {
  const linkState = linkStates(state);
  const isOpen = opening(state);
  const { beginDecision, noteLeave } = orderWithin(state);
  const { isHeldFor, notePatience, turnPatience } = patienceAt(state);
  const advance = advancing(state);
  const { planLanes } = laneChoice(state);
  const { heedLanes } = laneAdvice(state);

  function drive(clockS: number): void {
    decideAll(clockS);
    turnPatience();
    advance();
  }

  /** A function of its own: what is compiled within a long loop would hold all that comes after it, too. */
  function decideAll(clockS: number): void {
    const { vehicles } = state;
    // Front to back on each track, so that who passes a link is out of the way of those behind.
    for (let row = 0; row < vehicles.rowEnd; row++) if (vehicles.track[row] >= 0) decide(row, clockS);
  }

  function decide(row: number, clockS: number): void {
    const { vehicles, drivers, pace, intents, links, network } = state;
    const type = vehicles.type[row];
    const v0 = vehicles.speedMps[row];
    const begin = intents.start[row];
    const end = begin + intents.length[row];
    if (!state.isListedDriving) beginDecision(row);
    const decel = drivers.decelMps2[type];
    if (v0 === 0 && end - begin === 1 && intents.asks[begin] === 0 && intents.waitMps[begin] === 0) {
      // Who stands and waits goes on standing.
      if (vehicles.haltAt[row] < 0 && vehicles.adviceMps[row] >= 0 && intents.link[begin] !== EXIT) {
        vehicles.waitsAhead[row] = intents.link[begin] === NO_LINK ? 0 : 1;
        vehicles.adviceMps[row] = Number.POSITIVE_INFINITY;
        vehicles.nextMps[row] = 0;
        return;
      }
    }
    const lightsMps2 = brakingAtLights(drivers, type);
    let safe = 0;
    let least = Number.NEGATIVE_INFINITY;
    let waits = 0;
    let passesMinor = false;
    let lineM = 0;
    for (let at = begin; at < end; at++) {
      const link = intents.link[at];
      const waitMps = intents.waitMps[at];
      const passMps = intents.passMps[at];
      if (link === NO_LINK || intents.asks[at] === 0) {
        if (link === EXIT && state.isListedDriving && vehicles.track[row] >= network.roads.laneCount) {
          // Held up within the junction: others may go first there.
          vehicles.enteredS[row] = NEVER;
          vehicles.conflictS[row] = NEVER;
        }
        safe = waitMps;
        if (link !== NO_LINK && (safe < v0 || safe < HALTING_MPS)) waits = 1;
        break;
      }
      if (link === EXIT) {
        safe = passMps;
        continue;
      }
      const said = linkState(link);
      const isYellow = said === LinkState.yellow;
      const isRed = said === LinkState.red;
      const stopM = brakeGap(pace, v0, isYellow ? lightsMps2 : decel, 0);
      const canBrake = intents.distanceM[at] > stopM || (pace.isBallistic && v0 < decel * pace.stepS);
      const stopsAtYellow = isYellow && canBrake;
      intents.asks[at] = stopsAtYellow ? 0 : 1;
      if (stopsAtYellow) {
        safe = waitMps;
        waits = 1;
        break;
      }
      const impatience = canBrake
        ? Math.max(0, Math.min(1, drivers.impatience[type] + vehicles.waitS[row] / IMPATIENT_AFTER_S))
        : 1;
      const turn = link >= links.turnCount ? link - links.turnCount : link;
      const held = canBrake && !isYellow && isHeldFor(turn);
      if (!held && (isYellow || isOpen(row, at, impatience))) {
        const looks = state.isListedDriving && looksForFoes(link, turn, said);
        if (looks && intents.distanceM[at] > SEES_FOES_M && (canBrake || !isYellow)) {
          safe = waitMps;
          waits = 1;
          break;
        }
        safe = passMps;
        if (!state.isListedDriving) noteLeave(row, turn, at, isYellow);
        const distanceM = intents.distanceM[at];
        if (looks) {
          lineM = distanceM;
          // Once he goes he crosses the line, or stays before it.
          const crossesMps = pace.isBallistic ? (2 * distanceM + EPS) / pace.stepS - v0 : distanceM / pace.stepS;
          least = crossesMps < safe ? crossesMps : safe;
          passesMinor = true;
        } else if (!state.isListedDriving && said !== LinkState.major && links.givesWay[turn] === 1) {
          if (distanceM < safe * pace.stepS) {
            least = Math.max(least, Math.min((distanceM + 0.1) / pace.stepS, safe));
            passesMinor = true;
          }
        }
        if (safe < decel && safe <= waitMps && safe < fastestNext(drivers, type, pace, v0)) waits = 1;
      } else {
        safe = waitMps;
        waits = 1;
        if (!isRed && !held) notePatience(row, turn);
        if (said === LinkState.equal) intents.asks[at] = 0;
        break;
      }
    }
    // In SUMO's own update he stays before it where he would not get over it; with the ballistic one grids lock up by that rule.
    if (state.isListedDriving && !pace.isBallistic && safe + EPS < least) {
      const stop = stopSpeed(drivers, type, pace, v0, lineM, decel, laneMps(state, row, vehicles.track[row]));
      safe = Math.min(safe, Math.max(slowestNext(drivers, type, pace, v0), stop));
      passesMinor = false;
      waits = 1;
    }
    vehicles.waitsAhead[row] = waits;
    const halt = vehicles.haltAt[row];
    const atStop = halt >= 0 ? processHalt(state, row, safe, clockS) : safe;
    if (vehicles.haltAt[row] !== halt && vehicles.track[row] < network.roads.laneCount) planLanes(row);

    const slowest = slowestNext(drivers, type, pace, v0);
    const hardest = emergencyNext(drivers, type, pace, v0);
    const lowest = Math.min(slowest, Math.max(safe, hardest));
    const laneTop = laneMps(state, row, vehicles.track[row]);
    let highest = Math.min(Math.max(laneTop, safe), fastestNext(drivers, type, pace, v0), atStop);
    if (highest < lowest) highest = lowest;
    let next = highest;
    if (drivers.model[type] === Model.krauss && drivers.sigma[type] > 0) {
      next = Math.max(lowest, dawdle(row, highest, drivers.sigma[type], drivers.accelMps2[type]));
    }
    // What a change of lane asks for, of oneself or for another.
    if (state.isListedDriving) next = heedLanes(row, lowest, next, highest);
    else if (vehicles.adviceMps[row] < next) next = Math.max(lowest, vehicles.adviceMps[row]);
    vehicles.adviceMps[row] = Number.POSITIVE_INFINITY;
    if (passesMinor && next < least) next = Math.min(least, highest);
    vehicles.nextMps[row] = next;
    if (state.isListedDriving && isAlone(vehicles.track[row])) forgetLanes(row);
  }

  /** Whether nothing lies beside a track. */
  function isAlone(track: number): boolean {
    const { links, network } = state;
    const { laneCount, edgeLaneCount } = network.roads;
    if (track >= laneCount) return links.abreast!.group[track - laneCount] < 0;
    return edgeLaneCount[network.trackEdge[track]] === 1;
  }

  /** By a list's rules: where there is no other lane one forgets what one wished and was told. */
  function forgetLanes(row: number): void {
    const { vehicles } = state;
    vehicles.gain[row] = 0;
    vehicles.keepRightWish[row] = 0;
    vehicles.lookMps[row] = 0;
    vehicles.changeBits[row] = 0;
  }

  /** By a list's rules: whether he must see for himself that nobody comes before he goes, as at a place to wait he need not. */
  function looksForFoes(link: number, turn: number, said: number): boolean {
    if (said === LinkState.major || said === LinkState.red) return false;
    if (link < state.links.turnCount) return state.links.holdM[turn] < 0;
    const entry = linkState(turn);
    return entry !== LinkState.major && entry !== LinkState.yellow;
  }

  /** Nobody drives as well as he could: a little slower than was possible, now and then. */
  function dawdle(row: number, mps: number, sigma: number, accel: number): number {
    if (state.pace.isBallistic && mps < 0) return mps;
    const random = unit(row);
    const lost = state.pace.stepS * sigma * random * (mps < accel ? mps : accel);
    return mps > lost ? mps - lost : 0;
  }

  /** Counter-based: of the seed, the trip and the step alone. */
  function unit(row: number): number {
    const { settings, vehicles, totals } = state;
    let h = Math.imul(vehicles.tripKey[row] ^ Math.imul(settings.seed + 0x51ed27, 0x9e3779b1), 0x85ebca6b);
    h ^= Math.imul(totals.steps + 1, 0xc2b2ae35) ^ (h >>> 15);
    h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
    h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
    return ((h ^ (h >>> 16)) >>> 0) / 4_294_967_296;
  }

  return drive;
});

export function drive(state: TrafficState, clockS: number): void {
  driving(state)(clockS);
}
