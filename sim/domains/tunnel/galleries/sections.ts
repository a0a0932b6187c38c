/** Fire sections by their slot, and the compartments that they follow one another in. */
import type { CompiledScene } from '../../../scene/compiled';
import { OUTFALL_DEPTH_M, SUMP_DEPTH_M } from '../../../scene/sump-lift';
import { type GalleryLine, galleryLine } from './gallery-line';

export const compartmentKinds = ['gas', 'power', 'integrated', 'sewage'] as const;
export type CompartmentKind = (typeof compartmentKinds)[number];

const SLOPE_STEP_M = 10;
const LEAST_CELLS = 4;

export interface Sections {
  readonly count: number;
  readonly ids: readonly string[];
  /** Compartment of a section, and its place in compartmentKinds. */
  readonly compartment: Int32Array;
  readonly kind: Uint8Array;
  readonly fromM: Float64Array;
  readonly lengthM: Float64Array;
  readonly widthM: Float64Array;
  readonly heightM: Float64Array;
  readonly areaM2: Float64Array;
  readonly perimeterM: Float64Array;
  readonly hydraulicDiameterM: Float64Array;
  readonly volumeM3: Float64Array;
  /** The sections on either side, −1 at a gallery's end and where there is a gap. */
  readonly before: Int32Array;
  readonly after: Int32Array;
  /** Height of the floor above the sea at both ends, and of its lowest place, which is so far from the section's start. */
  readonly floorStartM: Float64Array;
  readonly floorEndM: Float64Array;
  readonly floorLowestM: Float64Array;
  readonly lowestAtM: Float64Array;
  /** Rise of the floor per metre, end to end. */
  readonly slope: Float64Array;
  readonly sumpM3: Float64Array;
  /** Bottom of the sump below the floor; outfall of its pumps below the ground above them. */
  readonly sumpDepthM: Float64Array;
  readonly outfallDepthM: Float64Array;
  /** Cells of section s: cellStart[s] … cellStart[s + 1] − 1, all of one length. */
  readonly cellStart: Int32Array;
  readonly cellLengthM: Float64Array;
}

export interface Compartments {
  readonly count: number;
  readonly ids: readonly string[];
  readonly gallery: Int32Array;
  readonly kind: Uint8Array;
  /** Sections of compartment c along it: order[k], k from start[c] to start[c + 1] − 1. */
  readonly start: Int32Array;
  readonly order: Int32Array;
  /** The line of each compartment's gallery. */
  readonly lines: readonly GalleryLine[];
  /** From its place in the scene: its gallery there, and its place in it. */
  readonly source: readonly { readonly gallery: number; readonly compartment: number }[];
}

/** A wall is shared by two sections whose ends are no further apart; scenes round to decimetres. */
export const WALL_M = 0.5;

export function compileSections(
  compiled: CompiledScene,
  cellM: number,
): { sections: Sections; compartments: Compartments } {
  const { scene, elements, terrain } = compiled;
  const table = elements['gallery-section'];
  const count = table.count;
  const floats = () => new Float64Array(count);
  const sections = {
    count,
    ids: table.ids,
    compartment: new Int32Array(count),
    kind: new Uint8Array(count),
    fromM: floats(),
    lengthM: floats(),
    widthM: floats(),
    heightM: floats(),
    areaM2: floats(),
    perimeterM: floats(),
    hydraulicDiameterM: floats(),
    volumeM3: floats(),
    before: new Int32Array(count).fill(-1),
    after: new Int32Array(count).fill(-1),
    floorStartM: floats(),
    floorEndM: floats(),
    floorLowestM: floats(),
    lowestAtM: floats(),
    slope: floats(),
    sumpM3: floats(),
    sumpDepthM: floats(),
    outfallDepthM: floats(),
    cellStart: new Int32Array(count + 1),
    cellLengthM: floats(),
  };
  const ids: string[] = [];
  const lines: GalleryLine[] = [];
  const source: { gallery: number; compartment: number }[] = [];
  const kinds: number[] = [];
  const galleryOf: number[] = [];
  const start = [0];
  const order: number[] = [];
  (scene.galleries?.galleries ?? []).forEach((gallery, g) => {
    const line = galleryLine(gallery, terrain);
    gallery.compartments.forEach((compartment, k) => {
      const c = ids.length;
      ids.push(compartment.id);
      lines.push(line);
      source.push({ gallery: g, compartment: k });
      galleryOf.push(g);
      kinds.push(compartmentKinds.indexOf(compartment.kind));
      const along = [...compartment.sections].sort((a, b) => a.fromM - b.fromM);
      along.forEach(({ id, fromM, toM, sumpM3, sumpDepthM, outfallDepthM }, n) => {
        const s = table.slotOf(id)!;
        order.push(s);
        sections.compartment[s] = c;
        sections.kind[s] = kinds[c];
        sections.fromM[s] = fromM;
        sections.lengthM[s] = toM - fromM;
        sections.widthM[s] = compartment.widthM;
        sections.heightM[s] = compartment.heightM;
        sections.areaM2[s] = compartment.widthM * compartment.heightM;
        sections.perimeterM[s] = 2 * (compartment.widthM + compartment.heightM);
        sections.hydraulicDiameterM[s] = (4 * sections.areaM2[s]) / sections.perimeterM[s];
        sections.volumeM3[s] = sections.areaM2[s] * sections.lengthM[s];
        sections.sumpM3[s] = sumpM3 ?? 0;
        sections.sumpDepthM[s] = sumpDepthM ?? SUMP_DEPTH_M;
        sections.outfallDepthM[s] = outfallDepthM ?? OUTFALL_DEPTH_M;
        if (n > 0 && fromM - along[n - 1].toM <= WALL_M) {
          const previous = table.slotOf(along[n - 1].id)!;
          sections.before[s] = previous;
          sections.after[previous] = s;
        }
        layFloor(sections, s, line);
      });
      start.push(order.length);
    });
  });
  for (let s = 0; s < count; s++) {
    const cells = Math.max(LEAST_CELLS, Math.round(sections.lengthM[s] / cellM));
    sections.cellStart[s + 1] = sections.cellStart[s] + cells;
    sections.cellLengthM[s] = sections.lengthM[s] / cells;
  }
  const compartments = {
    count: ids.length,
    ids,
    gallery: Int32Array.from(galleryOf),
    kind: Uint8Array.from(kinds),
    start: Int32Array.from(start),
    order: Int32Array.from(order),
    lines,
    source,
  };
  return { sections, compartments };
}

function layFloor(sections: Sections, s: number, line: GalleryLine): void {
  const fromM = sections.fromM[s];
  const lengthM = sections.lengthM[s];
  sections.floorStartM[s] = line.floorAt(fromM);
  sections.floorEndM[s] = line.floorAt(fromM + lengthM);
  sections.slope[s] = (sections.floorEndM[s] - sections.floorStartM[s]) / lengthM;
  const steps = Math.max(1, Math.ceil(lengthM / SLOPE_STEP_M));
  sections.floorLowestM[s] = Number.POSITIVE_INFINITY;
  for (let k = 0; k <= steps; k++) {
    const atM = (lengthM * k) / steps;
    const floorM = line.floorAt(fromM + atM);
    if (floorM >= sections.floorLowestM[s]) continue;
    sections.floorLowestM[s] = floorM;
    sections.lowestAtM[s] = atM;
  }
}

/** The section of a compartment at a place along its gallery, −1 where there is none. */
export function sectionAt(
  sections: Sections,
  { start, order }: Compartments,
  compartment: number,
  atM: number,
): number {
  for (let k = start[compartment]; k < start[compartment + 1]; k++) {
    const s = order[k];
    const toM = sections.fromM[s] + sections.lengthM[s];
    const isLast = sections.after[s] < 0;
    if (
      atM >= sections.fromM[s] - (sections.before[s] < 0 ? WALL_M : 0) &&
      (isLast ? atM <= toM + WALL_M : atM < toM)
    ) {
      return s;
    }
  }
  return -1;
}
