/**
 * One step of water in drains and streets: the equations of Saint-Venant without the convective term, each link by
 * itself with friction taken at the end of the step (Bates, Horritt & Fewtrell 2010), inertia let go as the flow comes
 * to shoot (a Froude number of 0.5 to 1: the local partial inertia of Fread, Jin & Lewis 1996, as in SWMM 5), and no
 * more than runs there uniformly where the water falls faster than its bed. So what is left is inertia, pressure,
 * gravity and friction in full or tidal drains, a diffusive wave between, and a kinematic wave on slopes.
 */
import { cbrt } from '../../kernel';
import { type DrainNetwork, depthOf } from './network';
import { circleArea, circleConveyance } from './section';

export interface DrainState {
  readonly waterM3: Float64Array;
  readonly depthM: Float64Array;
  /** Towards `to`. */
  readonly flowM3PerS: Float64Array;
}

const G = 9.80665;
const DRY_M = 1e-5;

export function createDrainState({ cells, links }: DrainNetwork): DrainState {
  return {
    waterM3: new Float64Array(cells),
    depthM: new Float64Array(cells),
    flowM3PerS: new Float64Array(links),
  };
}

/** Called when water has been put in or taken out from outside. */
export function findDepths(network: DrainNetwork, { waterM3, depthM }: DrainState): void {
  for (let c = 0; c < network.cells; c++) depthM[c] = depthOf(network, c, waterM3[c]);
}

/** Of what a link passes on; by link. */
export interface DrainWork {
  readonly outM3: Float64Array;
  /** By outfall, in this step. */
  readonly leftM3: Float64Array;
}

export function createDrainWork({ cells }: DrainNetwork, outfalls: number): DrainWork {
  return { outM3: new Float64Array(cells), leftM3: new Float64Array(outfalls) };
}

/** Moves water for one step; `levelM` by outfall. What has left is told by outfall. */
export function stepDrains(network: DrainNetwork, state: DrainState, work: DrainWork, levelM: Float64Array): void {
  const { links, from, to, stepS } = network;
  const { waterM3, flowM3PerS } = state;
  const { outM3, leftM3 } = work;
  outM3.fill(0);
  leftM3.fill(0);
  for (let l = 0; l < links; l++) {
    const flow = flowOf(network, state, levelM, l);
    flowM3PerS[l] = flow;
    if (flow > 0) outM3[from[l]] += flow * stepS;
    else if (flow < 0) outM3[to[l]] -= flow * stepS;
  }
  // Nobody gives more than he has.
  for (let l = 0; l < links; l++) {
    const flow = flowM3PerS[l];
    if (flow === 0) continue;
    const giver = flow > 0 ? from[l] : to[l];
    if (outM3[giver] > waterM3[giver]) flowM3PerS[l] = flow * (waterM3[giver] / outM3[giver]);
  }
  for (let l = 0; l < links; l++) {
    const moved = flowM3PerS[l] * stepS;
    waterM3[from[l]] -= moved;
    if (to[l] >= 0) waterM3[to[l]] += moved;
    else leftM3[-1 - to[l]] += moved;
  }
  for (let c = 0; c < network.cells; c++) if (waterM3[c] < 0) waterM3[c] = 0;
  findDepths(network, state);
}

function flowOf(
  { from, to, endM, bottomM, lengthM, bedFall, diameterM, widthM, carries, stepS }: DrainNetwork,
  { depthM, flowM3PerS }: DrainState,
  levelM: Float64Array,
  l: number,
): number {
  const a = from[l];
  const b = to[l];
  const upM = depthM[a];
  const diameter = diameterM[l];
  const isOut = b < 0;
  // Free at its end, water leaves as deep as it comes; a level above that holds it up.
  const free = diameter > 0 ? Math.min(upM, diameter) : upM;
  const downM = isOut ? Math.max(levelM[-1 - b] - endM[l], free) : depthM[b];
  const fall = (bottomM[a] + upM - endM[l] - downM) / lengthM[l];
  if (fall <= 0 && isOut) return 0;
  const before = flowM3PerS[l];
  const giverM = fall > 0 ? upM : downM;
  if (giverM < DRY_M && before === 0) return 0;
  const takerM = fall > 0 ? downM : upM;
  const stays = staying(diameter, widthM[l], giverM, carries[l], Math.abs(fall));
  // In calm water both ends count; in shooting water what comes does.
  const depth = Math.max(0, giverM + 0.5 * stays * (takerM - giverM));
  const area = diameter > 0 ? circleArea(diameter, depth) : widthM[l] * depth;
  if (area <= 0) return 0;
  const conveys = carries[l] * unitConveyance(diameter, depth);
  const push = stays * before + G * area * stepS * fall;
  const drag = (G * area * stepS) / (conveys * conveys);
  const flow = (2 * push) / (stays + Math.sqrt(stays * stays + 4 * drag * Math.abs(push)));
  if (!(flow > 0 && bedFall[l] > 0 && fall > bedFall[l]) || (diameter > 0 && upM >= diameter)) return flow;
  const uniform = carries[l] * unitConveyance(diameter, upM) * Math.sqrt(bedFall[l]);
  return Math.min(flow, uniform);
}

/** A·R^⅔ over what `carries` holds. */
function unitConveyance(diameterM: number, depthM: number): number {
  if (diameterM > 0) return circleConveyance(depthM / diameterM);
  const root = cbrt(depthM);
  return depthM * root * root;
}

/**
 * Share of inertia that stays: all of it in calm or full flow, none where water would shoot. By the Froude number of the
 * flow that its surface asks for, not of the one that it has: that one starts from rest, and a front would swing.
 */
function staying(diameterM: number, widthM: number, depthM: number, carries: number, fall: number): number {
  if (depthM <= DRY_M) return 0;
  if (diameterM > 0 && depthM >= diameterM) return 1;
  const area = diameterM > 0 ? circleArea(diameterM, depthM) : widthM * depthM;
  const surface = diameterM > 0 ? 2 * Math.sqrt(depthM * (diameterM - depthM)) : widthM;
  const conveys = carries * unitConveyance(diameterM, depthM);
  const froude2 = (conveys * conveys * fall * Math.max(surface, 0.05 * diameterM)) / (G * area * area * area);
  if (froude2 <= 0.25) return 1;
  if (froude2 >= 1) return 0;
  return 2 * (1 - Math.sqrt(froude2));
}
