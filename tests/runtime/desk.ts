import { domains } from '../../sim/domains/registry';
import { loadPressureSolverInNode } from '../../sim/hosts/hydraulics/load-in-node';
import { loadSolverInNode } from '../../sim/hosts/solver/load-in-node';
import { deskInPlace } from '../../sim/runtime';

/** Where tests have the long work of the product's domains done: at once, by the real solver. */
export const desk = deskInPlace(domains, {
  linear: await loadSolverInNode(),
  pressure: await loadPressureSolverInNode(),
});
