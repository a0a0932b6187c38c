import type { Junction, JunctionControl, Signal } from '../../../scene/schema/roads';
import { turnBetween } from '../../geometry/polyline';
import type { Point } from '../../geometry/vector';
import { reverse } from '../../geometry/vector';
import { GUTTER_M, isLopsided } from '../class-defaults';
import { controlOf } from './control';
import type { Corner } from './corners';
import { crossingOf, type PlannedCrossing } from './crossings';
import { turnBack, turningHead } from './dead-end';
import { assignLanes, type LaneArrows, type LaneTurn } from './lane-use';
import { leaving, type Movement, movementsFrom, type Permits } from './movements';
import { type Arm, laneId } from './network';
import { junctionOutline } from './outline';
import { type Program, programOf } from './signal-program';
import { type SignalledTurn, stagesOf } from './signal-stages';
import { turnAlong, turnCurve } from './turn-curve';

/** A junction ready for the file, and the plan of its signal where it has one. */
export interface BuiltJunction {
  readonly junction: Junction;
  readonly program?: Program;
}

/** What an import knows of a junction beyond its form. */
export interface JunctionRules {
  readonly permits: Permits;
  readonly arrowsOf: (arm: Arm) => LaneArrows | undefined;
  /** The way that vehicles keep to inside it, between their lanes: round an island. */
  readonly wayOf: (movement: Movement) => readonly Point[] | undefined;
  /** Whether people cross an arm where a signal lets them. */
  readonly isCrossed: (arm: Arm, arms: readonly Arm[]) => boolean;
  /** Signs instead of the rule by rank. */
  readonly signs: (arms: readonly Arm[]) => { control: JunctionControl; major: readonly Arm[] } | undefined;
}

/** Undefined where nobody can go on: a one-way road runs out of the plan or into it. */
export function buildJunction(
  node: string,
  arms: readonly Arm[],
  corners: readonly Corner[],
  signalled: boolean,
  rules?: JunctionRules,
): BuiltJunction | undefined {
  const turns = turnsOf(arms, corners, rules);
  if (turns.length === 0) return undefined;
  const outline = arms.length === 1 ? turningHead(arms[0]) : junctionOutline(arms, corners);
  const settled = rules?.signs(arms) ?? controlOf(arms, turns);
  const walks = signalled ? walksOf(arms, corners, rules) : [];
  const program = signalled ? programOf(arms, stagesOf(arms, turns, walks), walks) : undefined;
  const kept = walks.filter((_, k) => program!.walked[k]);
  const junction: Junction = {
    id: node,
    node,
    control: signalled ? 'signal' : settled.control,
    outline,
    turns: turns.map((turn, k) => ({
      id: turnId(node, turn),
      fromLane: laneId(turn.movement.from.inbound!, turn.fromLane),
      toLane: laneId(turn.movement.to.outbound!, turn.toLane),
      direction: turn.movement.direction,
      shape: [...turn.shape],
      ...(signalled ? { signalIndex: k } : {}),
    })),
  };
  if (kept.length > 0) {
    junction.crossings = kept.map(({ arm, path, widthM }, k) => ({
      id: `${node}:walk:${arm.key}`,
      path,
      widthM,
      edge: (arm.inbound ?? arm.outbound)!.id,
      signalIndex: turns.length + k,
    }));
  }
  if (!signalled && settled.major.length > 0) junction.major = settled.major.map((arm) => arm.inbound!.id).sort();
  return { junction, program: program && withoutUnwalked(program, turns.length) };
}

/** Every lane's turns, arm by arm, with their curves. */
function turnsOf(arms: readonly Arm[], corners: readonly Corner[], rules?: JunctionRules): SignalledTurn[] {
  return arms.flatMap((arm) =>
    assignLanes(movementsFrom(arm, arms, rules?.permits), arms.length === 2, rules?.arrowsOf(arm)).map(
      (turn): SignalledTurn => {
        const { from, to } = turn.movement;
        if (from === to && arms.length === 1 && !isLopsided(from.section)) {
          return { ...turn, shape: turnBack(from, turn.fromLane) };
        }
        const fromLane = from.inbound!.laneShapes[turn.fromLane];
        const toLane = to.outbound!.laneShapes[turn.toLane];
        const way = rules?.wayOf(turn.movement);
        const shape = way
          ? turnAlong(fromLane, way, toLane)
          : turnCurve(fromLane, toLane, widestRadiusM(turn, corners));
        return { ...turn, shape };
      },
    ),
  );
}

/** A right turn keeps to the kerb, as does any way round a mere bend; other left turns take all the room there is. */
function widestRadiusM({ movement, fromLane, toLane }: LaneTurn, corners: readonly Corner[]): number {
  const { from, to, direction } = movement;
  const after = corners.find(({ right, left }) => right === from && left === to);
  if (direction === 'left') {
    const before = corners.length === 2 ? corners.find(({ right, left }) => right === to && left === from) : undefined;
    return before?.meets ? before.radiusM + to.halfM + to.outbound!.laneOffsetsM[toLane] : Number.POSITIVE_INFINITY;
  }
  if (!after?.meets) return Number.POSITIVE_INFINITY;
  const besideM = after.radiusM + GUTTER_M + (Math.min(fromLane, toLane) + 0.5) * from.section.laneWidthM;
  if (direction === 'right') return besideM;
  const { cosine } = turnBetween(reverse(leaving(from)), leaving(to));
  const halfCosine = Math.sqrt((1 + cosine) / 2);
  return besideM + halfCosine / Math.max(1 - halfCosine, 1e-6); // a metre nearer to the kerb at the middle of the bend
}

function walksOf(arms: readonly Arm[], corners: readonly Corner[], rules?: JunctionRules): PlannedCrossing[] {
  const walks: PlannedCrossing[] = [];
  for (const arm of arms) {
    const meetsM = corners.map(({ right, left, meets }) =>
      meets ? Math.max(right === arm ? meets.rightM : 0, left === arm ? meets.leftM : 0) : 0,
    );
    const walk = crossingOf(arm, Math.max(0, ...meetsM), rules?.isCrossed(arm, arms));
    if (walk) walks.push(walk);
  }
  return walks;
}

export const turnId = (node: string, { movement, fromLane, toLane }: LaneTurn): string =>
  `${node}:${movement.from.key}${fromLane}:${movement.to.key}${toLane}`;

function withoutUnwalked(program: Program, turns: number): Program {
  const phases = program.phases.map(({ seconds, state }) => ({
    seconds,
    state: [...state].filter((_, k) => k < turns || program.walked[k - turns]).join(''),
  }));
  return { ...program, phases };
}

export function signalOf(node: string, program: Program, offsetSeconds: number): Signal {
  return { id: `signal:${node}`.slice(0, 80), junction: node, offsetSeconds, phases: program.phases };
}
