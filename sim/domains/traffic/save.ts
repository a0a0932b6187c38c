/**
 * State to bytes and back. What follows from the rest — chains of rows, what the signals show, the hour's
 * departures, what the knobs mean for lanes and ways — is not saved but derived again, and comes out the same.
 */
import { Decoder, Encoder } from '../../kernel';
import type { RunSettings } from '../../ports';
import type { CompiledScene } from '../../scene/compiled';
import { resumeBuses } from './buses/buses';
import { loadBuses, saveBuses } from './buses/save-buses';
import { loadCharging, saveCharging } from './charging';
import { deriveClosures, loadClosures, saveClosures } from './closures';
import { loadCrewTimes, saveCrewTimes } from './crew-times';
import { NO_HOUR, planHour } from './demand/departures';
import { resumeListed } from './demand/listed';
import { loadProgress, saveProgress } from './demand/people/progress';
import { CHAIN, LEADS } from './driving/chain';
import { electrify } from './emissions/energy';
import { loadLevels, saveLevels } from './levels/levels';
import { loadResponse, saveResponse } from './levels/response';
import { loadLedger, saveLedger } from './levels/save-ledger';
import { loadParking, saveParking } from './parking/parking';
import { roomForWay } from './routing/way-room';
import { loadSignals, saveSignals } from './signals';
import { emptyState, type TrafficState } from './state';
import { totalNames } from './totals';
import { findEnds } from './tracks';
import { savedFloat64s, savedInt32s, savedUint8s, savedUint32s, type Vehicles } from './vehicles';
import { loadWalking, saveWalking } from './walking';

const KIND = 'traffic';
const VERSION = 9;

export function saveTraffic(state: TrafficState): Uint8Array {
  return encodeTraffic(state).finish();
}

export function encodeTraffic(state: TrafficState): Encoder {
  const { vehicles, tracks, closures, edges, waiting, totals, watch, signals, departures } = state;
  const out = new Encoder(KIND, VERSION).text(state.scene.hash);
  for (const name of totalNames) out.f64(totals[name]);
  out.u32(vehicles.rowEnd).u32(vehicles.count);
  for (const field of savedInt32s) out.int32s(vehicles[field], vehicles.rowEnd);
  for (const field of savedUint32s) out.uint32s(vehicles[field], vehicles.rowEnd);
  for (const field of savedUint8s) out.uint8s(vehicles[field], vehicles.rowEnd);
  for (const field of savedFloat64s) out.float64s(vehicles[field], vehicles.rowEnd);
  packRoutes(state, out);
  out.int32s(tracks.lastLeft).float64s(tracks.leftOdometerM);

  const { laneStride, rowEnd } = vehicles;
  out
    .float64s(vehicles.laneReachM, rowEnd * laneStride)
    .uint8s(new Uint8Array(vehicles.laneOffset.buffer), rowEnd * laneStride)
    .uint8s(vehicles.leads, vehicles.leads.length === 0 ? 0 : rowEnd * laneStride * LEADS);
  out.int32s(vehicles.chain, rowEnd * CHAIN).int32s(state.patience.turn);

  saveClosures(closures, out);

  out.float64s(edges.bucketDistanceM).float64s(edges.bucketSeconds).float64s(edges.meanMps).float64s(edges.expectedMps);
  out.u32(edges.bucket).f64(edges.bucketLeftSeconds);

  out.u32(waiting.count).i32(waiting.firstFree).int32s(waiting.first).int32s(waiting.last);
  out.float64s(waiting.retrySeconds).int32s(waiting.next).int32s(waiting.tripHour).uint32s(waiting.tripKey);
  out.float64s(waiting.originPlace).int32s(waiting.destinationEdge).float64s(waiting.destinationPlace);
  out.uint8s(waiting.kind).float64s(waiting.dueS);

  out.f64(watch.leftSeconds).float64s(watch.fullSeconds).float64s(watch.emptySeconds).int32s(watch.queueHappening);
  out.uint8s(watch.stuckAnnounced).int32s(watch.darkHappening);
  out.int32s(watch.openedHappening).float64s(watch.openedUntilS);
  saveSignals(signals, out);
  if (state.people && state.progress) saveProgress(state.people, state.progress, out);
  const { sums } = state.energy;
  out.float64s(sums.byClass).float64s(sums.byEdge).f64(sums.missingJ);
  saveLevels(state.levels, vehicles.rowEnd, out);
  saveLedger(state.ledger, out);
  if (state.response) saveResponse(state.response, out);
  saveCrewTimes(state.crews, out);
  if (state.parking) saveParking(state.parking, vehicles.rowEnd, out);
  if (state.charging) saveCharging(state.charging, out);
  if (state.buses) saveBuses(state.buses, out);
  if (state.walking) saveWalking(state.walking, out);
  return out.i32(departures.hour).u32(departures.next);
}

export function loadTraffic(scene: CompiledScene, settings: RunSettings, saved: Uint8Array): TrafficState {
  const state = emptyState(scene, settings);
  const { vehicles, tracks, closures, edges, waiting, totals, watch, signals, network } = state;
  const from = new Decoder(saved, KIND, VERSION);
  const hash = from.text();
  if (hash !== scene.hash) throw new Error(`met traffic saved in scene ${hash}, expected ${scene.hash}`);
  for (const name of totalNames) totals[name] = from.f64();
  vehicles.rowEnd = from.u32();
  vehicles.count = from.u32();
  for (const field of savedInt32s) from.int32s(vehicles[field]);
  for (const field of savedUint32s) from.uint32s(vehicles[field]);
  for (const field of savedUint8s) from.uint8s(vehicles[field]);
  for (const field of savedFloat64s) from.float64s(vehicles[field]);
  unpackRoutes(state, edgesFitShort(state) ? from.uint16s() : from.uint32s());
  from.int32s(tracks.lastLeft);
  from.float64s(tracks.leftOdometerM);

  from.float64s(vehicles.laneReachM);
  from.uint8s(new Uint8Array(vehicles.laneOffset.buffer));
  from.uint8s(vehicles.leads);
  from.int32s(vehicles.chain);
  from.int32s(state.patience.turn);

  loadClosures(closures, from);
  electrify(state.energy, closures.knobs['city.electric-cars'].values[0]);

  from.float64s(edges.bucketDistanceM);
  from.float64s(edges.bucketSeconds);
  from.float64s(edges.meanMps);
  from.float64s(edges.expectedMps);
  edges.bucket = from.u32();
  edges.bucketLeftSeconds = from.f64();

  waiting.count = from.u32();
  waiting.firstFree = from.i32();
  from.int32s(waiting.first);
  from.int32s(waiting.last);
  from.float64s(waiting.retrySeconds);
  waiting.next = from.int32s();
  waiting.tripHour = from.int32s();
  waiting.tripKey = from.uint32s();
  waiting.originPlace = from.float64s();
  waiting.destinationEdge = from.int32s();
  waiting.destinationPlace = from.float64s();
  waiting.kind = from.uint8s();
  waiting.dueS = from.float64s();

  watch.leftSeconds = from.f64();
  from.float64s(watch.fullSeconds);
  from.float64s(watch.emptySeconds);
  from.int32s(watch.queueHappening);
  from.uint8s(watch.stuckAnnounced);
  from.int32s(watch.darkHappening);
  from.int32s(watch.openedHappening);
  from.float64s(watch.openedUntilS);
  loadSignals(signals, network, from);
  if (state.people && state.progress) loadProgress(state.people, state.progress, from);
  const { sums } = state.energy;
  from.float64s(sums.byClass);
  from.float64s(sums.byEdge);
  sums.missingJ = from.f64();
  loadLevels(state.levels, network, from);
  loadLedger(state.ledger, from);
  if (state.response) loadResponse(state.response, from);
  loadCrewTimes(state.crews, from);
  if (state.parking) loadParking(state.parking, from);
  if (state.charging) loadCharging(state.charging, from);
  if (state.buses) loadBuses(state.buses, from);
  if (state.walking) loadWalking(state.walking, from);
  const hour = from.i32();
  const next = from.u32();
  from.end();

  deriveClosures(closures, network);
  findEnds(tracks, vehicles);
  if (hour !== NO_HOUR) planHour(state, hour, Number.NEGATIVE_INFINITY);
  state.departures.next = next;
  const clockSeconds = settings.startSeconds + totals.elapsedSeconds;
  if (state.listed) resumeListed(state.listed, clockSeconds);
  resumeBuses(state, clockSeconds);
  for (let row = 0; row < vehicles.rowEnd; row++) vehicles.frameTripHour[row] = NO_HOUR;
  return state;
}

function routeEdges(vehicles: Vehicles): number {
  let total = 0;
  for (let row = 0; row < vehicles.rowEnd; row++) total += vehicles.routeLength[row];
  return total;
}

/** Ways are a sixth of what is saved, and few cities have more edges than sixteen bits can name. */
function edgesFitShort({ network }: TrafficState): boolean {
  return network.roads.edgeCount <= 0x10000;
}

/** Each row's whole way, one after the other; their lengths are fields of the rows. */
function packRoutes(state: TrafficState, out: Encoder): void {
  const { vehicles } = state;
  const { route, routeLength, rowEnd } = vehicles;
  const isShort = edgesFitShort(state);
  const packed = isShort ? new Uint16Array(routeEdges(vehicles)) : new Uint32Array(routeEdges(vehicles));
  let at = 0;
  for (let row = 0; row < rowEnd; row++) {
    const from = vehicles.routeFrom[row];
    const to = from + routeLength[row];
    for (let i = from; i < to; i++) packed[at++] = route[i];
  }
  if (packed instanceof Uint16Array) out.uint16s(packed);
  else out.uint32s(packed);
}

function unpackRoutes({ vehicles }: TrafficState, packed: Uint16Array | Uint32Array): void {
  let at = 0;
  for (let row = 0; row < vehicles.rowEnd; row++) {
    const length = vehicles.routeLength[row];
    if (length > 0) copyWay(vehicles, row, packed, at, length);
    at += length;
  }
  if (at !== packed.length) throw new Error(`met ${packed.length} edges of ways, expected ${at}`);
}

function copyWay(vehicles: Vehicles, row: number, packed: Uint16Array | Uint32Array, at: number, length: number): void {
  const from = roomForWay(vehicles, row, length);
  for (let i = 0; i < length; i++) vehicles.route[from + i] = packed[at + i];
}
