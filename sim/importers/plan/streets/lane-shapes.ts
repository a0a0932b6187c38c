import { offsetRight, placeAt, roundToCentimetres, simplify, slice } from '../../geometry/polyline';
import type { Point } from '../../geometry/vector';
import type { Roadway } from './network';

const TOLERANCE_M = 0.03;

/** Lane middles: parallels to the line, cut at the stop lines of both ends. */
export function shapeLanes(roadway: Roadway): Point[][] {
  const { line, link, start, end } = roadway;
  const from = placeAt(line, start.setBackM);
  const to = placeAt(line, link.lengthM - end.setBackM);
  return roadway.laneOffsetsM.map((offsetM) =>
    roundToCentimetres(withoutStubs(simplify(slice(offsetRight(line, offsetM), from, to), TOLERANCE_M))),
  );
}

/** A last piece of a few centimetres would point anywhere once rounded. */
function withoutStubs(line: Point[]): Point[] {
  const short = (a: Point, b: Point) => Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) < 1;
  const result = [...line];
  while (result.length > 2 && short(result[0], result[1])) result.splice(1, 1);
  while (result.length > 2 && short(result[result.length - 1], result[result.length - 2])) result.splice(-2, 1);
  return result;
}
