import type { Junction, RoadEdge, RoadLane, RoadsFile, Turn } from '../schema/roads';

/** A turn with what decides who goes first: where it comes from, with which heading, and how it bends. */
export interface Approach {
  readonly turn: Turn;
  readonly from: RoadEdge;
  readonly to: RoadEdge;
  /** Unit vector of the way in, at the stop line. */
  readonly headingX: number;
  readonly headingY: number;
}

export function approachOf(turn: Turn, from: RoadEdge, fromLane: RoadLane, to: RoadEdge): Approach {
  const shape = fromLane.shape;
  const [x1, y1] = shape[shape.length - 1];
  const [x0, y0] = shape[shape.length - 2];
  const length = Math.sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0));
  const heading = length > 0 ? [(x1 - x0) / length, (y1 - y0) / length] : [1, 0];
  return { turn, from, to, headingX: heading[0], headingY: heading[1] };
}

export const GOES_FIRST = 0;
export const GIVES_WAY = 1;
export const EQUAL = 2;
export type Precedence = typeof GOES_FIRST | typeof GIVES_WAY | typeof EQUAL;

type DriveOn = RoadsFile['driveOn'];

/**
 * Who goes first of two turns whose paths meet, as the road rules of China (implementing regulations, articles 51 and
 * 52) and most others have it: signs before sides; a turn back gives way to all; a turn across the oncoming stream gives
 * way to it; else the side that one drives on goes first. Under a signal the same holds between greens that yield.
 */
export function precedence(a: Approach, b: Approach, junction: Junction, driveOn: DriveOn): Precedence {
  if (junction.control === 'all-way-stop') return EQUAL;
  const bySign = precedenceBySign(a, b, junction, driveOn);
  if (bySign !== EQUAL) return bySign;
  return precedenceByRule(a, b, driveOn);
}

/** The other way round: what b is to a when a is this to b. */
export function reverse(precedence: Precedence): Precedence {
  return precedence === EQUAL ? EQUAL : precedence === GIVES_WAY ? GOES_FIRST : GIVES_WAY;
}

function precedenceBySign(a: Approach, b: Approach, junction: Junction, driveOn: DriveOn): Precedence {
  const major = junction.major;
  if (major !== undefined && major.length > 0) return firstIf(major.includes(a.from.id), major.includes(b.from.id));
  // A ring without marked edges: those already on it come from the side that one does not drive on.
  if (junction.control === 'roundabout') return reverse(bySide(a, b, driveOn));
  if (junction.control === 'free') return firstIf(a.from.class !== 'ramp', b.from.class !== 'ramp');
  return EQUAL;
}

function precedenceByRule(a: Approach, b: Approach, driveOn: DriveOn): Precedence {
  const back = firstIf(a.turn.direction !== 'u-turn', b.turn.direction !== 'u-turn');
  if (back !== EQUAL) return back;
  if (a.from.id === b.from.id || cosine(a, b) > SAME_WAY) {
    return firstIf(a.turn.direction === 'straight', b.turn.direction === 'straight');
  }
  if (cosine(a, b) < -SAME_WAY) {
    const across = driveOn === 'right' ? 'left' : 'right';
    return firstIf(a.turn.direction !== across, b.turn.direction !== across);
  }
  return bySide(a, b, driveOn);
}

/** A cosine: within about 45° of one heading, or of its opposite. */
const SAME_WAY = 0.7;

function cosine(a: Approach, b: Approach): number {
  return a.headingX * b.headingX + a.headingY * b.headingY;
}

/** Whoever comes from the right goes first where one drives on the right; from the left where on the left. */
function bySide(a: Approach, b: Approach, driveOn: DriveOn): Precedence {
  const bComesFromRight = a.headingX * b.headingY - a.headingY * b.headingX;
  const bHasTheSide = driveOn === 'right' ? bComesFromRight : -bComesFromRight;
  if (Math.abs(bHasTheSide) < HARDLY_A_SIDE) return EQUAL;
  return bHasTheSide > 0 ? GIVES_WAY : GOES_FIRST;
}

/** Half a degree between two ways in: neither comes from a side. */
const HARDLY_A_SIDE = 0.01;

function firstIf(aIs: boolean, bIs: boolean): Precedence {
  return aIs === bIs ? EQUAL : aIs ? GOES_FIRST : GIVES_WAY;
}
