/**
 * What hangs in the galleries and tells of their air. A detector follows what is there with a lag of first order; gas is
 * read under the roof, everything else in the mean. It can be silent, be stuck at what it last read, or read too much.
 */
import type { Decoder, Encoder } from '../../../kernel';
import { cellAt } from '../cells';
import { equipmentKinds, type Galleries } from '../galleries';

export const detectorKinds = ['gas-detector', 'oxygen-sensor', 'temperature-sensor', 'smoke-detector'] as const;
export type DetectorKind = (typeof detectorKinds)[number];
export const GAS = 0;
export const OXYGEN = 1;
export const TEMPERATURE = 2;

/** Until nine tenths of a step are read: catalytic beads 30 s (GB 15322.1), laser cells 10 s; from memory like the others. */
export const CATALYTIC_T90_S = 30;
const T90_S: Readonly<Record<DetectorKind, number>> = {
  'gas-detector': CATALYTIC_T90_S,
  'oxygen-sensor': 20,
  'temperature-sensor': 60,
  'smoke-detector': 20,
};

/** What a detector does. */
export const WORKS = 0;
export const SILENT = 1;
export const STUCK = 2;

export interface Detectors {
  readonly galleries: Galleries;
  readonly count: number;
  /** Place among all equipment, in detectorKinds, section. */
  readonly equipment: Int32Array;
  readonly kind: Uint8Array;
  readonly section: Int32Array;
  /** Of section s: sectionStart[s] … sectionStart[s + 1] − 1, along it. */
  readonly sectionStart: Int32Array;
  /** It hangs in this cell (of all cells), by so much of its length beyond its middle. */
  readonly cell: Int32Array;
  readonly offMiddle: Float64Array;

  // State.
  readonly t90S: Float64Array;
  readonly condition: Uint8Array;
  readonly bias: Float64Array;
  /** What it reads without bias, and what was there at the end of the last step: volume share, °C, smoke's unit. */
  readonly reading: Float64Array;
  readonly present: Float64Array;
  /** 1 where all detectors of a section read its air at rest. */
  readonly isSettled: Uint8Array;
  readonly settledC: Float64Array;

  // Answer, section by section: what its working detectors tell, and which one; −1 where none does.
  readonly mostGas: Float64Array;
  readonly mostGasAt: Int32Array;
  readonly leastOxygen: Float64Array;
  readonly mostC: Float64Array;
  readonly mostSmoke: Float64Array;
}

export function createDetectors(galleries: Galleries): Detectors {
  const { sections, equipment } = galleries;
  const places: number[] = [];
  const kinds: number[] = [];
  for (let e = 0; e < equipment.count; e++) {
    const kind = detectorKinds.indexOf(equipmentKinds[equipment.kind[e]] as DetectorKind);
    if (kind < 0) continue;
    places.push(e);
    kinds.push(kind);
  }
  const count = places.length;
  const section = Int32Array.from(places, (e) => equipment.section[e]);
  const sectionStart = new Int32Array(sections.count + 1);
  for (const s of section) sectionStart[s + 1]++;
  for (let s = 0; s < sections.count; s++) sectionStart[s + 1] += sectionStart[s];
  const cell = new Int32Array(count);
  const offMiddle = new Float64Array(count);
  for (let d = 0; d < count; d++) {
    const s = section[d];
    const atM = equipment.atM[places[d]];
    const own = cellAt(galleries, s, atM);
    cell[d] = sections.cellStart[s] + own;
    offMiddle[d] = atM / sections.cellLengthM[s] - own - 0.5;
  }
  return {
    galleries,
    count,
    equipment: Int32Array.from(places),
    kind: Uint8Array.from(kinds),
    section,
    sectionStart,
    cell,
    offMiddle,
    t90S: Float64Array.from(kinds, (kind) => T90_S[detectorKinds[kind]]),
    condition: new Uint8Array(count),
    bias: new Float64Array(count),
    reading: new Float64Array(count),
    present: new Float64Array(count).fill(Number.NaN),
    isSettled: new Uint8Array(sections.count),
    settledC: new Float64Array(sections.count),
    mostGas: new Float64Array(sections.count),
    mostGasAt: new Int32Array(sections.count).fill(-1),
    leastOxygen: new Float64Array(sections.count),
    mostC: new Float64Array(sections.count),
    mostSmoke: new Float64Array(sections.count),
  };
}

/** What a detector tells; NaN where it is silent. */
export function toldBy({ condition, reading, bias }: Detectors, d: number): number {
  return condition[d] === SILENT ? Number.NaN : reading[d] + bias[d];
}

/** Breaks or mends a detector, or sets it off. */
export function setDetector(detectors: Detectors, d: number, condition: number, bias = 0): void {
  detectors.condition[d] = condition;
  detectors.bias[d] = bias;
  detectors.isSettled[detectors.section[d]] = 0;
}

const floats = [
  'settledC',
  't90S',
  'bias',
  'reading',
  'present',
  'mostGas',
  'leastOxygen',
  'mostC',
  'mostSmoke',
] as const;

export function saveDetectors(detectors: Detectors, out: Encoder): void {
  for (const name of floats) out.float64s(detectors[name]);
  out.uint8s(detectors.condition).uint8s(detectors.isSettled).int32s(detectors.mostGasAt);
}

export function loadDetectors(detectors: Detectors, from: Decoder): void {
  for (const name of floats) from.float64s(detectors[name]);
  from.uint8s(detectors.condition);
  from.uint8s(detectors.isSettled);
  from.int32s(detectors.mostGasAt);
}
