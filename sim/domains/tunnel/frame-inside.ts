/**
 * What somebody sees who walks through a gallery: what every piece of its equipment does or reads, and the layers in
 * which gas and smoke lie, metre by metre where there are any. For the picture alone; nothing of it is saved.
 */
import type { CompiledScene } from '../../scene/compiled';
import type { EquipmentKind } from '../../scene/equipment-kinds';
import { detectorKinds, toldBy } from './detectors';
import type { SectionFire } from './fires';
import { equipmentKinds } from './galleries';
import { LOWER_LIMIT } from './gas-in-air';
import { FIRE_SUPPRESSED } from './linkage/fire-linkage';
import type { TunnelPlan } from './plan';
import type { TunnelRun } from './state';
import { powerOf } from './ventilate';

/**
 * By piece of equipment, in the order of their sorted names, one number: a fan's share of its full speed; how far a
 * damper or a door is open; 1 for a pump that runs, a valve that is open, a suppression set that sprays and a camera
 * that has power; a board's share of its supply; water above the lowest floor, m; what a detector tells: share of the
 * lower explosive limit, share of oxygen, °C, extinction of light per m, and NaN of one that is silent.
 */
export const EQUIPMENT_STRIDE = 1;

/**
 * By metre of a section in which gas or smoke lies: section; from and to, in m from its start; depth of the upper layer,
 * m; gas in the upper and the lower layer as shares of the lower explosive limit; extinction of light in both, per m;
 * heat of what burns there, kW. Sections by slot; what is beyond the room is not told.
 */
export const LAYER_STRIDE = 9;
export const MOST_LAYERS = 4_096;
const LEAST_GAS_SHARE = 1e-3;
const LEAST_SMOKE_PER_M = 1e-3;
const W_PER_KW = 1_000;

/** What each row of the equipment is about: its place among the equipment, and its fan, door, shaft or detector. */
export interface EquipmentRows {
  readonly equipment: Int32Array;
  readonly part: Int32Array;
}

export function equipmentCount({ scene }: Pick<CompiledScene, 'scene'>): number {
  const compartments = scene.galleries?.galleries.flatMap((gallery) => gallery.compartments) ?? [];
  return compartments.reduce((sum, { equipment }) => sum + equipment.length, 0);
}

const rowsOf = new WeakMap<TunnelPlan, EquipmentRows>();

function equipmentRows(run: TunnelRun): EquipmentRows {
  const known = rowsOf.get(run.plan);
  if (known) return known;
  const { equipment, fans, doors, shafts } = run.plan.galleries;
  const { detectors } = run;
  const order = Array.from({ length: equipment.count }, (_, e) => e);
  order.sort((a, b) => (equipment.ids[a] < equipment.ids[b] ? -1 : 1));
  const fanOf = new Map(fans.ids.map((id, f) => [id, f]));
  const doorOf = new Map(doors.ids.map((id, d) => [id, d]));
  const detectorOf = new Map(Array.from(detectors.equipment, (e, d) => [e, d]));
  /** Pumps of one section run in their order; each dampers' shaft is the nearest that it could shut. */
  const before = new Map<number, number>();
  const part = order.map((e) => {
    const section = equipment.section[e];
    const kind = equipmentKinds[equipment.kind[e]];
    if (kind === 'fan') return fanOf.get(equipment.ids[e]) ?? -1;
    if (kind === 'door') return doorOf.get(equipment.ids[e]) ?? -1;
    if (kind === 'sump-pump') {
      const number = before.get(section) ?? 0;
      before.set(section, number + 1);
      return number;
    }
    if (kind !== 'damper') return detectorOf.get(e) ?? -1;
    let nearest = -1;
    for (let h = 0; h < shafts.count; h++) {
      if (shafts.section[h] !== section || shafts.hasDamper[h] === 0) continue;
      const offM = Math.abs(shafts.atM[h] - equipment.atM[e]);
      if (nearest < 0 || offM < Math.abs(shafts.atM[nearest] - equipment.atM[e])) nearest = h;
    }
    return nearest;
  });
  const rows = { equipment: Int32Array.from(order), part: Int32Array.from(part) };
  rowsOf.set(run.plan, rows);
  return rows;
}

export function writeEquipment(run: TunnelRun, out: Float32Array): number {
  const { equipment } = run.plan.galleries;
  const rows = equipmentRows(run);
  for (let i = 0; i < equipment.count; i++) {
    const e = rows.equipment[i];
    out[i] = stateOf(run, equipmentKinds[equipment.kind[e]], equipment.section[e], equipment.atM[e], rows.part[i]);
  }
  return equipment.count;
}

function stateOf(run: TunnelRun, kind: EquipmentKind, s: number, atM: number, part: number): number {
  const { air, flood, floodLinkage, fireLinkage, plan, stretches } = run;
  switch (kind) {
    case 'fan':
      return part < 0 ? 0 : air.fanSpeed[part];
    case 'damper':
      return part < 0 ? 1 : air.shaftOpen[part];
    case 'door':
      return part < 0 ? 0 : air.doorOpen[part];
    case 'sump-pump':
      return part < flood.running[s] ? 1 : 0;
    case 'low-voltage-board':
    case 'camera':
      return powerOf(run, s);
    case 'level-sensor':
      return flood.levelM[s];
    case 'suppression':
      return fireLinkage.state[s] === FIRE_SUPPRESSED ? 1 : 0;
    case 'shut-off-valve': {
      const { start, at } = plan.stretchesOfSection;
      for (let k = start[s]; k < start[s + 1]; k++) if (stretches.isShut[at[k]] === 1) return 0;
      return 1;
    }
    default:
      if (part < 0 || floodLinkage.drowned[s] === 1) return Number.NaN;
      return readingOf(run, s, atM, part);
  }
}

/** A fire has an air of its own, finer than what detectors are followed in: what hangs in it tells of that. */
function readingOf({ detectors, fires }: TunnelRun, s: number, atM: number, d: number): number {
  const told = toldBy(detectors, d);
  const kind = detectorKinds[detectors.kind[d]];
  if (kind === 'gas-detector') return told / LOWER_LIMIT;
  const here = fires.get(s);
  if (here === undefined || Number.isNaN(told)) return told;
  const { plan } = here.fire;
  const cell = Math.min(plan.cells - 1, Math.floor(atM / plan.cellM));
  if (kind === 'temperature-sensor') return here.air.ceilingC[cell];
  return kind === 'oxygen-sensor' ? here.air.oxygenShare[cell] : here.air.hotPerM[cell];
}

export function writeLayers(run: TunnelRun, out: Float32Array): number {
  let count = 0;
  for (let s = 0; s < run.plan.galleries.sections.count && count < MOST_LAYERS; s++) {
    const fire = run.fires.get(s);
    if (fire) count = writeSmoke(fire, s, out, count);
    else if (run.cells.isActive[s] === 1) count = writeGas(run, s, out, count);
  }
  return count;
}

function writeGas({ cells, plan }: TunnelRun, s: number, out: Float32Array, from: number): number {
  const { cellStart, cellLengthM, heightM } = plan.galleries.sections;
  let count = from;
  for (let i = cellStart[s]; i < cellStart[s + 1] && count < MOST_LAYERS; i++) {
    const roof = cells.roof[i] / LOWER_LIMIT;
    const bulk = cells.bulk[i] / LOWER_LIMIT;
    if (roof < LEAST_GAS_SHARE && bulk < LEAST_GAS_SHARE) continue;
    const at = LAYER_STRIDE * count++;
    out[at] = s;
    out[at + 1] = (i - cellStart[s]) * cellLengthM[s];
    out[at + 2] = out[at + 1] + cellLengthM[s];
    out[at + 3] = cells.roofShare[s] * heightM[s];
    out[at + 4] = roof;
    out[at + 5] = bulk;
    out.fill(0, at + 6, at + LAYER_STRIDE);
  }
  return count;
}

function writeSmoke({ fire, air }: SectionFire, s: number, out: Float32Array, from: number): number {
  const { cells, cellM, trays } = fire.plan;
  const { burningW: wantedW, seat } = fire.work;
  // What trays would give with air enough, of which the fire gives its heat; where none is told, its seat does.
  let wholeW = 0;
  for (let at = 0; at < wantedW.length; at++) wholeW += wantedW[at];
  const seatCell = Math.min(cells - 1, Math.floor(seat.alongM / cellM));
  let count = from;
  for (let i = 0; i < cells && count < MOST_LAYERS; i++) {
    let burningW = wholeW > 0 || i !== seatCell ? 0 : fire.heatW;
    for (let tray = 0; wholeW > 0 && tray < trays.length; tray++) {
      burningW += (wantedW[tray * cells + i] / wholeW) * fire.heatW;
    }
    if (air.hotPerM[i] < LEAST_SMOKE_PER_M && air.coldPerM[i] < LEAST_SMOKE_PER_M && burningW < 1) continue;
    const at = LAYER_STRIDE * count++;
    out[at] = s;
    out[at + 1] = i * cellM;
    out[at + 2] = (i + 1) * cellM;
    out[at + 3] = air.depthM[i];
    out[at + 4] = 0;
    out[at + 5] = 0;
    out[at + 6] = air.hotPerM[i];
    out[at + 7] = air.coldPerM[i];
    out[at + 8] = burningW / W_PER_KW;
  }
  return count;
}
