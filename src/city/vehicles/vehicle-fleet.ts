import {
  type BufferGeometry,
  DynamicDrawUsage,
  InstancedBufferGeometry,
  InstancedInterleavedBuffer,
  InterleavedBufferAttribute,
} from 'three';
import type { TrackCurves } from '../build/ground/tracks';
import { Row } from './way';

/** Vehicles nearer than this are drawn with wheels and windows. */
const NEAR_M = 420;
const KIND_TRUCK = 1;
const KIND_BUS = 2;

/** One instanced shape and the rows it draws. */
export class Squad {
  readonly geometry: InstancedBufferGeometry;
  private buffer!: InstancedInterleavedBuffer;
  rows = new Float32Array(0);
  count = 0;

  constructor(shape: BufferGeometry) {
    this.geometry = new InstancedBufferGeometry();
    this.geometry.index = shape.index;
    for (const name of Object.keys(shape.attributes)) this.geometry.setAttribute(name, shape.attributes[name]);
    this.reserve(64);
    this.geometry.instanceCount = 0;
  }

  reserve(count: number): void {
    if (count * Row.stride <= this.rows.length) return;
    const rows = new Float32Array(Math.ceil(count * 1.5) * Row.stride);
    rows.set(this.rows);
    this.rows = rows;
    this.geometry.dispose();
    this.buffer = new InstancedInterleavedBuffer(rows, Row.stride);
    this.buffer.setUsage(DynamicDrawUsage);
    this.geometry.setAttribute('aWay', new InterleavedBufferAttribute(this.buffer, 4, 0));
    this.geometry.setAttribute('aPast', new InterleavedBufferAttribute(this.buffer, 4, 4));
  }

  add(source: Float32Array, at: number): void {
    this.reserve(this.count + 1);
    const to = this.count++ * Row.stride;
    for (let k = 0; k < Row.stride; k++) this.rows[to + k] = source[at + k];
  }

  /** Uploads the rows in use, and no more. */
  show(): void {
    this.geometry.instanceCount = this.count;
    this.buffer.clearUpdateRanges();
    if (this.count === 0) return;
    this.buffer.addUpdateRange(0, this.count * Row.stride);
    this.buffer.needsUpdate = true;
  }

  get bytes(): number {
    return this.count * Row.stride * 4;
  }
}

export interface Squads {
  readonly car: Squad;
  readonly truck: Squad;
  readonly bus: Squad;
  readonly far: Squad;
}

/**
 * Sorts a frame's vehicles by distance and kind. A row's place is taken roughly, from the start of the piece of curve it
 * is on; what counts is that a vehicle is in one squad and in one only.
 */
export function muster(
  squads: Squads,
  rows: Float32Array,
  count: number,
  curves: TrackCurves,
  eyeX: number,
  eyeY: number,
  eyeZ: number,
) {
  const { car, truck, bus, far } = squads;
  for (const squad of [car, truck, bus, far]) squad.count = 0;
  const { spans, points } = curves;
  for (let row = 0; row < count; row++) {
    const at = row * Row.stride;
    const track = rows[at];
    if (track < 0) continue;
    const piece = Math.min(
      spans[track * 4 + 1] - 1,
      Math.max(0, Math.floor(rows[at + Row.positionM] / spans[track * 4 + 3])),
    );
    const p = (spans[track * 4] + piece) * 4;
    const dx = points[p] - eyeX;
    const dy = points[p + 1] - eyeY;
    const dz = points[p + 2] - eyeZ;
    const kind = rows[at + Row.style] & 7;
    if (dx * dx + dy * dy + dz * dz > NEAR_M * NEAR_M) far.add(rows, at);
    else if (kind === KIND_TRUCK) truck.add(rows, at);
    else if (kind === KIND_BUS) bus.add(rows, at);
    else car.add(rows, at);
  }
  for (const squad of [car, truck, bus, far]) squad.show();
}
