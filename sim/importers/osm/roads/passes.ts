import { crossings, pointAtPlace } from '../../geometry/polyline';
import { distance } from '../../geometry/vector';
import type { Report } from '../report';
import type { Segment } from './segment';

const CELL_M = 100;
const NEAR_M = 2;

/**
 * Lists where one road passes over another: no node there, so no junction. A scene has no bridge decks yet, so both are
 * drawn on the ground; where neither says that it is a bridge or a tunnel, the map probably lacks a node.
 */
export function listPasses(segments: readonly Segment[], report: Report): void {
  const cells = new Map<string, number[]>();
  segments.forEach(({ line }, k) => {
    const seen = new Set<string>();
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [line[i - 1], line[i]];
      const [x0, x1] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])].map((x) => Math.floor(x / CELL_M));
      const [y0, y1] = [Math.min(a[1], b[1]), Math.max(a[1], b[1])].map((y) => Math.floor(y / CELL_M));
      for (let x = x0; x <= x1; x++) for (let y = y0; y <= y1; y++) seen.add(`${x},${y}`);
    }
    for (const cell of seen) cells.set(cell, [...(cells.get(cell) ?? []), k]);
  });
  const done = new Set<string>();
  for (const list of cells.values()) {
    for (let i = 0; i < list.length; i++) {
      for (let j = i + 1; j < list.length; j++) {
        const pair = `${list[i]},${list[j]}`;
        if (done.has(pair)) continue;
        done.add(pair);
        passBetween(segments[list[i]], segments[list[j]], report);
      }
    }
  }
}

function passBetween(a: Segment, b: Segment, report: Report): void {
  const shared = [a.from, a.to].filter((node) => node === b.from || node === b.to);
  for (const { atA } of crossings(a.line, b.line)) {
    const at = pointAtPlace(a.line, atA);
    const ends = [a.line[0], a.line[a.line.length - 1]];
    if (shared.length > 0 && ends.some((end) => distance(end, at) < NEAR_M)) continue;
    const element = `way/${a.ways[0]}`;
    const other = `way/${b.ways[0]}`;
    if (a.level !== b.level) {
      report.add(
        'not-carried',
        'bridge-deck',
        element,
        `passes ${a.level > b.level ? 'over' : 'under'} ${other}: drawn level, without a junction`,
      );
    } else
      report.add(
        'noted',
        'crossing-without-node',
        element,
        `crosses ${other} on one level, but they share no node: no junction`,
      );
  }
}
