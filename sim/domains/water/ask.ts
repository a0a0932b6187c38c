/** Puts the question of the coming minute: the network with a node in the middle of every main that has a hole. */
import type { PressureNetwork } from '../../kernel';
import { luckOfRun } from '../../ports';
import { askWater } from './demand';
import { holesOf, openingM3PerS, pipesOpen, pumpRunsOf } from './openings';
import { packQuestion } from './question';
import type { WaterRun, WaterState } from './state';

export function questionNow(state: WaterState, run: WaterRun, seconds: number, stepSeconds: number) {
  const { plan, levelM } = run;
  const { nodeCount, sourceCount, reservoirCount, works } = plan;
  const holes = holesOf(run);
  const inner = nodeCount + holes.length;
  const network = withHoles(plan.network, nodeCount, holes);
  const demandM3PerS = new Float64Array(inner);
  const openingNow = new Float64Array(inner);
  askWater(plan.demand, state.settings.startSeconds + seconds, luckOfRun(state.settings), run.askedM3PerS);
  demandM3PerS.set(run.askedM3PerS);
  const fire = state.knobs['water-node.fire-flow'].values;
  for (let n = 0; n < nodeCount; n++) if (fire[n] > 0) demandM3PerS[n] += fire[n];
  holes.forEach(({ diameterMm }, k) => {
    openingNow[nodeCount + k] = openingM3PerS(diameterMm);
  });
  const heldHeadM = new Float64Array(sourceCount + works.length);
  const roomM3 = new Float64Array(heldHeadM.length).fill(Number.MAX_VALUE);
  const heldM3 = new Float64Array(heldHeadM.length).fill(Number.MAX_VALUE);
  for (let k = 0; k < sourceCount; k++) {
    if (k < reservoirCount) heldHeadM[k] = plan.sourceHeadM[k];
    else {
      heldHeadM[k] = plan.tankFloorM[k] + levelM[k];
      roomM3[k] = (plan.tankDepthM[k] - levelM[k]) * plan.tankAreaM2[k];
      heldM3[k] = levelM[k] * plan.tankAreaM2[k];
    }
  }
  works.forEach(({ setHeadM }, k) => {
    heldHeadM[sourceCount + k] = setHeadM;
  });
  const built = pipesOpen(state, run);
  const pipeIsOpen = new Uint8Array(built.length + holes.length);
  pipeIsOpen.set(built);
  holes.forEach(({ pipe }, k) => {
    pipeIsOpen[built.length + k] = built[pipe];
  });
  const runs = pumpRunsOf(state, run);
  return packQuestion({
    network,
    snapshot: {
      demandM3PerS,
      openingM3PerS: openingNow,
      heldHeadM,
      pipeIsOpen,
      pumpSpeed: Float64Array.from(plan.network.pumpFrom, (_, j) => (runs(j) ? 1 : 0)),
    },
    stepSeconds,
    roomM3,
    heldM3,
    firstOutlet: plan.pipeCount,
    firstWorks: sourceCount,
    worksOfPump: plan.worksOf,
  });
}

/** Nodes behind the scene's own move up by as many as were put in between. */
function withHoles(
  whole: PressureNetwork,
  nodeCount: number,
  holes: readonly { readonly pipe: number }[],
): PressureNetwork {
  if (holes.length === 0) return whole;
  const moved = (n: number) => (n < nodeCount ? n : n + holes.length);
  const added = <T extends Int32Array | Float64Array>(of: T, values: (i: number) => number): T => {
    const all = new (of.constructor as new (length: number) => T)(of.length + holes.length);
    all.set(of);
    for (let k = 0; k < holes.length; k++) all[of.length + k] = values(holes[k].pipe);
    return all;
  };
  const heightM = added(whole.heightM, (i) => (whole.heightM[whole.pipeFrom[i]] + whole.heightM[whole.pipeTo[i]]) / 2);
  const pipeFrom = added(whole.pipeFrom.map(moved), () => 0);
  const pipeTo = added(whole.pipeTo.map(moved), (i) => whole.pipeTo[i]);
  const pipeLengthM = added(whole.pipeLengthM, (i) => whole.pipeLengthM[i] / 2);
  holes.forEach(({ pipe }, k) => {
    pipeFrom[whole.pipeFrom.length + k] = nodeCount + k;
    pipeTo[pipe] = nodeCount + k;
    pipeLengthM[pipe] /= 2;
  });
  return {
    ...whole,
    heightM,
    pipeFrom,
    pipeTo,
    pipeLengthM,
    pipeDiameterM: added(whole.pipeDiameterM, (i) => whole.pipeDiameterM[i]),
    pipeRoughnessM: added(whole.pipeRoughnessM, (i) => whole.pipeRoughnessM[i]),
  };
}
