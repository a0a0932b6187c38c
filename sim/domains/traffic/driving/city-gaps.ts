/**
 * Whether there is time to pass in a city of ours. Gaps are measured where ways meet: from when one has left that place, or
 * come into the other's lane, to when he would be there. The margins are set so that right turns out of a minor road come
 * to what the Highway Capacity Manual's gaps give: 388 an hour against 800.
 */
import { perRun } from '../per-run';
import { coverS, secondsToCover } from './cover';
import { brakeGap } from './follow';
import { NEVER } from './junction-foes';

/** HCM's departure headways at all-way stops grow from 9.6 to 12.3 s between one lane an arm and three. */
const LOOKS_AROUND_S = 1;
const LOOKS_LONGER_S_PER_LANE = 0.3;
const ONE_LANE_ARMS = 4;
const BOLD_AT_STOP = 0.5;
/** Another is not counted on to speed up as one does oneself. */
const FOE_SPEEDS_UP = 0.75;
export const CROSSING_MARGIN_S = 1;
export const MERGING_MARGIN_S = 1.6;
export const BEHIND_HIM_S = 0.5;

/** Of those within, how late the last one came before whom we do not get, and how early the first who follows us. */
export const withinJunction = { beforeUsS: 0, afterUsS: 0 };

export const cityGaps = perRun((state) => {
  /** At an all-way stop a driver looks at every lane that leads there before he starts. */
  function looksAroundS(turn: number): number {
    const { network } = state;
    const entries = network.junctionEntries[network.roads.turnJunction[turn]];
    return LOOKS_AROUND_S + LOOKS_LONGER_S_PER_LANE * Math.max(0, entries - ONE_LANE_ARMS);
  }

  /** Whether someone who goes before us on a path that meets ours comes to it before we have left it. */
  function comesTooSoon(
    row: number,
    at: number,
    turn: number,
    k: number,
    inner: boolean,
    everyoneStops: boolean,
    isHeld: boolean,
  ): boolean {
    const { network, vehicles, drivers, links, intents, pace, closures } = state;
    const { laneCount, foeTurn, turnToLane } = network.roads;
    const foeLink = foeTurn[k];
    const mirror = network.foeMirror[k];
    const merges = turnToLane[foeLink] === turnToLane[turn];
    const type = vehicles.type[row];
    const v = vehicles.speedMps[row];
    const mps2 = drivers.accelMps2[type];
    const bendMps = closures.trackLimitMps[laneCount + turn];
    const startM = intents.distanceM[at] - (inner ? links.holdM[turn] : 0);
    const reachS = secondsToCover(Math.max(0, startM + links.fromM[k]), v, mps2, bendMps);
    const clearM = merges ? links.fromM[k] : links.toM[k] + drivers.lengthM[type];
    const leaveS = secondsToCover(Math.max(0, startM + clearM), v, mps2, bendMps);
    const untilS = leaveS + (merges ? MERGING_MARGIN_S : CROSSING_MARGIN_S);
    for (let other = intents.first[foeLink]; other >= 0; other = intents.next[other]) {
      if (intents.asks[other] === 0) continue;
      const foe = intents.row[other];
      if (foe === row) continue;
      if (everyoneStops) {
        // Who has waited longer goes first; of two, who is there first; of those, one by number.
        const [mine, his] = [vehicles.waitS[row], vehicles.waitS[foe]];
        const [ours, theirs] = [intents.arriveS[at], intents.arriveS[other]];
        if (mine > his || (mine === his && (ours < theirs || (ours === theirs && row < foe)))) continue;
      }
      const foeType = vehicles.type[foe];
      const foeMps = vehicles.speedMps[foe];
      // The others stop for one whom the junction is held open for, those who still can.
      if (isHeld && intents.distanceM[other] > brakeGap(pace, foeMps, drivers.decelMps2[foeType], 0)) continue;
      const foeAcrossMps = Math.max(intents.arriveMps[other], 1);
      const foeReachS = intents.arriveS[other] + links.fromM[mirror] / foeAcrossMps;
      if (foeReachS > untilS) continue;
      const foeLeaveS = intents.arriveS[other] + (links.toM[mirror] + drivers.lengthM[foeType]) / foeAcrossMps;
      if (foeLeaveS + BEHIND_HIM_S > reachS) return true;
    }
    return false;
  }

  /**
   * Whether someone within the junction is in the way when we get to where our ways meet. In a city of ours nobody drives
   * into a junction before he is past, unless he yields to us and we are past before he gets there. Within it who came
   * first goes first, so that the first waits for nobody and no junction locks itself up: who passes before another comes
   * before him, and not where that would put him before one whom he lets pass. Who stands at his place within it is in
   * nobody's way until he is given leave: of several who set off in the same half second, each sees those who were given
   * it before him. Where everyone stops, a driver trusts only part of the time that he sees: so four full arms of one lane
   * pass about 1,350 vehicles an hour (HCM gives 1,500).
   */
  function isTakenWithin(row: number, at: number, turn: number, inner: boolean, everyoneStops: boolean): boolean {
    const { network, tracks, vehicles, drivers, links, intents } = state;
    const { laneCount, foeStart, foeTurn } = network.roads;
    const holdM = links.holdM[turn];
    const v = vehicles.speedMps[row];
    const mps2 = drivers.accelMps2[vehicles.type[row]];
    const trust = everyoneStops ? BOLD_AT_STOP : 1;
    const startM = intents.distanceM[at] - (inner ? holdM : 0);
    // Nobody comes before one whom he follows.
    const leader = inner ? -1 : tracks.last[laneCount + turn];
    withinJunction.beforeUsS =
      leader >= 0 && vehicles.conflictS[leader] < NEVER ? vehicles.conflictS[leader] : Number.NEGATIVE_INFINITY;
    withinJunction.afterUsS = Number.POSITIVE_INFINITY;
    for (let k = foeStart[turn]; k < foeStart[turn + 1]; k++) {
      const track = laneCount + foeTurn[k];
      let foe = tracks.first[track];
      if (foe < 0) continue;
      if (inner ? links.toM[k] < holdM : holdM >= 0 && links.fromM[k] >= holdM) continue;
      const reachS = trust * coverS(Math.max(0, startM + links.fromM[k]), v, mps2);
      const mirror = network.foeMirror[k];
      const foeHoldM = links.holdM[foeTurn[k]];
      for (; foe >= 0; foe = vehicles.behind[foe]) {
        if (foe === row) continue;
        const type = vehicles.type[foe];
        const foeM = vehicles.positionM[foe];
        const foeMps = vehicles.speedMps[foe];
        if (foeM <= foeHoldM && vehicles.conflictS[foe] === NEVER) {
          const stopM = brakeGap(state.pace, foeMps, drivers.decelMps2[type], 0);
          if (foeM + stopM <= foeHoldM) continue; // waits at his place
        }
        const leftM = links.toM[mirror] - (foeM - drivers.lengthM[type]);
        if (leftM <= 0) continue;
        const cameS = vehicles.conflictS[foe];
        if (coverS(leftM, foeMps, FOE_SPEEDS_UP * drivers.accelMps2[type]) <= reachS) {
          if (cameS < NEVER && cameS > withinJunction.beforeUsS) withinJunction.beforeUsS = cameS;
        } else if (!everyoneStops && isPastBefore(row, startM, turn, k, foe)) {
          if (cameS < withinJunction.afterUsS) withinJunction.afterUsS = cameS;
        } else return true;
      }
    }
    return withinJunction.afterUsS <= withinJunction.beforeUsS;
  }

  /** Whether one within, who yields to us, comes to where our ways meet only when we have left it. */
  function isPastBefore(row: number, startM: number, turn: number, k: number, foe: number): boolean {
    const { network, vehicles, drivers, links, closures } = state;
    const { laneCount, foeTurn, foeYield } = network.roads;
    const mirror = network.foeMirror[k];
    if (foeYield[k] !== 0 || foeYield[mirror] === 0) return false;
    const toHimM = links.fromM[mirror] - vehicles.positionM[foe];
    if (toHimM <= 0) return false;
    const type = vehicles.type[row];
    const clearM = startM + links.toM[k] + drivers.lengthM[type];
    const bendMps = closures.trackLimitMps[laneCount + turn];
    const clearS = secondsToCover(clearM, vehicles.speedMps[row], drivers.accelMps2[type], bendMps);
    const foeBendMps = closures.trackLimitMps[laneCount + foeTurn[k]];
    const foeMps2 = drivers.accelMps2[vehicles.type[foe]];
    return clearS <= secondsToCover(toHimM, vehicles.speedMps[foe], foeMps2, foeBendMps);
  }

  return { looksAroundS, comesTooSoon, isTakenWithin };
});
