import { laidKinds } from '../../state/gallery-lines';
import type { InsideLine } from '../build/tunnels/insides';
import { InsidePart, type InsideWriter } from './inside-writer';
import { HALF_WALL_M, type SectionPlan } from './section-shell';

const PIPE_SIDES = 14;
const CABLE_SIDES = 6;
const RAIL_M = 0.075;
const TRAY_SUPPORT_APART_M = 2;
const PIPE_SUPPORT_APART_M = 6;
const FLANGE_APART_M = 12;
/** Pipes that lie nearer to a wall are carried by arms from it, others stand on feet. */
const NEAR_WALL_M = 0.5;

/** Trays with their cables, pipes on their supports. */
export function writeLaidInside(writer: InsideWriter, plan: SectionPlan): void {
  writeTrays(writer, plan);
  plan.inside.lines.forEach((line, i) => {
    writer.row = i;
    if (line.kind === 'cable' || line.kind === 'fibre') writeCable(writer, plan, line);
    else writePipe(writer, plan, line);
  });
  writer.row = 0;
}

function writeTrays(writer: InsideWriter, { inside, section }: SectionPlan): void {
  const { trays, widthM } = inside;
  const [fromM, toM] = [section.fromM + HALF_WALL_M, section.toM - HALF_WALL_M];
  writer.kind = 0;
  for (const { leftM, upM, widthM: wide } of trays) {
    const [right, left] = [leftM - wide / 2, leftM + wide / 2];
    writer.part = InsidePart.tray;
    writer.strip(fromM, toM, [upM, right + 0.01], [upM, left - 0.01], [0, 1, 0]);
    writer.part = InsidePart.steel;
    for (const side of [right, left]) {
      writer.strip(fromM, toM, [upM - 0.01, side], [upM + RAIL_M, side], [0, 0, side === right ? -1 : 1]);
    }
  }
  writer.part = InsidePart.steel;
  for (const side of [-1, 1]) {
    const here = trays.filter(({ leftM }) => Math.sign(leftM) === side);
    if (here.length === 0) continue;
    const low = Math.min(...here.map(({ upM }) => upM));
    const high = Math.max(...here.map(({ upM }) => upM));
    const wall = (side * widthM) / 2;
    for (let atM = fromM + 1; atM < toM; atM += TRAY_SUPPORT_APART_M) {
      writer.box(
        [atM - 0.025, low - 0.25, Math.min(wall, wall - side * 0.05)],
        [atM + 0.025, high + 0.2, Math.max(wall, wall - side * 0.05)],
      );
      for (const { leftM, upM, widthM: wide } of here) {
        const out = leftM - (side * wide) / 2;
        writer.box([atM - 0.02, upM - 0.055, Math.min(wall, out)], [atM + 0.02, upM - 0.012, Math.max(wall, out)]);
      }
    }
  }
}

function barsIn({ section }: SectionPlan, { bars }: InsideLine) {
  return bars.filter((bar) => bar.section === section.slot);
}

function writeCable(writer: InsideWriter, plan: SectionPlan, line: InsideLine): void {
  writer.part = InsidePart.cable;
  writer.kind = laidKinds.indexOf(line.kind);
  for (const { fromM, toM, leftM, upM, radiusM } of barsIn(plan, line)) {
    writer.bar(fromM, toM, upM - 0.02, leftM, radiusM, CABLE_SIDES);
  }
}

function writePipe(writer: InsideWriter, plan: SectionPlan, line: InsideLine): void {
  const { widthM } = plan.inside;
  const kind = laidKinds.indexOf(line.kind);
  for (const { fromM, toM, leftM, upM, radiusM } of barsIn(plan, line)) {
    writer.part = InsidePart.pipe;
    writer.kind = kind;
    writer.bar(fromM, toM, upM, leftM, radiusM, PIPE_SIDES);
    for (let atM = fromM + FLANGE_APART_M / 2; atM < toM; atM += FLANGE_APART_M) {
      for (const off of [-0.04, 0.015]) {
        writer.collar(atM + off, atM + off + 0.025, upM, leftM, radiusM, radiusM + 0.045, PIPE_SIDES);
      }
    }
    writer.part = InsidePart.steel;
    writer.kind = 0;
    const side = leftM >= 0 ? 1 : -1;
    const wall = (side * widthM) / 2;
    const bottom = upM - radiusM;
    const isOnArm = Math.abs(wall - leftM) - radiusM < NEAR_WALL_M;
    for (let atM = fromM + 1.5; atM < toM; atM += PIPE_SUPPORT_APART_M) {
      if (isOnArm) {
        const out = leftM - side * (radiusM + 0.06);
        writer.box([atM - 0.05, bottom - 0.08, Math.min(wall, out)], [atM + 0.05, bottom, Math.max(wall, out)]);
        const post = wall - side * 0.08;
        writer.box([atM - 0.05, 0, Math.min(wall, post)], [atM + 0.05, upM + radiusM + 0.1, Math.max(wall, post)]);
      } else {
        writer.box([atM - 0.09, 0, leftM - 0.11], [atM + 0.09, bottom + 0.03, leftM + 0.11]);
      }
    }
  }
}
