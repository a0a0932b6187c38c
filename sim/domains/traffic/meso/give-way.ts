/**
 * Whether the first of a lane may cross others' ways now, or until when he waits. By the rule of `driving/opened`, with
 * its margins and its impatience, put to those who are known to come: whoever has the right of way must be through
 * before he arrives, or arrive after he is through. So the gaps are those of the flows as they are, platoons and reds
 * included; in a random stream this is Harders' formula with the gaps that the drivers' acceleration makes.
 */
import { BEHIND_HIM_S, CROSSING_MARGIN_S, MERGING_MARGIN_S } from '../driving/city-gaps';
import { secondsToCover } from '../driving/cover';
import { topMps } from './drive-along';
import { schedule } from './event-heap';
import { GIVES_WAY, HELD, type MesoRun } from './run';

const ALL_WAY_STOP = 3;
/** Kept free before and behind one who has the right of way. */
const MARGIN_S = 1;
/** So many of a lane are looked at. */
const LOOKS_AT = 8;
const IMPATIENT_AFTER_S = 180;
const STOPPED_FOR_GOOD_S = 30;
/** A front this far from the line when it sets out. */
const FROM_LINE_M = 0.1;
const LEAST_MPS = 0.5;
const FOLLOWS_S = 1.5;
const LOOKS_AFTER_S = 0.1;
/** After so long those with the right of way stop for him if they still can, in a city of ours. As `driving/patience`. */
const PATIENCE_S = 40;

/** For how long who crosses the line at that speed, or sets out so far beyond it, is in others' way. */
export function clearS(run: MesoRun, row: number, turn: number, mps: number, fromM = 0): number {
  const { place, trips } = run;
  const { roads } = place.network;
  const type = trips.type[row];
  const track = roads.laneCount + turn;
  const top = topMps(place, type, trips.speedFactor[row], track);
  const a = place.drivers.accelMps2[type];
  const wayM = roads.trackLengthM[track] - fromM;
  const leaveMps = Math.min(top, Math.sqrt(mps * mps + 2 * a * wayM));
  return (wayM + place.drivers.lengthM[type]) / Math.max(0.5 * (mps + leaveMps), LEAST_MPS);
}

const MOST_STOPPED = 32;
const stopped = new Int32Array(MOST_STOPPED);

/** From when on he may go, as far as can be seen now: `nowS` itself if he may. `fromM`: how far into the turn he waits. */
export function mayGoAtS(
  run: MesoRun,
  row: number,
  lane: number,
  turn: number,
  nowS: number,
  mps: number,
  fromM = 0,
): number {
  const { place, trips, heap } = run;
  const { network, drivers } = place;
  const { laneCount, foeStart, foeTurn, foeYield, turnFromLane, turnToLane, turnJunction, junctionControl } =
    network.roads;
  const from = foeStart[turn];
  const to = foeStart[turn + 1];
  if (from === to) return nowS;
  const stops = junctionControl[turnJunction[turn]] === ALL_WAY_STOP;
  const type = trips.type[row];
  const a = drivers.accelMps2[type];
  const setsOutMps = Math.max(mps, Math.sqrt(2 * a * FROM_LINE_M));
  const bendMps = topMps(place, type, trips.speedFactor[row], laneCount + turn);
  const leaveS = nowS + clearS(run, row, turn, setsOutMps, fromM);
  const askedS = trips.freeS[row];
  // Whoever moves up in a queue begins to wait anew.
  const standsFromS = fromM > 0 ? trips.sinceS[row] : Math.max(askedS, run.crossedS[lane]);
  const waitedS = Math.max(0, nowS - standsFromS);
  const isLetGo = waitedS >= PATIENCE_S && !place.isListedDriving;
  const impatience = Math.min(1, drivers.impatience[type] + waitedS / IMPATIENT_AFTER_S);
  let untilS = nowS;
  let letGo = 0;
  for (let k = from; k < to; k++) {
    const yields = foeYield[k];
    if (yields === 0 && !stops) continue;
    if (fromM > 0 && place.links.toM[k] < fromM) continue; // behind us
    const foe = foeTurn[k];
    const merges = turnToLane[foe] === turnToLane[turn];
    const freeS = behindFoeS(run, k, foe, merges, fromM, a);
    if (freeS > untilS) untilS = freeS;
    const foeLane = turnFromLane[foe];
    if (foeLane === lane) continue;
    let lastS = leaveS + MARGIN_S;
    let reachS = nowS;
    if (!place.isListedDriving) {
      // As `driving/city-gaps`: from where the ways meet to where he has left it.
      const fromLineM = place.links.fromM[k] - fromM;
      const clearM = merges ? fromLineM : place.links.toM[k] - fromM + drivers.lengthM[type];
      reachS = nowS + secondsToCover(Math.max(0, fromLineM), setsOutMps, a, bendMps);
      lastS =
        nowS +
        secondsToCover(Math.max(0, clearM), setsOutMps, a, bendMps) +
        (merges ? MERGING_MARGIN_S : CROSSING_MARGIN_S);
    }
    const mirror = network.foeMirror[k];
    let other = run.first[foeLane];
    const keyS = heap.atS[foeLane];
    if (other < 0 || keyS === Number.POSITIVE_INFINITY) continue;
    let atS = Math.max(keyS, nowS);
    for (let i = 0; i < LOOKS_AT && other >= 0; i++, other = trips.behind[other]) {
      if (i > 0) atS = Math.max(atS + FOLLOWS_S, trips.freeS[other]);
      if (atS > lastS) break;
      if (trips.turn[other] !== foe) {
        // Whoever is behind one who gives way himself comes no sooner than he goes.
        if (i === 0 && run.held[foeLane] === GIVES_WAY) break;
        continue;
      }
      // Of two who stand because of others the one who has stood longer is let go: a ring of rights ends there.
      if (i === 0 && run.held[foeLane] === GIVES_WAY) {
        const heStandsFromS = Math.max(trips.freeS[other], run.crossedS[foeLane]);
        if (standsFromS < heStandsFromS || (standsFromS === heStandsFromS && row < other)) continue;
      }
      // Of equals, and where all stop, who was there first goes first.
      if (yields === 2 || stops) {
        const his = trips.freeS[other];
        if (askedS < his || (askedS === his && row < other)) continue;
      }
      if (isLetGo && atS - nowS > trips.freeMps[other] / (2 * drivers.decelMps2[trips.type[other]])) {
        if (letGo < MOST_STOPPED) stopped[letGo++] = foeLane;
        break;
      }
      let arrivesS = atS;
      if (impatience > 0 && yields === 1 && !stops && atS > nowS) {
        const v = Math.max(trips.freeMps[other], LEAST_MPS);
        const mps2 = impatience * drivers.decelMps2[trips.type[other]];
        const square = v * v - 2 * mps2 * (atS - nowS) * v;
        arrivesS = square <= 0 ? atS + STOPPED_FOR_GOOD_S : nowS + (v - Math.sqrt(square)) / mps2;
      }
      if (!place.isListedDriving) {
        const acrossMps = Math.max(topMps(place, trips.type[other], trips.speedFactor[other], laneCount + foe), 1);
        if (arrivesS + place.links.fromM[mirror] / acrossMps > lastS) continue;
        const leftS =
          atS +
          (place.links.toM[mirror] + drivers.lengthM[trips.type[other]]) / acrossMps +
          BEHIND_HIM_S -
          (reachS - nowS);
        if (leftS <= nowS) continue;
        untilS = Math.max(untilS, leftS);
        break;
      }
      if (arrivesS > lastS) continue;
      // Once he is over his line he is only in the way where the ways meet.
      const throughS = atS + (merges ? MARGIN_S : LOOKS_AFTER_S);
      if (throughS > untilS) untilS = throughS;
      break;
    }
  }
  if (untilS > nowS) {
    const losesPatienceS = standsFromS + PATIENCE_S;
    return place.isListedDriving || losesPatienceS <= nowS ? untilS : Math.min(untilS, losesPatienceS);
  }
  for (let i = 0; i < letGo; i++) {
    const foeLane = stopped[i];
    run.held[foeLane] = HELD;
    run.startShare[foeLane] = 1;
    schedule(heap, foeLane, Math.max(heap.atS[foeLane], leaveS));
  }
  return nowS;
}

/** When one who sets out now meets the tail of the last who took a foe's way no more. */
function behindFoeS(run: MesoRun, k: number, foe: number, merges: boolean, fromM: number, a: number): number {
  const { place } = run;
  const { links, network } = place;
  const crossedS = run.tookS[foe];
  // Onto the same lane one follows him.
  if (merges) return crossedS + MARGIN_S;
  const mirror = network.foeMirror[k];
  const tailM = links.toM[mirror] + run.tookM[foe];
  if (!(tailM < Number.POSITIVE_INFINITY) || links.fromM[k] === Number.POSITIVE_INFINITY) return crossedS;
  const reachS = Math.sqrt((2 * Math.max(0, links.fromM[k] - fromM)) / a);
  return crossedS + tailM / run.tookMps[foe] - reachS;
}
