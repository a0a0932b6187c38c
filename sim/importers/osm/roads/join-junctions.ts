import { lengthOf } from '../../geometry/polyline';
import { direction, distance, dot, type Point } from '../../geometry/vector';
import type { Report } from '../report';
import { endsByNode, isOneWay, type Segment } from './segment';
import { Union } from './union';

/**
 * Which nodes of the map are one junction of the street. Rules, in this order:
 * 1. a piece tagged junction=yes (or intersection, filter) lies within one;
 * 2. the nodes of a circle of up to SMALL_RING_M round its edge are one: a crossing with an island;
 * 3. a piece of up to SIGNALLED_M between two nodes that both have signals lies within one;
 * 4. a piece of up to CROSSOVER_M that joins two carriageways of one street lies within one, crossing the median;
 * 5. a piece that its two junctions' pavements would eat up lies within one (build-roads asks for it).
 * None of them makes a junction wider than WIDEST_M.
 */
const SMALL_RING_M = 110;
const SIGNALLED_M = 45;
const CROSSOVER_M = 40;
const WIDEST_M = 110;

export class JunctionJoiner {
  readonly union = new Union();
  readonly #boxes = new Map<string, [number, number, number, number]>();
  readonly #report: Report;
  readonly #refused = new Set<string>();

  constructor(segments: readonly Segment[], report: Report) {
    this.#report = report;
    for (const { from, to, line } of segments) {
      this.#place(from, line[0]);
      this.#place(to, line[line.length - 1]);
    }
  }

  /** False where they would be too wide a junction. */
  join(a: string, b: string, why: string, widestM = WIDEST_M): boolean {
    const [first, second] = [this.union.leaderOf(a), this.union.leaderOf(b)];
    if (first === second) return true;
    const [p, q] = [this.#boxes.get(first)!, this.#boxes.get(second)!];
    const box: [number, number, number, number] = [
      Math.min(p[0], q[0]),
      Math.min(p[1], q[1]),
      Math.max(p[2], q[2]),
      Math.max(p[3], q[3]),
    ];
    const acrossM = distance([box[0], box[1]], [box[2], box[3]]);
    if (acrossM > widestM) {
      const pair = `node/${a}+${b}`;
      if (!this.#refused.has(pair)) {
        this.#refused.add(pair);
        this.#report.add(
          'noted',
          'wide-junction',
          `node/${a}`,
          `not joined with node/${b} (${why}): ${acrossM.toFixed(0)} m across`,
        );
      }
      return false;
    }
    this.union.join(a, b);
    this.#boxes.set(this.union.leaderOf(a), box);
    this.#report.add('joined', 'joined-junction', `node/${a}`, `one junction with node/${b}: ${why}`);
    return true;
  }

  #place(node: string, [x, y]: Point): void {
    this.#boxes.set(node, [x, y, x, y]);
  }
}

export function joinByRules(
  segments: readonly Segment[],
  signalled: ReadonlySet<string>,
  joiner: JunctionJoiner,
): ReadonlySet<string> {
  const small = smallRings(segments);
  for (const { from, to, inside } of segments)
    if (inside) joiner.join(from, to, 'the piece between is tagged as within a junction');
  for (const { from, to, ring } of segments) {
    if (ring && small.has(ring)) joiner.join(from, to, `circle way/${ring} is a small island`);
  }
  const ends = endsByNode(segments);
  for (const segment of segments) {
    const lengthM = lengthOf(segment.line);
    const { from, to, ring } = segment;
    if (ring || ends.get(from)!.length < 3 || ends.get(to)!.length < 3) continue;
    if (lengthM <= SIGNALLED_M && signalled.has(from) && signalled.has(to)) {
      joiner.join(from, to, `${lengthM.toFixed(0)} m apart, both with signals`);
    } else if (lengthM <= CROSSOVER_M && crossesMedian(segment, ends)) {
      joiner.join(from, to, `${lengthM.toFixed(0)} m between two carriageways of one street`);
    }
  }
  return small;
}

function smallRings(segments: readonly Segment[]): Set<string> {
  const round = new Map<string, number>();
  for (const { ring, line } of segments) if (ring) round.set(ring, (round.get(ring) ?? 0) + lengthOf(line));
  return new Set([...round].filter(([, lengthM]) => lengthM <= SMALL_RING_M).map(([ring]) => ring));
}

const ASTRIDE_COSINE = 0.5;
const PARALLEL_COSINE = 0.8;

/** At both ends of it one-way roads of the same street pass, side by side, and it lies across them. */
function crossesMedian(piece: Segment, ends: ReturnType<typeof endsByNode>): boolean {
  const across = direction(piece.line[0], piece.line[piece.line.length - 1]);
  const passing = (node: string) =>
    ends
      .get(node)!
      .filter(({ segment }) => segment !== piece && isOneWay(segment) && segment.streetKey !== '' && !segment.ring)
      .map(({ segment, end }) => ({ street: segment.streetKey, heading: headingAt(segment, end) }))
      .filter(({ street, heading }) => street !== piece.streetKey && Math.abs(dot(heading, across)) < ASTRIDE_COSINE);
  const others = passing(piece.to);
  return passing(piece.from).some(({ street, heading }) =>
    others.some((other) => other.street === street && Math.abs(dot(other.heading, heading)) > PARALLEL_COSINE),
  );
}

function headingAt({ line }: Segment, end: 'from' | 'to'): Point {
  return end === 'from' ? direction(line[0], line[1]) : direction(line[line.length - 2], line[line.length - 1]);
}
