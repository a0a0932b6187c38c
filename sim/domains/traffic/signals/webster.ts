/**
 * Fixed times from flows (Webster 1958, Road Research Technical Paper 39): cycle C0 = (1.5 L + 5) / (1 − Y), greens in
 * proportion to the flow ratios of the critical lanes, where Y is their sum and L the time lost in a cycle. A lane that
 * has green in several stages needs so much of all of them together; one that must give way gets less through (the
 * gap-acceptance capacity of HCM 2010, chapter 18, against those who go first). Yellow makes up for the start-up of
 * each green, so that what is lost are the seconds between greens.
 *
 * Left out: pedestrians' delay to turning vehicles, and spill-back from the next junction.
 */
import { exp } from '../../../kernel/math';

export interface TurnFlow {
  /** Name of the lane, whatever it is: turns of one lane share it. */
  readonly lane: number;
  readonly flowPerHour: number;
  /** What a whole hour of green that goes first lets through on a lane of its own. */
  readonly saturationPerHour: number;
  /** Flow that goes first where the turn's green must give way. */
  readonly opposingPerHour: number;
}

export interface Stage {
  /** By turn: 0 red, 1 green that gives way, 2 green that goes first. */
  readonly greens: readonly number[];
  readonly leastSeconds: number;
  /** From the end of this stage's green to the beginning of the next: yellow and red. */
  readonly clearanceSeconds: number;
}

export interface WebsterPlan {
  readonly cycleSeconds: number;
  /** Green of each stage, whole seconds. */
  readonly greenSeconds: readonly number[];
  readonly flowRatio: number;
  readonly lostSeconds: number;
  /** More comes than any cycle can serve: the longest cycle, shared out by need. */
  readonly saturated: boolean;
}

export interface WebsterLimits {
  readonly shortestSeconds: number;
  readonly longestSeconds: number;
  /** Keeps to this cycle, as in a coordinated street. */
  readonly cycleSeconds?: number;
}

export const WEBSTER_LIMITS: WebsterLimits = { shortestSeconds: 40, longestSeconds: 150 };
/** Gap and follow-up time of those who turn through oncoming traffic at a signal (HCM 2010, chapter 18, permitted left turns). */
const CRITICAL_GAP_S = 4.5;
const FOLLOW_UP_S = 2.5;
/** Less than this of its saturation flow is no service to plan for. */
const LEAST_YIELDING_SHARE = 0.05;
const LEAST_GREEN_SHARE = 0.1;
/** Beyond this sum of flow ratios the formula's cycle grows without bound. */
const SATURATED_FROM = 0.95;

/** C0 = (1.5 L + 5) / (1 − Y), within the limits; the longest where Y leaves nothing. */
export function websterCycle(lostSeconds: number, flowRatio: number, limits: WebsterLimits = WEBSTER_LIMITS): number {
  if (limits.cycleSeconds !== undefined) return limits.cycleSeconds;
  if (flowRatio >= SATURATED_FROM) return limits.longestSeconds;
  const bestSeconds = (1.5 * lostSeconds + 5) / (1 - flowRatio);
  return Math.min(limits.longestSeconds, Math.max(limits.shortestSeconds, Math.round(bestSeconds)));
}

export function websterPlan(
  stages: readonly Stage[],
  turns: readonly TurnFlow[],
  limits: WebsterLimits = WEBSTER_LIMITS,
): WebsterPlan {
  // Who gives way meets the others while they have green, all of their flow in that share of the time: shares decide
  // about what gets through, and that about shares.
  let plan = planFor(
    stages,
    turns,
    stages.map(() => 1 / stages.length),
    limits,
  );
  for (let round = 0; round < ROUNDS; round++) {
    const { cycleSeconds, greenSeconds } = plan;
    plan = planFor(
      stages,
      turns,
      greenSeconds.map((green) => green / cycleSeconds),
      limits,
    );
  }
  return plan;
}

const ROUNDS = 3;

function planFor(
  stages: readonly Stage[],
  turns: readonly TurnFlow[],
  greenShares: readonly number[],
  limits: WebsterLimits,
): WebsterPlan {
  const shares = criticalShares(stages, turns, greenShares);
  const flowRatio = shares.reduce((sum, share) => sum + share, 0);
  const lostSeconds = stages.reduce((sum, { clearanceSeconds }) => sum + clearanceSeconds, 0);
  const least = stages.map(({ leastSeconds }) => Math.ceil(leastSeconds));
  const leastSeconds = least.reduce((sum, seconds) => sum + seconds, 0);
  const cycle = Math.max(websterCycle(lostSeconds, flowRatio, limits), Math.ceil(leastSeconds + lostSeconds));
  const greenSeconds = shareOut(cycle - lostSeconds, least, shares);
  const cycleSeconds = greenSeconds.reduce((sum, green) => sum + green, 0) + lostSeconds;
  return { cycleSeconds, greenSeconds, flowRatio, lostSeconds, saturated: flowRatio > 1 - lostSeconds / cycleSeconds };
}

/** Share of time that each stage needs, so that every lane gets what its flow demands of all its stages together. */
export function criticalShares(
  stages: readonly Stage[],
  turns: readonly TurnFlow[],
  greenShares: readonly number[],
): number[] {
  const lanes = [...new Set(turns.map(({ lane }) => lane))];
  const shares = stages.map(() => 0);
  // Worth of a second of each stage to each lane, against a second in which all its turns go first.
  const needs = lanes.map((lane) => {
    const own = turns.map((turn, t) => ({ turn, t })).filter(({ turn }) => turn.lane === lane);
    const ratio = own.reduce((sum, { turn }) => sum + turn.flowPerHour / turn.saturationPerHour, 0);
    const worth = stages.map(({ greens }, k) => {
      if (own.some(({ turn, t }) => greens[t] === 0 && turn.flowPerHour > 0)) return 0; // who must stand holds up his lane
      let slowed = 0;
      for (const { turn, t } of own) {
        slowed +=
          turn.flowPerHour / (turn.saturationPerHour * (greens[t] === 2 ? 1 : yieldingShare(turn, greenShares[k])));
      }
      return slowed > 0 ? ratio / slowed : 0;
    });
    return { ratio, worth };
  });
  // A lane all of whose turns never go together is served by whichever does most.
  const servedBy = (need: (typeof needs)[number]) => need.worth.filter((worth) => worth > 0).length;
  for (const need of [...needs].sort((a, b) => servedBy(a) - servedBy(b))) {
    if (need.ratio === 0 || servedBy(need) === 0) continue;
    const given = need.worth.reduce((sum, worth, k) => sum + worth * shares[k], 0);
    if (given >= need.ratio) continue;
    let best = 0;
    for (let k = 1; k < stages.length; k++) if (need.worth[k] > need.worth[best] + 1e-12) best = k;
    shares[best] += (need.ratio - given) / need.worth[best];
  }
  return shares;
}

/** What gets through while giving way, as a share of what goes first: q e^(−q tc) / (1 − e^(−q tf)) over s. */
function yieldingShare({ opposingPerHour, saturationPerHour }: TurnFlow, greenShare: number): number {
  const perSecond = opposingPerHour / 3_600 / Math.max(LEAST_GREEN_SHARE, greenShare);
  if (perSecond < 1e-9) return 1; // nobody comes towards him
  const through = (3_600 * perSecond * exp(-perSecond * CRITICAL_GAP_S)) / (1 - exp(-perSecond * FOLLOW_UP_S));
  return Math.min(1, Math.max(LEAST_YIELDING_SHARE, through / saturationPerHour));
}

/** Each its least, the rest in proportion to need; in whole seconds that add up. */
export function shareOut(totalSeconds: number, least: readonly number[], needs: readonly number[]): number[] {
  const weights = needs.some((need) => need > 0) ? needs : needs.map(() => 1);
  let open = weights.map((_, k) => k);
  const greens = [...least];
  // Who would get less than his least has it, and the others share what is left.
  for (;;) {
    const fixed = greens.reduce((sum, green, k) => (open.includes(k) ? sum : sum + green), 0);
    const weight = open.reduce((sum, k) => sum + weights[k], 0);
    const fair = (k: number) => (weight > 0 ? ((totalSeconds - fixed) * weights[k]) / weight : 0);
    const short = open.filter((k) => fair(k) < least[k]);
    if (short.length === 0 || short.length === open.length) {
      if (short.length === 0) for (const k of open) greens[k] = fair(k);
      break;
    }
    for (const k of short) greens[k] = least[k];
    open = open.filter((k) => !short.includes(k));
  }
  const whole = greens.map((green) => Math.floor(green + 1e-9));
  let over = Math.round(totalSeconds - whole.reduce((sum, green) => sum + green, 0));
  const order = greens.map((green, k) => ({ k, rest: green - whole[k] })).sort((a, b) => b.rest - a.rest || a.k - b.k);
  for (let i = 0; over > 0 && order.length > 0; i = (i + 1) % order.length, over--) whole[order[i].k]++;
  return whole;
}
