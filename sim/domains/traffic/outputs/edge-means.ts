/**
 * Means by edge and interval, by the definitions of SUMO's edgeData: time and distance of everyone on the edge's lanes,
 * not inside junctions; a step across a border is shared by the distance driven on either side.
 */
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
import { freeSpeedMpsOf, HALTS_BELOW_MPS } from './vehicle-facts';

export const edgeColumns = [
  'begin_seconds',
  'end_seconds',
  'edge',
  'sampled_seconds',
  'travel_time_seconds',
  'density_per_km',
  'speed_mps',
  'speed_relative',
  'waiting_seconds',
  'time_loss_seconds',
  'departed',
  'arrived',
  'entered',
  'left',
] as const;

/** Sums of an interval, by edge. */
export interface EdgeSums {
  readonly seconds: Float64Array;
  readonly distanceM: Float64Array;
  readonly waitingSeconds: Float64Array;
  readonly lossSeconds: Float64Array;
  readonly departed: Float64Array;
  readonly arrived: Float64Array;
  readonly entered: Float64Array;
  readonly left: Float64Array;
}

export function createEdgeSums(edgeCount: number): EdgeSums {
  const zeros = () => new Float64Array(edgeCount);
  return {
    seconds: zeros(),
    distanceM: zeros(),
    waitingSeconds: zeros(),
    lossSeconds: zeros(),
    departed: zeros(),
    arrived: zeros(),
    entered: zeros(),
    left: zeros(),
  };
}

/** Calls `done` at the end of every interval, and of the run within one; the sums are then begun anew. */
export function sumEdges(
  intervalSeconds: number,
  done: (state: TrafficState, fromSeconds: number, toSeconds: number, sums: EdgeSums) => void,
): TrafficObserver {
  let before: RowsBefore;
  let sums: EdgeSums;
  let fromSeconds = 0;
  const path = createStepPath();
  const close = (state: TrafficState, seconds: number) => {
    if (seconds <= fromSeconds) return;
    done(state, fromSeconds, seconds, sums);
    for (const each of Object.values(sums) as Float64Array[]) each.fill(0);
    fromSeconds = seconds;
  };
  return {
    start(state, seconds) {
      before = createRowsBefore(state.vehicles.capacity);
      sums = createEdgeSums(state.network.roads.edgeCount);
      fromSeconds = seconds;
      noteRows(before, state);
    },
    stepped(state, seconds, stepSeconds) {
      const end = Math.max(before.rowEnd, state.vehicles.rowEnd);
      for (let row = 0; row < end; row++) addRow(sums, path, before, state, row, stepSeconds);
      noteRows(before, state);
      if (seconds >= fromSeconds + intervalSeconds - 1e-6) close(state, seconds);
    },
    end: close,
  };
}

function addRow(
  sums: EdgeSums,
  path: ReturnType<typeof createStepPath>,
  before: RowsBefore,
  state: TrafficState,
  row: number,
  stepSeconds: number,
): void {
  const { vehicles, network } = state;
  const here = vehicles.track[row];
  if (isSame(before, state, row)) {
    pathOfStep(path, before, state, row);
    addPath(sums, path, state, row, stepSeconds);
    return;
  }
  if (before.track[row] >= 0) {
    pathToEnd(path, before, state, row);
    const speedMps = before.speedMps[row];
    const seconds = speedMps > 0 ? Math.min(stepSeconds, path.lengthM / speedMps) : 0;
    addPath(sums, path, state, -1, seconds);
    sums.arrived[network.trackEdge[path.track[path.count - 1]]]++;
  }
  if (here < 0) return;
  const droveM = vehicles.odometerM[row];
  path.count = 1;
  path.track[0] = here;
  path.toM[0] = vehicles.positionM[row];
  path.fromM[0] = Math.max(0, vehicles.positionM[row] - droveM);
  path.lengthM = path.toM[0] - path.fromM[0];
  sums.departed[network.trackEdge[here]]++;
  addPath(sums, path, state, row, droveM > 0 ? stepSeconds : 0);
}

/** Row −1: one who has gone, of whom only the way is known. */
function addPath(
  sums: EdgeSums,
  path: ReturnType<typeof createStepPath>,
  state: TrafficState,
  row: number,
  seconds: number,
): void {
  const { network, vehicles } = state;
  const { laneCount } = network.roads;
  for (let i = 0; i < path.count; i++) {
    const track = path.track[i];
    if (track >= laneCount) continue;
    const edge = network.trackEdge[track];
    const lengthM = path.toM[i] - path.fromM[i];
    const share = path.lengthM > 0 ? lengthM / path.lengthM : i === path.count - 1 ? 1 : 0;
    sums.seconds[edge] += share * seconds;
    sums.distanceM[edge] += lengthM;
    if (i > 0) sums.entered[edge]++;
    if (i < path.count - 1) sums.left[edge]++;
    if (row < 0) continue;
    if (vehicles.speedMps[row] < HALTS_BELOW_MPS) sums.waitingSeconds[edge] += share * seconds;
    const free = freeSpeedMpsOf(state, row);
    sums.lossSeconds[edge] += share * seconds * Math.max(0, 1 - vehicles.speedMps[row] / free);
  }
}

export function writeEdges(sink: TextSink, intervalSeconds: number): TrafficObserver {
  const sums = sumEdges(intervalSeconds, (state, fromSeconds, toSeconds, of) => {
    const { edgeCount, edgeFirstLane, trackLengthM, edgeSpeedMps } = state.network.roads;
    for (let edge = 0; edge < edgeCount; edge++) {
      const seconds = of.seconds[edge];
      const lengthM = trackLengthM[edgeFirstLane[edge]];
      const speedMps = seconds > 0 ? of.distanceM[edge] / seconds : null;
      sink.write(
        csvRow([
          fromSeconds,
          toSeconds,
          state.scene.elements.edge.ids[edge],
          seconds,
          speedMps !== null && speedMps > 0 ? lengthM / speedMps : null,
          (1000 * seconds) / (toSeconds - fromSeconds) / lengthM,
          speedMps,
          speedMps === null ? null : speedMps / edgeSpeedMps[edge],
          of.waitingSeconds[edge],
          of.lossSeconds[edge],
          of.departed[edge],
          of.arrived[edge],
          of.entered[edge],
          of.left[edge],
        ]),
      );
    }
  });
  return {
    ...sums,
    start(state, seconds) {
      sink.write(csvRow(edgeColumns));
      sums.start(state, seconds);
    },
  };
}
