/** Webster's method on a scene's signal: which lanes and stages there are, what they carry, and the program that follows. */
import type { Network } from '../network';
import { flowsOf, restartCount } from './counts';
import { type ProgramPhase, programOf, type SignalProgram, setProgram } from './program';
import type { Seen } from './seen';
import { GREEN, GREEN_YIELDS, shownIn } from './shown';
import { FIXED, type Signals } from './signal-state';
import { toMs } from './timetable';
import { type Stage, type TurnFlow, type WebsterLimits, type WebsterPlan, websterPlan } from './webster';

/**
 * A lane's saturation flow: the headway of our drivers at a stop line (1,876 veh/h straight on at 50 km/h; measured), of
 * which the time to move up by one vehicle's room grows where a bend is taken more slowly.
 */
const THROUGH_HEADWAY_S = 3_600 / 1_876;
const THROUGH_MPS = 50 / 3.6;
const ROOM_M = 7;

export function saturationPerHour({ roads }: Network, turn: number): number {
  const bendMps = Math.min(THROUGH_MPS, roads.trackSpeedMps[roads.laneCount + turn]);
  return 3_600 / (THROUGH_HEADWAY_S + ROOM_M / bendMps - ROOM_M / THROUGH_MPS);
}

export interface Retimed {
  readonly program: SignalProgram;
  readonly plan: WebsterPlan;
}

/** The program that serves these flows best; `flow` answers vehicles an hour by turn. */
export function retimed(
  signals: Signals,
  network: Network,
  s: number,
  flow: (turn: number) => number,
  limits?: WebsterLimits,
): Retimed {
  const { layout } = signals;
  const { firsts, stages } = stagesOf(signals, network, s);
  const plan = websterPlan(stages, turnFlows(network, turnsOf(signals, network, s), flow), limits);
  const first = network.roads.signalPhaseStart[s];
  const program = programOf(signals, network, s);
  const phases: ProgramPhase[] = [...program.phases];
  firsts.forEach((stage, k) => {
    // The time for those who walk last stays as it is; the first phase of the stage takes the rest.
    let walked = 0;
    for (let p = stage + 1; p <= layout.stageLast[stage]; p++) walked += phases[p - first].seconds;
    phases[stage - first] = { ...phases[stage - first], seconds: Math.max(1, plan.greenSeconds[k] - walked) };
  });
  return { program: { ...program, phases }, plan };
}

function turnsOf({ layout }: Signals, { signalTurnStart, signalTurns }: Network, s: number): number[] {
  const turns: number[] = [];
  for (let m = layout.memberStart[s]; m < layout.memberStart[s + 1]; m++) {
    const member = layout.members[m];
    for (let k = signalTurnStart[member]; k < signalTurnStart[member + 1]; k++) turns.push(signalTurns[k]);
  }
  return turns;
}

export function stagesOf(signals: Signals, network: Network, s: number): { firsts: number[]; stages: Stage[] } {
  const { roads } = network;
  const { layout } = signals;
  const from = roads.signalPhaseStart[s];
  const to = roads.signalPhaseStart[s + 1];
  const turns = turnsOf(signals, network, s);
  const firsts: number[] = [];
  const stages: Stage[] = [];
  for (let p = from; p < to; p++) {
    if (layout.stageFirst[p] !== p) continue;
    let leastSeconds = 0;
    for (let q = p; q <= layout.stageLast[p]; q++) leastSeconds += layout.leastGreenSeconds[q];
    let clearanceSeconds = 0;
    for (let k = 1; k < to - from; k++) {
      const next = from + ((layout.stageLast[p] - from + k) % (to - from));
      if (layout.phaseIsGreen[next] === 1) break;
      clearanceSeconds += signals.phaseSeconds[next];
    }
    const greens = turns.map((turn) => {
      const member = roads.junctionSignal[roads.turnJunction[turn]];
      const shown = shownIn(roads, p + roads.signalPhaseStart[member] - from, roads.turnSignalIndex[turn]);
      return shown === GREEN ? 2 : shown === GREEN_YIELDS ? 1 : 0;
    });
    firsts.push(p);
    stages.push({ greens, leastSeconds, clearanceSeconds });
  }
  return { firsts, stages };
}

function turnFlows(network: Network, turns: readonly number[], flow: (turn: number) => number): TurnFlow[] {
  const { roads } = network;
  return turns.map((turn) => {
    // Those of its foes that go first where neither is held by a red: they come on one lane at most at a time.
    const byLane = new Map<number, number>();
    for (let k = roads.foeStart[turn]; k < roads.foeStart[turn + 1]; k++) {
      if (roads.foeYield[k] !== 1) continue;
      const foe = roads.foeTurn[k];
      const lane = roads.turnFromLane[foe];
      byLane.set(lane, (byLane.get(lane) ?? 0) + flow(foe));
    }
    return {
      lane: roads.turnFromLane[turn],
      flowPerHour: flow(turn),
      saturationPerHour: saturationPerHour(network, turn),
      opposingPerHour: [...byLane.values()].reduce((sum, each) => sum + each, 0),
    };
  });
}

/** Works out new times for the signals whose count is complete, and begins the next count. */
export function retimeWhereDue(signals: Signals, network: Network, seen: Seen, nowMs: number): void {
  const { roads } = network;
  for (let s = 0; s < signals.phase.length; s++) {
    const everyMs = toMs(signals.retimeSeconds[s]);
    if (everyMs === 0 || roads.signalLeader[s] !== s || signals.control[s] !== FIXED || signals.phase[s] < 0) continue;
    if (nowMs - signals.countedFromMs[s] < everyMs) continue;
    const flows = flowsOf(signals, network, seen, s, nowMs);
    setProgram(signals, network, s, retimed(signals, network, s, (turn) => flows.get(turn) ?? 0).program);
    restartCount(signals, network, seen, s, nowMs);
  }
}
