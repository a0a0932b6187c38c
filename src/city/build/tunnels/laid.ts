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

/** A stretch of a line in one section: metres along the gallery, left of the compartment's middle, above its floor. */
export interface LaidBar {
  readonly section: number;
  readonly fromM: number;
  readonly toM: number;
  readonly leftM: number;
  readonly upM: number;
  readonly radiusM: number;
}

/** A tray that runs through every section of its compartment. */
export interface TrayRun {
  readonly kind: 'cable' | 'fibre';
  readonly leftM: number;
  readonly upM: number;
  readonly widthM: number;
}

/** Where lines of a compartment lie: pipes on their supports, cables and fibres on trays, each where there is room for it. */
export function laidBars(
  compartment: Compartment,
  lines: readonly LaidLine[],
): readonly { readonly line: LaidLine; readonly bars: readonly LaidBar[] }[] {
  return laidKinds.flatMap((kind) => {
    const here = lines.filter((line) => line.kind === kind);
    const lanes = lanesOf(here);
    return here.map((line, i) => ({
      line,
      bars: spotsFor(kind, lanes[i], line.diameterM, compartment).flatMap(({ leftM, upM }) =>
        line.runs.map(({ section, fromM, toM }) => ({
          section,
          fromM,
          toM,
          leftM: leftM - compartment.offsetM,
          upM,
          radiusM: line.diameterM / 2,
        })),
      ),
    }));
  });
}

/** Trays run through every section of a compartment that has cables anywhere, taken or not. */
export function traysOf({ widthM, heightM }: Compartment, lines: readonly LaidLine[]): readonly TrayRun[] {
  const has = (kind: LaidKind) => lines.some((line) => line.kind === kind);
  const leftM = widthM / 2 - TRAY_WIDTH_M / 2;
  const tray = (kind: TrayRun['kind'], leftM: number, upM: number) => ({ kind, leftM, upM, widthM: TRAY_WIDTH_M });
  const ups = Array.from({ length: TRAYS }, (_, i) => TRAY_UP_M + TRAY_APART_M * i);
  return [
    ...(has('cable') ? [leftM, -leftM].flatMap((side) => ups.map((up) => tray('cable', side, up))) : []),
    ...(has('fibre') ? [tray('fibre', -leftM, heightM - 0.7)] : []),
  ];
}

/** All of it as surfaces. */
export function writeLaid(
  writer: SolidWriter,
  frame: GalleryFrame,
  compartment: Compartment,
  lines: readonly LaidLine[],
  slotOf: (section: string) => number,
): void {
  const slots = new Set(compartment.sections.map(({ id }) => slotOf(id)));
  const { offsetM } = compartment;
  writer.part = TunnelPart.pipe;
  for (const { line, bars } of laidBars(compartment, lines)) {
    writer.kind = laidKinds.indexOf(line.kind);
    for (const { section, fromM, toM, leftM, upM, radiusM } of bars) {
      if (!slots.has(section)) continue;
      writer.slot = section;
      const drawnM = Math.max(LEAST_RADIUS_M[line.kind], radiusM);
      writeBar(writer, frame, fromM, toM, { leftM: leftM + offsetM, upM }, drawnM);
    }
  }
  writer.part = TunnelPart.tray;
  for (const tray of traysOf(compartment, lines)) {
    writer.kind = laidKinds.indexOf(tray.kind);
    writeTray(writer, frame, compartment, tray, slotOf);
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

function writeTray(
  writer: SolidWriter,
  frame: GalleryFrame,
  { sections, offsetM }: Compartment,
  { leftM, upM, widthM }: TrayRun,
  slotOf: (section: string) => number,
): void {
  const side = leftM + offsetM;
  const half = widthM / 2;
  for (const section of sections) {
    writer.slot = slotOf(section.id);
    const stations = frame.stretch(section.fromM, section.toM);
    const place = (alongM: number, across: number): OnSurface => [alongM - section.fromM, across, 0, widthM];
    for (let i = 1; i < stations.length; i++) {
      const [a, b] = [stations[i - 1], stations[i]];
      writer.quad(
        [
          placeAt(a, side - half, upM),
          placeAt(b, side - half, upM),
          placeAt(b, side + half, upM),
          placeAt(a, side + half, upM),
        ],
        [place(a.alongM, 0), place(b.alongM, 0), place(b.alongM, widthM), place(a.alongM, widthM)],
      );
    }
  }
}
