/** Moves everyone at the speeds just decided: from track to track, and out at the end of the way. */

import { tellBus } from '../buses/drive-run';
import { tellArrival } from '../demand/people/release';
import { meterAll, meterLast } from '../emissions/meter';
import { tellUnit } from '../levels/send-unit';
import { tellTrip } from '../levels/trips-of-run';
import { searchSpace, stopSearch } from '../parking/search-space';
import { perRun } from '../per-run';
import { thinkAgain } from '../routing/think-again';
import { RED } from '../signals';
import { insertByPosition, takeOff } from '../tracks';
import { BUS } from '../vehicle-kinds';
import { edgeOnRoute, giveRowBack, takeNextEdge } from '../vehicles';
import { laneChoice } from './best-lanes';
import { CHAIN, NOT_LOOKED } from './chain';
import { HALTING_MPS } from './follow';
import { NEVER } from './junction-foes';
import { laneMps } from './plan';

const AT_END_M = 0.01;
const CREEPS_MPS = 1;
const ARRIVED_M = 0.1;
const LATERAL_MPS = 1.2; // a lane of 3.5 m in three seconds
/** Who gains speed by more than this share of what he could is not waiting. */
const STARTS_SHARE = 0.5;

export const advancing = perRun((state) => {
  const { planLanes, planWithin } = laneChoice(state);

  function advance(): void {
    const { vehicles } = state;
    driveOn();
    meterAll(state);
    // Backwards, so that a row given back does not hide another; order matters nowhere else: chains go by position.
    for (let row = vehicles.rowEnd - 1; row >= 0; row--) if (vehicles.track[row] >= 0) settle(row);
  }

  /** Everyone along his track, over its end too. */
  function driveOn(): void {
    const { vehicles, network, edges, totals, pace, drivers } = state;
    const { track, positionM, speedMps, odometerM, lateralM, nextMps } = vehicles;
    const { laneCount, edgeCount } = network.roads;
    const { bucketDistanceM, bucketSeconds } = edges;
    const bucketStart = edges.bucket * edgeCount;
    const dt = pace.stepS;
    const lateralStepM = LATERAL_MPS * dt;
    let distanceM = 0;
    let severityM5PerS4 = 0;
    let freeSeconds = 0;
    let still = 0;
    let lossSeconds = 0;
    let busLossSeconds = 0;
    for (let row = 0; row < vehicles.rowEnd; row++) {
      const here = track[row];
      if (here < 0) continue;
      const before = speedMps[row];
      const next = nextMps[row];
      let wayM: number;
      if (!pace.isBallistic) wayM = next > 0 ? next * dt : 0;
      else if (next >= 0) wayM = 0.5 * (before + next) * dt;
      else wayM = before > 0 ? (before * before * dt) / (2 * (before - next)) : 0;
      const after = next > 0 ? next : 0;
      const acceleration = (after - before) / dt;
      vehicles.accelerationMps2[row] = acceleration;
      speedMps[row] = after;
      positionM[row] += wayM;
      odometerM[row] += wayM;
      distanceM += wayM;
      const square = after * after;
      severityM5PerS4 += wayM * square * square;
      const freeOfWay = wayM * network.freeSecondsPerM[here];
      freeSeconds += freeOfWay;
      vehicles.freeSeconds[row] += freeOfWay;
      const halts = vehicles.haltLeftS[row] >= 0;
      if (after <= HALTING_MPS && !halts && acceleration <= STARTS_SHARE * drivers.accelMps2[vehicles.type[row]]) {
        vehicles.waitS[row] += dt;
        vehicles.stillSeconds[row] += dt;
        still++;
      } else {
        vehicles.waitS[row] = 0;
        vehicles.stillSeconds[row] = 0;
      }
      if (!halts) {
        // What the weather takes is lost too.
        const top = laneMps(state, row, here) / state.closures.driveShare;
        if (top > after) {
          const lost = (dt * (top - after)) / top;
          lossSeconds += lost;
          if (vehicles.kind[row] === BUS) busLossSeconds += lost;
        }
      }
      if (here < laneCount) {
        const at = bucketStart + network.trackEdge[here];
        bucketDistanceM[at] += wayM;
        bucketSeconds[at] += dt;
      }
      const lateral = lateralM[row];
      if (lateral !== 0) {
        lateralM[row] =
          lateral > lateralStepM ? lateral - lateralStepM : lateral < -lateralStepM ? lateral + lateralStepM : 0;
      }
    }
    totals.distanceM += distanceM;
    totals.severityM5PerS4 += severityM5PerS4;
    totals.freeSeconds += freeSeconds;
    totals.lossSeconds += lossSeconds;
    totals.busLossSeconds += busLossSeconds;
    totals.drivenSeconds += vehicles.count * dt;
    totals.stillSeconds += still * dt;
    totals.updates += vehicles.count;
  }

  /** Onto the track where he is now, or off the road. */
  function settle(row: number): void {
    const { track, positionM } = state.vehicles;
    const { laneCount, trackLengthM } = state.network.roads;
    while (track[row] >= 0 && positionM[row] >= trackLengthM[track[row]]) passEnd(row);
    if (track[row] < 0) return;
    if (track[row] < laneCount) arriveIfThere(row);
    else noteEntry(row);
  }

  function arriveIfThere(row: number): void {
    const { vehicles, network } = state;
    const lengthM = network.roads.trackLengthM[vehicles.track[row]];
    const endM = Math.min(lengthM, vehicles.destinationM[row]) - ARRIVED_M;
    if (vehicles.positionM[row] < endM || vehicles.haltAt[row] >= 0 || edgeOnRoute(vehicles, row, 1) >= 0) return;
    arrive(row);
  }

  function arrive(row: number): void {
    const { totals, vehicles } = state;
    totals.arrived++;
    totals.arrivedSeconds += totals.elapsedSeconds - vehicles.departedS[row];
    meterLast(state, row);
    tellTrip(state, row);
    tellArrival(state, row);
    tellUnit(state, row);
    tellBus(state, row);
    stopSearch(state, row);
    removeDriver(row);
  }

  function removeDriver(row: number): void {
    const { vehicles, tracks } = state;
    for (const left of [vehicles.trackBefore[row], vehicles.trackBefore2[row], vehicles.trackBefore3[row]]) {
      if (left >= 0 && tracks.lastLeft[left] === row) tracks.lastLeft[left] = -1;
    }
    takeOff(tracks, vehicles, row);
    giveRowBack(vehicles, row);
  }

  function passEnd(row: number): void {
    if (state.vehicles.track[row] < state.network.roads.laneCount) enterTurn(row);
    else enterLane(row);
  }

  function enterTurn(row: number): void {
    const { vehicles, network, signals, links, totals } = state;
    const roads = network.roads;
    const lane = vehicles.track[row];
    if (edgeOnRoute(vehicles, row, 1) < 0) {
      arrive(row);
      return;
    }
    const turn = vehicles.chain[row * CHAIN];
    if (turn < 0 || signals.shown[turn] === RED) {
      // On a lane that leads elsewhere, or at a red that came too late for him: he stands at the line, whatever that takes.
      if (vehicles.speedMps[row] > CREEPS_MPS) totals.hardestStops++;
      vehicles.positionM[row] = roads.trackLengthM[lane] - AT_END_M;
      vehicles.speedMps[row] = 0;
      return;
    }
    moveOn(row, roads.laneCount + turn);
    vehicles.chain.copyWithin(row * CHAIN, row * CHAIN + 1, (row + 1) * CHAIN);
    vehicles.chain[row * CHAIN + CHAIN - 1] = NOT_LOOKED;
    vehicles.nextTurn[row] = -1;
    vehicles.enteredS[row] = totals.elapsedSeconds;
    const comesS = state.isListedDriving ? totals.elapsedSeconds : state.intents.comesS[row];
    vehicles.conflictS[row] = links.holdM[turn] >= 0 ? NEVER : comesS;
    if (state.isListedDriving) planWithin(row);
  }

  function noteEntry(row: number): void {
    const { vehicles, links, network, totals } = state;
    const holdM = links.holdM[vehicles.track[row] - network.roads.laneCount];
    if (vehicles.speedMps[row] <= 0) return;
    // Written changed or not, as in all that everyone passes through: a branch that is rarely taken would make the compiler begin anew.
    const nowS = totals.elapsedSeconds;
    const enteredS = vehicles.enteredS[row];
    const conflictS = vehicles.conflictS[row];
    vehicles.enteredS[row] = enteredS === NEVER ? nowS : enteredS;
    vehicles.conflictS[row] = conflictS === NEVER && vehicles.positionM[row] > holdM ? nowS : conflictS;
  }

  function enterLane(row: number): void {
    const { vehicles, network } = state;
    const roads = network.roads;
    moveOn(row, roads.turnToLane[vehicles.track[row] - roads.laneCount]);
    takeNextEdge(vehicles, row);
    thinkAgain(state, row);
    searchSpace(state, row);
    planLanes(row);
    vehicles.waitsAhead[row] = 0;
  }

  function moveOn(row: number, track: number): void {
    const { vehicles, tracks, network } = state;
    const from = vehicles.track[row];
    const overM = vehicles.positionM[row] - network.roads.trackLengthM[from];
    takeOff(tracks, vehicles, row);
    const oldest = vehicles.trackBefore3[row];
    if (oldest >= 0 && tracks.lastLeft[oldest] === row) tracks.lastLeft[oldest] = -1;
    tracks.lastLeft[from] = row;
    tracks.leftOdometerM[from] = vehicles.odometerM[row] - overM;
    vehicles.trackBefore3[row] = vehicles.trackBefore2[row];
    vehicles.trackBefore2[row] = vehicles.trackBefore[row];
    vehicles.trackBefore[row] = from;
    vehicles.positionM[row] = overM;
    insertByPosition(tracks, vehicles, track, row);
  }

  return advance;
});
