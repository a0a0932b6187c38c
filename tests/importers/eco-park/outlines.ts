import { contains } from '../../../sim/importers/geometry/polygon';
import { distanceToLine } from '../../../sim/importers/geometry/polyline';
import { distance, mix, type Point } from '../../../sim/importers/geometry/vector';

export type Outline = readonly Point[];

/** Corners and points every few metres between them: fine enough that nothing a person would notice slips through. */
export function rimOf(outline: Outline, everyM = 3): Point[] {
  return outline.flatMap((from, k) => {
    const to = outline[(k + 1) % outline.length];
    const steps = Math.max(1, Math.ceil(distance(from, to) / everyM));
    return Array.from({ length: steps }, (_, step) => mix(from, to, step / steps));
  });
}

/** Inside by more than a tolerance: houses that share a wall do not overlap. */
export function liesDeepIn(outline: Outline, at: Point, toleranceM: number): boolean {
  return contains(outline, at) && distanceToLine(at, [...outline, outline[0]]) > toleranceM;
}

/** Things near one another, by square cells. */
export function neighbourhood<T>(things: readonly T[], outlineOf: (thing: T) => Outline, cellM = 60) {
  const cells = new Map<string, Set<T>>();
  const keysOf = (outline: Outline): string[] => {
    const xs = outline.map(([x]) => x);
    const ys = outline.map(([, y]) => y);
    const keys: string[] = [];
    for (let x = Math.floor(Math.min(...xs) / cellM); x <= Math.floor(Math.max(...xs) / cellM); x++) {
      for (let y = Math.floor(Math.min(...ys) / cellM); y <= Math.floor(Math.max(...ys) / cellM); y++) {
        keys.push(`${x},${y}`);
      }
    }
    return keys;
  };
  for (const thing of things) {
    for (const key of keysOf(outlineOf(thing))) {
      if (!cells.has(key)) cells.set(key, new Set());
      cells.get(key)!.add(thing);
    }
  }
  return (outline: Outline): Set<T> => new Set(keysOf(outline).flatMap((key) => [...(cells.get(key) ?? [])]));
}
