/**
 * Whether a link may be passed at a time: whoever has the right of way there must be through before one arrives, or
 * arrive after one is through. Waiting makes one count on it that others brake a little. After SUMO's rules for links; in
 * a city of ours gaps are measured where ways meet, in city-gaps.ts.
 */
import { perRun } from '../per-run';
import { walkersRefuse } from '../walking';
import { cityGaps } from './city-gaps';
import { EPS } from './follow';
import { LinkState, linkStates } from './link-state';

/** Kept free before one who has the right of way. */
const AHEAD_S = 1;
const STOPS_FOR_S = 0.1;
const STOPPED_FOR_GOOD_S = 30;

/** Whether the one behind could not stop as soon as the one ahead. */
function isUnsafe(aheadMps: number, behindMps: number, aheadMps2: number, behindMps2: number): boolean {
  return (aheadMps * aheadMps) / aheadMps2 <= (behindMps * behindMps) / behindMps2;
}

export const opening = perRun((state) => {
  const linkState = linkStates(state);
  const { looksAroundS, comesTooSoon, isTakenWithin } = cityGaps(state);

  function isOpen(row: number, at: number, impatience: number): boolean {
    const { links, intents, network, vehicles, isListedDriving } = state;
    const link = intents.link[at];
    const inner = link >= links.turnCount;
    const turn = inner ? link - links.turnCount : link;
    const said = linkState(link);
    if (said === LinkState.red) return false;
    if (!isListedDriving && isTakenWithin(row, at, turn, inner, said === LinkState.stop)) return false;
    if (state.walking !== null && walkersRefuse(state, row, at, turn, inner)) return false;
    // One who can wait within the junction decides there.
    if (!inner && links.holdM[turn] >= 0 && said !== LinkState.stop) return true;
    if (said === LinkState.stop && vehicles.waitS[row] < (isListedDriving ? STOPS_FOR_S : looksAroundS(turn)))
      return false;
    const { foeStart, foeTurn, foeYield, turnToLane } = network.roads;
    const isHeldInside = inner && isListedDriving;
    const from = isHeldInside ? links.heldStart[turn] : foeStart[turn];
    const to = isHeldInside ? links.heldStart[turn + 1] : foeStart[turn + 1];
    if (from === to || (links.givesWay[turn] === 0 && said !== LinkState.stop && !isHeldInside)) return true;
    const arriveS = intents.arriveS[at];
    const arriveMps = intents.arriveMps[at];
    const leaveMps = intents.leaveMps[at];
    const leaveS = arriveS + intents.clearM[at] / Math.max(0.5 * (arriveMps + leaveMps), EPS);
    const isHeld = state.patience.turn[network.roads.turnJunction[turn]] === turn;
    for (let k = from; k < to; k++) {
      if (!isHeldInside) {
        if (foeYield[k] === 0 && said !== LinkState.stop) continue;
        if (inner && links.toM[k] < links.holdM[turn]) continue; // behind us
      }
      const foe = isHeldInside ? links.heldFor[k] : foeTurn[k];
      if (intents.first[foe] < 0) continue;
      if (!isListedDriving) {
        if (comesTooSoon(row, at, turn, k, inner, said === LinkState.stop, isHeld)) return false;
        continue;
      }
      if (
        blocks(row, foe, said, turnToLane[foe] === turnToLane[turn], arriveS, leaveS, arriveMps, leaveMps, impatience)
      ) {
        return false;
      }
    }
    return true;
  }

  const { stepS, isBallistic } = state.pace;
  const countedBackS = isBallistic ? 0 : stepS;

  function blocks(
    row: number,
    foeLink: number,
    said: number,
    merges: boolean,
    arriveS: number,
    leaveS: number,
    arriveMps: number,
    leaveMps: number,
    impatience: number,
  ): boolean {
    const { intents, vehicles, drivers } = state;
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
      let foeArriveS = intents.arriveS[at];
      let foeBrakedMps = intents.brakedMps[at];
      if (impatience > 0 && arriveS < foeArriveS) {
        // He sees us when we are in his way, and brakes as much as we dare to ask of him.
        if (Math.floor(arriveS / stepS) === Math.floor(foeArriveS / stepS)) foeBrakedMps = vehicles.speedMps[foe];
        else {
          const mps2 = foeDecel * impatience;
          const v = intents.distanceM[at] / foeArriveS;
          const seesS = foeArriveS - arriveS;
          let brakedS = foeArriveS + STOPPED_FOR_GOOD_S;
          // Whether he could stop is asked a step before he sees us, as SUMO counts it.
          if ((0.5 * v * v) / mps2 <= v * (seesS + countedBackS)) foeBrakedMps = 0;
          else {
            foeBrakedMps = Math.sqrt(Math.max(0, v * v - 2 * mps2 * v * seesS));
            brakedS = arriveS + (v - foeBrakedMps) / mps2;
          }
          foeArriveS += impatience * (brakedS - foeArriveS);
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

  return isOpen;
});
