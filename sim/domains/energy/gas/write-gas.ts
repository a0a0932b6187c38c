import type { GasRun } from './gas-run';

/** Of nominal; a main that holds less than this is empty. */
const DEAD_BELOW = 0.01;

/** Rows of the picture: mains by slot, flow towards `to`, pressure in the middle over nominal or −1; answers how many. */
export function writeGas({ plan, solver }: GasRun, out: Float32Array): number {
  const { links } = plan.network;
  const { pressurePa, state } = solver;
  for (let i = 0; i < plan.pipeCount; i++) {
    const from = links.from[i];
    const share = (0.5 * (pressurePa[from] + pressurePa[links.to[i]])) / plan.nominalPa[from];
    out[2 * i] = state.massFlowKgPerS[i];
    out[2 * i + 1] = links.isOpen[i] === 1 && share >= DEAD_BELOW ? share : -1;
  }
  return plan.pipeCount;
}
