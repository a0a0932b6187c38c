/**
 * Actuated by delay, as SUMO 1.15 decides: a green goes on while someone in sight who has lost time can still reach the
 * line before the phase must end, and while nobody is in sight of the others.
 */
import type { Network } from '../network';
import { following } from './gap-control';
import type { Seen } from './seen';
import { isRearBehind, lostInSight } from './sense-approaches';
import { isGreen, shownIn } from './shown';
import type { Signals } from './signal-state';
import { toMs } from './timetable';

const SECOND_MS = 1_000;

let othersWait = false;

/** Ends or prolongs the phase of a leader; answers in how many milliseconds it decides again. */
export function decideByDelay(
  signals: Signals,
  network: Network,
  seen: Seen,
  s: number,
  nowMs: number,
  held: boolean,
): number {
  const { roads } = network;
  const phase = signals.phase[s];
  if (signals.layout.phaseIsGreen[phase] === 1) {
    const lastedMs = nowMs - signals.beganMs[s];
    const mostMs = toMs(roads.phaseMaxSeconds[phase]);
    let ms = longestWay(signals, network, seen, s, phase, lastedMs, mostMs);
    ms = Math.max(0, ms, toMs(roads.phaseMinSeconds[phase]) - lastedMs);
    if (!othersWait) ms = Math.max(ms, SECOND_MS);
    else ms = Math.min(ms, Math.max(0, mostMs - lastedMs));
    if (held) ms = Math.max(ms, SECOND_MS);
    if (ms > 0) return ms;
  }
  signals.phase[s] = following(network, s, phase);
  signals.beganMs[s] = nowMs;
  return toMs(roads.phaseMinSeconds[signals.phase[s]]);
}

/** Time at the limit to the line of the farthest who has lost time, has green and can make it; and whether others wait. */
function longestWay(
  signals: Signals,
  network: Network,
  seen: Seen,
  s: number,
  phase: number,
  lastedMs: number,
  mostMs: number,
): number {
  const { roads, signalTurnStart, signalTurns } = network;
  const { approachPlaces: places, layout } = signals;
  const leastLossS = roads.signalLeastLossSeconds[s];
  let longestMs = 0;
  othersWait = false;
  for (let a = places.start[s]; a < places.start[s + 1]; a++) {
    const lane = places.lane[a];
    let green = false;
    let red = false;
    for (let m = layout.memberStart[s]; m < layout.memberStart[s + 1]; m++) {
      const member = layout.members[m];
      const own = roads.signalPhaseStart[member] + phase - roads.signalPhaseStart[s];
      for (let k = signalTurnStart[member]; k < signalTurnStart[member + 1]; k++) {
        if (roads.turnFromLane[signalTurns[k]] !== lane) continue;
        if (isGreen(shownIn(roads, own, roads.turnSignalIndex[signalTurns[k]]))) green = true;
        else red = true;
      }
    }
    if (red && isInSight(signals, network, seen, a)) othersWait = true;
    if (!green) continue;
    for (let k = places.trackStart[a]; k < places.trackStart[a + 1]; k++) {
      const track = places.tracks[k];
      for (let row = seen.first[track]; row >= 0; row = seen.behind[row]) {
        const toLineM = places.lineAtM[k] - seen.positionM[row];
        if (toLineM >= places.rangeM[a]) break;
        if (toLineM <= 0 || lostInSight(signals.approaches, row, a) <= leastLossS) continue;
        const ms = toMs(toLineM / seen.trackLimitMps[lane]);
        if (lastedMs + ms <= mostMs && ms > longestMs) longestMs = ms;
      }
      if (track >= roads.laneCount || track === lane) continue;
      for (let t = roads.laneTurnStart[track]; t < roads.laneTurnStart[track + 1]; t++) {
        const off = roads.laneCount + roads.laneTurns[t];
        if (k > 0 && places.tracks[k - 1] === off) continue; // not off the way
        for (let row = seen.last[off]; row >= 0 && isRearBehind(seen, row); row = seen.ahead[row]) {
          if (lostInSight(signals.approaches, row, a) <= leastLossS) continue;
          const toLineM = places.lineAtM[k] - roads.trackLengthM[track] - seen.positionM[row];
          const ms = toMs(toLineM / seen.trackLimitMps[lane]);
          if (toLineM > 0 && lastedMs + ms <= mostMs && ms > longestMs) longestMs = ms;
        }
      }
    }
  }
  return longestMs;
}

/** Whether anyone is in sight of an approach; who has turned off it still is until his rear has. */
function isInSight({ approachPlaces: places }: Signals, network: Network, seen: Seen, a: number): boolean {
  for (let k = places.trackStart[a]; k < places.trackStart[a + 1]; k++) {
    const track = places.tracks[k];
    const row = seen.first[track];
    if (row >= 0 && places.lineAtM[k] - seen.positionM[row] < places.rangeM[a]) return true;
    if (track < network.roads.laneCount && isOnTurns(network, seen, track)) return true;
  }
  return false;
}

/** Whether the rear of someone who has passed the end of a lane is still on it. */
function isOnTurns({ roads }: Network, seen: Seen, lane: number): boolean {
  for (let k = roads.laneTurnStart[lane]; k < roads.laneTurnStart[lane + 1]; k++) {
    const row = seen.last[roads.laneCount + roads.laneTurns[k]];
    if (row >= 0 && isRearBehind(seen, row)) return true;
  }
  return false;
}
