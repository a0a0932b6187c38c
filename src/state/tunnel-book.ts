import { type EquipmentKind, nearestAlongM, type Scene } from '../../sim';
import { catalogues, type Language, languageNames } from '../i18n';
import { type LaidLine, type LaidScene, linesInGalleries, sectionTable } from './gallery-lines';
import type { PlaceEntry } from './place-book';

type Gallery = NonNullable<Scene['galleries']>['galleries'][number];
type Compartment = Gallery['compartments'][number];
type Point = readonly [number, number];
export type CompartmentKind = Compartment['kind'];

/** One section as it is built. */
export interface SectionFacts {
  readonly slot: number;
  readonly id: string;
  readonly kind: CompartmentKind;
  readonly lengthM: number;
  readonly widthM: number;
  readonly heightM: number;
  readonly floorDepthM: number;
  readonly sumpM3: number | undefined;
  readonly equipment: ReadonlyMap<EquipmentKind, number>;
  readonly lines: readonly LaidLine[];
}

/** How to look at a section: along it from a little aside, from high enough to see its floor. */
export interface SectionView {
  readonly x: number;
  readonly y: number;
  readonly distanceM: number;
  readonly headingDeg: number;
  readonly pitchDeg: number;
}

/** Names, places and contents of the sections of all galleries, and which row of a frame is whose. */
export interface TunnelBook {
  readonly ids: readonly string[];
  section(id: string): SectionFacts | undefined;
  nameOf(id: string, language: Language): string | undefined;
  /** Without the streets between which it lies. */
  shortNameOf(id: string, language: Language): string | undefined;
  placeOf(id: string): Point | undefined;
  viewOf(id: string): SectionView | undefined;
  /** Sections of compartments of one kind. */
  ofKind(kind: CompartmentKind): ReadonlySet<string>;
  list(language: Language, among: ReadonlySet<string> | null): readonly PlaceEntry[];
}

/** Where other streets cross one, and what they are called. */
export type FindCrossings = (
  street: string,
  language: Language,
) => readonly { readonly at: Point; readonly name: string }[];

interface Place {
  readonly gallery: Gallery;
  readonly compartment: Compartment;
  readonly section: Compartment['sections'][number];
  readonly number: number;
}

/** A street that crosses this near to a section's end is the one it ends at. */
const AT_END_M = 25;
const LOOK_PITCH_DEG = 52;
const LOOK_ASIDE_DEG = 32;
const LOOK_FROM_M = 110;

export function makeTunnelBook(scene: LaidScene, crossings: FindCrossings): TunnelBook {
  const table = sectionTable(scene);
  const places = new Map<string, Place>();
  for (const gallery of scene.galleries?.galleries ?? []) {
    for (const compartment of gallery.compartments) {
      const inOrder = [...compartment.sections].sort((a, b) => a.fromM - b.fromM);
      inOrder.forEach((section, i) => void places.set(section.id, { gallery, compartment, section, number: i + 1 }));
    }
  }
  let lines: ReadonlyMap<number, readonly LaidLine[]> | undefined;
  const linesIn = (slot: number): readonly LaidLine[] => {
    lines ??= bySection(linesInGalleries(scene, table));
    return lines.get(slot) ?? [];
  };
  const crossed = new Map<string, readonly { readonly alongM: number; readonly name: string }[]>();
  const crossingsOf = ({ id, street, path }: Gallery, language: Language) => {
    const key = `${language} ${id}`;
    const known = crossed.get(key);
    if (known) return known;
    const found = (street === undefined ? [] : crossings(street, language))
      .map(({ at, name }) => ({ alongM: nearestAlongM(path, at), name }))
      .sort((a, b) => a.alongM - b.alongM);
    crossed.set(key, found);
    return found;
  };
  const shortNameOf = (id: string, language: Language): string | undefined => {
    const place = places.get(id);
    if (!place) return undefined;
    const { names, compartments } = catalogues[language].tunnel;
    return names.section({
      gallery: place.gallery.name[language],
      compartment: compartments[place.compartment.kind],
      number: String(place.number).padStart(2, '0'),
    });
  };
  const nameOf = (id: string, language: Language): string | undefined => {
    const name = shortNameOf(id, language);
    if (name === undefined) return undefined;
    const { gallery, section } = places.get(id)!;
    const { names } = catalogues[language].tunnel;
    const all = crossingsOf(gallery, language);
    const from = all.findLast(({ alongM }) => alongM <= section.fromM + AT_END_M)?.name;
    const to = all.find(({ alongM }) => alongM >= section.toM - AT_END_M)?.name;
    if (from !== undefined && to !== undefined)
      return from === to ? names.at({ name, at: from }) : names.between({ name, from, to });
    const only = from ?? to;
    return only === undefined ? name : names.near({ name, at: only });
  };
  return {
    ids: table.ids,
    section(id) {
      const place = places.get(id);
      if (!place) return undefined;
      const { gallery, compartment, section } = place;
      const slot = table.slotOf(id) as number;
      const equipment = new Map<EquipmentKind, number>();
      for (const { kind, atM } of compartment.equipment) {
        if (atM >= section.fromM && atM < section.toM) equipment.set(kind, (equipment.get(kind) ?? 0) + 1);
      }
      const middle = alongAt(gallery.path, (section.fromM + section.toM) / 2);
      return {
        slot,
        id,
        kind: compartment.kind,
        lengthM: section.toM - section.fromM,
        widthM: compartment.widthM,
        heightM: compartment.heightM,
        floorDepthM: gallery.floorDepthM[Math.min(middle.piece, gallery.floorDepthM.length - 1)],
        sumpM3: section.sumpM3,
        equipment,
        lines: linesIn(slot),
      };
    },
    nameOf,
    shortNameOf,
    placeOf(id) {
      const place = places.get(id);
      return place && alongAt(place.gallery.path, (place.section.fromM + place.section.toM) / 2).at;
    },
    viewOf(id) {
      const place = places.get(id);
      if (!place) return undefined;
      const { at, headingDeg } = alongAt(place.gallery.path, (place.section.fromM + place.section.toM) / 2);
      return {
        x: at[0],
        y: at[1],
        distanceM: Math.max(LOOK_FROM_M, 0.7 * (place.section.toM - place.section.fromM)),
        headingDeg: headingDeg + LOOK_ASIDE_DEG,
        pitchDeg: LOOK_PITCH_DEG,
      };
    },
    ofKind: (kind) => new Set([...places].filter(([, { compartment }]) => compartment.kind === kind).map(([id]) => id)),
    list(language, among) {
      const { compare } = new Intl.Collator(languageNames[language].tag, { numeric: true });
      return [...places.keys()]
        .filter((id) => among === null || among.has(id))
        .map((id) => ({ label: nameOf(id, language)!, ids: [id], isMain: places.get(id)!.number === 1 }))
        .sort((a, b) => compare(a.label, b.label));
    },
  };
}

function bySection(lines: readonly LaidLine[]): ReadonlyMap<number, readonly LaidLine[]> {
  const found = new Map<number, LaidLine[]>();
  for (const line of lines) {
    for (const { section } of line.runs) {
      const there = found.get(section);
      if (there === undefined) found.set(section, [line]);
      else if (!there.includes(line)) there.push(line);
    }
  }
  return found;
}

/** The place so far along a path, which of its pieces that is on, and which way it leads there. */
function alongAt(path: readonly Point[], wantedM: number): { at: Point; piece: number; headingDeg: number } {
  let leftM = wantedM;
  for (let i = 1; ; i++) {
    const [ax, ay] = path[i - 1];
    const [bx, by] = path[i];
    const pieceM = Math.hypot(bx - ax, by - ay);
    if (leftM <= pieceM || i === path.length - 1) {
      const share = pieceM > 0 ? Math.min(1, leftM / pieceM) : 0;
      const headingDeg = (Math.atan2(bx - ax, by - ay) * 180) / Math.PI;
      return { at: [ax + (bx - ax) * share, ay + (by - ay) * share], piece: i - 1, headingDeg };
    }
    leftM -= pieceM;
  }
}
