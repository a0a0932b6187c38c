import Flatbush from 'flatbush';
import type { LaidScene } from '../../../../sim';
import { linesInGalleries } from '../../../state/gallery-lines';
import { groundOf } from '../ground/ground';
import { Growing } from '../growing';
import { type BuiltTunnels, NO_SECTION, PIECE } from './built-tunnels';
import { FillWriter } from './fill';
import { GalleryFrame, placeAt } from './gallery-frame';
import { gearRows, type Inside, insideOf, lineRows } from './insides';
import { writeLaid } from './laid';
import { OpeningMap } from './opening';
import {
  type Compartment,
  outerSides,
  PIT_MARGIN_M,
  sidesOf,
  writeCut,
  writePit,
  writeSection,
  writeShaft,
} from './shell';
import { SolidWriter } from './solid-writer';

/** Above the street: signs of sections, and people at the head of a shaft. */
const SIGN_UP_M = 7;
const SHAFT_UP_M = 2.5;
/** By which people go in, the first kind that there is. */
const WAYS_IN = ['access', 'escape', 'hoist'] as const;

/** The galleries of a scene as something to draw; null where it has none. */
export function buildTunnels(compiled: LaidScene): BuiltTunnels | null {
  const { scene, elements } = compiled;
  const galleries = scene.galleries?.galleries ?? [];
  const table = elements['gallery-section'];
  if (table.count === 0) return null;
  const ground = groundOf(compiled);
  const solid = new SolidWriter();
  const fill = new FillWriter();
  const opening = new OpeningMap(ground);
  const slotOf = (id: string) => table.slotOf(id) as number;
  const laid = linesInGalleries(scene, table);
  const signs = new Float32Array(3 * table.count);
  const shafts = new Float32Array(3 * table.count);
  const insides: Inside[] = [];
  const rowOfGear = gearRows(scene);
  const rowOfLine = lineRows(compiled);
  const pieces: number[][] = Array.from({ length: table.count }, () => []);
  for (const gallery of galleries) {
    const frame = new GalleryFrame(gallery.path, gallery.floorDepthM, ground);
    const [left, right] = outerSides(gallery);
    opening.open(frame, left + PIT_MARGIN_M, right - PIT_MARGIN_M);
    writePit(solid, frame, gallery, NO_SECTION);
    writeCut(solid, frame, gallery, NO_SECTION);
    for (const compartment of gallery.compartments) {
      for (const section of compartment.sections) {
        const slot = slotOf(section.id);
        writeSection(solid, frame, compartment, section, slot);
        fill.section(frame, compartment, section, slot);
        signs.set(above(frame, compartment, (section.fromM + section.toM) / 2, SIGN_UP_M), 3 * slot);
        shafts.set(above(frame, compartment, wayIn(compartment, section), SHAFT_UP_M), 3 * slot);
        addPieces(pieces[slot], frame, compartment, section, slot);
      }
      for (const shaft of compartment.shafts) {
        const section = compartment.sections.find(({ fromM, toM }) => shaft.atM >= fromM && shaft.atM <= toM);
        if (section) writeShaft(solid, frame, compartment, shaft, slotOf(section.id));
      }
      const here = laid.filter((line) => line.compartment === compartment.id);
      writeLaid(solid, frame, compartment, here, slotOf);
      insides.push(insideOf(frame, compartment, here, slotOf, rowOfGear, rowOfLine));
    }
  }
  const pieceStart = new Uint32Array(table.count + 1);
  const all = new Growing(Float32Array);
  pieces.forEach((own, slot) => {
    for (const number of own) all.push(number);
    pieceStart[slot + 1] = all.length / PIECE.stride;
  });
  const list = all.done();
  return {
    solid: solid.done(),
    fill: fill.done(),
    opening: opening.done(),
    sections: table.ids,
    pieces: list,
    pieceBoxes: boxesAround(list),
    pieceStart,
    signs,
    shafts,
    insides,
  };
}

function above(frame: GalleryFrame, { offsetM }: Compartment, alongM: number, upM: number): [number, number, number] {
  const at = frame.at(alongM);
  return placeAt(at, offsetM, at.ground - at.floor + upM);
}

/** The shaft by which people go into a section: its own, else the nearest of its compartment. */
function wayIn({ shafts }: Compartment, { fromM, toM }: Compartment['sections'][number]): number {
  const middleM = (fromM + toM) / 2;
  const ways = shafts.filter(({ kind }) => WAYS_IN.some((way) => way === kind));
  const near = ways.reduce<number | undefined>(
    (best, { atM }) => (best === undefined || Math.abs(atM - middleM) < Math.abs(best - middleM) ? atM : best),
    undefined,
  );
  return near ?? middleM;
}

function addPieces(
  list: number[],
  frame: GalleryFrame,
  compartment: Compartment,
  { fromM, toM }: Compartment['sections'][number],
  slot: number,
): void {
  const [left, right] = sidesOf(compartment);
  const stations = frame.stretch(fromM, toM);
  for (let i = 1; i < stations.length; i++) {
    const [a, b] = [stations[i - 1], stations[i]];
    list.push(a.x, a.y, b.x, b.y, left, right, a.floor, b.floor, compartment.heightM, a.alongM - fromM, slot);
  }
}

function boxesAround(pieces: Float32Array): ArrayBuffer {
  const count = pieces.length / PIECE.stride;
  const index = new Flatbush(count, 16, Float32Array);
  for (let i = 0; i < count; i++) {
    const [ax, ay, bx, by, left, right] = pieces.subarray(i * PIECE.stride, i * PIECE.stride + 6);
    const reach = Math.max(Math.abs(left), Math.abs(right));
    index.add(Math.min(ax, bx) - reach, Math.min(ay, by) - reach, Math.max(ax, bx) + reach, Math.max(ay, by) + reach);
  }
  index.finish();
  return index.data as ArrayBuffer;
}
