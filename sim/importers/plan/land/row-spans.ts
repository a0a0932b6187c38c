import type { Point } from '../../geometry/vector';
import { boundsOf } from './local-frame';

export type Span = readonly [fromX: number, toX: number];

/**
 * Where a strip from y0 to y1, as wide as the answer, lies wholly inside an outline; `marginM` is kept at both ends.
 * Between two corners' heights every side is straight, so it is enough to look just beside each corner.
 */
export function rowSpans(outline: readonly Point[], y0: number, y1: number, marginM: number): Span[] {
  const levels = [y0, y1];
  for (const [, y] of outline) if (y > y0 && y < y1) levels.push(y - 1e-6, y + 1e-6);
  let common: Span[] | undefined;
  for (const y of levels) {
    const here = insideAt(outline, y);
    common = common === undefined ? here : overlap(common, here);
    if (common.length === 0) return [];
  }
  return common!.map(([from, to]): Span => [from + marginM, to - marginM]).filter(([from, to]) => to - from > 0.5);
}

/** A first or last row stands where the land is at least this share of its widest. */
const ROOM_SHARE = 0.6;
const SEARCH_M = 2;

/** The southernmost and northernmost y at which a row of some depth, `marginM` clear all round, finds most of the width. */
export function roomyRange(outline: readonly Point[], depthM: number, marginM: number): { low: number; high: number } {
  const { minY, maxY } = boundsOf(outline);
  const widths: { y: number; width: number }[] = [];
  for (let y = minY + marginM; y + depthM + marginM <= maxY; y += SEARCH_M) {
    const spans = rowSpans(outline, y - marginM, y + depthM + marginM, marginM);
    widths.push({ y, width: spans.reduce((sum, [from, to]) => sum + to - from, 0) });
  }
  const widest = widths.reduce((most, { width }) => Math.max(most, width), 0);
  const roomy = widths.filter(({ width }) => width > 0 && width >= ROOM_SHARE * widest);
  if (roomy.length === 0) return { low: 0, high: -1 };
  return { low: roomy[0].y, high: roomy[roomy.length - 1].y };
}

function insideAt(outline: readonly Point[], y: number): Span[] {
  const cuts: number[] = [];
  for (let i = 0, j = outline.length - 1; i < outline.length; j = i++) {
    const a = outline[j];
    const b = outline[i];
    if (a[1] > y !== b[1] > y) cuts.push(a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0]));
  }
  cuts.sort((a, b) => a - b);
  const spans: Span[] = [];
  for (let i = 0; i + 1 < cuts.length; i += 2) spans.push([cuts[i], cuts[i + 1]]);
  return spans;
}

function overlap(a: readonly Span[], b: readonly Span[]): Span[] {
  const both: Span[] = [];
  for (const p of a) {
    for (const q of b) {
      const from = Math.max(p[0], q[0]);
      const to = Math.min(p[1], q[1]);
      if (to > from) both.push([from, to]);
    }
  }
  return both;
}
