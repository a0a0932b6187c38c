/** Junctions: what regulates them, the ground that they cover, and which of their edges are a roundabout's ring. */
import type { Junction, JunctionControl, Point } from '../../../scene';
import { outlineFault } from '../../../scene/rules/outline-test';
import { readWords } from '../read-values';
import type { NetDraft } from './draft';
import { hullOf, rounded, twiceAreaM2 } from './geometry';
import type { NetElements, NetJunction } from './net-elements';
import { carryInnerWaits, carryRightOfWay } from './right-of-way';
import type { DraftTurn } from './turns';

const MOST_TURNS = 256;
const MOST_CORNERS = 4_000;
/** Half of the side of the ground drawn under a junction that has none. */
const LEAST_GROUND_M = 2;

/** SUMO's types in ours; a word beside where something is lost. Who goes first is the matrix's to say, not the type's. */
const controls: Readonly<Record<string, readonly [JunctionControl, string?]>> = {
  priority: ['priority'],
  priority_stop: ['priority', 'a stop sign; that one has to stop there is not carried over'],
  traffic_light: ['signal'],
  traffic_light_unregulated: ['free', 'a signal without right of way between its greens'],
  traffic_light_right_on_red: ['signal', 'turning on red after a stop is not carried over'],
  right_before_left: ['right-before-left'],
  left_before_right: ['right-before-left', 'left before right; carried by who yields to whom'],
  allway_stop: ['all-way-stop'],
  zipper: ['free', 'a zipper merge; carried as two that yield to each other'],
  unregulated: ['free'],
  rail_signal: ['priority', 'a rail signal'],
  rail_crossing: ['priority', 'a level crossing; trains are not carried over'],
  dead_end: ['free'],
  district: ['free'],
};

export function draftJunctions(net: NetElements, turns: readonly DraftTurn[], draft: NetDraft): void {
  const rings = ringEdges(net);
  const turnsOf = new Map<string, DraftTurn[]>();
  for (const turn of turns) {
    const list = turnsOf.get(turn.junction);
    if (list === undefined) turnsOf.set(turn.junction, [turn]);
    else list.push(turn);
  }
  carryInnerWaits(net.junctions, turns);
  const done = new Set<string>();
  for (const junction of net.junctions) {
    const node = draft.nodes.get(junction.id);
    const own = turnsOf.get(junction.id);
    if (node === undefined || own === undefined || done.has(junction.id)) continue;
    done.add(junction.id);
    draft.junctions.push(draftJunction(junction, node, own, rings, draft));
  }
}

function draftJunction(
  junction: NetJunction,
  node: { readonly id: string; readonly at: Point },
  turns: readonly DraftTurn[],
  rings: ReadonlyMap<string, readonly string[]>,
  draft: NetDraft,
): Junction {
  if (turns.length > MOST_TURNS) {
    draft.note(
      'broken',
      ['junction', junction.id],
      `expected at most ${MOST_TURNS} ways, found ${turns.length}; the rest is left out`,
    );
  }
  const kept = turns.slice(0, MOST_TURNS);
  if (kept.length === turns.length) carryRightOfWay(junction, kept, draft);
  const ring = (rings.get(junction.id) ?? [])
    .map((name) => draft.edges.get(name))
    .filter((edge) => edge !== undefined && edge.to === node.id)
    .map((edge) => edge!.id);
  const signalled = kept.some((turn) => turn.signal !== undefined && turn.linkIndex !== undefined);
  const drafted: Junction = {
    id: node.id,
    node: node.id,
    control: controlOf(junction, signalled, ring.length > 0, draft),
    outline: groundOf(junction, node.at, kept, draft),
    turns: kept.map(({ turn }) => turn),
  };
  if (drafted.control === 'roundabout') drafted.major = ring;
  return drafted;
}

function controlOf(junction: NetJunction, signalled: boolean, isRing: boolean, draft: NetDraft): JunctionControl {
  const type = junction.attributes.get('type') ?? '';
  const path = ['junction', junction.id, 'type'];
  if (!Object.hasOwn(controls, type)) {
    draft.note('guessed', path, `expected a known type, found "${type.slice(0, 60)}"; taken as priority`);
    return signalled ? 'signal' : 'priority';
  }
  const [control, lost] = controls[type];
  if (lost !== undefined) draft.note('changed', path, `"${type}" becomes "${control}": ${lost}`);
  if (signalled) return 'signal';
  if (control === 'signal') {
    draft.note('changed', path, 'no way of this junction obeys a signal; taken as priority');
    return isRing ? 'roundabout' : 'priority';
  }
  return isRing && control === 'priority' ? 'roundabout' : control;
}

/** The shape counter-clockwise; its hull where it crosses itself; a small square where there is none. */
function groundOf(junction: NetJunction, at: Point, turns: readonly DraftTurn[], draft: NetDraft): Point[] {
  const points = (draft.shapeOf(junction.attributes.get('shape')) ?? []).slice(0, MOST_CORNERS);
  const last = points[points.length - 1];
  if (points.length > 1 && points[0][0] === last[0] && points[0][1] === last[1]) points.pop();
  const turned = twiceAreaM2(points) < 0 ? points.reverse() : points;
  if (turned.length >= 3 && outlineFault(turned) === undefined) return turned;
  const path = ['junction', junction.id, 'shape'];
  const hull = hullOf(turned);
  if (hull.length >= 3 && twiceAreaM2(hull) > 2 && outlineFault(hull) === undefined) {
    draft.note('changed', path, 'the shape crosses itself; its hull is taken');
    return hull;
  }
  draft.note('guessed', path, 'the shape encloses no ground; a small square is drawn');
  const ends = [at, ...turns.map(({ turn }) => turn.shape[0])];
  const xs = ends.map(([x]) => x);
  const ys = ends.map(([, y]) => y);
  const [west, east] = [Math.min(...xs) - LEAST_GROUND_M, Math.max(...xs) + LEAST_GROUND_M];
  const [south, north] = [Math.min(...ys) - LEAST_GROUND_M, Math.max(...ys) + LEAST_GROUND_M];
  return [rounded([west, south]), rounded([east, south]), rounded([east, north]), rounded([west, north])];
}

/** By junction: the edges of the roundabouts that it belongs to. */
function ringEdges(net: NetElements): Map<string, string[]> {
  const rings = new Map<string, string[]>();
  for (const roundabout of net.roundabouts) {
    const edges = readWords(roundabout.get('edges'));
    for (const node of readWords(roundabout.get('nodes'))) rings.set(node, [...(rings.get(node) ?? []), ...edges]);
  }
  return rings;
}
