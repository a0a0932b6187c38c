import type { Title } from '../../../scene/schema/primitives';
import type { RoadClass } from '../../../scene/schema/roads';
import type { Point } from '../../geometry/vector';
import type { DirectionLanes } from '../tags/lanes';

/**
 * A piece of road between two nodes where the network branches, ends or changes. It runs in the direction of its way,
 * or of its traffic where that has only one. Where one drives on the left, all of this is a mirror image (x west), so
 * that whatever follows need know one side only.
 */
export interface Segment {
  /** Its ways in order from `from` to `to`; the first names it. */
  readonly ways: readonly string[];
  readonly nodes: readonly string[];
  readonly line: readonly Point[];
  readonly from: string;
  readonly to: string;
  readonly roadClass: RoadClass;
  readonly name?: Title;
  /** Same street, same key; '' where it has no name and no number. */
  readonly streetKey: string;
  readonly along: DirectionLanes;
  readonly back?: DirectionLanes;
  readonly laneWidthM: number;
  readonly sidewalkM: number;
  readonly speedKmh: number;
  readonly speedBackKmh: number;
  /** The way of a roundabout that it is a part of. */
  readonly ring?: string;
  /** Tagged as lying within a junction. */
  readonly inside: boolean;
  readonly level: number;
  readonly busOnly: boolean;
}

export type SegmentEnd = 'from' | 'to';

/** Segments by the nodes that they begin or end at; one that does both is there twice. */
export function endsByNode(segments: Iterable<Segment>): Map<string, { segment: Segment; end: SegmentEnd }[]> {
  const ends = new Map<string, { segment: Segment; end: SegmentEnd }[]>();
  const add = (node: string, segment: Segment, end: SegmentEnd) => {
    const list = ends.get(node);
    if (list) list.push({ segment, end });
    else ends.set(node, [{ segment, end }]);
  };
  for (const segment of segments) {
    add(segment.from, segment, 'from');
    add(segment.to, segment, 'to');
  }
  return ends;
}

export const isOneWay = (segment: Segment): boolean => segment.back === undefined;
/** The way that touches a segment's end. */
export const wayAt = ({ ways }: Segment, end: SegmentEnd): string => (end === 'from' ? ways[0] : ways[ways.length - 1]);

/** 'w12:3:45' for the direction along, as long as no other piece has taken it. */
export const segmentName = (segment: Segment): string => `w${segment.ways[0]}`;
