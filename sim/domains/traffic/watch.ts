/** Looks at the streets every few seconds and says what happened: shut and opened, dark, full, cleared, stuck. */
import type { ElementId } from '../../kernel';
import { heedShutStops } from './buses/drive-run';
import { causeOfClosure, deriveClosures, type RoadWorks, takeHazards, takeWorks } from './closures';
import { forgetCrewTimes } from './crew-times';
import { planLanes } from './driving/best-lanes';
import type { Network } from './network';
import type { RoadWater } from './road-water';
import { closureBeyond, rerouteAllConcerned } from './routing/route';
import type { TrafficState } from './state';
import { kindLengthM } from './vehicle-kinds';
import { edgeOnRoute } from './vehicles';

export type Happen = (
  code: string,
  element: ElementId,
  causes: readonly number[],
  values: Readonly<Record<string, number>>,
) => number;

/** What other domains have done to roads and signals, and the happenings behind it. */
interface Told {
  readonly roadHazard: Float64Array;
  readonly hazardCause: Int32Array;
  readonly roadWater: RoadWater;
  readonly roadWorks: RoadWorks;
  readonly signalCause: Int32Array;
  readonly happen: Happen;
}

export interface Watch {
  leftSeconds: number;
  readonly fullSeconds: Float64Array;
  readonly emptySeconds: Float64Array;
  /** Happening that announced the queue, 0 none. */
  readonly queueHappening: Int32Array;
  readonly stuckAnnounced: Uint8Array;
  readonly darkHappening: Int32Array;
  /** By edge: the happening that opened it, and until when a queue there is put down to it. */
  readonly openedHappening: Int32Array;
  readonly openedUntilS: Float64Array;
}

const LOOKS_EVERY_S = 5;
const FULL_FOR_S = 60;
const CLEAR_FOR_S = 60;
const NEAR_START_M = 12;
const CREEPS_MPS = 1.5;
export const STUCK_AFTER_S = 300;
const CLOSURE_WITHIN_EDGES = 2;
/** As long as a queue from a closure of some minutes takes to be gone. Ours. */
const FELT_FOR_S = 900;

export function createWatch(network: Network): Watch {
  const { edgeCount, signalJunction } = network.roads;
  return {
    leftSeconds: LOOKS_EVERY_S,
    fullSeconds: new Float64Array(edgeCount),
    emptySeconds: new Float64Array(edgeCount),
    queueHappening: new Int32Array(edgeCount),
    stuckAnnounced: new Uint8Array(edgeCount),
    darkHappening: new Int32Array(signalJunction.length),
    openedHappening: new Int32Array(edgeCount),
    openedUntilS: new Float64Array(edgeCount),
  };
}

/** Takes over turned knobs and hazards: announces them, and lets everyone concerned look for another way. */
export function takeChanges(state: TrafficState, told: Told | null): void {
  const { closures, network, vehicles, waiting } = state;
  const news = told !== null && takeHazards(closures, told.roadHazard, told.hazardCause, told.roadWater);
  const dug = told !== null && takeWorks(closures, told.roadWorks);
  if (!news && !dug && !closures.stale) return;
  closures.stale = false;
  deriveClosures(closures, network);
  state.edges.isNews = true;
  announceClosures(state, told?.happen ?? null);
  forgetCrewTimes(state.crews);
  heedShutStops(state);
  rerouteAllConcerned(state);
  for (let row = 0; row < vehicles.rowEnd; row++) {
    const track = vehicles.track[row];
    if (track >= 0 && track < network.roads.laneCount) planLanes(state, row);
  }
  waiting.retrySeconds.fill(Number.NEGATIVE_INFINITY);
}

function announceClosures(state: TrafficState, happen: Happen | null): void {
  const { closures, network, scene } = state;
  for (let edge = 0; edge < network.roads.edgeCount; edge++) {
    const shut = closures.edgeClosed[edge];
    if (shut === closures.announcedShut[edge]) continue;
    closures.announcedShut[edge] = shut;
    const before = closures.shutHappening[edge];
    closures.shutHappening[edge] = 0;
    if (!happen) continue;
    const id = scene.elements.edge.ids[edge];
    const lanes = network.roads.edgeLaneCount[edge];
    if (shut === 1) {
      const cause = causeOfClosure(closures, network, edge) || closures.knobs['edge.built'].causes[edge];
      closures.shutHappening[edge] = happen('traffic.road-closed', id, cause === 0 ? [] : [cause], { lanes });
    } else {
      const cause = before || closures.knobs['edge.built'].causes[edge];
      state.watch.openedHappening[edge] = happen('traffic.road-opened', id, cause === 0 ? [] : [cause], { lanes });
      state.watch.openedUntilS[edge] = state.totals.elapsedSeconds + FELT_FOR_S;
    }
  }
}

export function announceSignals(state: TrafficState, { happen, signalCause }: Told): void {
  const { watch, signals, scene } = state;
  for (let signal = 0; signal < signals.dark.length; signal++) {
    const id = scene.elements.signal.ids[signal];
    const before = watch.darkHappening[signal];
    if (signals.dark[signal] === 1 && before === 0) {
      watch.darkHappening[signal] = happen(
        'traffic.signal-dark',
        id,
        signalCause[signal] > 0 ? [signalCause[signal]] : [],
        {},
      );
    } else if (signals.dark[signal] === 0 && before !== 0) {
      watch.darkHappening[signal] = 0;
      happen('traffic.signal-lit', id, [before], {});
    }
  }
}

export function lookAround(state: TrafficState, stepSeconds: number, happen: Happen): void {
  const { watch, network } = state;
  watch.leftSeconds -= stepSeconds;
  if (watch.leftSeconds > 0) return;
  watch.leftSeconds += LOOKS_EVERY_S;
  for (let edge = 0; edge < network.roads.edgeCount; edge++) lookAtQueue(state, edge, happen);
  lookForStuck(state, happen);
}

/** An edge is full when on one of its lanes a standing queue reaches back to the beginning. */
function lookAtQueue(state: TrafficState, edge: number, happen: Happen): void {
  const { watch, vehicles, tracks, network, scene } = state;
  const { edgeFirstLane, edgeLaneCount } = network.roads;
  const first = edgeFirstLane[edge];
  let full = false;
  let queued = 0;
  for (let lane = first; lane < first + edgeLaneCount[edge]; lane++) {
    const last = tracks.last[lane];
    if (last < 0 || vehicles.speedMps[last] > CREEPS_MPS) continue;
    if (vehicles.positionM[last] - kindLengthM[vehicles.kind[last]] <= NEAR_START_M) full = true;
  }
  watch.fullSeconds[edge] = full ? watch.fullSeconds[edge] + LOOKS_EVERY_S : 0;
  watch.emptySeconds[edge] = full ? 0 : watch.emptySeconds[edge] + LOOKS_EVERY_S;
  const before = watch.queueHappening[edge];
  const id = scene.elements.edge.ids[edge];
  if (before === 0 && watch.fullSeconds[edge] >= FULL_FOR_S) {
    for (let lane = first; lane < first + edgeLaneCount[edge]; lane++) {
      for (let row = tracks.first[lane]; row >= 0; row = vehicles.behind[row]) queued++;
    }
    const cause = causeOfQueue(state, edge);
    watch.queueHappening[edge] = happen('traffic.queue-spillback', id, cause === 0 ? [] : [cause], {
      vehicles: queued,
    });
  } else if (before !== 0 && watch.emptySeconds[edge] >= CLEAR_FOR_S) {
    watch.queueHappening[edge] = 0;
    happen('traffic.queue-cleared', id, [before], {});
  }
}

/**
 * Where the first of the queue want to go: a queue there, else a signal that is dark before them, or else a closure near, is
 * the cause that we can name.
 */
function causeOfQueue(state: TrafficState, edge: number): number {
  const { watch, vehicles, tracks, network } = state;
  const { edgeFirstLane, edgeLaneCount } = network.roads;
  const first = edgeFirstLane[edge];
  for (let lane = first; lane < first + edgeLaneCount[edge]; lane++) {
    const row = tracks.first[lane];
    if (row < 0) continue;
    const next = edgeOnRoute(vehicles, row, 1);
    if (next >= 0 && watch.queueHappening[next] !== 0) return watch.queueHappening[next];
  }
  return darkAhead(state, edge) || closureBeyond(state, edge, CLOSURE_WITHIN_EDGES) || lately(state, edge);
}

/** What shut this very edge, or opened it a while ago: those who had waited for that all come at once. */
function lately({ closures, network, watch, totals }: TrafficState, edge: number): number {
  const shut = causeOfClosure(closures, network, edge);
  if (shut !== 0) return shut;
  return totals.elapsedSeconds < watch.openedUntilS[edge] ? watch.openedHappening[edge] : 0;
}

/** The happening that said that the signal at an edge's end is dark; 0 where none is. */
function darkAhead({ watch, network }: TrafficState, edge: number): number {
  const junction = network.roads.edgeToJunction[edge];
  const signal = junction < 0 ? -1 : network.roads.junctionSignal[junction];
  return signal < 0 ? 0 : watch.darkHappening[signal];
}

function lookForStuck(state: TrafficState, happen: Happen): void {
  const { watch, vehicles, network, scene } = state;
  for (let row = 0; row < vehicles.rowEnd; row++) {
    if (vehicles.track[row] < 0 || vehicles.stillSeconds[row] < STUCK_AFTER_S) continue;
    const edge = network.trackEdge[vehicles.track[row]];
    if (watch.stuckAnnounced[edge] !== 0) continue;
    watch.stuckAnnounced[edge] = 1;
    const cause = watch.queueHappening[edge] || causeOfQueue(state, edge);
    happen('traffic.vehicle-stuck', scene.elements.edge.ids[edge], cause === 0 ? [] : [cause], {
      seconds: vehicles.stillSeconds[row],
    });
  }
}
