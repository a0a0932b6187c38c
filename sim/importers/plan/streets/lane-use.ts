import type { TurnDirection } from '../../../scene/schema/roads';
import type { Movement } from './movements';
import type { Roadway } from './network';

/** One lane's way through a junction. */
export interface LaneTurn {
  readonly movement: Movement;
  readonly fromLane: number;
  readonly toLane: number;
  /** The lane does nothing but turn left: a signal may give it a phase of its own. */
  readonly exclusive: boolean;
}

/** What is painted on each lane, from the kerb: the directions that it may be left in. */
export type LaneArrows = readonly ReadonlySet<TurnDirection>[];

interface LaneRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Which lanes serve which movements. Right turns leave from the kerb, left turns from the middle; straight traffic has
 * the lanes between and shares the outer ones, but no more lanes than go on beyond the junction. Lane 0 is at the kerb.
 */
export function assignLanes(movements: readonly Movement[], fanOut: boolean, arrows?: LaneArrows): LaneTurn[] {
  if (movements.length === 0) return [];
  const from = movements[0].from.inbound!;
  const lanes = from.laneOffsetsM.length;
  const marked = arrows && markedTurns(movements, arrows, from);
  const turns = marked ?? generalTurns(movements, from.firstGeneralLane, from.lastGeneralLane, fanOut);
  for (let lane = 0; lane < lanes; lane++) {
    if (lane < from.firstGeneralLane) turns.push(...busLaneTurns(movements, lane, 'right'));
    if (lane > from.lastGeneralLane) turns.push(...busLaneTurns(movements, lane, 'left'));
  }
  return turns.sort((a, b) => a.fromLane - b.fromLane);
}

function generalTurns(movements: readonly Movement[], first: number, last: number, fanOut: boolean): LaneTurn[] {
  const count = last - first + 1;
  const rights = movements.filter(({ direction }) => direction === 'right');
  const straight = movements.find(({ direction }) => direction === 'straight');
  const lefts = movements.filter(({ direction }) => direction === 'left');
  const turnsBack = movements.filter(({ direction }) => direction === 'u-turn');

  const turns: LaneTurn[] = [];
  for (const movement of turnsBack) turns.push(...spread(movement, { first, last }, 'middle', false));
  if (straight) {
    const onward = generalLanesOf(straight);
    const leftOnly = lefts.length > 0 && (count >= 3 || (count === 2 && onward === 1));
    let range: LaneRange = { first, last: leftOnly ? last - 1 : last };
    const surplus = range.last - range.first + 1 - onward;
    if (surplus > 0 && rights.length > 0) range = { first: range.first + 1, last: range.last };
    turns.push(...carryOn(straight, range, fanOut && rights.length + lefts.length === 0));
    for (const movement of rights) turns.push(...spread(movement, { first, last: first }, 'kerb', false));
    for (const movement of lefts) turns.push(...spread(movement, { first: last, last }, 'middle', leftOnly));
    return turns;
  }
  if (rights.length === 0 || lefts.length === 0) {
    for (const movement of rights) turns.push(...spread(movement, { first, last }, 'kerb', false));
    for (const movement of lefts) turns.push(...spread(movement, { first, last }, 'middle', true));
    return turns;
  }
  const leftLanes = count === 1 ? 1 : Math.max(1, Math.min(generalLanesOf(lefts[lefts.length - 1]), count - 1));
  const rightLanes = count === 1 ? 1 : count - leftLanes;
  for (const movement of rights)
    turns.push(...spread(movement, { first, last: first + rightLanes - 1 }, 'kerb', false));
  for (const movement of lefts)
    turns.push(...spread(movement, { first: last - leftLanes + 1, last }, 'middle', count > 1));
  return turns;
}

/**
 * Lanes as they are marked; undefined where the marks do not fit the junction: a way out that no lane leads to, a lane
 * that leads nowhere, or one direction from lanes that others lie between.
 */
function markedTurns(movements: readonly Movement[], arrows: LaneArrows, from: Roadway): LaneTurn[] | undefined {
  const { firstGeneralLane: first, lastGeneralLane: last } = from;
  if (arrows.length !== from.laneOffsetsM.length) return undefined;
  const turns: LaneTurn[] = [];
  const used = new Set<number>();
  for (const movement of movements) {
    const { direction } = movement;
    const lanes: number[] = [];
    for (let lane = first; lane <= last; lane++) if (arrows[lane].has(direction)) lanes.push(lane);
    const range = { first: lanes[0], last: lanes[lanes.length - 1] };
    if (lanes.length === 0 || range.last - range.first + 1 !== lanes.length) return undefined;
    for (const lane of lanes) used.add(lane);
    const onlyLeft = lanes.every((lane) => arrows[lane].size === 1);
    if (direction === 'straight') turns.push(...carryOn(movement, range, false));
    else if (direction === 'right') turns.push(...spread(movement, range, 'kerb', false));
    else turns.push(...spread(movement, range, 'middle', direction === 'left' && onlyLeft));
  }
  return used.size === last - first + 1 ? turns : undefined;
}

const generalLanesOf = ({ to }: Movement): number => to.outbound!.lastGeneralLane + 1 - to.outbound!.firstGeneralLane;

/** Lane by lane, beginning at the kerb or at the middle; lanes too many fall together on the last one. */
function spread(movement: Movement, range: LaneRange, side: 'kerb' | 'middle', exclusive: boolean): LaneTurn[] {
  const target = movement.to.outbound!;
  const turns: LaneTurn[] = [];
  for (let lane = range.first; lane <= range.last; lane++) {
    const step = side === 'kerb' ? lane - range.first : range.last - lane;
    const toLane =
      side === 'kerb'
        ? Math.min(target.firstGeneralLane + step, target.lastGeneralLane)
        : Math.max(target.lastGeneralLane - step, target.firstGeneralLane);
    turns.push({ movement, fromLane: lane, toLane, exclusive });
  }
  return turns;
}

/** Straight lanes keep their place in the cross-section as nearly as they can. */
function carryOn(movement: Movement, range: LaneRange, fanOut: boolean): LaneTurn[] {
  const from = movement.from.inbound!;
  const to = movement.to.outbound!;
  const lowest = to.firstGeneralLane;
  const highest = to.lastGeneralLane;
  const shift = bestShift(from, to, range);
  const turns: LaneTurn[] = [];
  for (let lane = range.first; lane <= range.last; lane++) {
    const toLane = Math.min(Math.max(lane + shift, lowest), highest);
    turns.push({ movement, fromLane: lane, toLane, exclusive: false });
    if (!fanOut) continue;
    if (lane === range.first) {
      for (let k = toLane - 1; k >= lowest; k--) turns.push({ movement, fromLane: lane, toLane: k, exclusive: false });
    }
    if (lane === range.last) {
      for (let k = toLane + 1; k <= highest; k++) turns.push({ movement, fromLane: lane, toLane: k, exclusive: false });
    }
  }
  return turns;
}

function bestShift(from: Roadway, to: Roadway, range: LaneRange): number {
  const lowest = to.firstGeneralLane - range.first;
  // A slip road joins at the kerb: it may not cross the lanes that go straight on.
  if (from.link.street.class === 'ramp' && to.link.street.class !== 'ramp') return lowest;
  const highest = to.lastGeneralLane - range.last;
  if (lowest >= highest) return lowest; // as many lanes, or fewer: they fall together on the middle side
  let best = lowest;
  let leastM = Number.POSITIVE_INFINITY;
  for (let shift = lowest; shift <= highest; shift++) {
    let sumM = 0;
    for (let lane = range.first; lane <= range.last; lane++) {
      sumM += Math.abs(from.laneOffsetsM[lane] - to.laneOffsetsM[lane + shift]);
    }
    if (sumM < leastM - 1e-9) {
      leastM = sumM;
      best = shift;
    }
  }
  return best;
}

/** Buses go straight on or turn to their lane's side; where neither leads on, they go wherever the road does. */
function busLaneTurns(movements: readonly Movement[], fromLane: number, side: 'left' | 'right'): LaneTurn[] {
  const usual = movements.filter(({ direction }) => direction === 'straight' || direction === side);
  return (usual.length > 0 ? usual : movements).map((movement) => {
    const target = movement.to.outbound!.laneOffsetsM.length - 1;
    const toMiddle = movement.direction === 'left' || (movement.direction === 'straight' && side === 'left');
    return { movement, fromLane, toLane: toMiddle ? target : Math.min(fromLane, target), exclusive: false };
  });
}
