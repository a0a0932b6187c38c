import { offsetRight, placeAt, pointAt, simplify, slice } from '../../geometry/polyline';
import type { Point } from '../../geometry/vector';
import { halfWidthM, type PlanLink } from '../street-graph';
import type { Run } from './runs';
import type { UtilityGraph, UtilityNode } from './utility-graph';

/** Where each network lies across a street; GB 50289's order from the property line inwards, on either side. */
export type Lane = 'power' | 'gas' | 'heat' | 'drain' | 'cooling' | 'water' | 'telecom';

/** Right of the street's centre line, as it is drawn. */
export function laneOffsetM({ section }: PlanLink, lane: Lane): number {
  const kerbM = halfWidthM(section);
  const walkM = 0.35 * section.sidewalkM;
  switch (lane) {
    case 'power':
      return kerbM + walkM;
    case 'gas':
      return kerbM - 0.8;
    case 'heat':
      return 0.45 * kerbM;
    case 'drain':
      return 0;
    case 'cooling':
      return -0.45 * kerbM;
    case 'water':
      return 0.8 - kerbM;
    case 'telecom':
      return -kerbM - walkM;
  }
}

export interface LaneLines {
  /** Where a network's node lies: addresses on the network's own lane, street nodes at the middle of the junction. */
  at(node: UtilityNode, lane: Lane): Point;
  /** A run's line from node to node, to the decimetre. */
  path(run: Run, lane: Lane): Point[];
}

const SIMPLIFY_M = 0.4;

/** Where a run goes straight on over a junction it does not pass the middle: it cuts from lane to lane. */
export function laneLines(graph: UtilityGraph): LaneLines {
  const lines = new Map<string, readonly Point[]>();
  const lineOf = (link: PlanLink, lane: Lane): readonly Point[] => {
    const key = `${link.id} ${lane}`;
    let line = lines.get(key);
    if (!line) {
      line = offsetRight(link.centre, laneOffsetM(link, lane));
      lines.set(key, line);
    }
    return line;
  };
  const at = ({ address, at: middle }: UtilityNode, lane: Lane): Point => {
    if (!address) return toDecimetre(middle);
    const { link, alongM } = address;
    return toDecimetre(pointAt(lineOf(link, lane), alongOffset(link, lane, alongM)));
  };
  const alongOffset = (link: PlanLink, lane: Lane, alongM: number): number => {
    const share = alongM / link.lengthM;
    return share * lengthOfLine(lineOf(link, lane));
  };
  const path = (run: Run, lane: Lane): Point[] => {
    const points: Point[] = [at(graph.nodes[run.from], lane)];
    for (const { segment: k, reversed } of run.steps) {
      const { link, fromM, toM } = graph.segments[k];
      const line = lineOf(link, lane);
      const piece = slice(
        line,
        placeAt(line, alongOffset(link, lane, fromM)),
        placeAt(line, alongOffset(link, lane, toM)),
      );
      points.push(...(reversed ? piece.reverse() : piece));
    }
    points.push(at(graph.nodes[run.to], lane));
    return withoutRepeats(simplify(withoutRepeats(points.map(toDecimetre)), SIMPLIFY_M));
  };
  return { at, path };
}

function lengthOfLine(line: readonly Point[]): number {
  let sum = 0;
  for (let i = 1; i < line.length; i++) {
    const dx = line[i][0] - line[i - 1][0];
    const dy = line[i][1] - line[i - 1][1];
    sum += Math.sqrt(dx * dx + dy * dy);
  }
  return sum;
}

export function toDecimetre([x, y]: Point): Point {
  const round = (metres: number) => Math.round(10 * metres) / 10 + 0;
  return [round(x), round(y)];
}

function withoutRepeats(line: readonly Point[]): Point[] {
  return line.filter((at, i) => i === 0 || at[0] !== line[i - 1][0] || at[1] !== line[i - 1][1]);
}
