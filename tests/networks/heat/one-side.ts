import { createParcels, fillPipe, heldM3K } from '../../../sim/networks/heat/parcels';
import { advancePlugFlow, createPlugFlow, type PlugFlow } from '../../../sim/networks/heat/plug-flow';

export const WATER_J_PER_M3_K = 998.2 * 4186;

export interface TestPipe {
  readonly from: number;
  readonly to: number;
  readonly lengthM: number;
  readonly diameterM: number;
  readonly lossWPerMK: number;
  readonly jPerM3K?: number;
}

/** One side of a network, full of water of one temperature in ground of another. */
export function sideOf(
  nodes: number,
  pipes: readonly TestPipe[],
  waterC: number,
  groundC: number,
  room = 16,
): PlugFlow {
  const area = pipes.map(({ diameterM }) => (Math.PI / 4) * diameterM ** 2);
  const parcels = createParcels(
    Float64Array.from(pipes, ({ lengthM }, i) => lengthM * area[i]),
    Float64Array.from(pipes, ({ lossWPerMK, jPerM3K = WATER_J_PER_M3_K }, i) => lossWPerMK / (jPerM3K * area[i])),
    room,
  );
  parcels.groundC.fill(groundC);
  const side = createPlugFlow(
    nodes,
    Int32Array.from(pipes, (p) => p.from),
    Int32Array.from(pipes, (p) => p.to),
    parcels,
  );
  pipes.forEach((_, i) => {
    fillPipe(parcels, i, waterC);
  });
  return side;
}

export function heldBy(side: PlugFlow): number {
  let sum = 0;
  for (let pipe = 0; pipe < side.from.length; pipe++) sum += heldM3K(side.parcels, pipe);
  return sum;
}

/** Steps, and answers how far in + what was held − out − lost − what is held now is from nothing, by what was moved. */
export function stepAndBalance(
  side: PlugFlow,
  flow: Float64Array,
  inflow: Float64Array,
  inflowC: Float64Array,
  seconds: number,
): number {
  const before = heldBy(side);
  advancePlugFlow(side, flow, inflow, inflowC, seconds);
  let balance = before - heldBy(side);
  let moved = Math.abs(before);
  for (let i = 0; i < inflow.length; i++) {
    balance += inflow[i] * inflowC[i] * seconds - side.takenM3[i] * side.nodeC[i];
    moved += inflow[i] * Math.abs(inflowC[i]) * seconds;
  }
  for (const lost of side.parcels.lostM3K) balance -= lost;
  return Math.abs(balance) / moved;
}

/** Time at which what came to a node in the last step first passed a temperature upwards; NaN where it did not. */
export function risesPast(side: PlugFlow, node: number, celsius: number): number {
  const room = side.pieces.untilS.length / side.nodeC.length;
  for (let i = 0; i < side.pieceCount[node]; i++) {
    if (side.pieces.celsius[node * room + i] >= celsius) return i === 0 ? 0 : side.pieces.untilS[node * room + i - 1];
  }
  return Number.NaN;
}
