import { signedArea, withoutRepeats } from '../../geometry/polygon';
import { cross, dot, minus, mix, type Point } from '../../geometry/vector';

interface Stop {
  readonly at: Point;
  /** Signed distance from the cut, left positive; 0 for the crossings themselves. */
  readonly side: number;
  /** Where along the cut; only crossings have it. */
  readonly along?: number;
}

/**
 * Cuts a simple counter-clockwise outline along an endless straight line and returns the parts on its left and on its
 * right. The crossings, sorted along the line, pair up into the new sides, so that bent outlines fall into as many
 * parts as they must.
 */
export function splitOutline(
  outline: readonly Point[],
  through: Point,
  direction: Point,
): { left: Point[][]; right: Point[][] } {
  const stops = stopsRound(outline, through, direction);
  const crossings = stops.flatMap((stop, index) => (stop.along === undefined ? [] : [{ index, along: stop.along }]));
  if (crossings.length === 0) {
    return stops[0].side > 0 ? { left: [[...outline]], right: [] } : { left: [], right: [[...outline]] };
  }
  crossings.sort((a, b) => a.along - b.along);
  const partner = new Map<number, number>();
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    partner.set(crossings[i].index, crossings[i + 1].index);
    partner.set(crossings[i + 1].index, crossings[i].index);
  }
  return { left: trace(stops, partner, 1), right: trace(stops, partner, -1) };
}

/** Outline corners with the crossings between them; a corner on the line counts as just left of it. */
function stopsRound(outline: readonly Point[], through: Point, direction: Point): Stop[] {
  const sides = outline.map((at) => {
    const side = cross(direction, minus(at, through));
    return Math.abs(side) < 1e-7 ? 1e-7 : side;
  });
  const stops: Stop[] = [];
  for (let i = 0; i < outline.length; i++) {
    const j = (i + 1) % outline.length;
    stops.push({ at: outline[i], side: sides[i] });
    if (sides[i] > 0 === sides[j] > 0) continue;
    const at = mix(outline[i], outline[j], sides[i] / (sides[i] - sides[j]));
    stops.push({ at, side: 0, along: dot(direction, minus(at, through)) });
  }
  return stops;
}

function trace(stops: readonly Stop[], partner: ReadonlyMap<number, number>, wanted: 1 | -1): Point[][] {
  const seen = new Set<number>();
  const parts: Point[][] = [];
  for (let start = 0; start < stops.length; start++) {
    if (seen.has(start) || stops[start].side * wanted <= 0) continue;
    const ring: Point[] = [];
    for (let i = start; !seen.has(i); ) {
      seen.add(i);
      ring.push(stops[i].at);
      if (stops[i].along !== undefined) {
        const jump = partner.get(i)!;
        ring.push(stops[jump].at);
        i = jump;
      }
      i = (i + 1) % stops.length;
    }
    const part = withoutRepeats(ring, 1e-4);
    if (part.length >= 3 && signedArea(part) > SMALLEST_PART_M2) parts.push(part);
  }
  return parts;
}

const SMALLEST_PART_M2 = 1;
