/**
 * Water that flows with a free surface: cells that hold it and links between them. Cells are manholes with half of the
 * pipes that meet there, or a stretch of street; links are round pipes or streets. What leaves by an outfall leaves.
 */
import { pow } from '../../kernel';
import { circleArea, FULL_AREA } from './section';

export interface DrainCell {
  readonly bottomM: number;
  /** Plan area of shaft, basin or street. */
  readonly areaM2: number;
  /** A street over whose kerb water spreads. */
  readonly kerb?: { readonly heightM: number; readonly areaAboveM2: number };
}

export interface DrainLink {
  readonly from: number;
  /** A cell; or −1 − k: the outfall k, whose flap lets nothing back. */
  readonly to: number;
  /** Where an outfall's pipe ends. */
  readonly endM: number;
  readonly lengthM: number;
  readonly manning: number;
  /** One of the two: round and so wide, or open and so wide. */
  readonly diameterM?: number;
  readonly widthM?: number;
}

export interface DrainNetwork {
  readonly cells: number;
  readonly links: number;
  readonly bottomM: Float64Array;
  /** Above the crown or the kerb, or of an open cell at any depth. */
  readonly areaM2: Float64Array;
  readonly crownM: Float64Array;
  /** Volume at so many parts of the crown's depth; straight between. */
  readonly volumeM3: Float64Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly endM: Float64Array;
  readonly lengthM: Float64Array;
  readonly bedFall: Float64Array;
  /** 0 for a street. */
  readonly diameterM: Float64Array;
  readonly widthM: Float64Array;
  /** D^(8/3)/n of a pipe, width/n of a street. */
  readonly carries: Float64Array;
  /** Links are held to be no shorter, so that a step is never too long for them. */
  readonly stepS: number;
}

export const PARTS = 48;
const G = 9.80665;
/** Water of short links swings too fast for the step; lengthened to this, as EXTRAN and SWMM do (Rossman 2017, 3.3.2). */
const LEAST_LENGTH_M = 10;
/** Of the shortest swing that an explicit step follows. */
const SAFETY = 0.6;

export function createDrainNetwork(
  cells: readonly DrainCell[],
  links: readonly DrainLink[],
  stepS: number,
): DrainNetwork {
  const n = cells.length;
  const m = links.length;
  const some = (count: number) => new Float64Array(count);
  const network: DrainNetwork = {
    cells: n,
    links: m,
    bottomM: Float64Array.from(cells, (each) => each.bottomM),
    areaM2: Float64Array.from(cells, (each) => each.kerb?.areaAboveM2 ?? each.areaM2),
    crownM: Float64Array.from(cells, (each) => each.kerb?.heightM ?? 0),
    volumeM3: some(n * (PARTS + 1)),
    from: Int32Array.from(links, (each) => each.from),
    to: Int32Array.from(links, (each) => each.to),
    endM: Float64Array.from(links, (each) => (each.to < 0 ? each.endM : cells[each.to].bottomM)),
    lengthM: Float64Array.from(links, (each) => Math.max(LEAST_LENGTH_M, each.lengthM)),
    bedFall: some(m),
    diameterM: Float64Array.from(links, (each) => each.diameterM ?? 0),
    widthM: Float64Array.from(links, (each) => each.widthM ?? 0),
    carries: Float64Array.from(links, (each) =>
      each.diameterM === undefined ? (each.widthM as number) / each.manning : pow(each.diameterM, 8 / 3) / each.manning,
    ),
    stepS,
  };
  const { bottomM, areaM2, crownM, volumeM3, bedFall, from, to, endM, lengthM, diameterM } = network;
  /** By cell: Σ g·A/L of its pipes when they run full; what makes a shaft's water swing. */
  const stiffness = some(n);
  for (let l = 0; l < m; l++) {
    bedFall[l] = (bottomM[from[l]] - endM[l]) / lengthM[l];
    if (diameterM[l] === 0) continue;
    const stiff = (G * FULL_AREA * diameterM[l] * diameterM[l]) / lengthM[l];
    for (const cell of [from[l], to[l]]) {
      if (cell < 0) continue;
      stiffness[cell] += 2 * stiff;
      crownM[cell] = Math.max(crownM[cell], diameterM[l]);
    }
  }
  for (let c = 0; c < n; c++) {
    const least = (stepS * stepS * stiffness[c]) / (4 * SAFETY * SAFETY);
    areaM2[c] = Math.max(areaM2[c], least);
    const below = cells[c].kerb === undefined ? areaM2[c] : cells[c].areaM2;
    for (let k = 0; k <= PARTS; k++) volumeM3[c * (PARTS + 1) + k] = (below * crownM[c] * k) / PARTS;
  }
  for (let l = 0; l < m; l++) {
    const own = links[l].lengthM;
    const half = diameterM[l] === 0 ? 0 : own / 2;
    if (half === 0) continue;
    // A pipe to an outfall has no other cell to hold its lower half.
    const share = to[l] < 0 ? own : half;
    for (const cell of [from[l], to[l]]) {
      if (cell < 0) continue;
      for (let k = 1; k <= PARTS; k++) {
        const depthM = (crownM[cell] * k) / PARTS;
        volumeM3[cell * (PARTS + 1) + k] += share * circleArea(diameterM[l], depthM);
      }
    }
  }
  return network;
}

/** How deep so much water stands in a cell. */
export function depthOf({ crownM, areaM2, volumeM3 }: DrainNetwork, cell: number, m3: number): number {
  const crown = crownM[cell];
  if (m3 <= 0) return 0;
  if (crown === 0) return m3 / areaM2[cell];
  const first = cell * (PARTS + 1);
  const full = volumeM3[first + PARTS];
  if (m3 >= full) return crown + (m3 - full) / areaM2[cell];
  let low = 0;
  let high = PARTS;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (volumeM3[first + middle] <= m3) low = middle;
    else high = middle;
  }
  const below = volumeM3[first + low];
  return (crown * (low + (m3 - below) / (volumeM3[first + high] - below))) / PARTS;
}
