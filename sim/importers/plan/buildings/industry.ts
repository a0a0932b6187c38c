import type { BuildingUse } from '../../../scene/schema/buildings';
import { cellsOf } from '../land/cells';
import type { Dice } from '../land/dice';
import { type Box, largestBox } from '../land/largest-box';
import type { Frame } from '../land/local-frame';
import { roomyRange, rowSpans } from '../land/row-spans';
import { type Draft, draftBox, localOutline, type Plot } from './draft';

/** A works: offices on the street, halls behind a yard wide enough for a turning truck, gatehouse and switch room. */
export interface WorksKind {
  readonly usualHallWidthM: number;
  readonly usualHallDepthM: number;
  /** Storeys of a hall; new works stack two or three because land is dear. */
  readonly hallFloors: readonly [number, number];
  readonly hallStoreyM: number;
  readonly officeFloors: readonly [number, number];
  readonly sawtoothShare: number;
}

export const largeWorks: WorksKind = {
  usualHallWidthM: 74,
  usualHallDepthM: 130,
  hallFloors: [2, 3],
  hallStoreyM: 7.5,
  officeFloors: [4, 6],
  sawtoothShare: 0.3,
};
export const mediumWorks: WorksKind = {
  usualHallWidthM: 46,
  usualHallDepthM: 84,
  hallFloors: [2, 4],
  hallStoreyM: 6,
  officeFloors: [4, 5],
  sawtoothShare: 0.25,
};

const EDGE_M = 9;
const OFFICE_M = 16;
const YARD_M = 20;
const FIRE_LANE_M = 13;

/** `frame` has its local south at the street. */
export function growWorks(plot: Plot, frame: Frame, kind: WorksKind): Draft[] {
  const box = largestBox(localOutline(plot, frame), EDGE_M);
  if (!box || box.width < 26 || box.depth < 26) return [];
  const { dice } = plot;
  const built: Draft[] = [];
  let halls = box;
  if (box.depth > OFFICE_M + YARD_M + 30 && box.width > 60) {
    built.push(...streetFront(frame, box, kind, dice));
    const frontM = OFFICE_M + YARD_M;
    halls = { ...box, y: box.y + frontM, depth: box.depth - frontM };
  }
  const cells = cellsOf(halls, kind.usualHallWidthM, kind.usualHallDepthM, FIRE_LANE_M);
  const sawtooth = dice.next() < kind.sawtoothShare;
  cells.forEach((cell, k) => {
    const floors = sawtooth ? 1 : dice.whole(...kind.hallFloors);
    const form = sawtooth ? 'sawtooth-hall' : 'hall';
    const storeyM = sawtooth ? kind.hallStoreyM + 1.5 : kind.hallStoreyM;
    // One hall in three stops short and leaves room for tanks and bins behind it.
    const short = k % 3 === 2 && cell.depth > 60;
    const hall: Box = short ? { ...cell, depth: cell.depth - 22 } : cell;
    built.push(draftBox(frame, hall, 'industry', form, floors, { storeyM }));
    if (short) {
      const annex: Box = { x: cell.x + 4, y: cell.y + cell.depth - 13, width: Math.min(24, cell.width - 8), depth: 11 };
      built.push(draftBox(frame, annex, 'utility', 'pavilion', 1, { heightM: 6 }));
    }
  });
  return built;
}

function streetFront(frame: Frame, box: Box, kind: WorksKind, dice: Dice): Draft[] {
  const officeWidth = Math.min(74, 0.5 * box.width);
  const atLeft = dice.next() < 0.5;
  const officeX = atLeft ? box.x : box.x + box.width - officeWidth;
  const gateX = atLeft ? box.x + officeWidth + 12 : box.x + box.width - officeWidth - 12 - 8;
  const roomX = atLeft ? box.x + box.width - 12 : box.x;
  const office: Box = { x: officeX, y: box.y, width: officeWidth, depth: OFFICE_M };
  const built = [
    draftBox(frame, office, 'industry', 'slab', dice.whole(...kind.officeFloors), { storeyM: 4 }),
    draftBox(frame, { x: roomX, y: box.y + 2, width: 12, depth: 9 }, 'utility', 'pavilion', 1, { heightM: 5 }),
  ];
  const gateRoomM = box.width - officeWidth - 12 - 12 - 6;
  if (gateRoomM >= 8) {
    built.push(draftBox(frame, { x: gateX, y: box.y, width: 8, depth: 5 }, 'utility', 'pavilion', 1));
  }
  return built;
}

/** Stacked workshops for many tenants: bars of several storeys in rows, truck courts between them. */
export function growWorkshops(
  plot: Plot,
  use: BuildingUse,
  floors: readonly [number, number],
  depthM = 25,
  courtM = 19,
): Draft[] {
  const outline = localOutline(plot);
  const { low, high } = roomyRange(outline, depthM, EDGE_M);
  if (high < low) return [];
  const rows = 1 + Math.floor((high - low) / (depthM + courtM));
  const built: Draft[] = [];
  for (let r = 0; r < rows; r++) {
    const y = rows === 1 ? (low + high) / 2 : low + (r * (high - low)) / (rows - 1);
    for (const [from, to] of rowSpans(outline, y - EDGE_M, y + depthM + EDGE_M, EDGE_M)) {
      const width = to - from;
      if (width < 22) continue;
      const count = Math.max(1, Math.round((width + 14) / (plot.dice.between(52, 74) + 14)));
      const length = (width - (count - 1) * 14) / count;
      for (let k = 0; k < count; k++) {
        const bar: Box = { x: from + k * (length + 14), y, width: length, depth: depthM };
        built.push(draftBox(plot.frame, bar, use, 'hall', plot.dice.whole(...floors), { storeyM: 5.2 }));
      }
    }
  }
  return built;
}

/** Sheds with docks on their long sides; two storeys with a truck ramp where land asks for it. */
export function growSheds(plot: Plot, frame: Frame, floors: readonly [number, number]): Draft[] {
  const box = largestBox(localOutline(plot, frame), 14);
  if (!box) return [];
  const { dice } = plot;
  const sheds = cellsOf({ ...box, depth: box.depth - 18, y: box.y + 18 }, 112, 50, 34)
    .filter((cell) => cell.width > 30 && cell.depth > 22)
    .map((cell) => draftBox(frame, cell, 'logistics', 'hall', dice.whole(...floors), { storeyM: 9.5 }));
  const gate: Box = { x: box.x + 0.5 * box.width - 15, y: box.y, width: 30, depth: 11 };
  return [...sheds, draftBox(frame, gate, 'logistics', 'slab', 3, { storeyM: 3.8 })];
}
