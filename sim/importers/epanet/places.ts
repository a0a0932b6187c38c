import type { Point } from '../../scene';
import { layOut } from '../matpower/layout';
import type { InpFile } from './inp-file';
import type { ImportNotes } from './report';
import { lengthM } from './units';

/** A scene reaches 200 km from its origin. */
const LARGEST_M = 150_000;

export interface Places {
  readonly at: ReadonlyMap<string, Point>;
  /** A point of the file's map in the scene. */
  place(point: readonly [number, number]): Point;
}

/**
 * Where nodes lie: as on the file's map, whose units nobody says, made so large that half the pipes are longer than the
 * line between their ends and half shorter. A file without a map gets a drawing.
 */
export function placesOf(file: InpFile, notes: ImportNotes): Places {
  const { coordinates, pipes, pumps, valves, junctions, reservoirs, tanks, options } = file;
  const ids = [...junctions, ...reservoirs, ...tanks].map(({ id }) => id);
  const missing = ids.filter((id) => !coordinates.has(id));
  if (missing.length > 0) {
    const message = `${missing.length} nodes have no place, the first ${missing[0]}: all are drawn by who is joined to whom`;
    notes.add('guessed', 'places', ['COORDINATES'], message);
    const index = new Map(ids.map((id, i) => [id, i]));
    const links = [...pipes, ...pumps, ...valves];
    const points = layOut(
      ids.length,
      links.map(({ from }) => index.get(from)!),
      links.map(({ to }) => index.get(to)!),
    );
    return { at: new Map(ids.map((id, i) => [id, points[i]])), place: () => [0, 0] };
  }
  const used = ids.map((id) => coordinates.get(id)!);
  const side = (axis: 0 | 1) => used.map((point) => point[axis]).sort((a, b) => a - b);
  const [xs, ys] = [side(0), side(1)];
  const [x0, y0] = [(xs[0] + xs[xs.length - 1]) / 2, (ys[0] + ys[ys.length - 1]) / 2];
  const ratios: number[] = [];
  for (const { id, from, to, length } of pipes) {
    const path = [coordinates.get(from)!, ...(file.vertices.get(id) ?? []), coordinates.get(to)!];
    let line = 0;
    for (let i = 1; i < path.length; i++) {
      const [dx, dy] = [path[i][0] - path[i - 1][0], path[i][1] - path[i - 1][1]];
      line += Math.sqrt(dx * dx + dy * dy);
    }
    if (line > 0) ratios.push((length * lengthM(options)) / line);
  }
  ratios.sort((a, b) => a - b);
  const half = Math.max(xs[xs.length - 1] - x0, ys[ys.length - 1] - y0, 1e-9);
  const median = ratios.length > 0 ? ratios[Math.floor(ratios.length / 2)] : 1;
  const scale = Math.min(median, LARGEST_M / half);
  notes.add(
    'guessed',
    'scale',
    ['COORDINATES'],
    `one unit of the map is ${scale.toPrecision(4)} m, by the pipes' lengths`,
  );
  const rounded = (value: number) => Math.round(value * 100) / 100;
  const place = ([x, y]: readonly [number, number]): Point => [rounded((x - x0) * scale), rounded((y - y0) * scale)];
  return { at: new Map(ids.map((id) => [id, place(coordinates.get(id)!)])), place };
}
