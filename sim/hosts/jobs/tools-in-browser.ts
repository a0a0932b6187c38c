import type { PressureSolver } from '../../kernel';
import type { JobTools } from '../../ports';
import { loadSolverInBrowser } from '../solver/load-in-browser';

let linear: Promise<JobTools['linear']> | undefined;
let pressure: Promise<PressureSolver> | undefined;

/** The domains' solvers, each loaded once; that of water networks is a file of its own, fetched where it is needed. */
export async function toolsInBrowser(needsPressure: boolean): Promise<JobTools> {
  linear ??= loadSolverInBrowser();
  if (!needsPressure) return { linear: await linear };
  pressure ??= import('../hydraulics/load-in-browser').then(({ loadPressureSolverInBrowser }) =>
    loadPressureSolverInBrowser(),
  );
  return { linear: await linear, pressure: await pressure };
}
