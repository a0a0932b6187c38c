/**
 * A scene's drains as cells and links: every manhole is a cell, long drains are cut between, and above each manhole lies a
 * cell of street, joined to the next along the drain as wide as its carriageway. At the last one before a stream the
 * street runs over the bank too. What a street holds beside its drains' line, and streets without drains, is left out.
 */
import {
  createDrainNetwork,
  type DrainCell,
  type DrainLink,
  type DrainNetwork,
  manningOf,
} from '../../networks/drains';
import { slotIn } from '../../scene/compile/element-tables';
import type { CompiledScene } from '../../scene/compiled';
import { findPlaces, type Places } from './places';
import { carriageways } from './streets';

/** A shaft of 1.25 m across (图集 06MS201: 1,000 to 1,500 mm). */
const SHAFT_M2 = 1.2;
/** Asphalt with kerbs (Chow 1959, table 5-6). */
const STREET_MANNING = 0.016;
const LONGEST_M = 60;
const LEAST_STREET_M2 = 100;
/** Over the kerb water spreads on what is not built upon: ours, as much of what drains there as is not sealed. */
const KERB_M = 0.15;
const OPEN_SHARE = 0.35;
const BANK_SLOPE = 0.01;
/** A gully every 35 m on either side, each taking 20 L/s through a tenth of a square metre (GB 50014-2021, 5.7: 25 to 50 m, 20 L/s). */
const GULLY_EVERY_M = 35;
export const STEP_S = 0.5;

export interface DrainPlan {
  readonly network: DrainNetwork;
  readonly nodeCount: number;
  /** By node of the scene: its cell, and that of the street above it; −1 none. */
  readonly pipe: Int32Array;
  readonly street: Int32Array;
  readonly groundM: Float64Array;
  readonly catchmentM2: Float64Array;
  readonly gullies: Float64Array;
  /** Outfalls, then the banks beside them. */
  readonly outfallCount: number;
  readonly levelM: Float64Array;
  /** By node, which of the systems that end apart it belongs to. */
  readonly systemOf: Int32Array;
  readonly systemCount: number;
  readonly pumps: DrainPumps;
  readonly places: Places;
  readonly totalM2: number;
  readonly edgeLengthM: Float64Array;
}

export interface DrainPumps {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly m3PerS: Float64Array;
  readonly liftM: Float64Array;
}

/** Drains without an outfall are a drawing. */
export function hasDrains({ scene: { drainage } }: CompiledScene): boolean {
  return drainage !== undefined && drainage.outfalls.length > 0;
}

export function planDrains(scene: CompiledScene): DrainPlan | null {
  const { drainage } = scene.scene;
  if (drainage === undefined || !hasDrains(scene)) return null;
  const table = scene.elements['drain-node'];
  const count = table.count;
  const slot = (id: string) => slotIn(table, id);
  const byId = <T extends { readonly id: string }>(all: readonly T[]) =>
    [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
  const outfalls = byId(drainage.outfalls);
  const outfallOf = new Map(outfalls.map((each, k) => [slot(each.node), k]));
  const drains = byId(drainage.drains);
  const invertM = new Float64Array(count);
  const groundM = new Float64Array(count).fill(Number.NaN);
  const catchmentM2 = new Float64Array(count);
  const width = carriageways(scene);
  const widthM = new Float64Array(count);
  for (const { id, heightM, invertM: invert, catchmentM2: area, edge } of drainage.nodes) {
    const n = slot(id);
    invertM[n] = invert;
    if (heightM !== undefined) groundM[n] = heightM;
    catchmentM2[n] = area ?? 0;
    widthM[n] = width(edge);
  }
  const cells: DrainCell[] = [];
  const pipe = new Int32Array(count).fill(-1);
  const street = new Int32Array(count).fill(-1);
  for (let n = 0; n < count; n++)
    if (!outfallOf.has(n)) pipe[n] = cells.push({ bottomM: invertM[n], areaM2: SHAFT_M2 }) - 1;
  const links: DrainLink[] = [];
  const alongM = new Float64Array(count);
  for (const { from, to, lengthM, diameterM, roughnessMm } of drains) {
    const [a, b] = [slot(from), slot(to)];
    if (pipe[a] < 0) continue;
    alongM[a] += lengthM / 2;
    alongM[b] += lengthM / 2;
    const parts = Math.ceil(lengthM / LONGEST_M);
    let before = pipe[a];
    for (let k = 1; k <= parts; k++) {
      const endM = invertM[a] + ((invertM[b] - invertM[a]) * k) / parts;
      const last = pipe[b] >= 0 ? pipe[b] : -1 - (outfallOf.get(b) as number);
      const next = k === parts ? last : cells.push({ bottomM: endM, areaM2: SHAFT_M2 }) - 1;
      const manning = manningOf(roughnessMm / 1_000);
      links.push({ from: before, to: next, endM, lengthM: lengthM / parts, manning, diameterM });
      before = next;
    }
  }
  for (let n = 0; n < count; n++) {
    if (pipe[n] < 0 || Number.isNaN(groundM[n])) continue;
    const areaM2 = Math.max(LEAST_STREET_M2, alongM[n] * widthM[n]);
    const kerb = { heightM: KERB_M, areaAboveM2: areaM2 + OPEN_SHARE * catchmentM2[n] };
    street[n] = cells.push({ bottomM: groundM[n], areaM2, kerb }) - 1;
  }
  const banks: { readonly outfall: number }[] = [];
  for (const { from, to, lengthM } of drains) {
    const [a, b] = [slot(from), slot(to)];
    if (street[a] < 0) continue;
    const wide = { widthM: Math.max(widthM[a], widthM[b]), manning: STREET_MANNING };
    if (street[b] >= 0) links.push({ from: street[a], to: street[b], endM: groundM[b], lengthM, ...wide });
    else if (outfallOf.has(b)) {
      const to = -1 - (outfalls.length + banks.push({ outfall: outfallOf.get(b) as number }) - 1);
      const length = Math.max(10, lengthM);
      links.push({ from: street[a], to, endM: groundM[a] - BANK_SLOPE * length, lengthM: length, ...wide });
    }
  }
  const systems = systemsOf(
    count,
    [...drains, ...drainage.pumps].map(({ from, to }) => [slot(from), slot(to)] as const),
  );
  const pumps = byId(drainage.pumps);
  const cellOf = (id: string) => pipe[slot(id)];
  const roads = scene.elements.edge;
  const edgeLengthM = new Float64Array(roads.count);
  edgeLengthM.set(scene.roads.edgeLengthM);
  return {
    network: createDrainNetwork(cells, links, STEP_S),
    nodeCount: count,
    pipe,
    street,
    groundM,
    catchmentM2,
    gullies: alongM.map((length) => Math.max(2, (2 * length) / GULLY_EVERY_M)),
    outfallCount: outfalls.length,
    levelM: Float64Array.from([...outfalls, ...banks.map(({ outfall }) => outfalls[outfall])], (each) => each.levelM),
    ...systems,
    pumps: {
      from: Int32Array.from(pumps, (each) => cellOf(each.from)),
      to: Int32Array.from(pumps, (each) => cellOf(each.to)),
      m3PerS: Float64Array.from(pumps, (each) => each.flowM3PerH / 3_600),
      liftM: Float64Array.from(pumps, (each) => Math.max(1, invertM[slot(each.to)] - invertM[slot(each.from)] + 1)),
    },
    places: findPlaces(scene, street),
    totalM2: catchmentM2.reduce((sum, each) => sum + each, 0),
    edgeLengthM,
  };
}

function systemsOf(count: number, pairs: readonly (readonly [number, number])[]) {
  const root = Int32Array.from({ length: count }, (_, n) => n);
  const find = (n: number): number => {
    let at = n;
    while (root[at] !== at) at = root[at];
    root[n] = at;
    return at;
  };
  for (const [a, b] of pairs) root[Math.max(find(a), find(b))] = Math.min(find(a), find(b));
  const numbers = new Map<number, number>();
  const systemOf = Int32Array.from({ length: count }, (_, n) => {
    const at = find(n);
    if (!numbers.has(at)) numbers.set(at, numbers.size);
    return numbers.get(at) as number;
  });
  return { systemOf, systemCount: numbers.size };
}
