/**
 * Nobody drives into a junction whose far side has no room for him, if others' ways meet his there: from the room beyond
 * each place along the plan follows which leaves are not asked for. After what SUMO does to keep junctions clear.
 */
import { perRun } from '../per-run';
import { HALTING_MPS } from './follow';
import { EXIT, NO_LINK } from './intents';
import { LinkState, linkStates } from './link-state';

/** In a city of ours nobody counts on one who crawls to make room in time. */
const CRAWLS_MPS = 1;
const WALK_MPS = 2;
const STOP_MARGIN_M = 0.1;

let foundStanding = false;

export const roomKeeping = perRun((state) => {
  const linkState = linkStates(state);

  /** `brakeM`: the way to a standstill. A place nearer than that is passed in any case. */
  function keepRoom(row: number, brakeM: number): void {
    const { intents, vehicles, drivers, links, network } = state;
    const begin = intents.start[row];
    const end = begin + intents.length[row];
    if (end - begin < 2) return;
    const { laneCount, turnToLane } = network.roads;
    const type = vehicles.type[row];
    const ownM = drivers.lengthM[type] + drivers.minGapM[type];
    let turn = vehicles.track[row] - laneCount;
    let roomM = 0;
    let standing = false;
    for (let at = begin; at < end; at++) {
      const link = intents.link[at];
      if (link === NO_LINK || standing) {
        intents.roomM[at] = standing ? roomM : intents.roomM[at] + roomM;
        continue;
      }
      if (link === EXIT) {
        const lane = turnToLane[turn];
        const last = state.tracks.last[lane];
        if (last < 0 || last === row) roomM += network.roads.trackLengthM[lane];
        else {
          foundStanding = false;
          roomM += roomToStanding(lane, row);
          standing = foundStanding || vehicles.waitsAhead[last] === 1;
        }
      } else {
        if (link < links.turnCount) {
          turn = link;
          if (links.hasFoes[turn] === 1) roomM -= comingBefore(turn, row);
          else {
            foundStanding = false;
            roomM += roomToStanding(laneCount + turn, row);
            standing = foundStanding;
          }
        }
      }
      intents.roomM[at] = roomM;
    }
    // Room beyond a place counts before it, if one will get that far.
    for (let at = end - 1; at > begin; at--) {
      const link = intents.link[at - 1];
      if (link === NO_LINK) continue;
      const next = intents.link[at];
      const isEntry = link >= 0 && link < links.turnCount;
      const canLeave = link === EXIT || next === NO_LINK || intents.asks[at] === 1;
      const opened = canLeave && (link === EXIT || at - 1 === begin || linkState(link) === LinkState.major);
      const holds = link >= links.turnCount || (isEntry && links.holdM[link] >= 0);
      if (!opened) standing = true;
      if (opened || holds) intents.roomM[at - 1] = intents.roomM[at];
    }
    if (!standing) return;
    let from = -1;
    for (let at = begin; at < end && from < 0; at++) {
      const link = intents.link[at];
      if (link >= 0 && link < links.turnCount && links.hasFoes[link] === 1 && intents.roomM[at] < ownM) from = at;
    }
    if (from < 0) return;
    for (let at = from; at < end && intents.link[at] !== NO_LINK; at++) {
      intents.passMps[at] = intents.waitMps[at];
      if (intents.distanceM[at] < brakeM + (state.isListedDriving ? STOP_MARGIN_M : 0)) continue;
      // Who is let into a junction is let out of it.
      if (intents.link[at] === EXIT && at > begin && intents.asks[at - 1] === 1) continue;
      intents.asks[at] = 0;
    }
  }

  /** What those within the junction will take of the room beyond: in a city of ours those who come from elsewhere too. */
  function comingBefore(turn: number, self: number): number {
    const { network, isListedDriving } = state;
    const { laneCount, turnToLane } = network.roads;
    if (isListedDriving) return lengthsOn(laneCount + turn, self);
    const lane = turnToLane[turn];
    let sumM = 0;
    for (let k = network.feedStart[lane]; k < network.feedStart[lane + 1]; k++) {
      sumM += lengthsOn(laneCount + network.feedTurns[k], self);
    }
    return sumM;
  }

  function lengthsOn(track: number, self: number): number {
    const { vehicles, tracks, drivers } = state;
    let sumM = 0;
    for (let row = tracks.first[track]; row >= 0; row = vehicles.behind[row]) {
      if (row !== self) sumM += drivers.lengthM[vehicles.type[row]] + drivers.minGapM[vehicles.type[row]];
    }
    return sumM;
  }

  /** Slower than that one is not counted on to make room in time; where nobody may drive faster than a walk, nobody is. */
  function standsBelow(track: number): number {
    const { isListedDriving, closures } = state;
    if (isListedDriving) return HALTING_MPS;
    return closures.trackLimitMps[track] < WALK_MPS ? Number.POSITIVE_INFINITY : CRAWLS_MPS;
  }

  /** From the beginning of a track to the tail of the first who stands on it, less what those before him will take. */
  function roomToStanding(track: number, self: number): number {
    const { vehicles, tracks, drivers } = state;
    const standsBelowMps = standsBelow(track);
    let takenM = 0;
    for (let row = tracks.last[track]; row >= 0; row = vehicles.ahead[row]) {
      if (row === self) continue;
      const lengthM = drivers.lengthM[vehicles.type[row]];
      if (vehicles.speedMps[row] < standsBelowMps) {
        foundStanding = true;
        return vehicles.positionM[row] - lengthM - takenM;
      }
      takenM += lengthM + drivers.minGapM[vehicles.type[row]];
    }
    return state.network.roads.trackLengthM[track] - takenM;
  }

  return keepRoom;
});
