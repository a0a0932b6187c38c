/** HiGHS in a browser's worker: the WebAssembly is a file of the build, fetched from the page's own host. */
import loadHighs from 'highs';
import wasmAddress from 'highs/runtime?url';
import { HighsSolver } from './highs-solver';

export async function loadSolverInBrowser(): Promise<HighsSolver> {
  return new HighsSolver(await loadHighs({ locateFile: () => new URL(wasmAddress, location.href).href }));
}
