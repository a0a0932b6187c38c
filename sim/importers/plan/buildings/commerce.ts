import { cellsOf } from '../land/cells';
import { type Box, largestBox } from '../land/largest-box';
import { boundsOf } from '../land/local-frame';
import { rowSpans } from '../land/row-spans';
import { type Draft, draft, draftBox, localOutline, type Plot } from './draft';
import { bitten, courtOutline } from './shapes';

/** Shopping blocks: market halls, open courts of shops and corner houses with a square before the door. */
export function growCommerce(plot: Plot, floors: readonly [number, number]): Draft[] {
  const box = largestBox(localOutline(plot), 6);
  if (!box) return [];
  const { dice, frame } = plot;
  return cellsOf(box, 66, 58, 13).flatMap((cell) => {
    const storeys = dice.whole(...floors);
    if (cell.width < 44 || cell.depth < 44) return [draftBox(frame, cell, 'commerce', 'podium', storeys)];
    switch (dice.whole(0, 2)) {
      case 0:
        return [draft(frame, courtOutline(cell, 15), 'commerce', 'courtyard', storeys), kiosk(plot, cell)];
      case 1: {
        const { rest, bite } = bitten(cell, dice.pick(['SW', 'SE'] as const), 0.42 * cell.width, 0.42 * cell.depth);
        const pavilion: Box = { x: bite.x + 6, y: bite.y + 6, width: bite.width - 12, depth: bite.depth - 12 };
        const small = pavilion.width > 8 && pavilion.depth > 8;
        return [
          draft(frame, rest, 'commerce', 'podium', storeys),
          ...(small ? [draftBox(frame, pavilion, 'commerce', 'pavilion', 1)] : []),
        ];
      }
      default: {
        const half = (cell.depth - 12) / 2;
        return [
          draftBox(frame, { ...cell, depth: half }, 'commerce', 'podium', storeys),
          draftBox(
            frame,
            { ...cell, y: cell.y + half + 12, depth: half },
            'commerce',
            'podium',
            Math.max(2, storeys - 1),
          ),
        ];
      }
    }
  });
}

function kiosk(plot: Plot, cell: Box): Draft {
  const box: Box = { x: cell.x + cell.width / 2 - 6, y: cell.y + 6, width: 12, depth: 9 };
  return draftBox(plot.frame, box, 'commerce', 'pavilion', 1);
}

/** Two storeys of shops that line a housing block where its collector runs; `plot` is a strip along that street. */
export function growShopStrip(plot: Plot): Draft[] {
  const outline = localOutline(plot);
  const { minY, maxY } = boundsOf(outline);
  const depthM = 11.5;
  const y = (minY + maxY - depthM) / 2;
  const built: Draft[] = [];
  for (const [from, to] of rowSpans(outline, y - 1, y + depthM + 1, 5)) {
    const count = Math.max(1, Math.round((to - from + 6) / 46));
    const length = (to - from - (count - 1) * 6) / count;
    if (length < 14) continue;
    for (let k = 0; k < count; k++) {
      const box: Box = { x: from + k * (length + 6), y, width: length, depth: depthM };
      built.push(draftBox(plot.frame, box, 'commerce', 'podium', plot.dice.next() < 0.75 ? 2 : 3, { storeyM: 4.2 }));
    }
  }
  return built;
}
