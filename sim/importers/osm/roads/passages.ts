import { lengthOf } from '../../geometry/polyline';
import type { Point } from '../../geometry/vector';
import type { Restrictions } from './restrictions';
import { endsByNode, isOneWay, type Segment, type SegmentEnd, wayAt } from './segment';

/** A way through a junction that the map has: from an end of one outer segment to an end of another. */
export interface Passage {
  readonly lengthM: number;
  /** Along the inner segments; empty where both meet at one node. */
  readonly line: readonly Point[];
}

export interface Approach {
  readonly segment: Segment;
  readonly end: SegmentEnd;
}

const key = ({ segment, end }: Approach, index: ReadonlyMap<Segment, number>) => `${index.get(segment)}${end}`;

interface Step {
  readonly segment: Segment;
  /** The end that it arrives at. */
  readonly end: SegmentEnd;
  readonly lengthM: number;
  readonly before?: Step;
}

/**
 * The shortest allowed way through a junction between any two of its arms, along its inner segments in their direction
 * and against no restriction (Dijkstra over segments with a direction, so that bans on single turns hold).
 */
export function passagesOf(arms: readonly Approach[], inner: readonly Segment[], restrictions: Restrictions) {
  const index = new Map([...inner, ...arms.map(({ segment }) => segment)].map((segment, k) => [segment, k]));
  const innerSet = new Set(inner);
  const armAt = new Set(arms.map((arm) => key(arm, index)));
  const ends = endsByNode(new Set([...inner, ...arms.map(({ segment }) => segment)]));
  const found = new Map<string, Map<string, Passage>>();
  for (const arm of arms) {
    if (arm.end === 'from' && isOneWay(arm.segment)) continue;
    found.set(key(arm, index), search(arm));
  }
  return (from: Approach, to: Approach): Passage | undefined => found.get(key(from, index))?.get(key(to, index));

  function search(arm: Approach): Map<string, Passage> {
    const reached = new Map<string, Passage>();
    const settled = new Set<string>();
    const open: Step[] = [{ segment: arm.segment, end: arm.end, lengthM: 0 }];
    while (open.length > 0) {
      let nearest = 0;
      for (let k = 1; k < open.length; k++) if (open[k].lengthM < open[nearest].lengthM) nearest = k;
      const [step] = open.splice(nearest, 1);
      const state = key(step, index);
      if (settled.has(state)) continue;
      settled.add(state);
      const node = step.segment[step.end];
      const fromWay = wayAt(step.segment, step.end);
      for (const { segment, end } of ends.get(node) ?? []) {
        if (segment === step.segment) continue;
        if (end === 'to' && isOneWay(segment)) continue; // against its traffic
        if (!restrictions.allows(fromWay, node, wayAt(segment, end))) continue;
        if (innerSet.has(segment)) {
          const far: SegmentEnd = end === 'from' ? 'to' : 'from';
          open.push({ segment, end: far, lengthM: step.lengthM + lengthOf(segment.line), before: step });
          continue;
        }
        const target = key({ segment, end }, index);
        if (!armAt.has(target) || reached.has(target) || !restrictions.allowsChain(waysOf(step, segment, end)))
          continue;
        reached.set(target, { lengthM: step.lengthM, line: lineOf(step) });
      }
    }
    return reached;
  }
}

function waysOf(step: Step, segment: Segment, end: SegmentEnd): string[] {
  const ways = [wayAt(segment, end)];
  for (let at: Step | undefined = step; at; at = at.before) {
    const own = at.before
      ? at.end === 'to'
        ? [...at.segment.ways].reverse()
        : at.segment.ways
      : [wayAt(at.segment, at.end)];
    for (const way of own) if (ways[ways.length - 1] !== way) ways.push(way);
  }
  return ways.reverse();
}

function lineOf(step: Step): Point[] {
  const parts: Point[][] = [];
  for (let at: Step | undefined = step; at?.before; at = at.before) {
    parts.push(at.end === 'to' ? [...at.segment.line] : [...at.segment.line].reverse());
  }
  return parts.reverse().flatMap((part, k) => (k === 0 ? part : part.slice(1)));
}
