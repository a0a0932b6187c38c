import type { ElementId, Slot } from '../kernel';
import type { CompiledSignals } from './compiled-signals';
import type { Scene } from './schema/scene';

/** Every kind of element that a port, a knob or a happening may name. */
export const elementKinds = [
  'city',
  'street',
  'edge',
  'lane',
  'turn',
  'junction',
  'signal',
  'stop',
  'parking',
  'charging-site',
  'building',
  'parcel',
  'gate',
  'bus',
  'branch',
  'transformer',
  'heat-node',
  'cooling-node',
  'heat-pipe',
  'cooling-pipe',
  'gas-main',
  'gas-node',
  'station',
  'unit',
  'water-pipe',
  'water-node',
  'water-pump',
  'drain-node',
  'drain-pump',
  'telecom-node',
  'gallery-section',
  'hospital',
  'fire-station',
  'sensor',
] as const;
export type ElementKind = (typeof elementKinds)[number];

/** Names to dense indexes and back, in canonical order (sorted ids), so that slots do not depend on a file's order. */
export interface ElementTable {
  readonly kind: ElementKind;
  readonly ids: readonly ElementId[];
  readonly count: number;
  slotOf(id: string): Slot | undefined;
}

/**
 * The road network as a simulation wants it. A *track* is anything a vehicle's front can be on: the lanes first
 * (track = lane slot), then the turns (track = laneCount + turn slot). Lanes of one edge are contiguous, kerb to middle.
 */
export interface LaidRoads extends CompiledSignals {
  readonly edgeCount: number;
  readonly laneCount: number;
  readonly turnCount: number;
  readonly trackCount: number;

  readonly trackLengthM: Float64Array;
  /** Limit of the edge on a lane; on a turn the comfortable speed of its tightest bend, √(5.5 · radius), no more than either edge's. */
  readonly trackSpeedMps: Float64Array;
  /** Points of track t are trackPoints[2·p], p from trackPointStart[t] to trackPointStart[t + 1] − 1. */
  readonly trackPointStart: Uint32Array;
  readonly trackPoints: Float64Array;
  /** Distance along the track at each of its points. */
  readonly trackPointAtM: Float64Array;

  readonly edgeFirstLane: Uint32Array;
  readonly edgeLaneCount: Uint8Array;
  /** Of the reference line from node to node, so that the edges of a way add up to its length without the turns. */
  readonly edgeLengthM: Float64Array;
  readonly edgeSpeedMps: Float64Array;
  /** Junction slot at the edge's end and start; −1 where the road simply ends. */
  readonly edgeToJunction: Int32Array;
  readonly edgeFromJunction: Int32Array;
  readonly laneEdge: Uint32Array;
  readonly laneWidthM: Float64Array;
  /** Bit i set = the i-th vehicle class of the schema may drive here. */
  readonly laneAllows: Uint8Array;

  /** Turns leaving lane l: laneTurns[k], k from laneTurnStart[l] to laneTurnStart[l + 1] − 1 (turn slots). */
  readonly laneTurnStart: Uint32Array;
  readonly laneTurns: Uint32Array;
  readonly turnFromLane: Uint32Array;
  readonly turnToLane: Uint32Array;
  readonly turnJunction: Uint32Array;
  /** 0 left, 1 straight, 2 right, 3 u-turn. */
  readonly turnDirection: Uint8Array;

  /** 0 signal, 1 priority, 2 right-before-left, 3 all-way stop, 4 roundabout, 5 free. */
  readonly junctionControl: Uint8Array;
  /** Position of a turn in the state of its junction's signal, or −1. */
  readonly turnSignalIndex: Int32Array;
}

/** Roads that are driven on, with who meets whom in a junction. */
export interface CompiledRoads extends LaidRoads {
  /**
   * Foes of turn t: foeTurn[k], k from foeStart[t] to foeStart[t + 1] − 1: turns of the same junction whose paths cross
   * or merge with it, with where along each path the conflict begins and ends.
   */
  readonly foeStart: Uint32Array;
  readonly foeTurn: Uint32Array;
  readonly foeFromM: Float64Array;
  readonly foeToM: Float64Array;
  /** 1 where turn t gives way to that foe (when neither has a signal that says otherwise), 2 where both are equal. */
  readonly foeYield: Uint8Array;
}

/** Height of the ground at a point, by bilinear interpolation; flat at zero where a scene has no terrain. */
export interface CompiledTerrain {
  heightAt(xM: number, yM: number): number;
}

/** A scene as far as it takes to draw it. */
export interface LaidScene {
  readonly id: string;
  readonly scene: Scene;
  readonly elements: Readonly<Record<ElementKind, ElementTable>>;
  readonly roads: LaidRoads;
  readonly terrain: CompiledTerrain;
}

/** A scene as it takes to live in it. */
export interface CompiledScene extends LaidScene {
  /** Canonical: the same for files written in another order or layout, another for any changed fact. */
  readonly hash: string;
  readonly roads: CompiledRoads;
}
