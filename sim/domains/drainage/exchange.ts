/**
 * Between a street and the drain below it: gullies take what comes to them, as a weir and never more than they are made
 * for; a drain whose water stands above the street throws it up by grates and covers. And from a street into what opens
 * in it: a gallery's louvres above their sill as a weir, covers through the gaps round them.
 */
import type { DrainState } from '../../networks/drains';
import type { DrainPlan } from './plan';

const G2 = 2 * 9.80665;
/** 20 L/s a grate (GB 50014-2021); 1.7 m³/s for a metre of free edge; 0.1 m² of gaps, with the orifice's 0.6. */
const GULLY_M3_PER_S = 0.02;
const WEIR = 1.7;
const GRATE_EDGE_M = 1.5;
const GRATE_M2 = 0.1;
const ORIFICE = 0.6;
/** Louvres begin 0.5 m above the ground (GB 50838-2015, 5.4, from memory); covers lie flush but for a rim. Ours: 1 % of a cover is gap. */
export const SILL_M = 0.5;
export const RIM_M = 0.05;
const GAP_SHARE = 0.01;

/** Moves water between streets and drains for one step of the network. */
export function exchange(plan: DrainPlan, { waterM3, depthM }: DrainState, stepS: number): void {
  const { pipe, street, groundM, gullies, network, nodeCount } = plan;
  const { bottomM, areaM2 } = network;
  for (let n = 0; n < nodeCount; n++) {
    const s = street[n];
    if (s < 0) continue;
    const p = pipe[n];
    const onStreetM = depthM[s];
    const belowM = bottomM[p] + depthM[p] - groundM[n];
    if (belowM <= 0 && onStreetM <= 0) continue;
    const headM = Math.max(0, onStreetM) - Math.max(0, belowM);
    const gapM2 = gullies[n] * GRATE_M2;
    let moved: number;
    if (headM > 0) {
      const weir = gullies[n] * WEIR * GRATE_EDGE_M * onStreetM * Math.sqrt(onStreetM);
      const taken = Math.min(gullies[n] * GULLY_M3_PER_S, weir, ORIFICE * gapM2 * Math.sqrt(G2 * headM));
      // Down the shaft to where its water stands, and no further than until both stand equal.
      const roomM3 = belowM < 0 ? Number.POSITIVE_INFINITY : headM / (1 / areaM2[s] + 1 / areaM2[p]);
      moved = Math.min(taken * stepS, waterM3[s], roomM3);
    } else {
      const thrown = ORIFICE * gapM2 * Math.sqrt(G2 * -headM);
      moved = -Math.min(thrown * stepS, waterM3[p], -headM / (1 / areaM2[s] + 1 / areaM2[p]));
    }
    waterM3[s] -= moved;
    waterM3[p] += moved;
  }
}

/** Takes what flows into galleries from the streets; adds it by section, and answers all of it. */
export function intoGalleries(
  plan: DrainPlan,
  { waterM3, depthM }: DrainState,
  stepS: number,
  bySection: Float64Array,
): number {
  const { node, section, areaM2, isLouvre } = plan.places.openings;
  let all = 0;
  for (let k = 0; k < node.length; k++) {
    const cell = plan.street[node[k]];
    const overM = depthM[cell] - (isLouvre[k] === 1 ? SILL_M : RIM_M);
    if (overM <= 0) continue;
    const flow =
      isLouvre[k] === 1
        ? WEIR * 4 * Math.sqrt(areaM2[k]) * overM * Math.sqrt(overM)
        : ORIFICE * GAP_SHARE * areaM2[k] * Math.sqrt(G2 * overM);
    const moved = Math.min(flow * stepS, 0.25 * waterM3[cell]);
    waterM3[cell] -= moved;
    bySection[section[k]] += moved;
    all += moved;
  }
  return all;
}

/** Pumps run from half a crown's depth until a tenth, while they have power. Answers what they lift straight to an outfall. */
export function pump(
  plan: DrainPlan,
  { waterM3, depthM }: DrainState,
  running: Uint8Array,
  supply: Float64Array,
  stepS: number,
  gaveM3: Float64Array,
): number {
  let outM3 = 0;
  const { from, to, m3PerS } = plan.pumps;
  const { crownM } = plan.network;
  for (let j = 0; j < from.length; j++) {
    const cell = from[j];
    if (cell < 0) continue;
    if (supply[j] < 0.5 || depthM[cell] < 0.1 * crownM[cell]) running[j] = 0;
    else if (depthM[cell] > 0.5 * crownM[cell]) running[j] = 1;
    if (running[j] === 0) continue;
    const moved = Math.min(m3PerS[j] * stepS, 0.5 * waterM3[cell]);
    waterM3[cell] -= moved;
    if (to[j] >= 0) waterM3[to[j]] += moved;
    else outM3 += moved;
    gaveM3[j] += moved;
  }
  return outM3;
}
