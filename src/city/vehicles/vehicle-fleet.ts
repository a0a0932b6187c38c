import { type BufferGeometry, DynamicDrawUsage, InstancedBufferAttribute, InstancedBufferGeometry } from 'three';
import { VEHICLE_WORDS } from '../../../sim';

const KIND_BITS = 7;
const KIND_TRUCK = 1;
const KIND_BUS = 2;
const TRACK_SHIFT = 12;

/** One instanced shape and the rows it draws. */
export class Squad {
  readonly geometry: InstancedBufferGeometry;
  private attribute!: InstancedBufferAttribute;
  private rows!: Uint32Array;
  count = 0;

  constructor(shape: BufferGeometry) {
    this.geometry = new InstancedBufferGeometry();
    this.geometry.index = shape.index;
    for (const name of Object.keys(shape.attributes)) this.geometry.setAttribute(name, shape.attributes[name]);
    this.use(new Uint32Array(64 * VEHICLE_WORDS));
    this.geometry.instanceCount = 0;
  }

  add(source: Uint32Array, at: number): void {
    if ((this.count + 1) * VEHICLE_WORDS > this.rows.length) {
      const rows = new Uint32Array(2 * this.rows.length);
      rows.set(this.rows);
      this.use(rows);
    }
    const to = this.count++ * VEHICLE_WORDS;
    for (let k = 0; k < VEHICLE_WORDS; k++) this.rows[to + k] = source[at + k];
  }

  /** Draws the first so many rows of an array that somebody else fills. */
  draw(rows: Uint32Array, count: number): void {
    if (rows !== this.rows) this.use(rows);
    this.count = count;
    this.show();
  }

  /** Draws the rows that another has uploaded. */
  follow(other: Squad): void {
    this.geometry.instanceCount = other.count;
    if (other.attribute === this.attribute) return;
    this.geometry.dispose();
    this.attribute = other.attribute;
    this.geometry.setAttribute('aRow', this.attribute);
  }

  /** Uploads the rows in use, and no more. */
  show(): void {
    this.geometry.instanceCount = this.count;
    this.attribute.clearUpdateRanges();
    if (this.count === 0) return;
    this.attribute.addUpdateRange(0, this.count * VEHICLE_WORDS);
    this.attribute.needsUpdate = true;
  }

  get bytes(): number {
    return this.count * VEHICLE_WORDS * 4;
  }

  private use(rows: Uint32Array): void {
    this.rows = rows;
    this.geometry.dispose();
    this.attribute = new InstancedBufferAttribute(rows, VEHICLE_WORDS);
    this.attribute.setUsage(DynamicDrawUsage);
    this.geometry.setAttribute('aRow', this.attribute);
  }
}

/** The shapes of those near by. */
export interface NearSquads {
  readonly car: Squad;
  readonly truck: Squad;
  readonly bus: Squad;
}

/** Sorts by kind who is on a track that comes near; the rows are as the frame has them. */
export function muster({ car, truck, bus }: NearSquads, rows: Uint32Array, count: number, isNear: Uint8Array): void {
  car.count = truck.count = bus.count = 0;
  const end = count * VEHICLE_WORDS;
  for (let at = 0; at < end; at += VEHICLE_WORDS) {
    const track = (rows[at + 1] >>> TRACK_SHIFT) - 1;
    if (track < 0 || isNear[track] === 0) continue;
    const kind = rows[at] & KIND_BITS;
    if (kind === KIND_TRUCK) truck.add(rows, at);
    else if (kind === KIND_BUS) bus.add(rows, at);
    else car.add(rows, at);
  }
}
