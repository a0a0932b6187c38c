import { contains, signedArea, untangle, withoutRepeats } from '../geometry/polygon';
import { crossings, distanceToLine, offsetRight, pointAtPlace, simplify, slice } from '../geometry/polyline';
import { roundCorners } from '../geometry/round-corners';
import { add, along, cross, direction, distance, dot, type Point, reverse, rightOf, unit } from '../geometry/vector';
import { halfWidthM, turningHeadRadiusM } from './class-defaults';
import type { StreetPlan } from './plan';
import { streetGraphOf } from './plan-graph';
import type { PlanArm, PlanLink } from './plan-links';

/** The land between streets, from the back of one sidewalk to the back of the next. */
export interface Block {
  /** Made of the first street side in the alphabet ('blk:from:to'), so that it stays while that side stays. */
  readonly id: string;
  readonly outline: readonly Point[];
  readonly areaM2: number;
  /** Counter-clockwise as one walks round the block with the block on the left. */
  readonly streets: readonly BlockSide[];
}

export interface BlockSide {
  readonly link: PlanLink;
  /** True where the walk round the block runs against the link. */
  readonly reversed: boolean;
  /** Back of the sidewalk from the link's centre line. */
  readonly insetM: number;
}

/** A link walked in one direction, the face on its left. */
interface Side extends BlockSide {
  readonly from: string;
  readonly to: string;
  readonly line: readonly Point[];
}

const SMALLEST_BLOCK_M2 = 60;
const CORNER_RADIUS_M = 7;
const CORNER_REACH_M = 250;
const EXTENSION_M = 120;
const HEAD_WAYS = [-1.2, -0.6, -0.2, 0.2, 0.7, 1.7]; // forward per metre aside: a circle in twelve steps

/**
 * Faces of the street network as building blocks. Each face's border is moved inwards by the road's half width and
 * sidewalk; where that turns parts inside out (acute tips, dead ends close to another street) they are cut away.
 */
export function blocksOf(plan: StreetPlan): Block[] {
  const blocks: Block[] = [];
  for (const face of facesOf(plan)) {
    const id = nameOf(face);
    const pieces = insetFace(face).sort((a, b) => signedArea(b) - signedArea(a));
    pieces.forEach((piece, k) => {
      const streets = face.filter((side) => pieces.length === 1 || borders(side, piece));
      blocks.push({
        id: k === 0 ? id : `${id}.${k + 1}`,
        outline: piece,
        areaM2: signedArea(piece),
        streets: streets.map(({ link, reversed, insetM }) => ({ link, reversed, insetM })),
      });
    });
  }
  return blocks.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function borders(side: Side, piece: readonly Point[]): boolean {
  return piece.some((at) => distanceToLine(at, side.line) < side.insetM + 1.5);
}

function nameOf(face: readonly Side[]): string {
  let first: string | undefined;
  for (const { from, to, link } of face) {
    const name = `${from}:${to}:${link.street.id}`;
    if (first === undefined || name < first) first = name;
  }
  const [from, to] = first!.split(':');
  const twin = face.filter((side) => side.from === from && side.to === to).length > 1;
  return twin ? `blk:${first}` : `blk:${from}:${to}`;
}

/** Bounded faces, each as its sides in counter-clockwise order. */
function facesOf(plan: StreetPlan): Side[][] {
  const graph = streetGraphOf(plan);
  const key = (link: PlanLink, reversed: boolean) => `${link.id}${reversed ? '<' : '>'}`;
  const seen = new Set<string>();
  const faces: Side[][] = [];
  for (const link of graph.links) {
    for (const reversed of [false, true]) {
      if (seen.has(key(link, reversed))) continue;
      const face: Side[] = [];
      let current: { link: PlanLink; reversed: boolean } = { link, reversed };
      while (!seen.has(key(current.link, current.reversed))) {
        seen.add(key(current.link, current.reversed));
        face.push(sideOf(current.link, current.reversed));
        const node = current.reversed ? current.link.from : current.link.to;
        current = nextSide(graph.arms.get(node)!, current);
      }
      if (face.every((side) => side.link.ring)) continue; // the island of a roundabout
      if (signedArea(withoutRepeats(face.flatMap((side) => side.line))) > SMALLEST_BLOCK_M2) faces.push(face);
    }
  }
  return faces;
}

/** At a node the face on the left goes on along the arm next clockwise of the one it came by. */
function nextSide(arms: readonly PlanArm[], current: { link: PlanLink; reversed: boolean }) {
  const back = arms.findIndex((arm) => arm.link === current.link && arm.reversed !== current.reversed);
  const next = arms[(back + arms.length - 1) % arms.length];
  return { link: next.link, reversed: next.reversed };
}

function sideOf(link: PlanLink, reversed: boolean): Side {
  return {
    link,
    reversed,
    from: reversed ? link.to : link.from,
    to: reversed ? link.from : link.to,
    line: reversed ? [...link.centre].reverse() : link.centre,
    insetM: halfWidthM(link.section) + link.section.sidewalkM,
  };
}

function insetFace(face: readonly Side[]): Point[][] {
  const shifted = face.map((side) => extended(offsetRight(side.line, -side.insetM)));
  const starts = new Array<number>(face.length).fill(1);
  const ends = shifted.map((line) => line.length - 2);
  const joins: Point[][] = [];
  for (let i = 0; i < face.length; i++) {
    const j = (i + 1) % face.length;
    const met = face[i].link === face[j].link ? undefined : cornerOf(face[i], face[j], shifted[i], shifted[j]);
    if (met) {
      ends[i] = met.atA;
      starts[j] = met.atB;
      joins.push([]);
    } else joins.push(outerJoin(face[i], face[j]));
  }
  const ring: Point[] = [];
  for (let i = 0; i < face.length; i++) {
    if (starts[i] < ends[i]) ring.push(...slice(shifted[i], starts[i], ends[i]));
    else ring.push(pointAtPlace(shifted[i], starts[i]), pointAtPlace(shifted[i], ends[i]));
    ring.push(...joins[i]);
  }
  return untangle(withoutRepeats(ring, 0.005), SMALLEST_BLOCK_M2)
    .filter((piece) => liesInside(piece, face))
    .map((piece) => roundCorners(withoutRepeats(simplifyRing(piece), 0.05), CORNER_RADIUS_M))
    .filter((piece) => signedArea(piece) >= SMALLEST_BLOCK_M2);
}

function simplifyRing(ring: Point[]): Point[] {
  return simplify([...ring, ring[0]], 0.05).slice(0, -1);
}

/** Where two neighbouring shifted sides meet near their common node, going on straight beyond it where they must. */
function cornerOf(a: Side, b: Side, shiftedA: readonly Point[], shiftedB: readonly Point[]) {
  const node = b.line[0];
  let best: { atA: number; atB: number } | undefined;
  let nearestM = isInnerCorner(a, b) ? CORNER_REACH_M : Math.max(a.insetM, b.insetM) * 1.6;
  for (const met of crossings(shiftedA, shiftedB)) {
    const awayM = distance(pointAtPlace(shiftedA, met.atA), node);
    if (awayM < nearestM) {
      nearestM = awayM;
      best = met;
    }
  }
  return best;
}

/** True where the walk bends to the left at the node, so that the shifted sides cross before they reach it. */
function isInnerCorner(a: Side, b: Side): boolean {
  const { length } = a.line;
  return cross(direction(a.line[length - 2], a.line[length - 1]), direction(b.line[0], b.line[1])) > 0;
}

function extended(line: readonly Point[]): Point[] {
  const last = line.length - 1;
  const before = along(line[0], direction(line[1], line[0]), EXTENSION_M);
  return [before, ...line, along(line[last], direction(line[last - 1], line[last]), EXTENSION_M)];
}

/** Round the outside of a sharp bend at the wider of the two insets, or round the turning head of a dead end. */
function outerJoin(a: Side, b: Side): Point[] {
  const node = b.line[0];
  const incoming = direction(a.line[a.line.length - 2], node);
  const outgoing = direction(node, b.line[1]);
  const from = reverse(rightOf(incoming));
  const to = reverse(rightOf(outgoing));
  if (a.link === b.link) {
    const reachM = turningHeadRadiusM(a.link.section) + a.link.section.sidewalkM;
    const round = [...HEAD_WAYS.map((forward) => along(from, incoming, forward)), incoming];
    for (const forward of [...HEAD_WAYS].reverse()) round.push(along(to, incoming, forward));
    return round.map((way) => along(node, unit(way), reachM));
  }
  if (dot(incoming, outgoing) > 0.97 || cross(incoming, outgoing) > 0) return [];
  const insetM = Math.max(a.insetM, b.insetM);
  return [from, unit(add(from, to)), to].map((way) => along(node, way, insetM));
}

/** A loop that survived the untangling though it lies nearer to a street than it may is not land. */
function liesInside(piece: readonly Point[], face: readonly Side[]): boolean {
  const border = withoutRepeats(face.flatMap((side) => side.line));
  let wrong = 0;
  for (const at of piece) {
    const tooNear = face.some((side) => distanceToLine(at, side.line) < side.insetM * 0.8);
    if (tooNear || !contains(border, at)) wrong++;
  }
  return wrong * 2 < piece.length;
}
