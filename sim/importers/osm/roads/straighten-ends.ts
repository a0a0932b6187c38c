import { directionAtPlace, lengthOf, placeAt, pointAtPlace, slice } from '../../geometry/polyline';
import { along, distance } from '../../geometry/vector';
import type { Report } from '../report';
import { endsByNode, isOneWay, type Segment } from './segment';

const HEAD_M = 14;
const NOTED_FROM_M = 1;

/** The last metres of a dead end run straight, because the turning circle round its end is drawn that way. */
export function straightenEnds(segments: readonly Segment[], gates: ReadonlySet<string>, report: Report): Segment[] {
  const ends = endsByNode(segments);
  return segments.map((segment) => {
    let changed = segment;
    for (const end of ['from', 'to'] as const) {
      const node = segment[end];
      if (gates.has(node) || ends.get(node)!.length > 1 || isOneWay(segment)) continue;
      changed = { ...changed, line: straightened(changed, end, report) };
    }
    return changed;
  });
}

function straightened({ line, ways }: Segment, end: 'from' | 'to', report: Report): Segment['line'] {
  const outwards = end === 'to' ? line : [...line].reverse();
  const lengthM = lengthOf(outwards);
  const cutM = Math.max(lengthM - HEAD_M, lengthM / 2);
  const place = placeAt(outwards, cutM);
  const kept = slice(outwards, 0, place);
  if (kept.length < 2) return line;
  const last = along(pointAtPlace(outwards, place), directionAtPlace(kept, kept.length - 2), lengthM - cutM);
  const movedM = distance(last, outwards[outwards.length - 1]);
  if (movedM > NOTED_FROM_M) {
    report.add(
      'repaired',
      'dead-end',
      `way/${ways[0]}`,
      `its end made straight for a turning circle: moved by ${movedM.toFixed(1)} m`,
    );
  }
  const result = [...kept, last];
  return end === 'to' ? result : result.reverse();
}
