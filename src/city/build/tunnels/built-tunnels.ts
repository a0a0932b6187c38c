import { buffersOf, type MeshData } from '../mesh-data';
import type { Inside } from './insides';

/** What a surface below the ground is, as the shader numbers it. */
export const TunnelPart = {
  floor: 0,
  wall: 1,
  endWall: 2,
  cut: 3,
  shaft: 4,
  shaftRim: 5,
  pitWall: 6,
  pitFloor: 7,
  pipe: 8,
  tray: 9,
} as const;

/** No section: what belongs to the gallery as a whole. */
export const NO_SECTION = 65_535;

/** What fills a section: water on its floor, gas or smoke under its roof. */
export const FillPart = { water: 0, roof: 1 } as const;

/** Where the ground is opened: signed metres to the edge of the pit as bytes, over the ground's own rectangle. */
export interface Opening {
  readonly data: Uint8Array;
  readonly columns: number;
  readonly rows: number;
}

/** A byte of the opening's map: so many metres from the pit's edge at 0 and 255. */
export const OPENING_REACH_M = 16;

/** Straight boxes along the sections, for picking: eleven numbers a piece, see `PIECE`. */
export const PIECE = {
  fromX: 0,
  fromY: 1,
  toX: 2,
  toY: 3,
  leftM: 4,
  rightM: 5,
  fromFloor: 6,
  toFloor: 7,
  heightM: 8,
  fromAlongM: 9,
  slot: 10,
  stride: 11,
} as const;

/** The galleries of a scene ready to be drawn; rows of state are the frame's sections by slot. */
export interface BuiltTunnels {
  /** All that is solid, one mesh. */
  readonly solid: MeshData;
  readonly fill: MeshData;
  readonly opening: Opening;
  readonly sections: readonly string[];
  readonly pieces: Float32Array;
  readonly pieceBoxes: ArrayBuffer;
  /** Of each section: its first piece and how many, in the order of slots. */
  readonly pieceStart: Uint32Array;
  /** Of each section, x, y up, z: where its sign stands, and the head of the shaft by which people go in. */
  readonly signs: Float32Array;
  readonly shafts: Float32Array;
  /** Every compartment as somebody finds it who goes in. */
  readonly insides: readonly Inside[];
}

export function tunnelBuffers(built: BuiltTunnels): ArrayBuffer[] {
  const arrays = [built.opening.data, built.pieces, built.pieceStart, built.signs, built.shafts];
  return [
    ...buffersOf(built.solid),
    ...buffersOf(built.fill),
    ...arrays.map((array) => array.buffer as ArrayBuffer),
    built.pieceBoxes,
  ];
}
