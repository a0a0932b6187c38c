/** HiGHS under Node: the WebAssembly lies in the package, which the bundled command line finds from where it lies. */
import { createRequire } from 'node:module';
import loadHighs from 'highs';
import { HighsSolver } from './highs-solver';

export async function loadSolverInNode(): Promise<HighsSolver> {
  const address = createRequire(import.meta.url).resolve('highs/runtime');
  return new HighsSolver(await loadHighs({ locateFile: () => address }));
}
