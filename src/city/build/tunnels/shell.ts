import type { Scene } from '../../../../sim';
import { TunnelPart } from './built-tunnels';
import { type GalleryFrame, placeAt, type Station } from './gallery-frame';
import type { OnSurface, Point3, SolidWriter } from './solid-writer';

export type Gallery = NonNullable<Scene['galleries']>['galleries'][number];
export type Compartment = Gallery['compartments'][number];

/** Concrete as drawn: outer walls, and what stands between compartments up to a gap of so much. */
const OUTER_WALL_M = 0.35;
const MOST_BETWEEN_M = 1.6;
/** The pit goes so far beyond the gallery. */
export const PIT_MARGIN_M = 2.4;
/** Hoods of shafts stand so high above the street. */
const HOOD_M = 0.5;
/** The pit's wall ends a little below the ground that covers its edge. */
const BELOW_RIM_M = 0.1;

/** Left and right of the gallery's line, left positive. */
export function sidesOf({ offsetM, widthM }: Compartment): readonly [left: number, right: number] {
  return [offsetM + widthM / 2, offsetM - widthM / 2];
}

export function outerSides({ compartments }: Gallery): readonly [left: number, right: number] {
  const sides = compartments.map(sidesOf);
  return [
    Math.max(...sides.map(([left]) => left)) + OUTER_WALL_M,
    Math.min(...sides.map(([, right]) => right)) - OUTER_WALL_M,
  ];
}

type Corner = (station: Station) => Point3;

/**
 * A strip along a stretch of stations between two lines of corners. Seen along the gallery, `left` is left of `right`
 * for a strip whose front looks up.
 */
function strip(
  writer: SolidWriter,
  stations: readonly Station[],
  left: Corner,
  right: Corner,
  place: (station: Station, isLeft: boolean) => OnSurface,
): void {
  for (let i = 1; i < stations.length; i++) {
    const [a, b] = [stations[i - 1], stations[i]];
    writer.quad(
      [right(a), right(b), left(b), left(a)],
      [place(a, false), place(b, false), place(b, true), place(a, true)],
    );
  }
}

/** A section's floor and the inner faces of its walls and ends: whoever looks from outside looks into it. */
export function writeSection(
  writer: SolidWriter,
  frame: GalleryFrame,
  compartment: Compartment,
  { fromM, toM }: Compartment['sections'][number],
  slot: number,
): void {
  const [left, right] = sidesOf(compartment);
  const { widthM, heightM } = compartment;
  const lengthM = toM - fromM;
  const stations = frame.stretch(fromM, toM);
  const corner = (side: number, up: number) => (station: Station) => placeAt(station, side, up);
  const along = ({ alongM }: Station) => alongM - fromM;
  writer.slot = slot;
  writer.kind = 0;
  writer.part = TunnelPart.floor;
  strip(writer, stations, corner(left, 0), corner(right, 0), (at, isLeft) => [
    along(at),
    isLeft ? 0 : widthM,
    lengthM,
    widthM,
  ]);
  writer.part = TunnelPart.wall;
  const onWall = (at: Station, isUp: boolean): OnSurface => [along(at), isUp ? heightM : 0, lengthM, heightM];
  strip(writer, stations, corner(left, heightM), corner(left, 0), onWall);
  strip(writer, stations, corner(right, 0), corner(right, heightM), (at, isLeft) => onWall(at, !isLeft));
  writer.part = TunnelPart.endWall;
  const places: OnSurface[] = [
    [0, 0, widthM, heightM],
    [widthM, 0, widthM, heightM],
    [widthM, heightM, widthM, heightM],
    [0, heightM, widthM, heightM],
  ];
  const face = (at: Station, from: number, to: number) =>
    writer.quad(
      [placeAt(at, from, 0), placeAt(at, to, 0), placeAt(at, to, heightM), placeAt(at, from, heightM)],
      places,
    );
  face(stations[0], right, left);
  face(stations[stations.length - 1], left, right);
}

/** The cut through the concrete: what stands between the compartments and beside them. */
export function writeCut(writer: SolidWriter, frame: GalleryFrame, gallery: Gallery, no: number): void {
  const all = gallery.compartments
    .map((compartment) => ({ sides: sidesOf(compartment), heightM: compartment.heightM }))
    .sort((a, b) => b.sides[0] - a.sides[0]);
  const [outerLeft, outerRight] = outerSides(gallery);
  writer.slot = no;
  writer.part = TunnelPart.cut;
  writer.kind = 0;
  const bar = (left: number, right: number, up: number) => {
    if (left - right > MOST_BETWEEN_M || left - right < 0.02) return;
    strip(
      writer,
      frame.stations,
      (station) => placeAt(station, left, up),
      (station) => placeAt(station, right, up),
      ({ alongM }) => [alongM, 0, frame.lengthM, 0],
    );
  };
  bar(outerLeft, all[0].sides[0], all[0].heightM);
  for (let i = 1; i < all.length; i++) {
    bar(all[i - 1].sides[1], all[i].sides[0], Math.max(all[i - 1].heightM, all[i].heightM));
  }
  bar(all[all.length - 1].sides[1], outerRight, all[all.length - 1].heightM);
}

/** The pit that a gallery stands in: its floor, and walls of soil that are seen from within. */
export function writePit(writer: SolidWriter, frame: GalleryFrame, gallery: Gallery, no: number): void {
  const [outerLeft, outerRight] = outerSides(gallery);
  const [left, right] = [outerLeft + PIT_MARGIN_M, outerRight - PIT_MARGIN_M];
  writer.slot = no;
  writer.kind = 0;
  writer.part = TunnelPart.pitFloor;
  const { stations, lengthM } = frame;
  strip(
    writer,
    stations,
    (at) => placeAt(at, left, -0.25),
    (at) => placeAt(at, right, -0.25),
    ({ alongM }) => [alongM, 0, lengthM, 0],
  );
  writer.part = TunnelPart.pitWall;
  const upTo = (at: Station) => at.ground - at.floor - BELOW_RIM_M;
  const onWall = (at: Station, isUp: boolean): OnSurface => [
    at.alongM,
    isUp ? BELOW_RIM_M : at.ground - at.floor + 0.25,
    lengthM,
    at.ground - at.floor,
  ];
  strip(
    writer,
    stations,
    (at) => placeAt(at, left, upTo(at)),
    (at) => placeAt(at, left, -0.25),
    onWall,
  );
  strip(
    writer,
    stations,
    (at) => placeAt(at, right, -0.25),
    (at) => placeAt(at, right, upTo(at)),
    (at, isLeft) => onWall(at, !isLeft),
  );
  const ends = [
    [stations[0], right, left],
    [stations[stations.length - 1], left, right],
  ] as const;
  for (const [at, from, to] of ends) {
    const places = [onWall(at, false), onWall(at, false), onWall(at, true), onWall(at, true)];
    const up = upTo(at);
    writer.quad([placeAt(at, from, -0.25), placeAt(at, to, -0.25), placeAt(at, to, up), placeAt(at, from, up)], places);
  }
}

const SHAFT_KINDS = ['inlet', 'exhaust', 'escape', 'hoist', 'access'] as const;

/** A shaft from the compartment's roof to above the street, its inner faces and its rim. */
export function writeShaft(
  writer: SolidWriter,
  frame: GalleryFrame,
  compartment: Compartment,
  { atM, areaM2, kind }: Compartment['shafts'][number],
  slot: number,
): void {
  const acrossM = Math.min(Math.sqrt(areaM2), compartment.widthM);
  const alongM = areaM2 / acrossM;
  const from = Math.max(0, Math.min(frame.lengthM - alongM, atM - alongM / 2));
  const a = frame.at(from);
  const b = frame.at(from + alongM);
  const [left, right] = [compartment.offsetM + acrossM / 2, compartment.offsetM - acrossM / 2];
  const low = compartment.heightM;
  const top = (at: Station) => at.ground - at.floor + HOOD_M;
  const ring: readonly (readonly [Station, number])[] = [
    [a, right],
    [b, right],
    [b, left],
    [a, left],
  ];
  writer.slot = slot;
  writer.kind = SHAFT_KINDS.indexOf(kind);
  for (let i = 0; i < 4; i++) {
    const [p, pSide] = ring[i];
    const [q, qSide] = ring[(i + 1) % 4];
    writer.part = TunnelPart.shaft;
    const places: OnSurface[] = [
      [0, 0, 0, top(p) - low],
      [0, 0, 0, top(q) - low],
      [0, top(q) - low, 0, top(q) - low],
      [0, top(p) - low, 0, top(p) - low],
    ];
    // From within one sees the far walls; the hood above the street is seen from outside.
    writer.quad(
      [placeAt(q, qSide, low), placeAt(p, pSide, low), placeAt(p, pSide, top(p)), placeAt(q, qSide, top(q))],
      places,
    );
    writer.part = TunnelPart.shaftRim;
    const street = (at: Station) => at.ground - at.floor - 0.1;
    writer.quad(
      [
        placeAt(p, pSide, street(p)),
        placeAt(q, qSide, street(q)),
        placeAt(q, qSide, top(q)),
        placeAt(p, pSide, top(p)),
      ],
      places,
    );
  }
}
