/**
 * A green wave along the signals of a street: one cycle for all, the longest of their own, and each begins the street's
 * green when who passed the one before at the beginning of its green arrives: the way between stop lines over the speed.
 * One way this is exact; the other way gets what is left. From the scene's programs alone, so that it is the same
 * whatever the city is doing.
 */
import { type Problem, problem } from '../../kernel';
import type { CompiledRoads, CompiledScene } from '../../scene/compiled';
import { signalSlot } from './signal-leaders';

export interface WaveStop {
  readonly signal: number;
  readonly cycleSeconds: number;
  /** When in the cycle the phase begins that lets the street go. */
  readonly offsetSeconds: number;
  readonly phase: number;
}

interface Way {
  readonly lengthM: number;
  readonly firstEdge: number;
  readonly lastEdge: number;
}

const STRAIGHT = 1;

/** Sorted along the line between the two that lie farthest apart, from the end nearer to the first named. */
export function alongStreet<Name extends string>(
  names: readonly Name[],
  backwards: boolean,
  scene: CompiledScene,
): Name[] {
  const { nodes, junctions } = scene.scene.roads!;
  const nodeOf = new Map(junctions.map(({ id, node }) => [id, node]));
  const placeOf = new Map(nodes.map(({ id, at }) => [id, at]));
  const places = names.map((name) => {
    const junction = scene.elements.junction.ids[scene.roads.signalJunction[signalSlot(name, scene)]];
    return placeOf.get(nodeOf.get(junction)!)!;
  });
  let ends = [0, 0];
  let farthestM2 = -1;
  for (let a = 0; a < places.length; a++) {
    for (let b = a + 1; b < places.length; b++) {
      const apartM2 = apartSquared(places[a], places[b]);
      if (apartM2 > farthestM2) [farthestM2, ends] = [apartM2, [a, b]];
    }
  }
  const [from, to] = ends.map((end) => places[end]);
  const alongM2 = places.map(([x, y]) => (x - from[0]) * (to[0] - from[0]) + (y - from[1]) * (to[1] - from[1]));
  const order = names.map((_, k) => k).sort((a, b) => alongM2[a] - alongM2[b] || a - b);
  const isTurned = order.indexOf(0) > (names.length - 1) / 2;
  if (isTurned !== backwards) order.reverse();
  return order.map((k) => names[k]);
}

function apartSquared([ax, ay]: readonly number[], [bx, by]: readonly number[]): number {
  return (ax - bx) * (ax - bx) + (ay - by) * (ay - by);
}

/** Empty where something is wrong; `problems` says what, by the place of the signal in the list. */
export function waveAlong(
  names: readonly string[],
  speedMps: number,
  scene: CompiledScene,
): { readonly stops: readonly WaveStop[]; readonly problems: readonly Problem[] } {
  const { roads } = scene;
  const signals = names.map((name) => signalSlot(name, scene));
  const problems: Problem[] = [];
  const ways = signals.map((s, k) => (k === 0 ? null : shortestWay(roads, signals[k - 1], s)));
  const phases = signals.map((s, k) => throughPhase(roads, s, ways[k]?.lastEdge, ways[k + 1]?.firstEdge));
  signals.forEach((_, k) => {
    if (k > 0 && ways[k] === null) {
      const message = `expected a road from '${names[k - 1]}' to '${names[k]}', found none`;
      problems.push(problem('intervention.no-way-between', ['targets', k], message));
    } else if (phases[k] < 0) {
      const message = `expected a phase of '${names[k]}' that lets the street go, found none`;
      problems.push(problem('intervention.no-green', ['targets', k], message));
    }
  });
  const leaders = signals.map((s) => roads.signalLeader[s]);
  leaders.forEach((leader, k) => {
    if (leaders.indexOf(leader) === k) return;
    const message = `'${names[k]}' switches with '${names[leaders.indexOf(leader)]}'; expected one of the two`;
    problems.push(problem('intervention.switches-together', ['targets', k], message));
  });
  if (problems.length > 0) return { stops: [], problems };

  const cycleSeconds = Math.ceil(leaders.reduce((most, s) => Math.max(most, cycleOf(roads, s)), 0));
  let atSeconds = roads.signalOffsetSeconds[leaders[0]] + beginOf(roads, leaders[0], phases[0]);
  const stops = leaders.map((signal, k) => {
    atSeconds += (ways[k]?.lengthM ?? 0) / speedMps;
    return { signal, cycleSeconds, offsetSeconds: Math.round(atSeconds) % cycleSeconds, phase: phases[k] };
  });
  return { stops, problems };
}

function cycleOf(roads: CompiledRoads, signal: number): number {
  return beginOf(roads, signal, roads.signalPhaseStart[signal + 1] - roads.signalPhaseStart[signal]);
}

function beginOf({ signalPhaseStart, phaseSeconds }: CompiledRoads, signal: number, phase: number): number {
  let seconds = 0;
  for (let k = 0; k < phase; k++) seconds += phaseSeconds[signalPhaseStart[signal] + k];
  return seconds;
}

/** From stop line to stop line; null where none leads there, or only past another signal's junction twice. */
function shortestWay(roads: CompiledRoads, from: number, to: number): Way | null {
  const { edgeCount, edgeLengthM, edgeFirstLane, edgeLaneCount, laneTurnStart, laneTurns, turnToLane, laneEdge } =
    roads;
  const lengthM = new Float64Array(edgeCount).fill(Number.POSITIVE_INFINITY);
  const firstEdge = new Int32Array(edgeCount).fill(-1);
  const done = new Uint8Array(edgeCount);
  for (let edge = 0; edge < edgeCount; edge++) {
    if (roads.edgeFromJunction[edge] !== roads.signalJunction[from]) continue;
    lengthM[edge] = edgeLengthM[edge];
    firstEdge[edge] = edge;
  }
  for (;;) {
    let edge = -1;
    for (let e = 0; e < edgeCount; e++) {
      if (done[e] === 0 && lengthM[e] < Number.POSITIVE_INFINITY && (edge < 0 || lengthM[e] < lengthM[edge])) edge = e;
    }
    if (edge < 0) return null;
    done[edge] = 1;
    if (roads.edgeToJunction[edge] === roads.signalJunction[to]) {
      return { lengthM: lengthM[edge], firstEdge: firstEdge[edge], lastEdge: edge };
    }
    const first = edgeFirstLane[edge];
    for (let k = laneTurnStart[first]; k < laneTurnStart[first + edgeLaneCount[edge]]; k++) {
      const next = laneEdge[turnToLane[laneTurns[k]]];
      if (lengthM[edge] + edgeLengthM[next] >= lengthM[next]) continue;
      lengthM[next] = lengthM[edge] + edgeLengthM[next];
      firstEdge[next] = firstEdge[edge];
    }
  }
}

/** The phase with which the longest green begins for those who stay on the street; −1 where none does. */
function throughPhase(roads: CompiledRoads, signal: number, from: number | undefined, to: number | undefined): number {
  const first = roads.signalPhaseStart[signal];
  const count = roads.signalPhaseStart[signal + 1] - first;
  const going = (straight: boolean) =>
    Array.from({ length: count }, (_, p) => letsGo(roads, signal, first + p, from, to, straight));
  // Where the street begins or ends, straight on counts as staying on it, and where nothing goes straight, any turn.
  const straight = going(from === undefined || to === undefined);
  const goes = straight.some(Boolean) ? straight : going(false);
  let best = -1;
  let bestSeconds = 0;
  for (let p = 0; p < count; p++) {
    if (!goes[p] || (goes[(p + count - 1) % count] && !goes.every(Boolean))) continue;
    let seconds = 0;
    for (let k = 0; k < count && goes[(p + k) % count]; k++) seconds += roads.phaseSeconds[first + ((p + k) % count)];
    if (seconds <= bestSeconds) continue;
    bestSeconds = seconds;
    best = p;
  }
  return best;
}

function letsGo(
  roads: CompiledRoads,
  signal: number,
  phase: number,
  from: number | undefined,
  to: number | undefined,
  straight: boolean,
): boolean {
  for (let turn = 0; turn < roads.turnCount; turn++) {
    if (roads.turnJunction[turn] !== roads.signalJunction[signal] || roads.turnSignalIndex[turn] < 0) continue;
    if (from !== undefined && roads.laneEdge[roads.turnFromLane[turn]] !== from) continue;
    if (to !== undefined && roads.laneEdge[roads.turnToLane[turn]] !== to) continue;
    if (straight && roads.turnDirection[turn] !== STRAIGHT) continue;
    const letter = String.fromCharCode(roads.phaseStates[roads.phaseStateStart[phase] + roads.turnSignalIndex[turn]]);
    if (letter === 'G' || letter === 'g') return true;
  }
  return false;
}
