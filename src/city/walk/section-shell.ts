import type { Inside, InsideSection, ShaftKind } from '../build/tunnels/insides';
import { type ClearWay, middleOfWay } from './clear-way';
import type { Corridor } from './corridor';
import { InsidePart, type InsideWriter } from './inside-writer';

/** Lamps along the roof, the first so far from the section's beginning, as the view from above has them. */
export const LAMP_FIRST_M = 6.6;
export const LAMP_APART_M = 10;
export const LAMP_LONG_M = 1.2;
export const LAMP_UNDER_ROOF_M = 0.12;

/** A fire wall of 250 mm with a door in it (GB 50838-2015, 7.1; GB 12955), half of it on either side. */
export const HALF_WALL_M = 0.125;
export const DOOR_WIDTH_M = 0.9;
export const DOOR_HEIGHT_M = 2;
/** A door of the scene belongs to the wall that it stands no farther from. */
const AT_WALL_M = 0.5;
const FRAME_M = 0.07;

export const shaftKinds: readonly ShaftKind[] = ['inlet', 'exhaust', 'escape', 'hoist', 'access'];

/** Where the roof is open into a shaft. */
export interface RoofOpening {
  readonly kind: ShaftKind;
  readonly fromM: number;
  readonly toM: number;
  readonly halfM: number;
}

/** What a section is built from. */
export interface SectionPlan {
  readonly inside: Inside;
  readonly corridor: Corridor;
  readonly way: ClearWay;
  readonly section: InsideSection;
}

export const hasDoor = ({ gear }: Inside, atM: number): boolean =>
  gear.some(({ kind, atM: doorM }) => kind === 'door' && Math.abs(doorM - atM) <= AT_WALL_M);

export function roofOpenings({ inside, section }: SectionPlan): readonly RoofOpening[] {
  const lowM = section.fromM + HALF_WALL_M;
  const highM = section.toM - HALF_WALL_M;
  let reached = lowM;
  const openings: RoofOpening[] = [];
  const inOrder = inside.shafts
    .filter(({ atM }) => atM >= section.fromM && atM <= section.toM)
    .sort((a, b) => a.atM - b.atM);
  for (const { kind, atM, areaM2 } of inOrder) {
    const acrossM = Math.min(Math.sqrt(areaM2), inside.widthM);
    const alongM = areaM2 / acrossM;
    const fromM = Math.max(reached, Math.min(atM - alongM / 2, highM - alongM));
    const toM = Math.min(highM, fromM + alongM);
    if (toM - fromM < 0.1) continue;
    openings.push({ kind, fromM, toM, halfM: acrossM / 2 });
    reached = toM;
  }
  return openings;
}

/** Floor, walls, the roof with what opens into it, lamps, and the fire walls at both ends. */
export function writeShell(writer: InsideWriter, plan: SectionPlan): void {
  const { inside, section, way } = plan;
  const { widthM, heightM } = inside;
  const half = widthM / 2;
  const fromM = section.fromM + HALF_WALL_M;
  const toM = section.toM - HALF_WALL_M;
  writer.kind = 0;
  writer.part = InsidePart.floor;
  writer.strip(fromM, toM, [0, -half], [0, half], [0, 1, 0]);
  writer.part = InsidePart.wall;
  writer.strip(fromM, toM, [0, half], [heightM, half], [0, 0, -1]);
  writer.strip(fromM, toM, [0, -half], [heightM, -half], [0, 0, 1]);
  const roof = (a: number, b: number, right: number, left: number) => {
    writer.part = InsidePart.roof;
    writer.kind = 0;
    if (b - a > 1e-3 && left - right > 1e-3) writer.strip(a, b, [heightM, right], [heightM, left], [0, -1, 0]);
  };
  let at = fromM;
  for (const opening of roofOpenings(plan)) {
    roof(at, opening.fromM, -half, half);
    roof(opening.fromM, opening.toM, -half, -opening.halfM);
    roof(opening.fromM, opening.toM, opening.halfM, half);
    at = opening.toM;
    writeShaft(writer, plan, opening);
  }
  roof(at, toM, -half, half);
  writer.part = InsidePart.lamp;
  const lampLeft = middleOfWay(way);
  for (let lampM = section.fromM + LAMP_FIRST_M; lampM < toM - LAMP_LONG_M; lampM += LAMP_APART_M) {
    const up = heightM - LAMP_UNDER_ROOF_M;
    writer.box(
      [lampM - LAMP_LONG_M / 2, up, lampLeft - 0.07],
      [lampM + LAMP_LONG_M / 2, heightM - 0.03, lampLeft + 0.07],
    );
  }
  writeWall(writer, plan, section.fromM, 1);
  writeWall(writer, plan, section.toM, -1);
}

/** Half of a fire wall, its face towards the section, and the frame of its door. */
function writeWall(writer: InsideWriter, { inside, way }: SectionPlan, atM: number, facing: 1 | -1): void {
  const { widthM, heightM } = inside;
  const half = widthM / 2;
  const faceM = atM + facing * HALF_WALL_M;
  writer.part = InsidePart.bulkhead;
  writer.kind = facing > 0 ? 0 : 1;
  if (!hasDoor(inside, atM)) {
    writer.across(faceM, [0, -half], [heightM, half], facing);
    return;
  }
  const middle = middleOfWay(way);
  const [right, left] = [middle - DOOR_WIDTH_M / 2, middle + DOOR_WIDTH_M / 2];
  writer.across(faceM, [0, -half], [heightM, right], facing);
  writer.across(faceM, [0, left], [heightM, half], facing);
  writer.across(faceM, [DOOR_HEIGHT_M, right], [heightM, left], facing);
  // The reveal, and a frame of steel about it.
  const [a, b] = facing > 0 ? [atM, faceM] : [faceM, atM];
  writer.strip(a, b, [0, right], [DOOR_HEIGHT_M, right], [0, 0, 1]);
  writer.strip(a, b, [0, left], [DOOR_HEIGHT_M, left], [0, 0, -1]);
  writer.strip(a, b, [DOOR_HEIGHT_M, right], [DOOR_HEIGHT_M, left], [0, -1, 0]);
  writer.strip(a, b, [0.01, right], [0.01, left], [0, 1, 0]);
  writer.part = InsidePart.steel;
  writer.kind = 0;
  const out = faceM + facing * 0.03;
  const [c, d] = facing > 0 ? [faceM, out] : [out, faceM];
  writer.box([c, 0, right - FRAME_M], [d, DOOR_HEIGHT_M + FRAME_M, right]);
  writer.box([c, 0, left], [d, DOOR_HEIGHT_M + FRAME_M, left + FRAME_M]);
  writer.box([c, DOOR_HEIGHT_M, right], [d, DOOR_HEIGHT_M + FRAME_M, left]);
}

/** Up to the street, with what closes it there; people's shafts have a ladder. */
function writeShaft(writer: InsideWriter, { inside, corridor, way }: SectionPlan, opening: RoofOpening): void {
  const { kind, fromM, toM, halfM } = opening;
  const low = inside.heightM;
  const middle = (fromM + toM) / 2;
  const top = Math.max(low + 0.5, corridor.groundAt(middle) - corridor.floorAt(middle));
  writer.part = InsidePart.shaft;
  writer.kind = shaftKinds.indexOf(kind);
  writer.strip(fromM, toM, [low, -halfM], [top, -halfM], [0, 0, 1]);
  writer.strip(fromM, toM, [low, halfM], [top, halfM], [0, 0, -1]);
  writer.across(fromM, [low, -halfM], [top, halfM], 1);
  writer.across(toM, [low, -halfM], [top, halfM], -1);
  writer.part = InsidePart.shaftTop;
  writer.strip(fromM, toM, [top, -halfM], [top, halfM], [0, -1, 0]);
  if (kind !== 'escape' && kind !== 'access') return;
  writer.part = InsidePart.steel;
  const left = Math.max(-halfM + 0.3, Math.min(way.leftM - 0.28, halfM - 0.3));
  const ladderM = toM - 0.12;
  for (const side of [-0.2, 0.2]) writer.post(ladderM, left + side, 0, top, 0.022, 6);
  for (let rung = 0.3; rung < top; rung += 0.3) {
    writer.box([ladderM - 0.012, rung - 0.012, left - 0.2], [ladderM + 0.012, rung + 0.012, left + 0.2]);
  }
  // The sign of the way out hangs before it.
  writer.part = InsidePart.sign;
  const signLeft = middleOfWay(way);
  writer.box([fromM - 0.32, low - 0.42, signLeft - 0.26], [fromM - 0.28, low - 0.2, signLeft + 0.26]);
}
