import type { RoadClass } from '../../../scene/schema/roads';
import { cross, distance, minus, type Point, unit } from '../../geometry/vector';
import type { Block } from '../blocks';
import { splitOutline } from './split-outline';

/** A block's front on one street: the chord of the street's centre line, walked with the block on the left. */
export interface Front {
  readonly street: string;
  readonly class: RoadClass;
  readonly from: Point;
  readonly to: Point;
  /** From the centre line to the block. */
  readonly insetM: number;
  readonly lengthM: number;
}

/** Fronts in walking order; neighbouring links of one street make one front. */
export function frontsOf(block: Block): Front[] {
  const fronts: Front[] = [];
  for (const side of block.streets) {
    const centre = side.reversed ? [...side.link.centre].reverse() : side.link.centre;
    const [from, to] = [centre[0], centre[centre.length - 1]];
    const before = fronts[fronts.length - 1];
    if (before && before.street === side.link.street.id && distance(before.to, from) < 1) {
      fronts[fronts.length - 1] = { ...before, to, lengthM: distance(before.from, to) };
    } else {
      const { id, class: roadClass } = side.link.street;
      fronts.push({ street: id, class: roadClass, from, to, insetM: side.insetM, lengthM: distance(from, to) });
    }
  }
  const [first, last] = [fronts[0], fronts[fronts.length - 1]];
  if (fronts.length > 2 && first.street === last.street && distance(last.to, first.from) < 1) {
    fronts[0] = { ...first, from: last.from, lengthM: distance(last.from, first.to) };
    fronts.pop();
  }
  return fronts;
}

/** Cuts the strip of a given depth along a front off some land: what lies in it, and what is left. */
export function cutFront(
  pieces: readonly (readonly Point[])[],
  front: Front,
  depthM: number,
): { strips: Point[][]; rest: Point[][] } {
  const direction = unit(minus(front.to, front.from));
  const inwards: Point = [-direction[1], direction[0]];
  const reachM = front.insetM + depthM + sagOf(pieces, front, direction);
  const through: Point = [front.from[0] + inwards[0] * reachM, front.from[1] + inwards[1] * reachM];
  const strips: Point[][] = [];
  const rest: Point[][] = [];
  for (const piece of pieces) {
    const { left, right } = splitOutline(piece, through, direction);
    strips.push(...right);
    rest.push(...left);
  }
  return { strips, rest };
}

/** A street that bends away leaves its chord: the strip is measured from the land's own edge in the middle of it. */
function sagOf(pieces: readonly (readonly Point[])[], front: Front, direction: Point): number {
  let nearest = Infinity;
  for (const piece of pieces) {
    for (const at of piece) {
      const along = (at[0] - front.from[0]) * direction[0] + (at[1] - front.from[1]) * direction[1];
      if (along < 0.2 * front.lengthM || along > 0.8 * front.lengthM) continue;
      nearest = Math.min(nearest, cross(direction, minus(at, front.from)));
    }
  }
  return nearest === Infinity ? 0 : Math.max(-20, Math.min(20, nearest - front.insetM));
}
