import type { TurnDirection } from '../../../scene/schema/roads';
import { directionAtPlace, placeAt, turnBetween } from '../../geometry/polyline';
import { direction, distance, type Point, reverse } from '../../geometry/vector';
import type { Arm } from './network';

/** A way through a junction, from arm to arm, before lanes are assigned. */
export interface Movement {
  readonly from: Arm;
  readonly to: Arm;
  readonly direction: TurnDirection;
}

const STRAIGHT_COSINE = 0.5; // up to 60°
const SAME_STREET_BONUS = 0.3;
const HAIRPIN_COSINE = -0.77; // 140° and more

/** Which ways from arm to arm a junction has beyond what its form says: bans, islands. */
export type Permits = (from: Arm, to: Arm) => boolean;

/** Ways out for traffic that comes in by an arm, from the rightmost to the leftmost. */
export function movementsFrom(from: Arm, arms: readonly Arm[], permits: Permits = () => true): Movement[] {
  if (!from.inbound) return [];
  const i = arms.indexOf(from);
  const around = [...arms.slice(i + 1), ...arms.slice(0, i)].filter((arm) => arm.outbound);
  const open = around.filter((to) => isDrivable(from, to, arms) && permits(from, to));
  const ways = onOwnCarriageway(from, open, arms);
  if (ways.length === 0) return from.outbound ? [{ from, to: from, direction: 'u-turn' }] : [];

  if (ways.some((arm) => arm.link.ring)) return ways.map((to) => roundaboutMovement(from, to));

  const heading = reverse(leaving(from));
  let straight = -1;
  let best = STRAIGHT_COSINE;
  ways.forEach((to, k) => {
    const { cosine } = turnBetween(heading, leaving(to));
    const score = cosine + (to.link.street.id === from.link.street.id ? SAME_STREET_BONUS : 0);
    if (cosine > STRAIGHT_COSINE && score > best) {
      best = score;
      straight = k;
    }
  });
  return ways.map((to, k) => {
    if (k === straight) return { from, to, direction: 'straight' };
    const isRight = straight >= 0 ? k < straight : turnBetween(heading, leaving(to)).sine < 0;
    return { from, to, direction: isRight ? 'right' : 'left' };
  });
}

/**
 * Where several carriageways of a wide junction run side by side, each goes on as its own: the outer one into the outer
 * one beyond. Ways that leave from one point are no such carriageways.
 */
function onOwnCarriageway(from: Arm, ways: readonly Arm[], arms: readonly Arm[]): readonly Arm[] {
  const heading = reverse(leaving(from));
  const abreast = (arm: Arm) =>
    arm === from ||
    (distance(arm.line[0], from.line[0]) > APART_M &&
      turnBetween(heading, reverse(leaving(arm))).cosine > ABREAST_COSINE);
  const beside = arms.filter((arm) => arm.inbound && abreast(arm));
  if (beside.length < 2) return ways;
  const onward = ways.filter((arm) => turnBetween(heading, leaving(arm)).cosine > ABREAST_COSINE);
  if (onward.length < 2) return ways;
  const isRightOf = (arm: Arm) => turnBetween(heading, direction(from.line[0], arm.line[0])).sine < 0;
  const fromKerb = beside.filter((arm) => arm !== from && isRightOf(arm)).length;
  const own = onward[Math.min(fromKerb, onward.length - 1)];
  return ways.filter((arm) => arm === own || !onward.includes(arm));
}

const ABREAST_COSINE = 0.85;
const APART_M = 3;

/** On a circle everybody comes in to the right, goes on, and leaves to the right. */
function roundaboutMovement(from: Arm, to: Arm): Movement {
  return { from, to, direction: from.link.ring && to.link.ring ? 'straight' : 'right' };
}

/** Direction in which an arm leaves its junction, taken at the stop line. */
export function leaving(arm: Arm): Point {
  return directionAtPlace(arm.line, placeAt(arm.line, arm.setBackM));
}

/** Ramps join a two-way expressway on their own side only, and nobody bends back into a ramp. */
function isDrivable(from: Arm, to: Arm, arms: readonly Arm[]): boolean {
  const ramps = [from, to].filter((arm) => arm.link.street.class === 'ramp').length;
  if (ramps === 0) return true;
  if (turnBetween(reverse(leaving(from)), leaving(to)).cosine < HAIRPIN_COSINE) return false;
  const other = from.link.street.class === 'ramp' ? to : from;
  if (ramps === 2 || other.link.street.class !== 'expressway' || other.section.oneWay) return true;
  return arms[(arms.indexOf(from) + 1) % arms.length] === to;
}
