import { outlineFault, signedArea } from '../../../scene/rules/outline-test';
import { untangle } from '../../geometry/polygon';
import { roundToCentimetres, simplify } from '../../geometry/polyline';
import type { Point } from '../../geometry/vector';
import type { OsmData, OsmRelation, OsmWay, Tags } from '../read/osm-data';
import type { Report } from '../report';

/** A thing of the map that has an area, with its outer rings in metres. */
export interface MappedArea {
  readonly element: string;
  /** 'w12' or 'r34', with '.2' for a further ring. */
  readonly id: string;
  readonly tags: Tags;
  readonly outline: readonly Point[];
}

type PlaceOf = (node: string) => Point | undefined;

/** Every closed way and multipolygon that is asked for, as sound outlines; what cannot be one is listed. */
export function areasOf(
  data: OsmData,
  at: PlaceOf,
  isWanted: (tags: Tags) => boolean,
  box: Box,
  report: Report,
): MappedArea[] {
  const areas: MappedArea[] = [];
  const add = (element: string, id: string, tags: Tags, nodes: readonly string[]) => {
    const points = nodes.map(at);
    if (points.includes(undefined)) {
      report.add('dropped', 'open-area', element, 'some of its corners are not in the file');
      return;
    }
    const clipped = clip(points as Point[], box);
    if (clipped.length < 3) return;
    const outline = soundOutline(clipped);
    if (outline) areas.push({ element, id, tags, outline });
    else report.add('dropped', 'unsound-area', element, 'its outline crosses itself or has no area');
  };
  for (const way of data.ways.values()) {
    if (!isWanted(way.tags) || way.nodes.length < 3) continue;
    const closed = way.nodes[0] === way.nodes[way.nodes.length - 1];
    if (closed) add(`way/${way.id}`, `w${way.id}`, way.tags, way.nodes.slice(0, -1));
    else if (way.tags.has('building')) report.add('dropped', 'open-area', `way/${way.id}`, 'its outline is not closed');
  }
  for (const relation of data.relations.values()) {
    if (relation.tags.get('type') !== 'multipolygon' || !isWanted(relation.tags)) continue;
    const element = `relation/${relation.id}`;
    const rings = outerRings(relation, data.ways, element, report);
    rings.forEach((ring, k) => {
      add(element, k === 0 ? `r${relation.id}` : `r${relation.id}.${k + 1}`, relation.tags, ring);
    });
    if (relation.members.some(({ role }) => role === 'inner')) {
      report.add(
        'not-carried',
        'inner-ring',
        element,
        'its courts or islands are filled: an outline here has no holes',
      );
    }
  }
  return areas;
}

function outerRings(
  relation: OsmRelation,
  ways: ReadonlyMap<string, OsmWay>,
  element: string,
  report: Report,
): string[][] {
  const open: string[][] = [];
  let missing = 0;
  for (const { type, ref, role } of relation.members) {
    if (type !== 'way' || (role !== 'outer' && role !== '')) continue;
    const way = ways.get(ref);
    if (way && way.nodes.length > 1) open.push([...way.nodes]);
    else missing++;
  }
  if (missing > 0)
    report.add('repaired', 'missing-member', element, `${missing} of its outer ways are not in the file`);
  const rings: string[][] = [];
  for (let run = open.pop(); run; run = open.pop()) {
    for (;;) {
      const end = run[run.length - 1];
      if (end === run[0]) {
        rings.push(run.slice(0, -1));
        break;
      }
      const k = open.findIndex((other) => other[0] === end || other[other.length - 1] === end);
      if (k < 0) {
        report.add('dropped', 'open-area', element, 'its outer ways do not close');
        break;
      }
      const [next] = open.splice(k, 1);
      run.push(...(next[0] === end ? next : next.reverse()).slice(1));
    }
  }
  return rings.filter((ring) => ring.length >= 3);
}

const TOLERANCE_M = 0.05;
const MOST_POINTS = 4_000;

/** Counter-clockwise, to the centimetre, free of spikes; the largest part of one that crosses itself. */
export function soundOutline(points: readonly Point[]): Point[] | undefined {
  const first = tidy(points);
  if (first.length < 3) return undefined;
  const ring = signedArea(first) < 0 ? first.reverse() : first;
  const fault = ring.length <= MOST_POINTS ? outlineFault(ring) : undefined;
  if (!fault && ring.length <= MOST_POINTS) return ring;
  if (ring.length > 400) return undefined;
  const parts = untangle(ring, 1).sort((a, b) => signedArea(b) - signedArea(a));
  const largest = parts[0] && tidy(parts[0]);
  return largest && largest.length >= 3 && !outlineFault(largest) ? largest : undefined;
}

function tidy(points: readonly Point[]): Point[] {
  let ring = roundToCentimetres(points);
  if (ring.length > 3) ring = simplify([...ring, ring[0]], TOLERANCE_M).slice(0, -1);
  while (ring.length > 1 && ring[0][0] === ring[ring.length - 1][0] && ring[0][1] === ring[ring.length - 1][1])
    ring.pop();
  return ring;
}

export interface Box {
  readonly min: Point;
  readonly max: Point;
}

/** The part of an outline within a box, side by side (Sutherland & Hodgman 1974). */
function clip(points: readonly Point[], { min, max }: Box): Point[] {
  let ring = [...points];
  for (const [axis, limit, sign] of [
    [0, min[0], 1],
    [0, max[0], -1],
    [1, min[1], 1],
    [1, max[1], -1],
  ] as const) {
    if (ring.every((at) => sign * (at[axis] - limit) >= 0)) continue;
    const kept: Point[] = [];
    for (let i = 0; i < ring.length; i++) {
      const a = ring[i];
      const b = ring[(i + 1) % ring.length];
      const da = sign * (a[axis] - limit);
      const db = sign * (b[axis] - limit);
      if (da >= 0) kept.push(a);
      if (da >= 0 !== db >= 0) {
        const t = da / (da - db);
        kept.push([a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]);
      }
    }
    ring = kept;
  }
  return ring;
}
