/**
 * Those who are within the junction already, on a path that meets ours: who of us goes first, and how fast that lets us
 * drive. Whoever is not in it yet follows everyone who is. Of two within, the one with the right of way, and where that
 * is nobody's, who came first. After SUMO's link leaders.
 */
import { perRun } from '../per-run';
import { followSpeed, HALTING_MPS, stopSpeed } from './follow';
import { met, whoIsAhead } from './who-is-ahead';

/** Who has stood within a junction for so long is not counted on to leave it. */
const BLOCKS_AFTER_S = 5;
const STANDS_S = 1;
const NEVER = Number.POSITIVE_INFINITY;
const CLEAR_M = 0.1;
const SQUEEZES_AFTER_S = 20;
const SQUEEZES_MPS = 1.5;
/** In place of when he came in. */
const SQUEEZES = Number.NEGATIVE_INFINITY;

/** What the foes leave: the speed, that with which one would leave the stop line, and whether one may still ask to leave the junction. */
export const foesLeave = { mps: 0, arriveMps: 0, leaveMps: 0, blocked: false };

function lower(mps: number): void {
  if (mps < foesLeave.mps) foesLeave.mps = mps;
  if (mps < foesLeave.arriveMps) foesLeave.arriveMps = mps;
  if (mps < foesLeave.leaveMps) foesLeave.leaveMps = mps;
}

export const junctionFoes = perRun((state) => {
  const { leaverOn } = whoIsAhead(state);

  /**
   * `toEndM` is the way to the end of the turn; `entered` whether our front is on it. `mps` and `arriveMps` of foesLeave
   * hold the speeds so far, and are lowered.
   */
  function yieldToFoes(row: number, turn: number, toEndM: number, entered: boolean, desiredMps: number): void {
    const { network, tracks, vehicles } = state;
    const { laneCount, foeStart, foeTurn } = network.roads;
    for (let k = foeStart[turn]; k < foeStart[turn + 1]; k++) {
      const track = laneCount + foeTurn[k];
      for (let foe = tracks.first[track]; foe >= 0; foe = vehicles.behind[foe]) {
        if (foe !== row) meet(row, turn, k, foe, vehicles.positionM[foe], toEndM, entered, desiredMps);
      }
      const left = tracks.lastLeft[track];
      if (left >= 0 && left !== row && vehicles.track[left] >= 0) {
        const pastM = vehicles.odometerM[left] - tracks.leftOdometerM[track];
        if (pastM >= 0 && pastM < state.drivers.lengthM[vehicles.type[left]]) {
          meet(row, turn, k, left, network.roads.trackLengthM[track] + pastM, toEndM, entered, desiredMps);
        } else tracks.lastLeft[track] = -1;
      }
    }
  }

  /** Before a turn of another from our own lane, who goes off to the side and still has his tail in our way. */
  function yieldToTail(row: number, lane: number, turn: number, toLineM: number, desiredMps: number): void {
    const { network, tracks, vehicles, drivers, pace, links } = state;
    const { laneCount, laneTurnStart, laneTurns } = network.roads;
    const type = vehicles.type[row];
    const v = vehicles.speedMps[row];
    for (let k = laneTurnStart[lane]; k < laneTurnStart[lane + 1]; k++) {
      if (laneTurns[k] === turn) continue;
      const other = tracks.last[laneCount + laneTurns[k]];
      if (other < 0 || other === row) continue;
      const backM = vehicles.positionM[other] - drivers.lengthM[vehicles.type[other]];
      if (backM > links.clearM[laneTurns[k]] || backM < 0) continue; // one whose tail is on the lane yet is seen there
      const gapM = toLineM + backM - drivers.minGapM[type];
      const ahead = vehicles.type[other];
      lower(followSpeed(drivers, type, pace, v, gapM, vehicles.speedMps[other], drivers.decelMps2[ahead], desiredMps));
    }
  }

  /**
   * By a list's rules: behind whoever came out of the same lane, goes off to the side and still has his tail in our way.
   * `toEndM` is the way to the end of our turn.
   */
  function yieldToTailWithin(row: number, turn: number, toEndM: number, desiredMps: number): void {
    const { network, tracks, vehicles, drivers, pace, links } = state;
    const { laneCount, laneTurnStart, laneTurns, turnFromLane, trackLengthM } = network.roads;
    const lane = turnFromLane[turn];
    const type = vehicles.type[row];
    const ownM = trackLengthM[laneCount + turn] - toEndM;
    for (let k = laneTurnStart[lane]; k < laneTurnStart[lane + 1]; k++) {
      if (laneTurns[k] === turn) continue;
      const track = laneCount + laneTurns[k];
      let other = tracks.last[track];
      while (other >= 0 && (vehicles.positionM[other] <= ownM || other === row)) other = vehicles.ahead[other];
      let backM: number;
      if (other >= 0) backM = vehicles.positionM[other] - drivers.lengthM[vehicles.type[other]];
      else if (leaverOn(track) && met.row !== row) {
        other = met.row;
        backM = met.backM;
      } else continue;
      if (backM > links.clearM[laneTurns[k]]) continue;
      const gapM = backM - ownM - drivers.minGapM[type];
      const v = vehicles.speedMps[row];
      const decel = drivers.decelMps2;
      lower(
        gapM < 0
          ? stopSpeed(drivers, type, pace, v, startsInM(turn, toEndM), decel[type], desiredMps)
          : followSpeed(
              drivers,
              type,
              pace,
              v,
              gapM,
              vehicles.speedMps[other],
              decel[vehicles.type[other]],
              desiredMps,
            ),
      );
      if (foesLeave.mps < HALTING_MPS) foesLeave.blocked = true;
    }
  }

  /** How far it is to just before the part of our turn on which others are met: its beginning, or the place to wait. */
  function startsInM(turn: number, toEndM: number): number {
    const { network, links, isListedDriving } = state;
    const { laneCount, trackLengthM } = network.roads;
    const partM = isListedDriving ? Math.max(0, links.holdM[turn]) : 0;
    return toEndM - (trackLengthM[laneCount + turn] - partM) - CLEAR_M;
  }

  function meet(
    row: number,
    turn: number,
    k: number,
    foe: number,
    foeFrontM: number,
    toEndM: number,
    entered: boolean,
    desiredMps: number,
  ): void {
    const { network, vehicles, drivers, pace, links } = state;
    const { laneCount, trackLengthM, foeTurn, turnToLane } = network.roads;
    const { fromM, toM } = links;
    const other = foeTurn[k];
    const mirror = network.foeMirror[k];
    // One who waits at his place within the junction is in nobody's way.
    if (links.holdM[other] >= 0 && foeFrontM <= links.holdM[other]) return;
    const type = vehicles.type[row];
    const foeType = vehicles.type[foe];
    const v = vehicles.speedMps[row];
    const foeMps = vehicles.speedMps[foe];
    const ownM = trackLengthM[laneCount + turn];
    // By a list's rules one who may wait within the junction meets the others where he waits, and nowhere after.
    const holdM = state.isListedDriving && turnToLane[other] !== turnToLane[turn] ? links.holdM[turn] : -1;
    const meetsAtHold = holdM >= 0 && fromM[k] < NEVER && (fromM[k] + toM[k]) / 2 > holdM;
    if (meetsAtHold && ownM - toEndM > holdM + CLEAR_M) return;
    const begins = meetsAtHold ? holdM + CLEAR_M : fromM[k];
    const toConflictM = toEndM - (ownM - begins);
    const foeBackM = foeFrontM - drivers.lengthM[foeType];
    const merges = turnToLane[other] === turnToLane[turn];
    if (!merges) {
      if (toConflictM + (toM[k] - fromM[k]) < 0) return; // we are through
      if (foeBackM > toM[mirror]) return; // he is
    }
    const foeIsIn = foeFrontM > fromM[mirror];
    const foeLeftM = trackLengthM[laneCount + other] - foeFrontM;
    // Nobody waits for one who is held up before the place, or who stands wholly behind where ways become one.
    if (state.isListedDriving && entered && vehicles.track[foe] >= laneCount) {
      const isHeldUp = vehicles.enteredS[foe] === NEVER;
      if (!merges && !foeIsIn && isHeldUp) return;
      const isBehind = merges && foeLeftM > toEndM + drivers.lengthM[type];
      if (isBehind && (isHeldUp || vehicles.waitS[foe] > STANDS_S)) return;
    }
    // Who is where the ways meet already drives on, whoever else is to come.
    if (entered && !foeIsIn && toConflictM < 0 && !state.isListedDriving) return;
    if (!goesFirst(row, k, foe, other, entered, toEndM, foeLeftM)) {
      // Whoever is in the middle of it is there, whatever the rules say.
      if (!(foeIsIn && !merges && toConflictM > 0)) return;
      if (entered && !state.isListedDriving && squeezesPast(row, foe, other)) {
        lower(SQUEEZES_MPS);
        return;
      }
    }
    const decel = drivers.decelMps2[type];
    // In a city of ours nobody drives at one who is in his way, counting on him to go on.
    const stopsForFoe = foeIsIn && !state.isListedDriving;
    const gapM = toConflictM - (fromM[mirror] - foeBackM) - (toM[mirror] - fromM[mirror]) - drivers.minGapM[type];
    const foeToEndM = trackLengthM[laneCount + other] - foeBackM;
    const behindM = merges ? toEndM - foeToEndM - drivers.minGapM[type] : stopsForFoe ? -1 : gapM;
    // Behind him if there is room, else where the junction begins.
    let mps =
      behindM < 0 && (state.isListedDriving || !entered)
        ? stopSpeed(drivers, type, pace, v, startsInM(turn, toEndM), decel, desiredMps)
        : followSpeed(drivers, type, pace, v, behindM, foeMps, drivers.decelMps2[foeType], desiredMps);
    if (!merges && toConflictM >= 0) {
      const stop = stopSpeed(drivers, type, pace, v, toConflictM - drivers.minGapM[type], decel, desiredMps);
      if (stopsForFoe) mps = entered ? stop : Math.max(mps, stop);
      else {
        // He comes to it first: so slowly that he is past when we are there, or to a stop before it.
        const pastS = (toConflictM - gapM) / Math.max(foeMps, HALTING_MPS);
        const finalMps = Math.max(v, (2 * (toConflictM - drivers.minGapM[type])) / pastS - v);
        const next = v + (pace.stepS * (finalMps - v)) / pastS;
        mps = Math.max(mps, Math.min(next, stop));
      }
    } else if (!merges && !foeIsIn) return;
    lower(mps);
    if (foesLeave.mps < HALTING_MPS && (vehicles.waitS[foe] > BLOCKS_AFTER_S || follows(row, foe))) {
      foesLeave.blocked = true;
    }
  }

  /**
   * Three can shut a junction where each stands with his tail in the next one's way. After a while the first of them by
   * the order within drives round the one who stands in his, at walking pace; counted, and never beside one who moves, or
   * who stands in a queue beyond the junction.
   */
  function squeezesPast(row: number, foe: number, foeTurn: number): boolean {
    const { vehicles, totals, network, tracks, drivers } = state;
    if (vehicles.speedMps[foe] > HALTING_MPS) return false;
    if (vehicles.enteredS[row] === SQUEEZES) return true;
    if (vehicles.waitS[row] < SQUEEZES_AFTER_S || vehicles.waitS[foe] < SQUEEZES_AFTER_S) return false;
    const last = tracks.last[network.roads.turnToLane[foeTurn]];
    const type = vehicles.type[foe];
    const needsM = drivers.lengthM[type] + drivers.minGapM[type];
    if (last >= 0 && vehicles.positionM[last] - drivers.lengthM[vehicles.type[last]] < needsM) return false;
    vehicles.enteredS[row] = SQUEEZES;
    totals.squeezes++;
    return true;
  }

  /** Whether he came out of the lane that we are on or came from. */
  function follows(row: number, foe: number): boolean {
    const { vehicles, network } = state;
    const lane = vehicles.track[row] < network.roads.laneCount ? vehicles.track[row] : vehicles.trackBefore[row];
    return vehicles.trackBefore[foe] === lane;
  }

  function goesFirst(
    row: number,
    k: number,
    foe: number,
    foeTurn: number,
    entered: boolean,
    toEndM: number,
    foeLeftM: number,
  ): boolean {
    const { vehicles, network } = state;
    const { laneCount, foeYield } = network.roads;
    if (!entered) return true;
    // With his front out of the junction he is only a tail in it.
    if (vehicles.track[foe] !== laneCount + foeTurn) return true;
    // Who came first goes first: so somebody within always can.
    if (!state.isListedDriving) {
      const [we, he] = [vehicles.conflictS[row], vehicles.conflictS[foe]];
      return we === he ? foe < row : he < we;
    }
    const weYield = foeYield[k] !== 0;
    const heYields = foeYield[network.foeMirror[k]] !== 0;
    let ours = weYield ? vehicles.conflictS[row] : vehicles.enteredS[row];
    let his = weYield ? vehicles.enteredS[foe] : vehicles.conflictS[foe];
    if (weYield && heYields) {
      ours = vehicles.conflictS[row];
      his = vehicles.conflictS[foe];
    }
    if (ours === his) {
      // Both held up: who is further along.
      if (ours === NEVER) return foeLeftM === toEndM ? foe < row : foeLeftM < toEndM;
      const [v, w] = [vehicles.speedMps[row], vehicles.speedMps[foe]];
      return v === w ? foe < row : w > v;
    }
    return ours > his;
  }

  return { yieldToFoes, yieldToTail, yieldToTailWithin };
});

export { CLEAR_M, NEVER };
