import type { Network } from './network';
import type { TrafficState } from './state';

/**
 * How fast the traffic on each edge is: distance over time of everyone on its lanes in the last minute, from four
 * quarter-minutes. Standing at the stop line counts, so that an edge's time holds the wait at its end.
 */
export interface EdgeSpeeds {
  readonly bucketDistanceM: Float64Array;
  readonly bucketSeconds: Float64Array;
  /** Mean of the last minute; −1 where nobody was. */
  readonly meanMps: Float64Array;
  /** What drivers expect: follows the mean with a time constant of a minute, and the limit where nobody was. */
  readonly expectedMps: Float64Array;
  bucket: number;
  bucketLeftSeconds: number;
  /** Means or limits have changed since they were told. Not saved: what is told twice is the same. */
  isNews: boolean;
}

const BUCKETS = 4;
const BUCKET_SECONDS = 15;
const FOLLOWS = 0.25; // a quarter-minute's share of the time constant
/** An edge crossed by nobody for long tells little from a few seconds of one car. */
const ENOUGH_SECONDS = 8;

export function createEdgeSpeeds(network: Network): EdgeSpeeds {
  const { edgeCount, edgeSpeedMps } = network.roads;
  return {
    bucketDistanceM: new Float64Array(BUCKETS * edgeCount),
    bucketSeconds: new Float64Array(BUCKETS * edgeCount),
    meanMps: new Float64Array(edgeCount).fill(-1),
    expectedMps: Float64Array.from(edgeSpeedMps),
    bucket: 0,
    bucketLeftSeconds: BUCKET_SECONDS,
    isNews: true,
  };
}

/** Counts the step that has just been driven; every quarter-minute the means are taken anew. */
export function passTime(state: TrafficState, stepSeconds: number): void {
  const { edges, network, closures } = state;
  edges.bucketLeftSeconds -= stepSeconds;
  if (edges.bucketLeftSeconds > 0) return;
  edges.bucketLeftSeconds += BUCKET_SECONDS;
  edges.isNews = true;

  const { edgeCount, edgeFirstLane } = network.roads;
  const { bucketDistanceM, bucketSeconds } = edges;
  for (let edge = 0; edge < edgeCount; edge++) {
    let distanceM = 0;
    let seconds = 0;
    for (let at = edge; at < BUCKETS * edgeCount; at += edgeCount) {
      distanceM += bucketDistanceM[at];
      seconds += bucketSeconds[at];
    }
    edges.meanMps[edge] = seconds > 0 ? distanceM / seconds : -1;
    const limitMps = closures.trackLimitMps[edgeFirstLane[edge]];
    const seenMps = seconds >= ENOUGH_SECONDS ? Math.min(distanceM / seconds, limitMps) : limitMps;
    edges.expectedMps[edge] += FOLLOWS * (seenMps - edges.expectedMps[edge]);
  }
  edges.bucket = (edges.bucket + 1) % BUCKETS;
  const from = edges.bucket * edgeCount;
  bucketDistanceM.fill(0, from, from + edgeCount);
  bucketSeconds.fill(0, from, from + edgeCount);
}

/** What the rest of the city reads: the limit stands for an edge that nobody drove. */
export function tellEdgeSpeeds(state: TrafficState, out: Float64Array): void {
  state.edges.isNews = false;
  const { meanMps } = state.edges;
  const { trackLimitMps } = state.closures;
  const { edgeFirstLane } = state.network.roads;
  for (let edge = 0; edge < meanMps.length; edge++) {
    out[edge] = meanMps[edge] >= 0 ? meanMps[edge] : trackLimitMps[edgeFirstLane[edge]];
  }
}
