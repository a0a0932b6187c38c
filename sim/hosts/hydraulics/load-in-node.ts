/** EPANET under Node: the WebAssembly lies in the package, which the bundled command line finds from where it lies. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { EpanetEngine } from 'epanet-js/engines/v2.3.5';
import type { Engine } from './engine';
import { EpanetSolver } from './epanet-solver';
import { silent } from './silent';

export async function loadEpanetInNode(): Promise<Engine> {
  const folder = dirname(createRequire(import.meta.url).resolve('epanet-js/engines/v2.3.5'));
  return EpanetEngine({ ...silent, wasmBinary: await readFile(join(folder, 'EpanetEngine.wasm')) });
}

export async function loadPressureSolverInNode(): Promise<EpanetSolver> {
  return new EpanetSolver(await loadEpanetInNode());
}
