/** The knobs that interventions turn, what a hazard shuts, and what follows for lanes, edges and ways. */
import type { Patch } from '../../ports';
import type { KnobName } from '../../ports/knobs';
import type { CompiledScene } from '../../scene/compiled';
import type { Network } from './network';

export interface Closures {
  /** As turned, NaN where the knob is free; and the happening behind each. */
  readonly laneClosedKnob: Float64Array;
  readonly laneClosedCause: Int32Array;
  readonly edgeLimitKnob: Float64Array;
  readonly edgeLimitCause: Int32Array;
  readonly gateDemandKnob: Float64Array;
  readonly gateDemandCause: Int32Array;
  /** By edge: 1 where a hazard shuts it. */
  readonly hazard: Uint8Array;
  /** What was last announced, and by which happening. */
  readonly announcedShut: Uint8Array;
  readonly shutHappening: Int32Array;
  /** The knobs have been turned since the derived part below was made. */
  stale: boolean;

  readonly laneClosed: Uint8Array;
  readonly edgeClosed: Uint8Array;
  /** By link: whether it may be driven; and whether whoever is already on its first edge may still take it. */
  readonly linkOpen: Uint8Array;
  readonly linkOpenFromHere: Uint8Array;
  readonly trackLimitMps: Float64Array;
}

const SHUT_FROM = 0.5;
const CAR_BIT = 1;

export function createClosures(scene: CompiledScene, network: Network): Closures {
  const { laneCount, edgeCount, trackCount } = network.roads;
  const gateCount = scene.elements.gate.count;
  const links = network.linkEdge.length;
  const closures: Closures = {
    laneClosedKnob: new Float64Array(laneCount).fill(Number.NaN),
    laneClosedCause: new Int32Array(laneCount),
    edgeLimitKnob: new Float64Array(edgeCount).fill(Number.NaN),
    edgeLimitCause: new Int32Array(edgeCount),
    gateDemandKnob: new Float64Array(gateCount).fill(Number.NaN),
    gateDemandCause: new Int32Array(gateCount),
    hazard: new Uint8Array(edgeCount),
    announcedShut: new Uint8Array(edgeCount),
    shutHappening: new Int32Array(edgeCount),
    stale: false,
    laneClosed: new Uint8Array(laneCount),
    edgeClosed: new Uint8Array(edgeCount),
    linkOpen: new Uint8Array(links),
    linkOpenFromHere: new Uint8Array(links),
    trackLimitMps: new Float64Array(trackCount),
  };
  deriveClosures(closures, network);
  return closures;
}

/** Turns the knobs and answers what undoes it: the former values, last first. */
export function turnKnobs(closures: Closures, patch: Patch): Patch {
  const inverse = patch.map(({ knob, slot, value, cause }) => {
    const { values, causes } = knobArrays(closures, knob);
    if (!(slot >= 0 && slot < values.length)) {
      throw new RangeError(`met slot ${slot} for ${knob}, expected 0 to ${values.length - 1}`);
    }
    const before = { knob, slot, value: Number.isNaN(values[slot]) ? null : values[slot], cause: causes[slot] };
    values[slot] = value === null ? Number.NaN : value;
    causes[slot] = value === null ? 0 : cause;
    return before;
  });
  if (patch.length > 0) closures.stale = true;
  return inverse.reverse();
}

function knobArrays(closures: Closures, knob: KnobName): { values: Float64Array; causes: Int32Array } {
  switch (knob) {
    case 'lane.closed':
      return { values: closures.laneClosedKnob, causes: closures.laneClosedCause };
    case 'edge.speed-limit':
      return { values: closures.edgeLimitKnob, causes: closures.edgeLimitCause };
    case 'gate.demand':
      return { values: closures.gateDemandKnob, causes: closures.gateDemandCause };
  }
}

/** Takes over which edges a hazard shuts; says whether that is news. */
export function takeHazards(closures: Closures, hazard: Float64Array): boolean {
  let news = false;
  for (let edge = 0; edge < closures.hazard.length; edge++) {
    const shut = hazard[edge] >= SHUT_FROM ? 1 : 0;
    if (shut === closures.hazard[edge]) continue;
    closures.hazard[edge] = shut;
    news = true;
  }
  return news;
}

export function deriveClosures(closures: Closures, network: Network): void {
  const roads = network.roads;
  for (let edge = 0; edge < roads.edgeCount; edge++) {
    const first = roads.edgeFirstLane[edge];
    let open = 0;
    const knobMps = closures.edgeLimitKnob[edge];
    for (let lane = first; lane < first + roads.edgeLaneCount[edge]; lane++) {
      const shut = closures.hazard[edge] === 1 || closures.laneClosedKnob[lane] >= SHUT_FROM;
      closures.laneClosed[lane] = shut ? 1 : 0;
      if (!shut) open++;
      closures.trackLimitMps[lane] = Number.isNaN(knobMps) ? roads.trackSpeedMps[lane] : knobMps;
    }
    closures.edgeClosed[edge] = open === 0 ? 1 : 0;
  }
  for (let turn = 0; turn < roads.turnCount; turn++) {
    const track = roads.laneCount + turn;
    const knobMps = closures.edgeLimitKnob[network.trackEdge[track]];
    const bendMps = roads.trackSpeedMps[track];
    closures.trackLimitMps[track] = Number.isNaN(knobMps) ? bendMps : Math.min(bendMps, knobMps);
  }
  for (let link = 0; link < network.linkEdge.length; link++) {
    closures.linkOpen[link] = leads(closures, network, link, false) ? 1 : 0;
    closures.linkOpenFromHere[link] = leads(closures, network, link, true) ? 1 : 0;
  }
}

/** Whether some lane of the link's first edge turns into an open lane of its second. */
function leads(closures: Closures, network: Network, link: number, fromClosedToo: boolean): boolean {
  const roads = network.roads;
  const from = network.linkFromEdge[link];
  const to = network.linkEdge[link];
  if (closures.edgeClosed[to] === 1) return false;
  const firstLane = roads.edgeFirstLane[from];
  for (let lane = firstLane; lane < firstLane + roads.edgeLaneCount[from]; lane++) {
    if (closures.laneClosed[lane] === 1 && !fromClosedToo) continue;
    if ((roads.laneAllows[lane] & CAR_BIT) === 0) continue;
    for (let k = roads.laneTurnStart[lane]; k < roads.laneTurnStart[lane + 1]; k++) {
      const target = roads.turnToLane[roads.laneTurns[k]];
      if (roads.laneEdge[target] !== to || closures.laneClosed[target] === 1) continue;
      if ((roads.laneAllows[target] & CAR_BIT) !== 0) return true;
    }
  }
  return false;
}

/** The happening that announced what shuts this edge, or a lane of it; 0 where nothing does. */
export function causeOfClosure(closures: Closures, network: Network, edge: number): number {
  if (closures.shutHappening[edge] !== 0) return closures.shutHappening[edge];
  const first = network.roads.edgeFirstLane[edge];
  for (let lane = first; lane < first + network.roads.edgeLaneCount[edge]; lane++) {
    if (closures.laneClosed[lane] === 1 && closures.laneClosedCause[lane] !== 0) return closures.laneClosedCause[lane];
  }
  return 0;
}
