/** EPANET in a browser's worker: the WebAssembly is a file of the build, fetched from the page's own host. */
import { EpanetEngine } from 'epanet-js/engines/v2.3.5';
import type { Engine } from './engine';
import { EpanetSolver } from './epanet-solver';
import { silent } from './silent';

export async function loadEpanetInBrowser(): Promise<Engine> {
  return EpanetEngine({ ...silent });
}

export async function loadPressureSolverInBrowser(): Promise<EpanetSolver> {
  return new EpanetSolver(await loadEpanetInBrowser());
}
