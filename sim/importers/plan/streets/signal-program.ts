import { classRank } from '../class-defaults';
import type { PlannedCrossing } from './crossings';
import type { Arm } from './network';
import type { Stage } from './signal-stages';

/** A junction's fixed-time plan. */
export interface Program {
  readonly cycleSeconds: number;
  readonly phases: { seconds: number; state: string }[];
  /** Second of the cycle at which each stage turns green. */
  readonly stageStarts: readonly number[];
  readonly stages: readonly Stage[];
  /** By crossing: whether any stage lets people walk. */
  readonly walked: readonly boolean[];
}

const YELLOW_SECONDS = 3; // GB 14886-2016
const ALL_RED_SECONDS = 2;
const LEAST_WALK_SECONDS = 6;
const WALKING_SPEED_MPS = 1.2;
const LONGEST_CYCLE_SECONDS = 150;
const SHORTEST_GREEN_SECONDS = 5; // what many arms share when even the longest cycle is too short for them

export function programOf(arms: readonly Arm[], stages: readonly Stage[], walks: readonly PlannedCrossing[]): Program {
  const changeSeconds = YELLOW_SECONDS + ALL_RED_SECONDS;
  const least = stages.map((stage) => Math.max(stage.leastSeconds, walkNeedSeconds(stage, walks)));
  const leastCycle = least.reduce((sum, seconds) => sum + seconds + changeSeconds, 0);
  const shortest = stages.length * (SHORTEST_GREEN_SECONDS + changeSeconds);
  const cycleSeconds = Math.max(usualCycleSeconds(arms), Math.min(leastCycle, LONGEST_CYCLE_SECONDS), shortest);
  const greens = shareOut(cycleSeconds - stages.length * changeSeconds, least, stages);

  const phases: { seconds: number; state: string }[] = [];
  const stageStarts: number[] = [];
  const walked = walks.map(() => false);
  let at = 0;
  stages.forEach((stage, s) => {
    stageStarts.push(at);
    const next = stages[(s + 1) % stages.length];
    const clearSeconds = clearanceSeconds(stage, walks, greens[s]);
    const walkSeconds = greens[s] - clearSeconds;
    const canWalk = stage.crossings.map((open) => open && walkSeconds >= LEAST_WALK_SECONDS);
    canWalk.forEach((open, k) => {
      walked[k] ||= open;
    });
    const turns = stage.turns.join('');
    if (canWalk.includes(true) && clearSeconds > 0) {
      phases.push({ seconds: walkSeconds, state: turns + canWalk.map((open) => (open ? 'G' : 'r')).join('') });
      phases.push({ seconds: clearSeconds, state: turns + 'r'.repeat(walks.length) });
    } else {
      phases.push({ seconds: greens[s], state: turns + canWalk.map((open) => (open ? 'G' : 'r')).join('') });
    }
    if (stages.length > 1) {
      const red = 'r'.repeat(walks.length);
      phases.push({ seconds: YELLOW_SECONDS, state: changing(stage, next, 'y') + red });
      phases.push({ seconds: ALL_RED_SECONDS, state: changing(stage, next, 'r') + red });
    }
    at += greens[s] + changeSeconds;
  });
  return { cycleSeconds, phases, stageStarts, stages, walked };
}

/** Every signal on an arterial runs the same cycle, so that they can be coordinated. */
function usualCycleSeconds(arms: readonly Arm[]): number {
  const highest = Math.max(...arms.map((arm) => arm.rank));
  if (highest >= classRank.arterial) return 100;
  return highest >= classRank.collector ? 70 : 60;
}

/** A movement that goes on in the next stage keeps its letter through the change. */
function changing(stage: Stage, next: Stage, letter: 'y' | 'r'): string {
  return stage.turns.map((now, k) => (now === 'r' ? 'r' : next.turns[k] === now ? now : letter)).join('');
}

/** Seconds that people who stepped out last need beyond the change itself. */
function clearanceSeconds(stage: Stage, walks: readonly PlannedCrossing[], greenSeconds: number): number {
  let longestM = 0;
  stage.crossings.forEach((open, k) => {
    if (open) longestM = Math.max(longestM, walks[k].walkM);
  });
  const seconds = Math.ceil(longestM / WALKING_SPEED_MPS) - YELLOW_SECONDS - ALL_RED_SECONDS;
  return Math.min(Math.max(seconds, 0), greenSeconds);
}

function walkNeedSeconds(stage: Stage, walks: readonly PlannedCrossing[]): number {
  if (!stage.crossings.includes(true)) return 0;
  return LEAST_WALK_SECONDS + clearanceSeconds(stage, walks, Number.POSITIVE_INFINITY);
}

/** Everybody's least first, the rest by weight, in whole seconds that add up. */
function shareOut(totalSeconds: number, least: readonly number[], stages: readonly Stage[]): number[] {
  const leastSeconds = least.reduce((sum, seconds) => sum + seconds, 0);
  const spare = totalSeconds - leastSeconds;
  if (spare < 0) {
    const shortest = least.length * SHORTEST_GREEN_SECONDS;
    const share = (totalSeconds - shortest) / (leastSeconds - shortest);
    const cut = least.map((s) => SHORTEST_GREEN_SECONDS + Math.floor((s - SHORTEST_GREEN_SECONDS) * share));
    cut[0] += totalSeconds - cut.reduce((sum, seconds) => sum + seconds, 0);
    return cut;
  }
  const weights = stages.map(({ weight }) => weight);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const greens = least.map((seconds, s) => seconds + Math.floor((Math.max(spare, 0) * weights[s]) / all));
  greens[0] += totalSeconds - greens.reduce((sum, seconds) => sum + seconds, 0);
  return greens;
}
