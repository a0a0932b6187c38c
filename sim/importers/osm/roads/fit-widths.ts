import { crossings, distanceToLine, lengthOf, pointAt } from '../../geometry/polyline';
import type { Point } from '../../geometry/vector';
import type { Report } from '../report';
import { isOneWay, type Segment } from './segment';

const NARROWEST_M = 2.6;
const GUTTERS_M = 0.5;
const KERB_M = 0.3;
const BESIDE_M = 20;

/** Lanes whose width is only a custom give way where two carriageways of one street lie closer than they would need. */
export function fitWidths(segments: readonly Segment[], report: Report): Segment[] {
  const byStreet = new Map<string, Segment[]>();
  for (const segment of segments) {
    if (!isOneWay(segment) || segment.streetKey === '' || segment.ring) continue;
    byStreet.set(segment.streetKey, [...(byStreet.get(segment.streetKey) ?? []), segment]);
  }
  const share = new Map<Segment, number>();
  for (const group of byStreet.values()) {
    for (let i = 0; i < group.length; i++) {
      for (let j = i + 1; j < group.length; j++) fitPair(group[i], group[j], share);
    }
  }
  return segments.map((segment) => {
    const fits = share.get(segment);
    if (fits === undefined) return segment;
    const laneWidthM = Math.round(Math.max(NARROWEST_M, segment.laneWidthM * fits) * 100) / 100;
    if (laneWidthM >= segment.laneWidthM) return segment;
    const message = `lanes of ${laneWidthM} m instead of ${segment.laneWidthM} m: the carriageway beside it leaves no more`;
    report.add('guessed', 'lane-width', `way/${segment.ways[0]}`, message);
    return { ...segment, laneWidthM };
  });
}

function fitPair(a: Segment, b: Segment, share: Map<Segment, number>): void {
  const [short, long] = lengthOf(a.line) < lengthOf(b.line) ? [a, b] : [b, a];
  if (crossings(a.line, b.line).length > 0) return;
  const lengthM = lengthOf(short.line);
  const gaps = [0.25, 0.5, 0.75].map((at) => distanceToLine(pointAt(short.line, lengthM * at), long.line));
  const gapM = [...gaps].sort((x, y) => x - y)[1];
  const isBeside = beside(short, long);
  if (!isBeside || gapM > BESIDE_M || gapM < 1) return;
  const widthM = ({ along, laneWidthM }: Segment) => along.count * laneWidthM;
  const neededM = (widthM(a) + widthM(b)) / 2 + GUTTERS_M + KERB_M;
  if (neededM <= gapM) return;
  const fits = (gapM - GUTTERS_M - KERB_M) / ((widthM(a) + widthM(b)) / 2);
  for (const one of [a, b]) share.set(one, Math.min(share.get(one) ?? 1, fits));
}

/** Not one behind the other: the middle of the shorter lies between the ends of the longer. */
function beside(short: Segment, long: Segment): boolean {
  const middle = pointAt(short.line, lengthOf(short.line) / 2);
  const [first, last] = [long.line[0], long.line[long.line.length - 1]];
  const dotOf = (o: Point, p: Point, q: Point) => (p[0] - o[0]) * (q[0] - o[0]) + (p[1] - o[1]) * (q[1] - o[1]);
  return dotOf(first, last, middle) > 0 && dotOf(last, first, middle) > 0;
}
