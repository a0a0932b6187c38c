/** Junctions as nodes: where SUMO puts them, unless that is too far from the lanes that end there. */
import type { Point } from '../../../scene';
import { readNumber } from '../read-values';
import { isWithinScene, type NetDraft } from './draft';
import { distanceM, rounded } from './geometry';
import type { NetElements, NetJunction } from './net-elements';

/** A scene's lanes end within 80 m of their node. */
const LANES_END_WITHIN_M = 80;

export function draftNodes(net: NetElements, draft: NetDraft): void {
  const ends = laneEnds(net, draft);
  for (const junction of net.junctions) {
    if (junction.attributes.get('type') !== 'internal') draftNode(junction, ends.get(junction.id) ?? [], draft);
  }
}

function draftNode({ id, attributes }: NetJunction, ends: readonly Point[], draft: NetDraft): void {
  const x = readNumber(attributes.get('x'));
  const y = readNumber(attributes.get('y'));
  const at = draft.pointAt(x ?? Number.NaN, y ?? Number.NaN);
  if (id === '' || !isWithinScene(at)) {
    draft.note('broken', ['junction', id], 'expected an id, and x and y within 200 km; the junction is left out');
  } else if (draft.nodes.has(id)) {
    draft.note('duplicate', ['junction', id], 'the junction is there already; this one is left out');
  } else if (ends.every((end) => distanceM(end, at) <= LANES_END_WITHIN_M)) {
    draft.nodes.set(id, { id: draft.nodeNames.of(id), at });
  } else {
    draft.note(
      'changed',
      ['junction', id],
      `lies over ${LANES_END_WITHIN_M} m from a lane that ends there; moved into their midst`,
    );
    draft.nodes.set(id, { id: draft.nodeNames.of(id), at: midstOf(ends) });
  }
}

/** By junction: where lanes end and begin. */
function laneEnds(net: NetElements, draft: NetDraft): Map<string, Point[]> {
  const ends = new Map<string, Point[]>();
  const add = (junction: string | undefined, point: Point) => {
    const known = ends.get(junction ?? '');
    if (known === undefined) ends.set(junction ?? '', [point]);
    else known.push(point);
  };
  for (const { attributes, lanes } of net.edges) {
    if ((attributes.get('function') ?? 'normal') !== 'normal') continue;
    for (const lane of lanes) {
      const shape = draft.shapeOf(lane.attributes.get('shape'));
      if (shape === undefined || shape.length === 0) continue;
      add(attributes.get('from'), shape[0]);
      add(attributes.get('to'), shape[shape.length - 1]);
    }
  }
  return ends;
}

function midstOf(points: readonly Point[]): Point {
  const [west, south, east, north] = points.reduce(
    ([w, s, e, n], [x, y]) => [Math.min(w, x), Math.min(s, y), Math.max(e, x), Math.max(n, y)],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  return rounded([(west + east) / 2, (south + north) / 2]);
}
