/**
 * A minute of the network. Works hold their head while their pumps can; those that cannot run on their curves, and a
 * works that would take water back lets none through. A tank that would run over within the minute takes none, one that
 * would run dry gives none. What nothing reaches is left out. Each of these is found by solving again, at most a dozen
 * times, in an order that the question alone decides.
 */
import type { PressureSolution, PressureSolver } from '../../kernel';
import { mostM3PerS, speedFor } from './pumps';
import type { Answer, Question } from './question';
import { markFed, touchesOf } from './reach';

const MOST_ROUNDS = 12;
/** Of what numerics leave behind. */
const NO_FLOW_M3PER_S = 1e-7;

const HOLDS = 0;
const AT_FULL_SPEED = 1;
const SHUT = 2;

export function answerWater(question: Question, solver: PressureSolver): Answer {
  const { network, snapshot, firstOutlet, firstWorks, worksOfPump } = question;
  const inner = network.heightM.length;
  const works = network.heldCount - firstWorks;
  const touches = touchesOf(network);
  const pipeIsOpen = snapshot.pipeIsOpen.slice();
  const pumpSpeed = snapshot.pumpSpeed.slice();
  const demand = snapshot.demandM3PerS.slice();
  const opening = snapshot.openingM3PerS.slice();
  const heldHeadM = snapshot.heldHeadM.slice();
  const mode = new Uint8Array(works);
  const runs = (pump: number) => pumpSpeed[pump] > 0;
  let solution: PressureSolution | null = null;
  let fed: Uint8Array = new Uint8Array(inner);
  const settle = () => {
    for (let k = 0; k < works; k++) {
      const isFed = worksOfPump.some((of, pump) => of === k && snapshot.pumpSpeed[pump] > 0);
      if (!isFed) mode[k] = SHUT;
      pipeIsOpen[firstOutlet + firstWorks + k] = mode[k] === HOLDS ? 1 : 0;
    }
    for (let j = 0; j < pumpSpeed.length; j++) {
      const of = worksOfPump[j];
      pumpSpeed[j] = of >= 0 && mode[of] !== AT_FULL_SPEED ? 0 : snapshot.pumpSpeed[j];
    }
    fed = markFed(network, touches, pipeIsOpen, runs);
    for (let n = 0; n < inner; n++) {
      demand[n] = fed[n] === 1 ? snapshot.demandM3PerS[n] : 0;
      opening[n] = fed[n] === 1 ? snapshot.openingM3PerS[n] : 0;
    }
    solution = solver.solve(network, {
      demandM3PerS: demand,
      openingM3PerS: opening,
      heldHeadM,
      pipeIsOpen,
      pumpSpeed,
    });
  };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    settle();
    if (!correct(question, solution!, mode, pipeIsOpen)) break;
  }
  if (levelBehindShut(question, solution!, pipeIsOpen, heldHeadM)) settle();
  return told(question, solution!, fed, mode, pumpSpeed, pipeIsOpen);
}

/**
 * The engine lets a little creep through what is shut, by the difference of heads, and tells nobody. So behind a shut
 * outlet the water is put where it stands before it; the engine's own shut valves between nodes take as they give.
 */
function levelBehindShut(
  { network, snapshot, firstOutlet }: Question,
  { headM }: PressureSolution,
  pipeIsOpen: Uint8Array,
  heldHeadM: Float64Array,
): boolean {
  let isAny = false;
  heldHeadM.set(snapshot.heldHeadM);
  for (let k = 0; k < network.heldCount; k++) {
    if (pipeIsOpen[firstOutlet + k] === 1) continue;
    heldHeadM[k] = headM[network.pipeTo[firstOutlet + k]];
    isAny = true;
  }
  return isAny;
}

/** Whether something has to be otherwise than it was solved with. */
function correct(question: Question, solution: PressureSolution, mode: Uint8Array, pipeIsOpen: Uint8Array): boolean {
  const { firstOutlet, firstWorks, stepSeconds, roomM3, heldM3 } = question;
  let isOff = false;
  for (let k = 0; k < firstWorks; k++) {
    const pipe = firstOutlet + k;
    if (pipeIsOpen[pipe] === 0) continue;
    const out = solution.pipeM3PerS[pipe] * stepSeconds;
    if (out <= heldM3[k] && -out <= roomM3[k]) continue;
    pipeIsOpen[pipe] = 0;
    isOff = true;
  }
  for (let k = 0; k < mode.length; k++) {
    const flow = solution.pipeM3PerS[firstOutlet + firstWorks + k];
    if (mode[k] !== HOLDS) continue;
    if (flow < -NO_FLOW_M3PER_S) {
      mode[k] = SHUT;
      isOff = true;
    } else if (flow > capacityM3PerS(question, k, liftM(question, k))) {
      mode[k] = AT_FULL_SPEED;
      isOff = true;
    }
  }
  return isOff;
}

/** From the reservoir that a works lifts from to the head that it holds. */
function liftM(question: Question, works: number): number {
  const pump = question.worksOfPump.indexOf(works);
  return question.snapshot.heldHeadM[question.firstWorks + works] - suctionHeadM(question, pump);
}

/** Head of the source that stands at the node that a pump of a works draws from. */
function suctionHeadM({ network, snapshot, firstOutlet, firstWorks }: Question, pump: number): number {
  const node = network.pumpFrom[pump];
  for (let k = 0; k < firstWorks; k++) if (network.pipeTo[firstOutlet + k] === node) return snapshot.heldHeadM[k];
  return network.heightM[node];
}

function capacityM3PerS({ network, snapshot, worksOfPump }: Question, works: number, headM: number): number {
  let sum = 0;
  for (let j = 0; j < worksOfPump.length; j++) {
    if (worksOfPump[j] !== works || !(snapshot.pumpSpeed[j] > 0)) continue;
    sum += mostM3PerS(headM, network.pumpHeadM[j], network.pumpFlowM3PerS[j]);
  }
  return sum;
}

const states = { solved: 0, unbalanced: 1, failed: 2 } as const;

function told(
  question: Question,
  solution: PressureSolution,
  fed: Uint8Array,
  mode: Uint8Array,
  solvedSpeed: Float64Array,
  pipeIsOpen: Uint8Array,
): Answer {
  const { network, snapshot, firstOutlet, firstWorks, worksOfPump } = question;
  const { heightM } = network;
  const headM = solution.headM.map((head, n) => (fed[n] === 1 ? head : Number.NaN));
  const pipeM3PerS = solution.pipeM3PerS.map((flow, i) => (pipeIsOpen[i] === 1 ? flow : 0));
  // Below its least pressure a node gives back some drops (EPANET's law goes on beyond its end): they are in the balance.
  const servedM3PerS = solution.servedM3PerS.map((flow, n) => (fed[n] === 1 ? flow : 0));
  const escapedM3PerS = solution.escapedM3PerS.map((flow, n) =>
    fed[n] === 1 && snapshot.openingM3PerS[n] > 0 ? Math.max(0, flow) : 0,
  );
  const pumpM3PerS = solution.pumpM3PerS.map((flow, j) => (solvedSpeed[j] > 0 ? flow : 0));
  const pumpSpeed = solvedSpeed.slice();
  const pumpHeadM = pumpSpeed.map((speed, j) => {
    const head = (n: number) => (Number.isNaN(headM[n]) ? heightM[n] : headM[n]);
    return speed > 0 ? head(network.pumpTo[j]) - head(network.pumpFrom[j]) : 0;
  });
  for (let k = 0; k < mode.length; k++) {
    if (mode[k] !== HOLDS) continue;
    shareOut(question, k, pipeM3PerS[firstOutlet + firstWorks + k], pumpM3PerS, pumpSpeed, pumpHeadM);
  }
  const state = states[solution.state];
  const askedM3PerS = snapshot.demandM3PerS;
  return { state, headM, askedM3PerS, servedM3PerS, escapedM3PerS, pipeM3PerS, pumpM3PerS, pumpSpeed, pumpHeadM };

  /** As few pumps as can, all at one speed. */
  function shareOut(
    of: Question,
    works: number,
    flow: number,
    flows: Float64Array,
    speeds: Float64Array,
    heads: Float64Array,
  ): void {
    const lift = liftM(of, works);
    const running: number[] = [];
    let most = 0;
    for (let j = 0; j < worksOfPump.length && (most < flow || running.length === 0); j++) {
      if (worksOfPump[j] !== works || !(snapshot.pumpSpeed[j] > 0)) continue;
      running.push(j);
      most += mostM3PerS(lift, network.pumpHeadM[j], network.pumpFlowM3PerS[j]);
    }
    if (!(flow > NO_FLOW_M3PER_S)) return;
    for (const j of running) {
      const own = (flow * mostM3PerS(lift, network.pumpHeadM[j], network.pumpFlowM3PerS[j])) / most;
      flows[j] = own;
      speeds[j] = speedFor(lift, own, network.pumpHeadM[j], network.pumpFlowM3PerS[j]);
      heads[j] = lift;
    }
  }
}
