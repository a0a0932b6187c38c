/** How fast and how many on every edge, over a whole run or what was driven of it. */
import type { CompiledScene } from '../../../scene';
import { sumEdges } from './edge-means';
import type { TrafficObserver } from './observer';

/** By edge, in the order of the scene. */
export interface EdgeMeans {
  /** Distance over time of everybody there; NaN where nobody was. */
  readonly speedMps: Float32Array;
  /** Of everybody there, so that whoever left midway counts as far as he came. */
  readonly vehiclesPerHour: Float32Array;
}

const SECONDS_AN_HOUR = 3_600;

/** Gives the means to `done` once the run has ended; a run without a step has none. */
export function meanOverWindow(scene: CompiledScene, done: (means: EdgeMeans) => void): TrafficObserver {
  const { edgeCount, edgeFirstLane, trackLengthM } = scene.roads;
  return sumEdges(Number.POSITIVE_INFINITY, (_, fromSeconds, toSeconds, sums) => {
    const means: EdgeMeans = { speedMps: new Float32Array(edgeCount), vehiclesPerHour: new Float32Array(edgeCount) };
    const hours = (toSeconds - fromSeconds) / SECONDS_AN_HOUR;
    for (let edge = 0; edge < edgeCount; edge++) {
      means.speedMps[edge] = sums.seconds[edge] > 0 ? sums.distanceM[edge] / sums.seconds[edge] : Number.NaN;
      means.vehiclesPerHour[edge] = sums.distanceM[edge] / trackLengthM[edgeFirstLane[edge]] / hours;
    }
    done(means);
  });
}
