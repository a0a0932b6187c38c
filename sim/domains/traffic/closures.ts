/** The knobs that interventions turn on roads, what a hazard shuts, and what follows for lanes, edges and ways. */
import type { Decoder, Encoder } from '../../kernel';
import { createKnobValues, type KnobValues, loadKnobValues, saveKnobValues } from '../../ports';
import type { KnobName } from '../../ports/knobs';
import type { CompiledScene } from '../../scene/compiled';
import type { Network } from './network';
import { DRY_MPS, IMPASSABLE_M, PASSABLE_BELOW_M, type RoadWater, throughWaterMps } from './road-water';

/** In the order in which they are saved. */
export const roadKnobNames = [
  'lane.closed',
  'lane.reserved',
  'lane.crash',
  'edge.speed-limit',
  'edge.through',
  'edge.charge',
  'edge.built',
  'gate.demand',
  'city.growth',
  'city.parking-guidance',
  'city.electric-cars',
  'city.home-charger',
  'city.charging-hour',
  'city.route-guidance',
] as const satisfies readonly KnobName[];
export type RoadKnobName = (typeof roadKnobNames)[number];

/** What works leave of lanes, as they say it. */
export interface RoadWorks {
  readonly limitMps: Float64Array;
  readonly causes: Int32Array;
}

export interface Closures {
  readonly knobs: Readonly<Record<RoadKnobName, KnobValues>>;
  /** The values of some of them, NaN where the knob is free. */
  readonly laneClosedKnob: Float64Array;
  readonly edgeLimitKnob: Float64Array;
  readonly gateDemandKnob: Float64Array;
  /** By edge: 1 where the scene has it as planned: nobody drives there until it is opened. */
  readonly planned: Uint8Array;
  /** By edge: 1 where a hazard shuts it. */
  readonly hazard: Uint8Array;
  readonly hazardCause: Int32Array;
  /** By edge: as fast as anybody drives through the water that stands there. */
  readonly waterMps: Float64Array;
  /** By lane: as fast as works let anybody drive there, 0 where they shut it; and the happening behind that. */
  readonly worksMps: Float64Array;
  readonly worksCause: Int32Array;
  /** On all roads, share of the limit that the weather leaves. */
  driveShare: number;
  /** What was last announced, and by which happening. */
  readonly announcedShut: Uint8Array;
  readonly shutHappening: Int32Array;
  /** By lane: the row that has crashed there, −1 none, and the happening that said so. */
  readonly crashRow: Int32Array;
  readonly crashHappening: Int32Array;
  /** By lane: until somebody knows of the crash, 0 once he does; and how much later it is cleared for it. */
  readonly crashUnknownS: Float64Array;
  readonly crashLateS: Float64Array;
  /** By edge, as telecom says: above 0 where spaces are heard. Null while nobody says. */
  parkingHeard: Float64Array | null;
  /** By edge, as telecom says: above 0 where drivers can be told anything. Null while nobody says. */
  driversReached: Float64Array | null;
  /** The knobs have been turned since the derived part below was made. */
  stale: boolean;

  readonly laneClosed: Uint8Array;
  readonly edgeClosed: Uint8Array;
  /** By edge: the classes that find a lane there which is not shut. */
  readonly edgeAllows: Uint8Array;
  /** By lane: the classes that may not drive along it, though they may turn in and out by it. */
  readonly laneHoldsOff: Uint8Array;
  anyHeldOff: boolean;
  /** Some lane has a crash, or is to have one. */
  anyCrash: boolean;
  /** By edge: the classes that may drive through it. */
  readonly edgeThrough: Uint8Array;
  /** By link: the classes that may drive it; and those that may still take it if they are already on its first edge. */
  readonly linkOpen: Uint8Array;
  readonly linkOpenFromHere: Uint8Array;
  /** By link: seconds that its price is worth to a driver. */
  readonly linkChargeSeconds: Float64Array;
  readonly trackLimitMps: Float64Array;
}

const SHUT_FROM = 0.5;
export const CAR_BIT = 1;
const EVERYBODY = 255;
/** Seconds that a driver gives for a yuan: ¥ 30 an hour, as in the choice of mode (people/impedance.ts). */
const SECONDS_A_YUAN = 120;

export function createClosures(scene: CompiledScene, network: Network): Closures {
  const { laneCount, edgeCount, trackCount } = network.roads;
  const links = network.linkEdge.length;
  const counts = { lane: laneCount, edge: edgeCount, gate: scene.elements.gate.count, city: 1 };
  const knobs = Object.fromEntries(
    roadKnobNames.map((name) => [name, createKnobValues(counts[name.split('.')[0] as keyof typeof counts])]),
  ) as Record<RoadKnobName, KnobValues>;
  const closures: Closures = {
    knobs,
    laneClosedKnob: knobs['lane.closed'].values,
    edgeLimitKnob: knobs['edge.speed-limit'].values,
    gateDemandKnob: knobs['gate.demand'].values,
    planned: plannedEdges(scene, edgeCount),
    hazard: new Uint8Array(edgeCount),
    hazardCause: new Int32Array(edgeCount),
    waterMps: new Float64Array(edgeCount).fill(DRY_MPS),
    worksMps: new Float64Array(laneCount).fill(DRY_MPS),
    worksCause: new Int32Array(laneCount),
    driveShare: 1,
    announcedShut: new Uint8Array(edgeCount),
    shutHappening: new Int32Array(edgeCount),
    crashRow: new Int32Array(laneCount).fill(-1),
    crashHappening: new Int32Array(laneCount),
    crashUnknownS: new Float64Array(laneCount),
    crashLateS: new Float64Array(laneCount),
    parkingHeard: null,
    driversReached: null,
    stale: false,
    laneClosed: new Uint8Array(laneCount),
    edgeClosed: new Uint8Array(edgeCount),
    edgeAllows: new Uint8Array(edgeCount),
    laneHoldsOff: new Uint8Array(laneCount),
    anyHeldOff: false,
    anyCrash: false,
    edgeThrough: new Uint8Array(edgeCount),
    linkOpen: new Uint8Array(links),
    linkOpenFromHere: new Uint8Array(links),
    linkChargeSeconds: new Float64Array(links),
    trackLimitMps: new Float64Array(trackCount),
  };
  deriveClosures(closures, network);
  // What is shut from the start is no news.
  closures.announcedShut.set(closures.edgeClosed);
  return closures;
}

function plannedEdges(scene: CompiledScene, edgeCount: number): Uint8Array {
  const planned = new Uint8Array(edgeCount);
  for (const edge of scene.scene.roads?.edges ?? []) {
    const slot = scene.elements.edge.slotOf(edge.id);
    if (edge.planned === true && slot !== undefined) planned[slot] = 1;
  }
  return planned;
}

/** How many times as many people and trips as in the scene. */
export function growthOf({ knobs }: Closures): number {
  const [factor] = knobs['city.growth'].values;
  return Number.isNaN(factor) ? 1 : factor;
}

/** Takes over which edges a hazard or deep water shuts, and how fast one drives through shallow; says whether that is news. */
export function takeHazards(
  closures: Closures,
  hazard: Float64Array,
  cause: Int32Array,
  { depthM, causes, driveShare }: RoadWater,
): boolean {
  let news = closures.driveShare !== driveShare;
  closures.driveShare = driveShare;
  const { waterMps, hazard: isShut } = closures;
  for (let edge = 0; edge < isShut.length; edge++) {
    // Nearly always: dry, and open as before.
    if (depthM[edge] === 0 && hazard[edge] === 0 && isShut[edge] === 0 && waterMps[edge] === DRY_MPS) continue;
    const mps = throughWaterMps(depthM[edge]);
    if (mps !== waterMps[edge]) {
      waterMps[edge] = mps;
      news = true;
    }
    const isDrowned = depthM[edge] >= (isShut[edge] === 1 ? PASSABLE_BELOW_M : IMPASSABLE_M);
    const shut = hazard[edge] >= SHUT_FROM || isDrowned ? 1 : 0;
    if (shut === isShut[edge]) continue;
    isShut[edge] = shut;
    closures.hazardCause[edge] = hazard[edge] >= SHUT_FROM || shut === 0 ? cause[edge] : causes[edge];
    news = true;
  }
  return news;
}

/** Takes over which lanes works shut or slow; says whether that is news. */
export function takeWorks(closures: Closures, { limitMps, causes }: RoadWorks): boolean {
  let news = false;
  const { worksMps } = closures;
  for (let lane = 0; lane < limitMps.length; lane++) {
    if (limitMps[lane] === worksMps[lane]) continue;
    worksMps[lane] = limitMps[lane];
    closures.worksCause[lane] = causes[lane];
    news = true;
  }
  return news;
}

export function deriveClosures(closures: Closures, network: Network): void {
  const { roads } = network;
  const built = closures.knobs['edge.built'].values;
  const reserved = closures.knobs['lane.reserved'].values;
  const through = closures.knobs['edge.through'].values;
  const crash = closures.knobs['lane.crash'].values;
  closures.anyHeldOff = false;
  closures.anyCrash = false;
  for (let edge = 0; edge < roads.edgeCount; edge++) {
    const first = roads.edgeFirstLane[edge];
    let open = 0;
    let allows = 0;
    const knobMps = closures.edgeLimitKnob[edge];
    const isNoRoadYet = closures.planned[edge] === 1 && !(built[edge] >= SHUT_FROM);
    for (let lane = first; lane < first + roads.edgeLaneCount[edge]; lane++) {
      const isDugUp = closures.worksMps[lane] === 0;
      const shut = isNoRoadYet || isDugUp || closures.hazard[edge] === 1 || closures.laneClosedKnob[lane] >= SHUT_FROM;
      closures.laneClosed[lane] = shut ? 1 : 0;
      if (!shut) {
        open++;
        allows |= roads.laneAllows[lane];
      }
      closures.laneHoldsOff[lane] = Number.isNaN(reserved[lane]) ? 0 : EVERYBODY & ~reserved[lane];
      if (closures.laneHoldsOff[lane] !== 0) closures.anyHeldOff = true;
      if (!Number.isNaN(crash[lane]) || closures.crashRow[lane] >= 0) closures.anyCrash = true;
      const limitMps = Number.isNaN(knobMps) ? roads.trackSpeedMps[lane] : knobMps;
      // Who is on a lane as it is shut drives on to its end.
      const pastMps = isDugUp ? DRY_MPS : closures.worksMps[lane];
      closures.trackLimitMps[lane] = Math.min(limitMps * closures.driveShare, closures.waterMps[edge], pastMps);
    }
    closures.edgeClosed[edge] = open === 0 ? 1 : 0;
    closures.edgeAllows[edge] = allows;
    closures.edgeThrough[edge] = Number.isNaN(through[edge]) ? EVERYBODY : through[edge];
  }
  for (let turn = 0; turn < roads.turnCount; turn++) {
    const track = roads.laneCount + turn;
    const knobMps = closures.edgeLimitKnob[network.trackEdge[track]];
    const bendMps = roads.trackSpeedMps[track];
    const limitMps = Number.isNaN(knobMps) ? bendMps : Math.min(bendMps, knobMps);
    closures.trackLimitMps[track] = Math.min(
      limitMps * closures.driveShare,
      closures.waterMps[network.trackEdge[track]],
    );
  }
  for (let link = 0; link < network.linkEdge.length; link++) {
    closures.linkOpen[link] = leads(closures, network, link, false);
    closures.linkOpenFromHere[link] = leads(closures, network, link, true);
    closures.linkChargeSeconds[link] = chargeSeconds(closures, network, link);
  }
}

/** The classes for which some lane of the link's first edge turns into an open lane of its second. */
function leads(closures: Closures, network: Network, link: number, fromClosedToo: boolean): number {
  const roads = network.roads;
  const from = network.linkFromEdge[link];
  const to = network.linkEdge[link];
  if (closures.edgeClosed[to] === 1) return 0;
  let classes = 0;
  const firstLane = roads.edgeFirstLane[from];
  for (let lane = firstLane; lane < firstLane + roads.edgeLaneCount[from]; lane++) {
    if (closures.laneClosed[lane] === 1 && !fromClosedToo) continue;
    for (let k = roads.laneTurnStart[lane]; k < roads.laneTurnStart[lane + 1]; k++) {
      const target = roads.turnToLane[roads.laneTurns[k]];
      if (roads.laneEdge[target] !== to || closures.laneClosed[target] === 1) continue;
      classes |= roads.laneAllows[lane] & roads.laneAllows[target];
    }
  }
  return classes;
}

/** Paid on driving in: from where it costs less to where it costs more. */
function chargeSeconds(closures: Closures, network: Network, link: number): number {
  const yuan = closures.knobs['edge.charge'].values;
  const before = yuan[network.linkFromEdge[link]];
  const after = yuan[network.linkEdge[link]];
  if (Number.isNaN(after)) return 0;
  return SECONDS_A_YUAN * Math.max(0, after - (Number.isNaN(before) ? 0 : before));
}

/** The happening that announced what shuts this edge, or a lane of it; 0 where nothing does. */
export function causeOfClosure(closures: Closures, network: Network, edge: number): number {
  if (closures.shutHappening[edge] !== 0) return closures.shutHappening[edge];
  if (closures.hazard[edge] === 1 && closures.hazardCause[edge] !== 0) return closures.hazardCause[edge];
  const { causes } = closures.knobs['lane.closed'];
  const first = network.roads.edgeFirstLane[edge];
  for (let lane = first; lane < first + network.roads.edgeLaneCount[edge]; lane++) {
    if (closures.laneClosed[lane] === 1 && causes[lane] !== 0) return causes[lane];
    if (closures.worksCause[lane] !== 0) return closures.worksCause[lane];
    if (closures.crashHappening[lane] !== 0) return closures.crashHappening[lane];
  }
  return 0;
}

export function saveClosures(closures: Closures, out: Encoder): void {
  for (const name of roadKnobNames) saveKnobValues(closures.knobs[name], out);
  out
    .uint8s(closures.hazard)
    .int32s(closures.hazardCause)
    .float64s(closures.waterMps)
    .f64(closures.driveShare)
    .uint8s(closures.announcedShut)
    .int32s(closures.shutHappening)
    .bool(closures.stale);
  out.int32s(closures.crashRow).int32s(closures.crashHappening);
  out.float64s(closures.crashUnknownS).float64s(closures.crashLateS);
  out.float64s(closures.worksMps).int32s(closures.worksCause);
}

/** What follows from the knobs is to be derived again. */
export function loadClosures(closures: Closures, from: Decoder): void {
  for (const name of roadKnobNames) loadKnobValues(closures.knobs[name], from);
  from.uint8s(closures.hazard);
  from.int32s(closures.hazardCause);
  from.float64s(closures.waterMps);
  closures.driveShare = from.f64();
  from.uint8s(closures.announcedShut);
  from.int32s(closures.shutHappening);
  closures.stale = from.bool();
  from.int32s(closures.crashRow);
  from.int32s(closures.crashHappening);
  from.float64s(closures.crashUnknownS);
  from.float64s(closures.crashLateS);
  from.float64s(closures.worksMps);
  from.int32s(closures.worksCause);
}
