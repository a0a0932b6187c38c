/**
 * What the scene's induction loops measure, interval by interval, by the definitions of SUMO's E1 detectors. A vehicle
 * is over a loop from the moment its front passes until its rear does, found within the step by the distance driven.
 */
import type { CompiledScene } from '../../../scene/compiled';
import type { TrafficState } from '../state';
import type { TrafficObserver } from './observer';
import {
  createRowsBefore,
  createStepPath,
  isSame,
  noteRows,
  pathOfStep,
  pathToEnd,
  type RowsBefore,
} from './step-paths';
import { csvRow, type TextSink } from './text-sink';
import { lengthMOf } from './vehicle-facts';

export const detectorColumns = [
  'begin_seconds',
  'end_seconds',
  'detector',
  'entered',
  'passed',
  'flow_per_hour',
  'occupancy_percent',
  'speed_mps',
  'harmonic_speed_mps',
] as const;

export interface Loop {
  readonly id: string;
  readonly lane: number;
  readonly atM: number;
}

/** The loops that a scene has on its lanes: each at the place of its lane that lies nearest to it. */
export function loopsOf(scene: CompiledScene): Loop[] {
  const loops: Loop[] = [];
  for (const { id, kind, at, element } of scene.scene.sensors?.sensors ?? []) {
    const lane = kind === 'loop' && element !== undefined ? scene.elements.lane.slotOf(element) : undefined;
    if (lane !== undefined) loops.push({ id, lane, atM: nearestM(scene, lane, at) });
  }
  return loops;
}

function nearestM({ roads }: CompiledScene, lane: number, [xM, yM]: readonly [number, number]): number {
  const { trackPoints, trackPointAtM, trackPointStart } = roads;
  let nearest = Number.POSITIVE_INFINITY;
  let foundM = 0;
  for (let p = trackPointStart[lane]; p < trackPointStart[lane + 1] - 1; p++) {
    const dx = trackPoints[2 * p + 2] - trackPoints[2 * p];
    const dy = trackPoints[2 * p + 3] - trackPoints[2 * p + 1];
    const along = ((xM - trackPoints[2 * p]) * dx + (yM - trackPoints[2 * p + 1]) * dy) / (dx * dx + dy * dy || 1);
    const share = Math.max(0, Math.min(1, along));
    const offX = trackPoints[2 * p] + share * dx - xM;
    const offY = trackPoints[2 * p + 1] + share * dy - yM;
    const square = offX * offX + offY * offY;
    if (square >= nearest) continue;
    nearest = square;
    foundM = trackPointAtM[p] + share * (trackPointAtM[p + 1] - trackPointAtM[p]);
  }
  return foundM;
}

/** Who is over a loop now, and the distance on his odometer at which his rear passes it. */
interface Over {
  readonly loop: number;
  readonly row: number;
  readonly hour: number;
  readonly key: number;
  readonly lengthM: number;
  readonly enteredSeconds: number;
  readonly clearOdometerM: number;
}

interface Tally {
  entered: number;
  passed: number;
  occupiedSeconds: number;
  speedSumMps: number;
  slownessSum: number;
}

export function writeDetectors(sink: TextSink, loops: readonly Loop[], intervalSeconds: number): TrafficObserver {
  const path = createStepPath();
  const tallies = loops.map(
    (): Tally => ({ entered: 0, passed: 0, occupiedSeconds: 0, speedSumMps: 0, slownessSum: 0 }),
  );
  const byLane = new Map<number, number[]>();
  for (const [loop, { lane }] of loops.entries()) byLane.set(lane, [...(byLane.get(lane) ?? []), loop]);
  let over: Over[] = [];
  let before: RowsBefore;
  let fromSeconds = 0;

  /** Fronts that pass a loop on this step's way, which took so long and ended then. */
  const passFronts = (state: TrafficState, row: number, odometerM: number, endSeconds: number, stepSeconds: number) => {
    const { vehicles } = state;
    let drivenM = 0;
    for (let i = 0; i < path.count; i++) {
      const [fromM, toM] = [path.fromM[i], path.toM[i]];
      for (const loop of byLane.get(path.track[i]) ?? []) {
        const { atM } = loops[loop];
        if (!(atM > fromM && atM <= toM) && !(i > 0 && atM === 0)) continue;
        const atOdometerM = drivenM + atM - fromM;
        const share = path.lengthM > 0 ? atOdometerM / path.lengthM : 1;
        const lengthM = lengthMOf(state, row);
        over.push({
          loop,
          row,
          hour: vehicles.tripHour[row],
          key: vehicles.tripKey[row],
          lengthM,
          enteredSeconds: endSeconds - (1 - share) * stepSeconds,
          clearOdometerM: odometerM + atOdometerM + lengthM,
        });
        tallies[loop].entered++;
      }
      drivenM += toM - fromM;
    }
  };

  const leave = (each: Over, seconds: number) => {
    const tally = tallies[each.loop];
    tally.passed++;
    tally.occupiedSeconds += seconds - Math.max(each.enteredSeconds, fromSeconds);
    const speedMps = each.lengthM / Math.max(seconds - each.enteredSeconds, 1e-9);
    tally.speedSumMps += speedMps;
    tally.slownessSum += 1 / speedMps;
  };

  const clearRears = (state: TrafficState, seconds: number, stepSeconds: number) => {
    const { vehicles, network } = state;
    over = over.filter((each) => {
      const { row } = each;
      const here =
        vehicles.track[row] >= 0 && vehicles.tripHour[row] === each.hour && vehicles.tripKey[row] === each.key;
      if (!here) {
        leave(each, seconds - stepSeconds); // arrived: off the road with the end of its way
        return false;
      }
      const odometerM = vehicles.odometerM[row];
      const { lane } = loops[each.loop];
      const track = vehicles.track[row];
      const changed =
        track !== lane && track < network.roads.laneCount && network.trackEdge[track] === network.trackEdge[lane];
      if (odometerM < each.clearOdometerM && !changed) return true;
      const drivenM = odometerM - before.odometerM[row];
      const backM = Math.max(0, odometerM - each.clearOdometerM);
      leave(each, seconds - (drivenM > 0 && !changed ? Math.min(1, backM / drivenM) : 0) * stepSeconds);
      return false;
    });
  };

  /** One who has arrived passed the loops on the rest of his way; how long he was over them is not known. */
  const passLast = (row: number, state: TrafficState, stepSeconds: number) => {
    pathToEnd(path, before, state, row);
    for (let i = 0; i < path.count; i++) {
      for (const loop of byLane.get(path.track[i]) ?? []) {
        const { atM } = loops[loop];
        if (atM <= path.fromM[i] || atM > path.toM[i]) continue;
        const tally = tallies[loop];
        tally.entered++;
        tally.passed++;
        const speedMps = Math.max(before.speedMps[row], path.lengthM / stepSeconds);
        tally.speedSumMps += speedMps;
        tally.slownessSum += 1 / speedMps;
        tally.occupiedSeconds += Math.min(stepSeconds, (path.toM[i] - atM) / speedMps);
      }
    }
  };

  const close = (seconds: number) => {
    if (seconds <= fromSeconds) return;
    for (const each of over) tallies[each.loop].occupiedSeconds += seconds - Math.max(each.enteredSeconds, fromSeconds);
    const lastsSeconds = seconds - fromSeconds;
    for (const [loop, { id }] of loops.entries()) {
      const { entered, passed, occupiedSeconds, speedSumMps, slownessSum } = tallies[loop];
      sink.write(
        csvRow([
          fromSeconds,
          seconds,
          id,
          entered,
          passed,
          (3600 * passed) / lastsSeconds,
          (100 * occupiedSeconds) / lastsSeconds,
          passed > 0 ? speedSumMps / passed : null,
          passed > 0 ? passed / slownessSum : null,
        ]),
      );
      tallies[loop] = { entered: 0, passed: 0, occupiedSeconds: 0, speedSumMps: 0, slownessSum: 0 };
    }
    fromSeconds = seconds;
  };

  return {
    start(state, seconds) {
      sink.write(csvRow(detectorColumns));
      before = createRowsBefore(state.vehicles.capacity);
      noteRows(before, state);
      fromSeconds = seconds;
    },
    stepped(state, seconds, stepSeconds) {
      const { vehicles } = state;
      const end = Math.max(before.rowEnd, vehicles.rowEnd);
      for (let row = 0; row < end; row++) {
        if (isSame(before, state, row)) {
          pathOfStep(path, before, state, row);
          passFronts(state, row, before.odometerM[row], seconds, stepSeconds);
          continue;
        }
        if (before.track[row] >= 0) passLast(row, state, stepSeconds);
        if (vehicles.track[row] < 0 || vehicles.odometerM[row] === 0) continue;
        path.count = 1;
        path.track[0] = vehicles.track[row];
        path.toM[0] = vehicles.positionM[row];
        path.fromM[0] = Math.max(0, vehicles.positionM[row] - vehicles.odometerM[row]);
        path.lengthM = path.toM[0] - path.fromM[0];
        passFronts(state, row, 0, seconds, stepSeconds);
      }
      clearRears(state, seconds, stepSeconds);
      noteRows(before, state);
      if (seconds >= fromSeconds + intervalSeconds - 1e-6) close(seconds);
    },
    end: (_state, seconds) => close(seconds),
  };
}
