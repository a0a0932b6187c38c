import type { Point } from '../../geometry/vector';
import type { Box } from '../land/largest-box';
import { largestBox } from '../land/largest-box';
import { type Draft, draft, draftBox, localOutline, type Plot } from './draft';
import { bitten, courtOutline, ovalOutline } from './shapes';

/** Schools, kindergartens, hospital and the other houses that a plan places one by one. */

/** Bars of classrooms to the sun, joined by a corridor, with the hall beside them; the field is a parcel of its own. */
export function growSchool(plot: Plot): Draft[] {
  const box = largestBox(localOutline(plot), 9);
  if (!box) return [];
  const { frame } = plot;
  const barM = 10.5;
  const corridorM = 7;
  const hallWidth = Math.min(32, 0.28 * box.width);
  const barsWidth = Math.min(86, box.width - hallWidth - 16);
  const count = Math.max(2, Math.min(4, Math.floor((box.depth + 25) / (barM + 25))));
  const pitch = (box.depth - barM) / (count - 1);
  const built: Draft[] = [];
  for (let k = 0; k < count; k++) {
    const bar: Box = { x: box.x + corridorM, y: box.y + k * pitch, width: barsWidth - corridorM, depth: barM };
    built.push(draftBox(frame, bar, 'school', 'wing', k === count - 1 ? 5 : 4));
  }
  built.push(draftBox(frame, { x: box.x, y: box.y, width: corridorM, depth: box.depth }, 'school', 'wing', 4));
  const hall: Box = { x: box.x + box.width - hallWidth, y: box.y, width: hallWidth, depth: Math.min(46, box.depth) };
  built.push(draftBox(frame, hall, 'school', 'hall', 2, { heightM: 13 }));
  return built;
}

/** Low group rooms in echelon round a garden that opens to the south. */
export function growKindergarten(plot: Plot): Draft[] {
  const box = largestBox(localOutline(plot), 6);
  if (!box) return [];
  const width = Math.min(box.width, 54);
  const depth = Math.min(box.depth, 38);
  const court: Box = { x: box.x + (box.width - width) / 2, y: box.y + box.depth - depth, width, depth };
  return [draft(plot.frame, courtOutline(court, 12), 'kindergarten', 'courtyard', 3)];
}

/** Out-patients in front, two ward slabs to the sun behind, the plant in a yard of its own. */
export function growHospital(plot: Plot): Draft[] {
  const box = largestBox(localOutline(plot), 10);
  if (!box) return [];
  const { frame } = plot;
  const slabWidth = Math.min(96, 0.44 * box.width);
  const frontDepth = Math.min(38, 0.3 * box.depth);
  const wardY = box.y + box.depth - 21;
  return [
    draftBox(frame, { x: box.x, y: box.y, width: 0.62 * box.width, depth: frontDepth }, 'hospital', 'podium', 4),
    draftBox(frame, { x: box.x, y: wardY, width: slabWidth, depth: 21 }, 'hospital', 'slab', 13),
    draftBox(frame, { x: box.x + slabWidth + 24, y: wardY, width: slabWidth, depth: 21 }, 'hospital', 'slab', 11),
    draftBox(
      frame,
      { x: box.x + 0.68 * box.width, y: box.y, width: 0.3 * box.width, depth: 0.8 * frontDepth },
      'hospital',
      'courtyard',
      5,
    ),
    draftBox(
      frame,
      { x: box.x + box.width - 26, y: box.y + frontDepth + 12, width: 26, depth: 12 },
      'utility',
      'hall',
      1,
    ),
  ];
}

/** Engine bays towards the street and the drill tower behind. */
export function growFireStation(plot: Plot): Draft[] {
  const box = largestBox(localOutline(plot), 8);
  if (!box) return [];
  const width = Math.min(46, box.width);
  return [
    draftBox(plot.frame, { x: box.x, y: box.y + 14, width, depth: 17 }, 'fire-station', 'slab', 3),
    draftBox(
      plot.frame,
      { x: box.x + width - 7, y: box.y + box.depth - 7, width: 7, depth: 7 },
      'fire-station',
      'tower',
      6,
    ),
  ];
}

/** A roof over the buses, a workshop and an office bar at the gate. */
export function growDepot(plot: Plot): Draft[] {
  const box = largestBox(localOutline(plot), 9);
  if (!box) return [];
  const deep = box.depth - 34;
  return [
    draftBox(plot.frame, { x: box.x, y: box.y, width: Math.min(58, box.width), depth: 14 }, 'depot', 'slab', 3, {
      storeyM: 4,
    }),
    draftBox(plot.frame, { x: box.x, y: box.y + 34, width: 0.58 * box.width, depth: deep }, 'depot', 'hall', 1, {
      heightM: 8,
    }),
    draftBox(
      plot.frame,
      { x: box.x + 0.7 * box.width, y: box.y + 34, width: 0.3 * box.width, depth: 0.6 * deep },
      'depot',
      'sawtooth-hall',
      1,
      { heightM: 9 },
    ),
  ];
}

/** Switchgear hall, transformer bays behind fire walls. */
export function growSubstation(plot: Plot): Draft[] {
  const box = largestBox(localOutline(plot), 7);
  if (!box) return [];
  const width = Math.min(44, box.width);
  const bays = 3;
  const bay = (width - 8) / bays;
  const y = box.y + Math.min(26, box.depth - 12);
  const built = [
    draftBox(plot.frame, { x: box.x, y: box.y, width, depth: 15 }, 'substation', 'hall', 2, { heightM: 12 }),
  ];
  for (let k = 0; k < bays; k++) {
    const cell: Box = { x: box.x + k * (bay + 4), y, width: bay, depth: 10 };
    built.push(draftBox(plot.frame, cell, 'substation', 'pavilion', 1, { heightM: 7 }));
  }
  return built;
}

/** Stand and pitch: two crescents of seats face one another over the field, a round hall for the winter beside it. */
export function growSportsPark(plot: Plot): Draft[] {
  const box = largestBox(localOutline(plot), 8);
  if (!box) return [];
  const radius = Math.min(box.width / 2, 92);
  const centre: Point = [box.x + box.width / 2, box.y + 1.15 * radius];
  const outer = ovalOutline(centre, radius, 1.15 * radius, RING);
  const inner = ovalOutline(centre, radius - 22, 1.15 * radius - 22, RING);
  const stand = (middle: number, heightM: number) => {
    const seats = Array.from({ length: 15 }, (_, k) => (middle + k - 7 + RING) % RING);
    const outline = [...seats.map((k) => outer[k]), ...seats.map((k) => inner[k]).reverse()];
    return draft(plot.frame, outline, 'culture', 'landmark', 2, { heightM });
  };
  const hallCentre: Point = [centre[0], box.y + box.depth - 40];
  return [
    stand(0, 19),
    stand(RING / 2, 15),
    draft(plot.frame, ovalOutline(hallCentre, 42, 30, 28), 'culture', 'landmark', 2, { heightM: 17 }),
  ];
}

const RING = 56;

/** A tower on a bitten podium, alone on its plot. */
export function growHotel(plot: Plot, floors: number): Draft[] {
  const box = largestBox(localOutline(plot), 9);
  if (!box) return [];
  const cell: Box = { ...box, width: Math.min(box.width, 96), depth: Math.min(box.depth, 58) };
  const { rest, bite } = bitten(cell, 'NW', Math.min(56, 0.7 * cell.width), Math.min(19, 0.5 * cell.depth));
  return [draft(plot.frame, rest, 'hotel', 'podium', 3), draftBox(plot.frame, bite, 'hotel', 'slab', floors)];
}
