import { type DataTexture, FloatType, NearestFilter, RGBAFormat, DataTexture as ThreeDataTexture } from 'three';
import type { ElementRef } from '../../state/selection';
import { useSelection } from '../../state/selection';
import type { BuiltEnergy } from '../build/energy/built-energy';
import { Flag } from '../stage/element-flags';

export const ENERGY_COLUMNS = 256;
const LINK_STRIDE = 2;

/** Before the first frame nothing is known: drawn as at rest. */
const UNKNOWN = 0;
/** Of pipes any temperature may be true; nobody's is as low as this. */
export const UNKNOWN_PIPE = -1_000;

/** What frames say of the networks, two numbers a row. */
export interface StateRows {
  readonly links: Float32Array;
  readonly nodes: Float32Array;
  readonly heat: Float32Array;
  readonly gas: Float32Array;
}

/**
 * State of lines, transformers and buses as a texture, one texel a row: red what the frame says of it first (loading of
 * a link, voltage of a bus, °C of hot or cold water, pressure of gas over nominal), green its kW or kg/s, blue why it is tinted. Written when a frame brings something new or the
 * selection changes, about once a simulated minute.
 */
export class EnergyState {
  readonly texture: DataTexture;
  readonly linkCount: number;
  /** The first pipe's row. */
  readonly pipeRow: number;
  private readonly values: Float32Array;
  private readonly built: BuiltEnergy;
  private readonly rows = new Map<string, number>();

  constructor(built: BuiltEnergy) {
    this.built = built;
    this.linkCount = built.branches.length + built.transformers.length;
    this.pipeRow = this.linkCount + built.buses.length;
    const rowCount = this.pipeRow + built.heatPipes + built.gasPipes;
    const height = Math.max(1, Math.ceil(rowCount / ENERGY_COLUMNS));
    this.values = new Float32Array(ENERGY_COLUMNS * height * 4).fill(UNKNOWN);
    this.texture = new ThreeDataTexture(this.values, ENERGY_COLUMNS, height, RGBAFormat, FloatType);
    this.texture.minFilter = NearestFilter;
    this.texture.magFilter = NearestFilter;
    // A bus of which nothing is known is not yet dark.
    for (let bus = 0; bus < built.buses.length; bus++) this.values[4 * (this.linkCount + bus)] = 1;
    for (let row = this.pipeRow; row < rowCount; row++) this.values[4 * row] = UNKNOWN_PIPE;
    this.texture.needsUpdate = true;
    const name = (kind: string, ids: readonly string[], first: number) => {
      for (let i = 0; i < ids.length; i++) this.rows.set(`${kind} ${ids[i]}`, first + i);
    };
    name('branch', built.branches, 0);
    name('transformer', built.transformers, built.branches.length);
    name('bus', built.buses, this.linkCount);
    built.marks.elements.forEach(({ kind, id }, i) => {
      const row = built.marks.signs[3 * i + 1];
      if (kind === 'station' && row >= 0) this.rows.set(`station ${id}`, row);
    });
  }

  /** True where the frame was of this city and has been written; a section that says nothing leaves its rows alone. */
  take({ links, nodes, heat, gas }: StateRows): boolean {
    const { buses, heatPipes, gasPipes } = this.built;
    if (links.length !== LINK_STRIDE * this.linkCount || nodes.length !== LINK_STRIDE * buses.length) return false;
    this.write(links, 0);
    this.write(nodes, this.linkCount);
    if (heat.length === LINK_STRIDE * heatPipes) this.writePipes(heat, this.pipeRow);
    if (gas.length === LINK_STRIDE * gasPipes) this.writePipes(gas, this.pipeRow + heatPipes);
    this.texture.needsUpdate = true;
    return true;
  }

  /** Frames tell a pipe's flow first. */
  private writePipes(from: Float32Array, firstRow: number): void {
    for (let i = 0; i < from.length / LINK_STRIDE; i++) {
      this.values[4 * (firstRow + i)] = from[LINK_STRIDE * i + 1];
      this.values[4 * (firstRow + i) + 1] = from[LINK_STRIDE * i];
    }
  }

  private write(from: Float32Array, firstRow: number): void {
    for (let i = 0; i < from.length / LINK_STRIDE; i++) {
      this.values[4 * (firstRow + i)] = from[LINK_STRIDE * i];
      this.values[4 * (firstRow + i) + 1] = from[LINK_STRIDE * i + 1];
    }
  }

  /** Writes why rows are tinted, from the selection as it is now. */
  showSelection(): void {
    const { hovered, selected, placing, marked } = useSelection.getState();
    const { values } = this;
    for (let i = 2; i < values.length; i += 4) values[i] = 0;
    const { branches } = this.built;
    if (placing?.kinds.includes('branch')) this.flag(0, branches.length, Flag.valid);
    if (placing?.kinds.includes('transformer')) this.flag(branches.length, this.linkCount, Flag.valid);
    const add = (element: ElementRef | null, flag: number) => {
      const row = element && this.rows.get(`${element.kind} ${element.id}`);
      if (typeof row === 'number') values[4 * row + 2] += values[4 * row + 2] & flag ? 0 : flag;
    };
    for (const id of placing?.chosen ?? []) for (const kind of placing?.kinds ?? []) add({ kind, id }, Flag.chosen);
    for (const element of marked) add(element, Flag.marked);
    add(selected, Flag.selected);
    add(hovered, Flag.hovered);
    this.texture.needsUpdate = true;
  }

  private flag(from: number, until: number, flag: number): void {
    for (let row = from; row < until; row++) this.values[4 * row + 2] += flag;
  }

  /** What of a row may be asked: tests, and whoever counts. */
  valueOf(row: number): readonly [first: number, kw: number, flags: number] {
    return [this.values[4 * row], this.values[4 * row + 1], this.values[4 * row + 2]];
  }

  dispose(): void {
    this.texture.dispose();
  }
}

/** Whether a building's bus is known to be without voltage, for every building; true where any of it changed. */
export function writeDark(bytes: Uint8Array, buildingBus: Int32Array, nodes: Float32Array): boolean {
  let changed = false;
  for (let building = 0; building < buildingBus.length; building++) {
    const bus = buildingBus[building];
    const byte = bus >= 0 && LINK_STRIDE * bus < nodes.length && nodes[LINK_STRIDE * bus] === 0 ? 255 : 0;
    if (bytes[4 * building] === byte) continue;
    bytes[4 * building] = byte;
    changed = true;
  }
  return changed;
}
