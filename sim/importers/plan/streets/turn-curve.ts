import { tangentPath } from '../../geometry/curve';
import {
  directionAtPlace,
  lengthOf,
  placeAt,
  pointAtPlace,
  roundToCentimetres,
  simplify,
  slice,
} from '../../geometry/polyline';
import { along, cross, direction, distance, dot, minus, type Point } from '../../geometry/vector';

const SAMPLES = 48;
const TOLERANCE_M = 0.03; // 9° a piece round a bend of 10 m
const LEAD_M = 1; // straight at both ends, so that lane and turn agree on where a vehicle points

/**
 * From a lane's end to another's beginning, tangent to both. Where the two directions meet ahead, straight on and then
 * round a bend as wide as the shorter side allows, or as the kerb asks; else (lanes that only shift) an S.
 */
export function turnCurve(fromLane: readonly Point[], toLane: readonly Point[], widestRadiusM: number): Point[] {
  const first = fromLane[fromLane.length - 1];
  const last = toLane[0];
  const leaving = direction(fromLane[fromLane.length - 2], first);
  const arriving = direction(toLane[0], toLane[1]);
  if (dot(leaving, arriving) > 0.9999 && Math.abs(cross(leaving, minus(last, first))) < 0.03) return [first, last];

  const leadM = Math.min(LEAD_M, distance(first, last) / 4);
  const start = along(first, leaving, leadM);
  const end = along(last, arriving, -leadM);
  const middle = tangentPath(start, leaving, end, arriving, widestRadiusM, SAMPLES);
  return roundToCentimetres(simplify([first, ...middle, last], TOLERANCE_M));
}

/** The same, but on a given way in between: onto it, along it, and off it again. */
export function turnAlong(fromLane: readonly Point[], way: readonly Point[], toLane: readonly Point[]): Point[] {
  const lengthM = lengthOf(way);
  const joinM = Math.min(JOIN_M, lengthM / 3);
  const on = placeAt(way, joinM);
  const off = placeAt(way, lengthM - joinM);
  const middle = slice(way, on, off);
  const before = pointAtPlace(way, on);
  const after = pointAtPlace(way, off);
  const onto = turnCurve(fromLane, [before, along(before, directionAtPlace(way, on), 1)], Number.POSITIVE_INFINITY);
  const from = [along(after, directionAtPlace(way, off), -1), after];
  const away = turnCurve(from, toLane, Number.POSITIVE_INFINITY);
  return roundToCentimetres(simplify([...onto, ...middle.slice(1, -1), ...away], TOLERANCE_M));
}

const JOIN_M = 3;
