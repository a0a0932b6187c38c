/**
 * One side of a network, supply or return, for one step: pipes run out, nodes mix what arrives, pipes take in what was
 * mixed. Flows hold for the step and balance at every node. What arrives at a node is a row of temperatures in time, so
 * that a front keeps its moment through any number of nodes and however long the step is: water may run through several
 * pipes in one. Mixing is by volume, ρ c being one number for a loop.
 */
import { createFlowOrder, type FlowOrder, orderByFlow } from './flow-order';
import { drainPipe, feedPipe, type Parcels, type Pieces, temperatureAtEnd } from './parcels';

export interface PlugFlow {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly parcels: Parcels;
  /** What was mixed at each node: mean of the step, and as it stands at its end. */
  readonly nodeC: Float64Array;
  readonly nodeEndC: Float64Array;
  /** What arrived at each node in the step, and what was taken out of the network there, m³. */
  readonly throughM3: Float64Array;
  readonly takenM3: Float64Array;
  readonly order: FlowOrder;
  /** Room of each node in `pieces`, and how much of it the step (the last part of it, where it was parted) has used. */
  readonly pieces: Pieces;
  readonly pieceCount: Uint8Array;
  readonly arriving: Arriving;
}

/** Scratch: rows of pieces of all branches that flow into one node. */
interface Arriving {
  readonly pieces: Pieces;
  readonly stride: number;
  readonly first: Int32Array;
  readonly count: Int32Array;
  readonly flowM3PerS: Float64Array;
}

const PIECES = 16;
/** Pieces that differ by less are one. */
const ALIKE_K = 0.001;
const LONGEST_STEP_S = 86_400;

export function createPlugFlow(nodeCount: number, from: Int32Array, to: Int32Array, parcels: Parcels): PlugFlow {
  const order = createFlowOrder(nodeCount, from, to);
  let most = 0;
  for (let i = 0; i < nodeCount; i++) most = Math.max(most, order.starts[i + 1] - order.starts[i]);
  const stride = parcels.room + PIECES + 1;
  const rows = most + 1;
  return {
    from,
    to,
    parcels,
    nodeC: new Float64Array(nodeCount),
    nodeEndC: new Float64Array(nodeCount),
    throughM3: new Float64Array(nodeCount),
    takenM3: new Float64Array(nodeCount),
    order,
    pieces: piecesFor(nodeCount * PIECES),
    pieceCount: new Uint8Array(nodeCount),
    arriving: {
      pieces: piecesFor(rows * stride),
      stride,
      first: new Int32Array(rows),
      count: new Int32Array(rows),
      flowM3PerS: new Float64Array(rows),
    },
  };
}

/**
 * Moves the water by `seconds`. `flowM3PerS` of branches is positive from `from` to `to`; `inflowM3PerS` of nodes is
 * what enters the network there, at `inflowC`. What flows neither in nor on is taken out, at what was mixed.
 */
export function advancePlugFlow(
  net: PlugFlow,
  flowM3PerS: Float64Array,
  inflowM3PerS: Float64Array,
  inflowC: Float64Array,
  seconds: number,
): void {
  if (!(seconds > 0 && seconds <= LONGEST_STEP_S)) throw new RangeError(`a step of ${seconds} s`);
  const { order, from, to, parcels } = net;
  net.throughM3.fill(0);
  net.takenM3.fill(0);
  parcels.lostM3K.fill(0);
  orderByFlow(order, from, to, flowM3PerS, parcels.volumeM3);
  const parts = order.cuts === 0 ? 1 : partsOf(net, flowM3PerS, seconds);
  for (let part = 0; part < parts; part++) pass(net, flowM3PerS, inflowM3PerS, inflowC, seconds / parts);
  for (let node = 0; node < net.nodeC.length; node++) {
    if (net.throughM3[node] > 0) net.nodeC[node] /= net.throughM3[node];
    else net.nodeC[node] = standingAt(net, node);
    if (net.throughM3[node] === 0) net.nodeEndC[node] = net.nodeC[node];
  }
}

/** Water goes in a circle: so short a step that none comes through a cut branch within it. */
function partsOf({ order, parcels }: PlugFlow, flow: Float64Array, seconds: number): number {
  let parts = 1;
  for (let b = 0; b < flow.length; b++) {
    if (order.cut[b] === 1) parts = Math.max(parts, Math.ceil((seconds * Math.abs(flow[b])) / parcels.volumeM3[b]));
  }
  return parts;
}

function pass(net: PlugFlow, flow: Float64Array, inflow: Float64Array, inflowC: Float64Array, seconds: number): void {
  const { order, from, to, parcels, arriving, pieces, pieceCount } = net;
  const { nodes, starts, branches, cut } = order;
  for (let n = 0; n < nodes.length; n++) {
    const node = nodes[n];
    let rows = 0;
    let into = inflow[node];
    let onward = 0;
    if (into > 0) {
      const at = rows * arriving.stride;
      arriving.pieces.untilS[at] = seconds;
      arriving.pieces.celsius[at] = inflowC[node];
      arriving.count[rows] = 1;
      arriving.flowM3PerS[rows++] = into;
    }
    for (let i = starts[node]; i < starts[node + 1]; i++) {
      const b = branches[i];
      const signed = flow[b];
      if (signed === 0) continue;
      const amount = signed > 0 ? signed : -signed;
      if ((signed > 0 ? from[b] : to[b]) === node) {
        onward += amount;
        continue;
      }
      const at = rows * arriving.stride;
      let count = drainPipe(parcels, b, signed, seconds, arriving.pieces, at);
      if (cut[b] === 0) {
        const start = signed > 0 ? from[b] : to[b];
        const room = start * PIECES;
        count = feedPipe(parcels, b, signed, seconds, pieces, room, pieceCount[start], arriving.pieces, at, count);
      }
      arriving.count[rows] = count;
      arriving.flowM3PerS[rows++] = amount;
      into += amount;
    }
    if (into === 0 && onward > 0) throw new Error(`water leaves node ${node} and none comes`);
    if (into > 0 && net.throughM3[node] === 0) net.nodeC[node] = 0;
    net.throughM3[node] += into * seconds;
    net.takenM3[node] += (into - onward) * seconds;
    pieceCount[node] = 0;
    if (into > 0) mixAt(net, node, rows, seconds);
  }
  for (let b = 0; b < flow.length; b++) {
    if (flow[b] === 0) drainPipe(parcels, b, 0, seconds, arriving.pieces, 0);
    else if (cut[b] === 1) {
      const start = flow[b] > 0 ? from[b] : to[b];
      feedPipe(parcels, b, flow[b], seconds, pieces, start * PIECES, pieceCount[start], arriving.pieces, 0, 0);
    }
  }
}

function mixAt(net: PlugFlow, node: number, rows: number, seconds: number): void {
  const { arriving, nodeC, nodeEndC } = net;
  const { pieces, stride, first, count, flowM3PerS } = arriving;
  let all = 0;
  for (let r = 0; r < rows; r++) {
    first[r] = r * stride;
    all += flowM3PerS[r];
  }
  let now = 0;
  let celsius = 0;
  while (now < seconds) {
    let until = seconds;
    let sum = 0;
    for (let r = 0; r < rows; r++) {
      const at = first[r];
      sum += flowM3PerS[r] * pieces.celsius[at];
      const last = at - r * stride === count[r] - 1;
      if (!last && pieces.untilS[at] < until) until = pieces.untilS[at];
    }
    celsius = sum / all;
    nodeC[node] += sum * (until - now);
    if (until > now) addPiece(net, node, now, until, celsius);
    for (let r = 0; r < rows; r++) {
      const at = first[r];
      if (at - r * stride < count[r] - 1 && pieces.untilS[at] <= until) first[r]++;
    }
    now = until;
  }
  nodeEndC[node] = celsius;
}

/** Lets a piece follow those of a node; where its room is used up, the two neighbours that differ least become one. */
function addPiece({ pieces, pieceCount }: PlugFlow, node: number, begin: number, until: number, celsius: number): void {
  const { untilS, celsius: of } = pieces;
  const base = node * PIECES;
  const count = pieceCount[node];
  if (count > 0 && Math.abs(of[base + count - 1] - celsius) < ALIKE_K) {
    const at = base + count - 1;
    const since = count > 1 ? untilS[at - 1] : 0;
    of[at] = (of[at] * (begin - since) + celsius * (until - begin)) / (until - since);
    untilS[at] = until;
    return;
  }
  if (count === PIECES) {
    const i = cheapestPair(pieces, base, count);
    const since = i > 0 ? untilS[base + i - 1] : 0;
    const middle = untilS[base + i];
    const end = untilS[base + i + 1];
    of[base + i] = (of[base + i] * (middle - since) + of[base + i + 1] * (end - middle)) / (end - since);
    untilS[base + i] = end;
    untilS.copyWithin(base + i + 1, base + i + 2, base + count);
    of.copyWithin(base + i + 1, base + i + 2, base + count);
    pieceCount[node]--;
  }
  const at = base + pieceCount[node]++;
  untilS[at] = until;
  of[at] = celsius;
}

function cheapestPair({ untilS, celsius }: Pieces, base: number, count: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i + 1 < count; i++) {
    const a = untilS[base + i] - (i > 0 ? untilS[base + i - 1] : 0);
    const b = untilS[base + i + 1] - untilS[base + i];
    const apart = celsius[base + i] - celsius[base + i + 1];
    const cost = ((a * b) / (a + b)) * apart * apart;
    if (cost < least) {
      least = cost;
      best = i;
    }
  }
  return best;
}

/** Nothing comes by: as warm as the water that stands in the ends of its pipes. */
function standingAt({ order, from, parcels, nodeC }: PlugFlow, node: number): number {
  const begin = order.starts[node];
  const count = order.starts[node + 1] - begin;
  if (count === 0) return nodeC[node];
  let sum = 0;
  for (let i = begin; i < begin + count; i++) {
    const b = order.branches[i];
    sum += temperatureAtEnd(parcels, b, from[b] === node ? 0 : 1);
  }
  return sum / count;
}

function piecesFor(count: number): Pieces {
  return { untilS: new Float64Array(count), celsius: new Float64Array(count) };
}
