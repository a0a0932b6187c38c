import { type LaidKind, type LaidLine, laidKinds } from '../../../state/gallery-lines';
import { TunnelPart } from './built-tunnels';
import { type GalleryFrame, placeAt } from './gallery-frame';
import { type Compartment, sidesOf } from './shell';
import type { OnSurface, Point3, SolidWriter } from './solid-writer';

const SIDES = 6;
/** Pipes keep off the wall and stand on supports; trays hang above one another, the lowest so high. */
const OFF_WALL_M = 0.22;
const PIPE_UP_M = 0.55;
const TRAY_UP_M = 0.5;
const TRAY_APART_M = 0.42;
const TRAYS = 5;
const TRAY_WIDTH_M = 0.5;
const CABLES_A_TRAY = 4;
/** As drawn, so that a cable is still a line and a small pipe is no hair. */
const LEAST_RADIUS_M: Readonly<Record<LaidKind, number>> = {
  gas: 0.12,
  water: 0.14,
  heat: 0.1,
  cooling: 0.1,
  cable: 0.055,
  fibre: 0.045,
};

interface Spot {
  readonly leftM: number;
  readonly upM: number;
}

/** What lies in a compartment: pipes on their supports, cables and fibres on trays, each where there is room for it. */
export function writeLaid(
  writer: SolidWriter,
  frame: GalleryFrame,
  compartment: Compartment,
  lines: readonly LaidLine[],
  slotOf: (section: string) => number,
): void {
  const slots = new Map(compartment.sections.map((section) => [slotOf(section.id), section]));
  for (const kind of laidKinds) {
    const here = lines.filter((line) => line.kind === kind);
    if (here.length === 0) continue;
    const lanes = lanesOf(here);
    writer.kind = laidKinds.indexOf(kind);
    here.forEach((line, i) => {
      for (const spot of spotsFor(kind, lanes[i], line.diameterM, compartment)) {
        const radiusM = Math.max(LEAST_RADIUS_M[kind], line.diameterM / 2);
        for (const run of line.runs) {
          if (!slots.has(run.section)) continue;
          writer.slot = run.section;
          writer.part = TunnelPart.pipe;
          writeBar(writer, frame, run.fromM, run.toM, spot, radiusM);
        }
      }
    });
    if (kind === 'cable' || kind === 'fibre') writeTrays(writer, frame, compartment, kind, slotOf);
  }
}

/** Lines that run side by side take lanes of their own; those that follow one another share one. */
function lanesOf(lines: readonly LaidLine[]): readonly number[] {
  const taken: { readonly fromM: number; readonly toM: number }[][] = [];
  return lines.map(({ runs }) => {
    const fromM = Math.min(...runs.map((run) => run.fromM));
    const toM = Math.max(...runs.map((run) => run.toM));
    let lane = taken.findIndex((all) => all.every((other) => toM <= other.fromM + 0.5 || fromM >= other.toM - 0.5));
    if (lane < 0) lane = taken.push([]) - 1;
    taken[lane].push({ fromM, toM });
    return lane;
  });
}

function spotsFor(kind: LaidKind, lane: number, diameterM: number, compartment: Compartment): readonly Spot[] {
  const [left, right] = sidesOf(compartment);
  const radiusM = diameterM / 2;
  switch (kind) {
    case 'gas':
      return [{ leftM: compartment.offsetM + 0.25 * compartment.widthM, upM: PIPE_UP_M + lane * 0.7 }];
    case 'water':
      return [{ leftM: right + OFF_WALL_M + radiusM, upM: PIPE_UP_M + lane * 0.8 }];
    // Supply lies above return.
    case 'heat':
    case 'cooling': {
      const upM = PIPE_UP_M + (kind === 'cooling' ? 1.2 : 0) + lane * 0.9;
      const leftM = left - OFF_WALL_M - radiusM;
      return [
        { leftM, upM },
        { leftM, upM: upM + 0.45 },
      ];
    }
    case 'fibre':
      return [{ leftM: right + 0.12 + 0.1 * (lane % CABLES_A_TRAY), upM: compartment.heightM - 0.62 }];
    case 'cable': {
      // Trays on both sides in turn, from below.
      const tray = Math.floor(lane / CABLES_A_TRAY);
      const inTray = 0.1 + 0.12 * (lane % CABLES_A_TRAY);
      const upM = TRAY_UP_M + TRAY_APART_M * (Math.floor(tray / 2) % TRAYS) + 0.07;
      return [{ leftM: tray % 2 === 0 ? left - inTray : right + inTray, upM }];
    }
  }
}

function writeBar(
  writer: SolidWriter,
  frame: GalleryFrame,
  fromM: number,
  toM: number,
  { leftM, upM }: Spot,
  radiusM: number,
): void {
  const stations = frame.stretch(fromM, toM);
  const ring = (i: number): Point3[] =>
    Array.from({ length: SIDES }, (_, k) => {
      const turn = (2 * Math.PI * k) / SIDES;
      return placeAt(stations[i], leftM + radiusM * Math.cos(turn), upM + radiusM * Math.sin(turn));
    });
  const middle = (i: number): Point3 => placeAt(stations[i], leftM, upM);
  for (let i = 1; i < stations.length; i++) {
    writer.tube(ring(i - 1), ring(i), stations[i - 1].alongM, stations[i].alongM, [middle(i - 1), middle(i)]);
  }
}

/** Trays run through every section of a compartment that has cables anywhere, taken or not. */
function writeTrays(
  writer: SolidWriter,
  frame: GalleryFrame,
  compartment: Compartment,
  kind: 'cable' | 'fibre',
  slotOf: (section: string) => number,
): void {
  const [left, right] = sidesOf(compartment);
  const sides = kind === 'cable' ? [left - TRAY_WIDTH_M / 2, right + TRAY_WIDTH_M / 2] : [right + TRAY_WIDTH_M / 2];
  const ups =
    kind === 'cable'
      ? Array.from({ length: TRAYS }, (_, i) => TRAY_UP_M + TRAY_APART_M * i)
      : [compartment.heightM - 0.7];
  writer.part = TunnelPart.tray;
  for (const section of compartment.sections) {
    writer.slot = slotOf(section.id);
    const stations = frame.stretch(section.fromM, section.toM);
    for (const side of sides) {
      for (const up of ups) {
        for (let i = 1; i < stations.length; i++) {
          const [a, b] = [stations[i - 1], stations[i]];
          const half = TRAY_WIDTH_M / 2;
          const place = (alongM: number, across: number): OnSurface => [
            alongM - section.fromM,
            across,
            0,
            TRAY_WIDTH_M,
          ];
          writer.quad(
            [
              placeAt(a, side - half, up),
              placeAt(b, side - half, up),
              placeAt(b, side + half, up),
              placeAt(a, side + half, up),
            ],
            [place(a.alongM, 0), place(b.alongM, 0), place(b.alongM, TRAY_WIDTH_M), place(a.alongM, TRAY_WIDTH_M)],
          );
        }
      }
    }
  }
}
