import { crossings } from '../../geometry/polyline';
import { distance, dot, type Point } from '../../geometry/vector';
import { classRank } from '../class-defaults';
import type { PlannedCrossing } from './crossings';
import type { LaneTurn } from './lane-use';
import { leaving } from './movements';
import type { Arm } from './network';

/** A turn as a signal sees it. */
export interface SignalledTurn extends LaneTurn {
  readonly shape: readonly Point[];
}

type Letter = 'G' | 'g' | 'r';

/** One green period: who goes, and how much it weighs against the others. */
export interface Stage {
  /** Arms whose through traffic moves; a wave along their street is timed to this stage. */
  readonly through: readonly Arm[];
  readonly turns: readonly Letter[];
  readonly crossings: readonly boolean[];
  readonly weight: number;
  readonly leastSeconds: number;
}

const LEAST_THROUGH_SECONDS = 12;
const LEAST_LEFT_SECONDS = 9;
const AXIS_WEIGHT = 1.3;

/**
 * Stages by axes: two arms that are each other's straight-ahead go together, with a left-turn stage after it where an
 * arterial has lanes for nothing else; every other arm goes alone. Left turns without a lane of their own, and right
 * turns, yield. No two turns that cross are both protected: the lesser of them yields instead.
 */
export function stagesOf(
  arms: readonly Arm[],
  turns: readonly SignalledTurn[],
  walks: readonly PlannedCrossing[],
): Stage[] {
  const stages: Stage[] = [];
  for (const axis of axesOf(arms, turns)) {
    const lefts = turns.filter((turn) => isProtectedLeft(turn, axis));
    stages.push(stage(turns, walks, axis, (turn) => throughLetter(turn, axis, lefts.includes(turn))));
    if (lefts.length === 0) continue;
    const free = axis.filter((arm) => !lefts.some(({ movement }) => movement.from !== arm)); // nobody turns across it
    const leftStage = stage(turns, walks, [], (turn) => leftLetter(turn, lefts, free));
    const weight = Math.max(...axis.map((arm) => lefts.filter(({ movement }) => movement.from === arm).length)) * 0.7;
    stages.push({ ...leftStage, weight, leastSeconds: LEAST_LEFT_SECONDS });
  }
  return stages;
}

function axesOf(arms: readonly Arm[], turns: readonly SignalledTurn[]): Arm[][] {
  const onward = new Map<Arm, Arm>();
  for (const { movement } of turns) if (movement.direction === 'straight') onward.set(movement.from, movement.to);
  const axes: Arm[][] = [];
  const done = new Set<Arm>();
  for (const arm of arms) {
    if (done.has(arm) || !turns.some(({ movement }) => movement.from === arm)) continue;
    const opposite = onward.get(arm);
    const axis = opposite && !done.has(opposite) && onward.get(opposite) === arm ? [arm, opposite] : [arm];
    for (const member of axis) done.add(member);
    const shared = axis.length === 1 && axes.find((other) => other.every((one) => isSplitFrom(one, arm)));
    if (shared) shared.push(arm);
    else axes.push(axis);
  }
  const importance = (axis: Arm[]) => axis.length + 10 * Math.max(...axis.map((arm) => arm.rank));
  return axes
    .map((axis, i) => ({ axis, i }))
    .sort((a, b) => importance(b.axis) - importance(a.axis) || a.i - b.i)
    .map(({ axis }) => axis);
}

/** Carriageways of one road with one-way traffic each, side by side or opposite: they come in at places apart. */
function isSplitFrom(a: Arm, b: Arm): boolean {
  if (a.outbound && b.outbound) return false;
  return distance(a.line[0], b.line[0]) > APART_M && Math.abs(dot(leaving(a), leaving(b))) > PARALLEL_COSINE;
}

const APART_M = 3;
const PARALLEL_COSINE = 0.85;

function isProtectedLeft({ movement, exclusive }: SignalledTurn, axis: readonly Arm[]): boolean {
  const { from, direction } = movement;
  return (
    axis.length >= 2 && axis.includes(from) && direction === 'left' && exclusive && from.rank >= classRank.arterial
  );
}

function throughLetter({ movement }: SignalledTurn, axis: readonly Arm[], waits: boolean): Letter {
  if (!axis.includes(movement.from) || waits) return 'r';
  if (movement.direction === 'straight') return 'G';
  if (movement.direction === 'left') return axis.length === 1 ? 'G' : 'g';
  return 'g';
}

function leftLetter(turn: SignalledTurn, lefts: readonly SignalledTurn[], free: readonly Arm[]): Letter {
  if (lefts.includes(turn)) return 'G';
  if (!free.includes(turn.movement.from)) return 'r';
  return turn.movement.direction === 'straight' ? 'G' : 'g';
}

function stage(
  turns: readonly SignalledTurn[],
  walks: readonly PlannedCrossing[],
  through: readonly Arm[],
  letterOf: (turn: SignalledTurn) => Letter,
): Stage {
  const letters = turns.map(letterOf);
  const order = turns.map((_, k) => k).sort((a, b) => precedence(turns[a]) - precedence(turns[b]) || a - b);
  const protectedTurns: SignalledTurn[] = [];
  for (const k of order) {
    if (letters[k] !== 'G') continue;
    if (protectedTurns.some((other) => pathsMeet(turns[k], other))) letters[k] = 'g';
    else protectedTurns.push(turns[k]);
  }
  return {
    through,
    turns: letters,
    crossings: walks.map(({ arm }) => canWalk(arm, turns, letters)),
    weight: weightOf(turns, letters, through.length),
    leastSeconds: LEAST_THROUGH_SECONDS,
  };
}

const precedence = ({ movement }: SignalledTurn): number => (movement.direction === 'straight' ? 0 : 1);

/** Turns from different arms whose curves cross or that end on one lane. */
export function pathsMeet(a: SignalledTurn, b: SignalledTurn): boolean {
  if (a.movement.from === b.movement.from) return false;
  if (a.movement.to === b.movement.to && a.toLane === b.toLane) return true;
  return crossings(a.shape, b.shape).length > 0;
}

/** People cross an arm while nobody comes out of it and nobody turns into it without having to yield. */
function canWalk(arm: Arm, turns: readonly SignalledTurn[], letters: readonly Letter[]): boolean {
  return turns.every(({ movement }, k) => {
    if (movement.from === arm) return letters[k] === 'r';
    return movement.to !== arm || letters[k] !== 'G';
  });
}

/**
 * Green grows with a street's class, as each of its lanes carries more, and with the root of its lanes, as their number
 * answers a part of the traffic; an axis of two arms outweighs an arm alone.
 */
function weightOf(turns: readonly SignalledTurn[], letters: readonly Letter[], arms: number): number {
  const lanes = new Map<Arm, Set<number>>();
  turns.forEach(({ movement, fromLane }, k) => {
    if (letters[k] === 'r') return;
    lanes.set(movement.from, (lanes.get(movement.from) ?? new Set()).add(fromLane));
  });
  let most = 0;
  for (const [arm, moving] of lanes) most = Math.max(most, Math.sqrt(moving.size) * (0.25 + 0.25 * arm.rank));
  return arms > 1 ? most * AXIS_WEIGHT : most;
}
