/**
 * What junctions are judged by, kept by the step: who passed them and what that took, how long their queues were, and
 * every quarter of an hour the levels that follow. Nothing of it is read by anyone who drives.
 */
import type { Decoder, Encoder } from '../../../kernel';
import type { Network } from '../network';
import { GREEN, GREEN_YIELDS } from '../signals';
import type { TrafficState } from '../state';
import { type ApproachWatch, countUnderWay, createApproachWatch, watchApproaches } from './approach-watch';
import { createJunctionLevels, type JunctionLevels, judgeJunctions } from './junction-levels';
import { clearQueueRecord, createQueueRecord, queuePercentileVeh } from './queue-record';
import { createQueueWatch, type QueueWatch, watchQueues } from './queue-watch';
import { loadWatches, saveWatches } from './save-levels';
import { closeWindow, createTurnCounts, passStep, type TurnCounts, WINDOW_SECONDS } from './turn-counts';

export interface Levels {
  readonly approaches: ApproachWatch;
  readonly counts: TurnCounts;
  readonly queues: QueueWatch;
  /** Until queues are looked at again. */
  queuesInSeconds: number;
  /** By lane: length that the back of its queue exceeded in one cycle of twenty of the window closed last. */
  readonly queue95Veh: Uint8Array;
  /** Follows from the window closed last; not saved. */
  readonly judged: JunctionLevels;
}

/** Vehicles follow one another over a stop line every two seconds: nothing is missed. */
const QUEUES_EVERY_S = 2;
const ROUNDING_S = 1e-9;

export function createLevels({ roads }: Network, rows: number): Levels {
  return {
    approaches: createApproachWatch(rows),
    counts: createTurnCounts(roads.turnCount),
    queues: createQueueWatch(roads.laneCount, createQueueRecord(roads.laneCount)),
    queuesInSeconds: QUEUES_EVERY_S,
    queue95Veh: new Uint8Array(roads.laneCount),
    judged: createJunctionLevels(roads),
  };
}

/** After everyone has moved, left and come in. While a city is warmed up, before the run's time begins, nothing counts. */
export function passLevels(state: TrafficState, stepSeconds: number): void {
  const { levels, network, vehicles, signals, totals } = state;
  const nowSeconds = totals.elapsedSeconds;
  if (nowSeconds <= 0) return;
  const { counts, queues, approaches } = levels;
  watchApproaches(approaches, network.roads, vehicles, nowSeconds, counts);
  passStep(counts, network.signalTurns, signals.shown, GREEN_YIELDS, GREEN, stepSeconds);
  levels.queuesInSeconds -= stepSeconds;
  if (levels.queuesInSeconds <= ROUNDING_S) {
    watchQueues(queues, network.roads, state.tracks, vehicles, signals.shown, GREEN_YIELDS, GREEN, QUEUES_EVERY_S);
    levels.queuesInSeconds += QUEUES_EVERY_S;
  }
  if (counts.seconds < WINDOW_SECONDS - ROUNDING_S) return;
  countUnderWay(approaches, network.roads, vehicles, nowSeconds, counts);
  closeWindow(counts);
  for (let lane = 0; lane < levels.queue95Veh.length; lane++) {
    levels.queue95Veh[lane] = queuePercentileVeh(queues.record, lane, 0.95);
  }
  judgeJunctions(network.roads, counts, levels.judged);
  clearQueueRecord(queues.record);
}

export function saveLevels(levels: Levels, rowEnd: number, out: Encoder): void {
  saveWatches(levels, rowEnd, out);
  out.f64(levels.queuesInSeconds).uint8s(levels.queue95Veh);
}

export function loadLevels(levels: Levels, { roads }: Network, from: Decoder): void {
  loadWatches(levels, from);
  levels.queuesInSeconds = from.f64();
  from.uint8s(levels.queue95Veh);
  if (levels.counts.lastSeconds > 0) judgeJunctions(roads, levels.counts, levels.judged);
}
