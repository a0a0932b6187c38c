/**
 * The dynamic equilibrium of a scene's own demand: everybody drives in queues, learns what the edges took at which time,
 * and may take another way, until nobody has much to gain. A baseline to compare with, and ways for a morning to begin
 * with; `studies/assignment` is its static sister.
 */
import { createTrips, emptyState, takeDemand } from '../../domains/traffic/meso';
import { type IterationFigures, iterate } from '../../domains/traffic/meso/assign';

import { fail, problem, type Result, succeed, warning } from '../../kernel';
import type { CompiledScene } from '../../scene';

export interface EquilibriumSettings {
  readonly seed: number;
  /** Trips that are due between these times of the day. */
  readonly fromSeconds: number;
  readonly untilSeconds: number;
  /** For so long afterwards the last of them may still drive. */
  readonly tailSeconds?: number;
  readonly binSeconds?: number;
  readonly mostIterations?: number;
  readonly relativeGap?: number;
}

export interface TrafficEquilibrium {
  readonly converged: boolean;
  readonly iterations: readonly IterationFigures[];
  readonly fromSeconds: number;
  readonly binSeconds: number;
  readonly bins: number;
  /** By bin and edge slot: mean seconds from line to line of those who came upon it then, NaN where nobody did; how many. */
  readonly edgeSeconds: Float64Array;
  readonly edgeCount: Float64Array;
  /** By trip: who, from being due to the end of the way in the last drive (NaN: not arrived), and its edges. */
  readonly trips: readonly {
    readonly hour: number;
    readonly key: number;
    readonly seconds: number;
    readonly edges: readonly number[];
  }[];
}

const TAIL_S = 1_800;
const BIN_S = 900;
const ITERATIONS = 20;
const GAP = 0.01;

export function equilibrateTraffic(
  scene: CompiledScene,
  settings: EquilibriumSettings,
  onIteration?: (figures: IterationFigures) => void,
): Result<TrafficEquilibrium> {
  const { seed, fromSeconds, untilSeconds, tailSeconds = TAIL_S, binSeconds = BIN_S } = settings;
  const { mostIterations = ITERATIONS, relativeGap = GAP } = settings;
  if (!(untilSeconds > fromSeconds) || !(binSeconds > 0) || !(tailSeconds >= 0) || !(mostIterations >= 1)) {
    const met = `${fromSeconds} s to ${untilSeconds} s, ${tailSeconds} s more, bins of ${binSeconds} s, ${mostIterations} iterations`;
    return fail([problem('equilibrium.bad-times', [], `met ${met}; expected times that go forward and last`)]);
  }
  const state = emptyState(scene, { seed, startSeconds: fromSeconds, baseStepSeconds: 0.5 });
  const trips = createTrips();
  const taken = takeDemand(state, trips, fromSeconds, untilSeconds);
  const work = iterate(state, trips, taken.rows, state.luck, {
    fromS: fromSeconds,
    untilS: untilSeconds + tailSeconds,
    binS: binSeconds,
    mostIterations,
    relativeGap,
  });
  let next = work.next();
  for (; !next.done; next = work.next()) onIteration?.(next.value);
  const { converged, figures, edgeTimes, tripSeconds } = next.value;
  const { linkEdge } = state.network;
  const warnings =
    taken.withoutWay === 0
      ? []
      : [warning('equilibrium.unreached', [], `${taken.withoutWay} trips have no way and are left out`)];
  return succeed(
    {
      converged,
      iterations: figures,
      fromSeconds,
      binSeconds,
      bins: edgeTimes.bins,
      edgeSeconds: edgeTimes.seconds.map((sum, i) => (edgeTimes.count[i] > 0 ? sum / edgeTimes.count[i] : Number.NaN)),
      edgeCount: edgeTimes.count,
      trips: taken.rows.map((row) => ({
        hour: trips.hour[row],
        key: trips.key[row],
        seconds: tripSeconds[row],
        edges: [
          trips.firstEdge[row],
          ...Array.from({ length: trips.linkCount[row] }, (_, i) => linkEdge[trips.links[trips.linkFrom[row] + i]]),
        ],
      })),
    },
    warnings,
  );
}
