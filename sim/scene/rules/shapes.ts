import type { RawFiles } from '../migrations';
import { everySchema, type Pattern, patternsOf, visit } from '../patterns';
import type { ProblemList } from '../problem-list';
import { line, outline, type Point, point } from '../schema/primitives';
import { type OutlineFault, outlineFault } from './outline-test';

/** Lines have length between any two points, outlines enclose ground, and everything lies where the city is. */
export function checkShapes(files: RawFiles, list: ProblemList): void {
  for (const [file, patterns] of linePatterns) {
    for (const pattern of patterns)
      visit(files.get(file), pattern, [file], (value, path) => checkLine(value, path, list));
  }
  for (const [file, patterns] of outlinePatterns) {
    for (const pattern of patterns) {
      visit(files.get(file), pattern, [file], (value, path) => checkOutline(value, path, list));
    }
  }
  checkExtent(files, list);
}

const linePatterns = everyPlaceOf(line);
const outlinePatterns = everyPlaceOf(outline);
const pointPatterns = everyPlaceOf(point);

function everyPlaceOf(piece: typeof line | typeof outline | typeof point): Map<string, Pattern[]> {
  return new Map([...everySchema].map(([file, schema]) => [file, patternsOf(schema, piece)]));
}

type Path = readonly (string | number)[];

function checkLine(value: unknown, path: Path, list: ProblemList): void {
  if (!isPoints(value)) return;
  for (let i = 1; i < value.length; i++) {
    if (value[i][0] !== value[i - 1][0] || value[i][1] !== value[i - 1][1]) continue;
    list.error('scene.repeated-point', [...path, i], `expected a way onwards, found the point before again`);
  }
}

const outlineWords: Record<OutlineFault, string> = {
  'repeats-point':
    'expected each corner once and the first not repeated at the end, found the same point twice in a row',
  'zero-area': 'expected an outline that encloses ground, found one without area',
  'crosses-itself': 'expected an outline that neither crosses nor touches itself; this side does',
  clockwise: 'expected the corners counter-clockwise seen from above, found them clockwise',
};

function checkOutline(value: unknown, path: Path, list: ProblemList): void {
  if (!isPoints(value) || value.length < 3 || list.isFull) return;
  const found = outlineFault(value);
  if (found === undefined) return;
  const isSomewhere = found.fault === 'repeats-point' || found.fault === 'crosses-itself';
  list.error(`scene.outline-${found.fault}`, isSomewhere ? [...path, found.at] : path, outlineWords[found.fault]);
}

/** The ground and the points of view may reach farther than the city. */
const MAY_LIE_OUTSIDE = new Set(['terrain.json', 'views.json', 'scene.json']);
const LEAST_MARGIN_M = 200;
const MARGIN_SHARE = 0.1;

function checkExtent(files: RawFiles, list: ProblemList): void {
  const extent = (files.get('scene.json') as { extent?: { min?: unknown; max?: unknown } } | null)?.extent;
  const min: unknown = extent?.min;
  const max: unknown = extent?.max;
  if (!isPoint(min) || !isPoint(max)) return;
  if (min[0] >= max[0] || min[1] >= max[1]) {
    list.error('scene.empty-extent', ['scene.json', 'extent'], 'expected min south-west of max');
    return;
  }
  const marginM = Math.max(LEAST_MARGIN_M, MARGIN_SHARE * Math.max(max[0] - min[0], max[1] - min[1]));
  const isOutside = ([x, y]: Point) =>
    x < min[0] - marginM || x > max[0] + marginM || y < min[1] - marginM || y > max[1] + marginM;
  for (const [file, patterns] of pointPatterns) {
    if (MAY_LIE_OUTSIDE.has(file)) continue;
    for (const pattern of patterns) {
      visit(files.get(file), pattern, [file], (value, path) => {
        if (!isPoint(value) || !isOutside(value)) return;
        const where = `(${value[0]}, ${value[1]})`;
        list.error(
          'scene.outside-extent',
          path,
          `expected a point of the extent, at most ${marginM} m beyond; found ${where}`,
        );
      });
    }
  }
}

function isPoint(value: unknown): value is Point {
  return Array.isArray(value) && value.length === 2 && Number.isFinite(value[0]) && Number.isFinite(value[1]);
}

function isPoints(value: unknown): value is Point[] {
  return Array.isArray(value) && value.every(isPoint);
}
