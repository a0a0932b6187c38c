import type { Network } from '../network';
import { isGreen, shownIn } from './shown';

/**
 * What follows from a scene's programs alone, once and for all. A *stage* is a run of green phases that differ in
 * nothing but what they show to pedestrians: who walks first, and the time for those who stepped off last.
 */
export interface SignalLayout {
  /** Signals that switch together with leader s: members[k], k from memberStart[s]; none for one that follows another. */
  readonly memberStart: Uint32Array;
  readonly members: Uint32Array;
  /** Lanes whose stop lines leader s and those who switch with it guard: lanes[k], k from laneStart[s]. */
  readonly laneStart: Uint32Array;
  readonly lanes: Uint32Array;
  /** Crossings that obey signal s: crossings[k], k from crossingStart[s]. */
  readonly crossingStart: Uint32Array;
  readonly crossings: Uint32Array;
  /** Some way has green and none yellow, in all signals that switch as one: what may be stretched. */
  readonly phaseIsGreen: Uint8Array;
  /** First and last phase of the stage that a green phase belongs to; −1 for the others. */
  readonly stageFirst: Int32Array;
  readonly stageLast: Int32Array;
  /** After the end of a stage: how long its own program shows yellow, and then red, to those who lose their green. */
  readonly clearYellowSeconds: Float64Array;
  readonly clearRedSeconds: Float64Array;
  /** The shortest time that we give to a green phase: what its bounds say, time to start, and time to walk across. */
  readonly leastGreenSeconds: Float64Array;
}

/** Where a program never shows yellow and yet a green must end out of turn. */
const YELLOW_S = 3;
const ALL_RED_S = 1;
/** Drivers expect no less (FHWA Signal Timing Manual, 2nd edition, table 6-3: 5 s and more by class of road). */
const LEAST_GREEN_S = 5;
/** People see the sign and step off (same, walk interval 4 to 7 s); then they cross. */
const LEAST_WALK_S = 6;
const WALK_MPS = 1.2;

/** How long people need to step off at a crossing, beyond the least that everybody is given. */
export type StepOffSeconds = (crossing: number) => number;

export function layOut(network: Network, stepOffSeconds: StepOffSeconds = () => LEAST_WALK_S): SignalLayout {
  const { roads } = network;
  const count = roads.signalJunction.length;
  const phaseCount = roads.phaseSeconds.length;
  const byLeader: number[][] = Array.from({ length: count }, () => []);
  for (let s = 0; s < count; s++) if (roads.signalLeader[s] === s) byLeader[s].push(s); // first among its own
  for (let s = 0; s < count; s++) if (roads.signalLeader[s] !== s) byLeader[roads.signalLeader[s]].push(s);
  const bySignal: number[][] = Array.from({ length: count }, () => []);
  for (let c = 0; c < roads.crossingJunction.length; c++) {
    const signal = roads.junctionSignal[roads.crossingJunction[c]];
    if (signal >= 0 && roads.crossingSignalIndex[c] >= 0) bySignal[signal].push(c);
  }
  const lanes = byLeader.map((members) => lanesBefore(network, members));
  const layout: SignalLayout = {
    laneStart: startsOf(lanes),
    lanes: Uint32Array.from(lanes.flat()),
    memberStart: startsOf(byLeader),
    members: Uint32Array.from(byLeader.flat()),
    crossingStart: startsOf(bySignal),
    crossings: Uint32Array.from(bySignal.flat()),
    phaseIsGreen: new Uint8Array(phaseCount),
    stageFirst: new Int32Array(phaseCount).fill(-1),
    stageLast: new Int32Array(phaseCount).fill(-1),
    clearYellowSeconds: new Float64Array(phaseCount),
    clearRedSeconds: new Float64Array(phaseCount),
    leastGreenSeconds: new Float64Array(phaseCount),
  };
  for (let leader = 0; leader < count; leader++) {
    const members = byLeader[leader];
    if (members.length === 0) continue;
    const first = roads.signalPhaseStart[leader];
    const phases = roads.signalPhaseStart[leader + 1] - first;
    for (let k = 0; k < phases; k++) if (isGreenPhase(network, members, k)) layout.phaseIsGreen[first + k] = 1;
    findStages(network, members, layout);
    findClearances(network, members, layout);
    for (let k = 0; k < phases; k++) {
      layout.leastGreenSeconds[first + k] = leastGreen(network, members, bySignal, layout, k, stepOffSeconds);
    }
  }
  return layout;
}

function lanesBefore({ roads, signalTurnStart, signalTurns }: Network, members: readonly number[]): number[] {
  const lanes = new Set<number>();
  for (const member of members) {
    for (let k = signalTurnStart[member]; k < signalTurnStart[member + 1]; k++) {
      lanes.add(roads.turnFromLane[signalTurns[k]]);
    }
  }
  return [...lanes];
}

/** Letters of all ways (and, if wanted, crossings) of signals that switch as one, in their k-th phase. */
function lettersOf({ roads }: Network, members: readonly number[], k: number): number[] {
  return members.flatMap((member) => {
    const phase = roads.signalPhaseStart[member] + k;
    return [...roads.phaseStates.subarray(roads.phaseStateStart[phase], roads.phaseStateStart[phase + 1])];
  });
}

function isGreenPhase(network: Network, members: readonly number[], k: number): boolean {
  const text = String.fromCharCode(...lettersOf(network, members, k));
  return /[Gg]/.test(text) && !text.includes('y');
}

function turnLetters(network: Network, members: readonly number[], k: number): string {
  const { roads, signalTurnStart, signalTurns } = network;
  let text = '';
  for (const member of members) {
    const phase = roads.signalPhaseStart[member] + k;
    for (let i = signalTurnStart[member]; i < signalTurnStart[member + 1]; i++) {
      text += roads.phaseStates[roads.phaseStateStart[phase] + roads.turnSignalIndex[signalTurns[i]]];
      text += ' ';
    }
  }
  return text;
}

function findStages(network: Network, members: readonly number[], layout: SignalLayout): void {
  const first = network.roads.signalPhaseStart[members[0]];
  const count = network.roads.signalPhaseStart[members[0] + 1] - first;
  for (let k = 0; k < count; ) {
    if (layout.phaseIsGreen[first + k] === 0) {
      k++;
      continue;
    }
    let last = k;
    const letters = turnLetters(network, members, k);
    while (
      last + 1 < count &&
      layout.phaseIsGreen[first + last + 1] === 1 &&
      turnLetters(network, members, last + 1) === letters
    ) {
      last++;
    }
    layout.stageFirst.fill(first + k, first + k, first + last + 1);
    layout.stageLast.fill(first + last, first + k, first + last + 1);
    k = last + 1;
  }
}

/** Yellow and red after each stage as its program has them; a stage that has none is given the longest of its signal. */
function findClearances(network: Network, members: readonly number[], layout: SignalLayout): void {
  const { roads } = network;
  const first = roads.signalPhaseStart[members[0]];
  const count = roads.signalPhaseStart[members[0] + 1] - first;
  const { clearYellowSeconds, clearRedSeconds, phaseIsGreen } = layout;
  let mostYellow = 0;
  let mostRed = 0;
  for (let k = 0; k < count; k++) {
    if (phaseIsGreen[first + k] === 0) continue;
    const last = layout.stageLast[first + k] - first;
    for (let next = 1; next < count; next++) {
      const phase = (last + next) % count;
      if (phaseIsGreen[first + phase] === 1) break;
      const yellow = lettersOf(network, members, phase).includes(LETTER_y);
      if (yellow) clearYellowSeconds[first + k] += roads.phaseSeconds[first + phase];
      else clearRedSeconds[first + k] += roads.phaseSeconds[first + phase];
    }
    mostYellow = Math.max(mostYellow, clearYellowSeconds[first + k]);
    mostRed = Math.max(mostRed, clearRedSeconds[first + k]);
  }
  for (let k = 0; k < count; k++) {
    if (phaseIsGreen[first + k] === 0 || clearYellowSeconds[first + k] > 0) continue;
    clearYellowSeconds[first + k] = mostYellow > 0 ? mostYellow : YELLOW_S;
    clearRedSeconds[first + k] = mostYellow > 0 ? mostRed : ALL_RED_S;
  }
}

const LETTER_y = 'y'.charCodeAt(0);

/** A bound in the file is the owner's word; otherwise a green lets drivers start and people walk across. */
function leastGreen(
  network: Network,
  members: readonly number[],
  crossingsOf: readonly (readonly number[])[],
  layout: SignalLayout,
  k: number,
  stepOffSeconds: StepOffSeconds,
): number {
  const { roads } = network;
  const phase = roads.signalPhaseStart[members[0]] + k;
  const seconds = roads.phaseSeconds[phase];
  if (layout.phaseIsGreen[phase] === 0) return seconds;
  const bounded = roads.phaseMinSeconds[phase] !== roads.phaseMaxSeconds[phase];
  const first = layout.stageFirst[phase];
  // What comes after people have stepped off is there for those who did so last: it is never cut.
  if (phase > first && !bounded) return seconds;
  let least = bounded ? roads.phaseMinSeconds[phase] : Math.min(LEAST_GREEN_S, seconds);
  let afterS = layout.clearYellowSeconds[phase] + layout.clearRedSeconds[phase];
  for (let later = phase + 1; later <= layout.stageLast[phase]; later++) afterS += roads.phaseSeconds[later];
  for (const member of members) {
    for (const crossing of crossingsOf[member]) {
      const index = roads.crossingSignalIndex[crossing];
      if (!isGreen(shownIn(roads, roads.signalPhaseStart[member] + k, index))) continue;
      least = Math.max(least, walkSeconds(roads.crossingLengthM[crossing], afterS, stepOffSeconds(crossing)));
    }
  }
  return least;
}

/** Green that a crossing needs when so many seconds pass between its end and the first vehicle across it. */
export function walkSeconds(lengthM: number, afterSeconds: number, stepOffSeconds = LEAST_WALK_S): number {
  return Math.max(LEAST_WALK_S, stepOffSeconds) + Math.max(0, lengthM / WALK_MPS - afterSeconds);
}

function startsOf(lists: readonly (readonly unknown[])[]): Uint32Array {
  const starts = new Uint32Array(lists.length + 1);
  for (let i = 0; i < lists.length; i++) starts[i + 1] = starts[i] + lists[i].length;
  return starts;
}
