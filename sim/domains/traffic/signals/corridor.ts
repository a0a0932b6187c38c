/** Signals along a street: the ways between them, their travel times, and when the through traffic has green. */
import type { Network } from '../network';
import type { CorridorSignal } from './coordinate';
import { programOf } from './program';
import { isGreen, shownIn } from './shown';
import type { Signals } from './signal-state';

/** The signals in their order along the street; throws where no road leads from one to the next. */
export function corridorOf(signals: Signals, network: Network, order: readonly number[]): CorridorSignal[] {
  const ahead = order.map((s, k) => (k === 0 ? null : quickestWay(network, order[k - 1], s)));
  const back = order.map((s, k) => (k === 0 ? null : quickestWay(network, s, order[k - 1])));
  return order.map((s, k) => {
    if (k > 0 && ahead[k] === null) throw new Error(`met signal ${s} with no way to it from signal ${order[k - 1]}`);
    const first = network.roads.signalPhaseStart[s];
    const program = programOf(signals, network, s);
    const aheadPhases = throughPhases(signals, network, s, ahead[k]?.lastEdge, ahead[k + 1]?.firstEdge);
    const backPhases = throughPhases(signals, network, s, back[k + 1]?.lastEdge, back[k]?.firstEdge);
    return {
      program,
      leastSeconds: program.phases.map((_, p) =>
        signals.layout.phaseIsGreen[first + p] === 1 ? Math.ceil(signals.layout.leastGreenSeconds[first + p]) : 0,
      ),
      aheadPhases,
      backPhases: backPhases.length > 0 ? backPhases : aheadPhases,
      aheadSeconds: ahead[k]?.seconds ?? 0,
      backSeconds: back[k]?.seconds ?? ahead[k]?.seconds ?? 0,
    };
  });
}

interface Way {
  readonly seconds: number;
  readonly firstEdge: number;
  readonly lastEdge: number;
}

/** By the limits, lanes and turns, from stop line to stop line. */
function quickestWay({ roads, linkStart, linkEdge }: Network, from: number, to: number): Way | null {
  const fromJunction = roads.signalJunction[from];
  const toJunction = roads.signalJunction[to];
  const cost = new Float64Array(roads.edgeCount).fill(Number.POSITIVE_INFINITY);
  const firstOf = new Int32Array(roads.edgeCount).fill(-1);
  const done = new Uint8Array(roads.edgeCount);
  for (let edge = 0; edge < roads.edgeCount; edge++) {
    if (roads.edgeFromJunction[edge] !== fromJunction) continue;
    cost[edge] = edgeSeconds(roads, edge);
    firstOf[edge] = edge;
  }
  for (;;) {
    let edge = -1;
    for (let e = 0; e < roads.edgeCount; e++) {
      if (done[e] === 0 && cost[e] < Number.POSITIVE_INFINITY && (edge < 0 || cost[e] < cost[edge])) edge = e;
    }
    if (edge < 0) return null;
    done[edge] = 1;
    if (roads.edgeToJunction[edge] === toJunction) {
      return { seconds: cost[edge], firstEdge: firstOf[edge], lastEdge: edge };
    }
    for (let k = linkStart[edge]; k < linkStart[edge + 1]; k++) {
      const next = linkEdge[k];
      const seconds = cost[edge] + edgeSeconds(roads, next);
      if (seconds >= cost[next]) continue;
      cost[next] = seconds;
      firstOf[next] = firstOf[edge];
    }
  }
}

/** The whole edge with the junction before it: from stop line to stop line. */
function edgeSeconds(roads: Network['roads'], edge: number): number {
  return roads.edgeLengthM[edge] / roads.edgeSpeedMps[edge];
}

const STRAIGHT = 1;

/** Phases in which those from the one edge have green, to the other edge, or straight on where the street begins or ends. */
function throughPhases(
  { layout }: Signals,
  { roads, signalTurnStart, signalTurns }: Network,
  s: number,
  from: number | undefined,
  to: number | undefined,
): number[] {
  const phases: number[] = [];
  for (let p = roads.signalPhaseStart[s]; p < roads.signalPhaseStart[s + 1]; p++) {
    if (layout.phaseIsGreen[p] === 0) continue;
    let open = false;
    for (let k = signalTurnStart[s]; k < signalTurnStart[s + 1]; k++) {
      const turn = signalTurns[k];
      const fits =
        (from === undefined || roads.laneEdge[roads.turnFromLane[turn]] === from) &&
        (to === undefined || roads.laneEdge[roads.turnToLane[turn]] === to) &&
        ((from !== undefined && to !== undefined) || roads.turnDirection[turn] === STRAIGHT);
      if (fits && isGreen(shownIn(roads, p, roads.turnSignalIndex[turn]))) open = true;
    }
    if (open) phases.push(p - roads.signalPhaseStart[s]);
  }
  return phases;
}
