import type { Title } from '../../../scene/schema/primitives';
import type { Point } from '../../geometry/vector';
import { type Box, largestBox } from '../land/largest-box';
import { type Draft, draft, draftBox, localOutline, type Plot } from './draft';
import { bitten, courtOutline, ovalOutline } from './shapes';

/** Houses that people steer by. Each fills its own plot; sizes are ours, no survey stands behind them. */

const middleOf = (box: Box): Point => [box.x + box.width / 2, box.y + box.depth / 2];

/** German Centre: two towers of unlike height over a long hall that opens to the lake. */
export function growGermanCentre(plot: Plot, name: Title): Draft[] {
  const box = largestBox(localOutline(plot), 8);
  if (!box) return [];
  const { frame } = plot;
  const [cx, cy] = middleOf(box);
  const width = Math.min(box.width, 78);
  const depth = Math.min(box.depth, 112);
  const hall: Box = { x: cx - width / 2, y: cy - depth * 0.16, width, depth: depth * 0.32 };
  const towerWidth = Math.min(34, width * 0.46);
  const north: Box = { x: cx - width / 2, y: hall.y + hall.depth + 4, width: towerWidth, depth: depth * 0.24 };
  const south: Box = {
    x: cx + width / 2 - towerWidth,
    y: hall.y - 4 - depth * 0.24,
    width: towerWidth,
    depth: depth * 0.24,
  };
  return [
    draftBox(frame, hall, 'culture', 'landmark', 3, { name, heightM: 21 }),
    draft(frame, ovalOutline(middleOf(north), north.width / 2, north.depth / 2, 32), 'office', 'landmark', 32, {
      storeyM: 4.2,
    }),
    draft(frame, ovalOutline(middleOf(south), south.width / 2, south.depth / 2, 32), 'office', 'landmark', 24, {
      storeyM: 4.2,
    }),
  ];
}

/** Concert hall: an egg in a lower ring of foyers that stops short at the lake. */
export function growConcertHall(plot: Plot, name: Title): Draft[] {
  const box = largestBox(localOutline(plot), 8);
  if (!box) return [];
  const centre = middleOf(box);
  const radius = Math.min(box.width, box.depth) / 2;
  const ring = (r: number) => ovalOutline(centre, r, r, 40);
  const from = 24; // the ring's mouth looks south
  const seats = Array.from({ length: 33 }, (_, k) => (k + from + 10) % 40);
  const foyer = [...seats.map((k) => ring(radius)[k]), ...seats.map((k) => ring(radius * 0.74)[k]).reverse()];
  return [
    draft(plot.frame, ovalOutline(centre, radius * 0.64, radius * 0.5, 36), 'culture', 'landmark', 4, {
      name,
      heightM: 31,
    }),
    draft(plot.frame, foyer, 'culture', 'landmark', 2, { heightM: 11 }),
  ];
}

/** Library: an angle of reading rooms with a round catalogue tower in its crook. */
export function growLibrary(plot: Plot, name: Title): Draft[] {
  const box = largestBox(localOutline(plot), 8);
  if (!box) return [];
  const size = Math.min(box.width, box.depth, 64);
  const cell: Box = { x: box.x + (box.width - size) / 2, y: box.y + (box.depth - size) / 2, width: size, depth: size };
  const { rest, bite } = bitten(cell, 'SE', 0.46 * size, 0.46 * size);
  return [
    draft(plot.frame, rest, 'culture', 'landmark', 5, { name, heightM: 27 }),
    draft(plot.frame, ovalOutline(middleOf(bite), 0.19 * size, 0.19 * size, 28), 'culture', 'landmark', 3, {
      heightM: 36,
    }),
  ];
}

/** Town hall: a quiet court, a council house before it. */
export function growTownHall(plot: Plot, name: Title): Draft[] {
  const box = largestBox(localOutline(plot), 10);
  if (!box) return [];
  const width = Math.min(box.width, 110);
  const depth = Math.min(box.depth, 74);
  const court: Box = { x: box.x + (box.width - width) / 2, y: box.y + box.depth - depth, width, depth };
  const council = middleOf({ ...court, depth: depth * 0.5 });
  return [
    draft(plot.frame, courtOutline(court, 19), 'civic', 'courtyard', 7, { name }),
    draft(
      plot.frame,
      ovalOutline(council, Math.min(17, width * 0.16), Math.min(14, depth * 0.2), 28),
      'civic',
      'landmark',
      3,
    ),
  ];
}

/** Exhibition hall: a shallow arc of hall bays along its street. */
export function growExhibitionHall(plot: Plot, name: Title): Draft[] {
  const box = largestBox(localOutline(plot), 9);
  if (!box) return [];
  const bays = 3;
  const gapM = 12;
  const width = (box.width - (bays - 1) * gapM) / bays;
  return Array.from({ length: bays }, (_, k) => {
    const shrink = k === 1 ? 0 : 0.12 * box.depth;
    const bay: Box = { x: box.x + k * (width + gapM), y: box.y + shrink, width, depth: box.depth - 2 * shrink };
    return draftBox(plot.frame, bay, 'culture', 'landmark', 2, {
      heightM: k === 1 ? 24 : 18,
      ...(k === 1 ? { name } : {}),
    });
  });
}

export type StationForm = 'drum' | 'blades' | 'terrace' | 'arc';

/** Energy stations are meant to be seen: a drum of stored heat, blades, a terrace under turf, an arc. Each has its stack. */
export function growEnergyStation(plot: Plot, form: StationForm, name: Title): Draft[] {
  const box = largestBox(localOutline(plot), 7);
  if (!box) return [];
  const { frame } = plot;
  const use = 'energy-station';
  const width = Math.min(box.width, 84);
  const depth = Math.min(box.depth, 62);
  const [x, y] = [box.x + (box.width - width) / 2, box.y + (box.depth - depth) / 2];
  const stack = (at: Point, heightM: number) =>
    draft(frame, ovalOutline(at, 2.6, 2.6, 12), use, 'landmark', 1, { heightM });
  switch (form) {
    case 'drum': {
      const radius = Math.min(0.24 * width, 0.34 * depth, 17);
      return [
        draftBox(frame, { x, y, width: width * 0.52, depth: depth * 0.62 }, use, 'landmark', 2, { name, heightM: 17 }),
        draft(frame, ovalOutline([x + width - radius, y + radius], radius, radius, 36), use, 'landmark', 1, {
          heightM: 27,
        }),
        draftBox(frame, { x, y: y + depth * 0.7, width: width * 0.4, depth: depth * 0.3 }, use, 'hall', 1, {
          heightM: 9,
        }),
        stack([x + width * 0.6, y + depth - 4], 48),
      ];
    }
    case 'blades': {
      const blades = 4;
      const pitch = (width - 12) / blades;
      const built = Array.from({ length: blades }, (_, k) => {
        const lean = 0.16 * pitch;
        const x0 = x + k * pitch;
        const d = depth * (0.62 + 0.1 * k);
        const outline: Point[] = [
          [x0, y],
          [x0 + pitch - 5, y],
          [x0 + pitch - 5 + lean, y + d],
          [x0 + lean, y + d],
        ];
        return draft(frame, outline, use, 'landmark', 2, { heightM: 13 + 3 * k, ...(k === 0 ? { name } : {}) });
      });
      return [...built, stack([x + width - 4, y + 5], 42)];
    }
    case 'terrace': {
      const step = depth / 3;
      return [
        ...[0, 1, 2].map((k) =>
          draftBox(
            frame,
            { x: x + 5 * k, y: y + k * step, width: width - 16 - 5 * k, depth: step },
            use,
            'landmark',
            1 + (k > 1 ? 1 : 0),
            {
              heightM: 7 + 5 * k,
              ...(k === 0 ? { name } : {}),
            },
          ),
        ),
        stack([x + width - 5, y + depth - 6], 38),
      ];
    }
    default: {
      const radius = Math.min(width / 2, depth - 4);
      const centre: Point = [x + width / 2, y + 2];
      const outer = ovalOutline(centre, radius, radius, 40);
      const inner = ovalOutline(centre, radius * 0.56, radius * 0.56, 40);
      const half = Array.from({ length: 21 }, (_, k) => k);
      return [
        draft(frame, [...half.map((k) => outer[k]), ...half.map((k) => inner[k]).reverse()], use, 'landmark', 2, {
          name,
          heightM: 15,
        }),
        draft(
          frame,
          ovalOutline([centre[0], y + 2 + radius * 0.24], radius * 0.2, radius * 0.2, 28),
          use,
          'landmark',
          1,
          { heightM: 24 },
        ),
        stack([centre[0] + radius * 0.42, y + 2 + radius * 0.22], 40),
      ];
    }
  }
}
