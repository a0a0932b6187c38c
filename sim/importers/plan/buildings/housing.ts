import type { Point } from '../../geometry/vector';
import type { Dice } from '../land/dice';
import { type Box, boxOutline } from '../land/largest-box';
import { type Frame, facingSouth, outlineToWorld } from '../land/local-frame';
import { roomyRange, rowSpans, type Span } from '../land/row-spans';
import { type Draft, draft, draftBox, type Growth, localOutline, type Plot } from './draft';
import { crossOutline, slabWithCores } from './shapes';

/**
 * Housing in rows that face south within 15°. Rows stand apart by the height of the one to the south times a factor, so
 * that ground floors see the midwinter sun: Qingdao asks for about 1.6 for slabs on level ground, less for slopes to
 * the south and for towers, whose shadows pass quickly.
 */
export interface HousingKind {
  readonly use: 'housing' | 'dormitory';
  readonly form: 'slab' | 'tower' | 'point-block';
  readonly depthM: number;
  readonly lengthM: readonly [number, number];
  readonly sideGapM: number;
  readonly sunFactor: number;
  readonly floors: readonly [number, number];
}

export const terraces: HousingKind = {
  use: 'housing',
  form: 'slab',
  depthM: 11.5,
  lengthM: [20, 34],
  sideGapM: 7,
  sunFactor: 1.6,
  floors: [3, 3],
};
export const slabs: HousingKind = {
  use: 'housing',
  form: 'slab',
  depthM: 13,
  lengthM: [34, 48],
  sideGapM: 13,
  sunFactor: 1.7,
  floors: [4, 5],
};
export const midrise: HousingKind = { ...slabs, depthM: 14, lengthM: [36, 56], sideGapM: 12, floors: [5, 6] };
export const towers: HousingKind = {
  use: 'housing',
  form: 'point-block',
  depthM: 20,
  lengthM: [25, 28],
  sideGapM: 21,
  sunFactor: 1.3,
  floors: [7, 9],
};
export const dormitories: HousingKind = {
  ...slabs,
  use: 'dormitory',
  depthM: 15,
  lengthM: [44, 60],
  sideGapM: 12,
  floors: [4, 4],
};

const EDGE_M = 6;
const NARROWEST_LANE_M = 14;

interface Row {
  readonly y: number;
  readonly floors: number;
}

/** Lower rows to the south, higher ones to the north, so that the yard stays light. */
export function growHousing(plot: Plot, kind: HousingKind): Growth {
  const frame = facingSouth(plot.frame);
  const outline = localOutline(plot, frame);
  const spansAt = (y: number) => rowSpans(outline, y - EDGE_M, y + kind.depthM + EDGE_M, EDGE_M);
  const rows = rowsBetween(roomyRange(outline, kind.depthM, EDGE_M), kind, plot.dice);
  const drafts: Draft[] = [];
  const gardens: Point[][] = [];
  rows.forEach((row, r) => {
    for (const span of spansAt(row.y)) drafts.push(...houses(frame, span, row, kind, plot.dice));
    const next = rows[r + 1];
    if (!next) return;
    const [low, high] = [row.y + kind.depthM, next.y];
    const served = r % 2 === 0;
    if (served) drafts.push(...yardBuildings(frame, outline, low, high, plot.dice));
    gardens.push(...yardGardens(frame, outline, low + PAVED_M, high - PAVED_M, served ? YARD_ENDS_M : EDGE_M));
  });
  return { drafts, gardens };
}

/** Paths run along the houses; the ends of a yard belong to ramps and switch rooms. */
const PAVED_M = 4.5;
const YARD_ENDS_M = 22;

function yardGardens(frame: Frame, outline: readonly Point[], low: number, high: number, endsM: number): Point[][] {
  if (high - low < 5) return [];
  return rowSpans(outline, low, high, endsM)
    .filter(([from, to]) => to - from > 12)
    .map(([from, to]) => outlineToWorld(frame, boxOutline({ x: from, y: low, width: to - from, depth: high - low })));
}

/** Rows between two ordinates, as many as the sun allows; what is left over widens every yard alike. */
function rowsBetween({ low, high }: { low: number; high: number }, kind: HousingKind, dice: Dice): Row[] {
  const rows: Row[] = [];
  const [fewest, most] = kind.floors;
  for (let y = low; y <= high; ) {
    const share = (y - low) / Math.max(1, high - low);
    const wanted = Math.round(fewest + share * (most - fewest) + dice.between(-0.4, 0.4));
    const floors = Math.min(most, Math.max(fewest, wanted));
    rows.push({ y, floors });
    y += kind.depthM + Math.max(NARROWEST_LANE_M, kind.sunFactor * (floors * 3 + 1.2));
  }
  const last = rows[rows.length - 1];
  if (!last) return rows;
  const spare = high - last.y;
  return rows.map((row, r) => ({
    ...row,
    y: row.y + (rows.length === 1 ? spare / 2 : (spare * r) / (rows.length - 1)),
  }));
}

function houses(frame: Frame, [from, to]: Span, row: Row, kind: HousingKind, dice: Dice): Draft[] {
  const room = to - from;
  const [shortest, longest] = kind.lengthM;
  const wanted = dice.between(shortest, longest);
  const count = Math.max(1, Math.floor((room + kind.sideGapM) / (wanted + kind.sideGapM)));
  const length = Math.min(longest, (room - (count - 1) * kind.sideGapM) / count);
  if (length < 0.62 * shortest) return [];
  const pitch = count === 1 ? 0 : (room - length) / (count - 1);
  const start = count === 1 ? from + dice.pick([0, 0.5, 1]) * (room - length) : from;
  const built: Draft[] = [];
  for (let k = 0; k < count; k++) {
    // Every other house a step back breaks the row without costing sun.
    const floors = Math.max(kind.floors[0], row.floors - (dice.next() < 0.3 ? 1 : 0));
    const box: Box = { x: start + k * pitch, y: row.y, width: length, depth: kind.depthM };
    built.push(house(frame, box, floors, kind));
  }
  return built;
}

function house(frame: Frame, box: Box, floors: number, kind: HousingKind): Draft {
  if (kind.form === 'point-block') return draft(frame, crossOutline(box, 4.5), kind.use, kind.form, floors);
  if (floors <= 3 || kind.use === 'dormitory') return draftBox(frame, box, kind.use, kind.form, floors);
  return draft(frame, slabWithCores(box, 19, 5.4, 1.5), kind.use, kind.form, floors);
}

/** What every compound has between its rows: the ramp of the garage below, the switch room. */
function yardBuildings(frame: Frame, outline: readonly Point[], low: number, high: number, dice: Dice): Draft[] {
  if (high - low < 22) return [];
  const y = (low + high) / 2 - 3.5;
  const built: Draft[] = [];
  for (const [from, to] of rowSpans(outline, y - EDGE_M, y + 7 + EDGE_M, EDGE_M)) {
    if (to - from < 60) continue;
    const switchRoom: Box = { x: from, y, width: 9, depth: 6 };
    const ramp: Box = { x: to - 13, y, width: 13, depth: 7 };
    built.push(draftBox(frame, switchRoom, 'utility', 'pavilion', 1));
    if (dice.next() < 0.6) built.push(draftBox(frame, ramp, 'car-park', 'pavilion', 1));
  }
  return built;
}
