/**
 * Whether a link may be passed at a time: whoever has the right of way there must be through before one arrives, or
 * arrive after one is through. Waiting makes one count on it that others brake a little. After SUMO's rules for links.
 */
import type { TrafficState } from '../state';
import { brakeGap, EPS } from './follow';
import { LinkState, linkState } from './link-state';

/** Kept free before one who has the right of way. */
const AHEAD_S = 1;
const STOPS_FOR_S = 0.1;
/** HCM's departure headways at all-way stops grow from 9.6 to 12.3 s between one lane an arm and three. */
const LOOKS_AROUND_S = 1;
const LOOKS_LONGER_S_PER_LANE = 0.3;
const ONE_LANE_ARMS = 4;
const BOLD_AT_STOP = 0.5;
/** Another is not counted on to speed up as one does oneself. */
const FOE_SPEEDS_UP = 0.75;
const STOPPED_FOR_GOOD_S = 30;

export function isOpen(state: TrafficState, row: number, at: number, impatience: number): boolean {
  const { links, intents, network } = state;
  const link = intents.link[at];
  const inner = link >= links.turnCount;
  const turn = inner ? link - links.turnCount : link;
  const said = linkState(state, link);
  if (said === LinkState.red) return false;
  if (!state.isListedDriving && isTakenWithin(state, row, at, turn, inner, said === LinkState.stop)) return false;
  // One who can wait within the junction decides there.
  if (!inner && links.holdM[turn] >= 0 && said !== LinkState.stop) return true;
  if (said === LinkState.stop && !hasLookedAround(state, row, turn)) return false;
  const { foeStart, foeTurn, foeYield, turnToLane } = network.roads;
  const from = foeStart[turn];
  const to = foeStart[turn + 1];
  if (from === to || (links.givesWay[turn] === 0 && said !== LinkState.stop)) return true;
  const arriveS = intents.arriveS[at];
  const arriveMps = intents.arriveMps[at];
  const leaveMps = intents.leaveMps[at];
  const leaveS = arriveS + intents.clearM[at] / Math.max(0.5 * (arriveMps + leaveMps), EPS);
  const isHeld = state.patience.turn[network.roads.turnJunction[turn]] === turn;
  for (let k = from; k < to; k++) {
    if (foeYield[k] === 0 && said !== LinkState.stop) continue;
    if (inner && links.toM[k] < links.holdM[turn]) continue; // behind us
    const foe = foeTurn[k];
    if (intents.first[foe] < 0) continue;
    if (
      blocks(
        state,
        row,
        foe,
        said,
        turnToLane[foe] === turnToLane[turn],
        arriveS,
        leaveS,
        arriveMps,
        leaveMps,
        impatience,
        isHeld,
      )
    ) {
      return false;
    }
  }
  return true;
}

/** At an all-way stop one comes to a stand first; in our cities one then looks at every lane that leads there. */
function hasLookedAround({ vehicles, network, isListedDriving }: TrafficState, row: number, turn: number): boolean {
  if (isListedDriving) return vehicles.waitS[row] >= STOPS_FOR_S;
  const entries = network.junctionEntries[network.roads.turnJunction[turn]];
  return vehicles.waitS[row] >= LOOKS_AROUND_S + LOOKS_LONGER_S_PER_LANE * Math.max(0, entries - ONE_LANE_ARMS);
}

/**
 * Whether someone within the junction will not be past where our ways meet when we get there. In a city of ours nobody
 * drives into a junction before that is so, and within it who came first goes first: so the first waits for nobody, and
 * no junction locks itself up. Where everyone stops, a driver trusts only part of the time that he sees: so four full arms
 * of one lane pass about 1,350 vehicles an hour (HCM gives 1,500).
 */
function isTakenWithin(
  state: TrafficState,
  row: number,
  at: number,
  turn: number,
  inner: boolean,
  everyoneStops: boolean,
): boolean {
  const { network, tracks, vehicles, drivers, links, intents } = state;
  const { laneCount, foeStart, foeTurn } = network.roads;
  const holdM = links.holdM[turn];
  const v = vehicles.speedMps[row];
  const mps2 = drivers.accelMps2[vehicles.type[row]];
  const trust = everyoneStops ? BOLD_AT_STOP : 1;
  const startM = intents.distanceM[at] - (inner ? holdM : 0);
  for (let k = foeStart[turn]; k < foeStart[turn + 1]; k++) {
    const track = laneCount + foeTurn[k];
    let foe = tracks.first[track];
    if (foe < 0) continue;
    if (inner ? links.toM[k] < holdM : holdM >= 0 && links.fromM[k] >= holdM) continue;
    const reachS = trust * coverS(Math.max(0, startM + links.fromM[k]), v, mps2);
    const pastM = links.toM[network.foeMirror[k]];
    const foeHoldM = links.holdM[foeTurn[k]];
    for (; foe >= 0; foe = vehicles.behind[foe]) {
      if (foe === row || vehicles.positionM[foe] <= foeHoldM) continue; // waits at his place
      const type = vehicles.type[foe];
      const leftM = pastM - (vehicles.positionM[foe] - drivers.lengthM[type]);
      if (leftM > 0 && coverS(leftM, vehicles.speedMps[foe], FOE_SPEEDS_UP * drivers.accelMps2[type]) > reachS) return true;
    }
  }
  return false;
}

/** Time to cover a way, speeding up evenly. */
function coverS(distanceM: number, mps: number, mps2: number): number {
  return (Math.sqrt(mps * mps + 2 * mps2 * distanceM) - mps) / mps2;
}

function blocks(
  state: TrafficState,
  row: number,
  foeLink: number,
  said: number,
  merges: boolean,
  arriveS: number,
  leaveS: number,
  arriveMps: number,
  leaveMps: number,
  impatience: number,
  isHeld: boolean,
): boolean {
  const { intents, vehicles, drivers, pace } = state;
  const decel = drivers.decelMps2[vehicles.type[row]];
  for (let at = intents.first[foeLink]; at >= 0; at = intents.next[at]) {
    if (intents.asks[at] === 0) continue;
    const foe = intents.row[at];
    if (foe === row) continue;
    if (said === LinkState.stop) {
      // Who has waited longer goes first; of two, who is there first; of those, one by number.
      const [mine, his] = [vehicles.waitS[row], vehicles.waitS[foe]];
      if (mine > his) continue;
      if (mine === his && (arriveS < intents.arriveS[at] || (arriveS === intents.arriveS[at] && row < foe))) continue;
    }
    const foeDecel = drivers.decelMps2[vehicles.type[foe]];
    // The others stop for one whom the junction is held open for, those who still can.
    if (isHeld && intents.distanceM[at] > brakeGap(pace, vehicles.speedMps[foe], foeDecel, 0)) continue;
    let foeArriveS = intents.arriveS[at];
    let foeBrakedMps = intents.brakedMps[at];
    if (impatience > 0 && arriveS < foeArriveS) {
      // He sees us when we are in his way, and brakes as much as we dare to ask of him.
      const seesS = foeArriveS - arriveS;
      const v = intents.arriveMps[at];
      const mps2 = foeDecel * impatience;
      const leftM = seesS * v;
      const square = v * v - 2 * mps2 * leftM;
      if (square <= 0) {
        foeArriveS += STOPPED_FOR_GOOD_S;
        foeBrakedMps = 0;
      } else {
        const slowed = Math.sqrt(square);
        foeArriveS = arriveS + (v - slowed) / mps2;
        foeBrakedMps = Math.min(foeBrakedMps, slowed);
      }
    }
    const foeLeaveS =
      intents.arriveS[at] + intents.clearM[at] / Math.max(0.5 * (intents.arriveMps[at] + intents.leaveMps[at]), EPS);
    if (foeLeaveS < arriveS) {
      // Behind him.
      if (merges && (arriveS - foeLeaveS < AHEAD_S || isUnsafe(intents.leaveMps[at], arriveMps, foeDecel, decel))) {
        return true;
      }
    } else if (foeArriveS > leaveS + AHEAD_S) {
      // Before him.
      if (merges && isUnsafe(leaveMps, foeBrakedMps, decel, foeDecel)) return true;
    } else return true;
  }
  return false;
}

/** Whether the one behind could not stop as soon as the one ahead. */
function isUnsafe(aheadMps: number, behindMps: number, aheadMps2: number, behindMps2: number): boolean {
  return (aheadMps * aheadMps) / aheadMps2 <= (behindMps * behindMps) / behindMps2;
}
