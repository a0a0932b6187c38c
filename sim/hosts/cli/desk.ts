import type { AnyDomain } from '../../ports';
import { deskInPlace, type JobDesk } from '../../runtime';

/** Headless, long work is done where the run waits for it: nobody else is kept waiting. The solver is loaded only then. */
export async function deskFor(domains: readonly AnyDomain[]): Promise<JobDesk | undefined> {
  if (!domains.some(({ answer }) => answer)) return undefined;
  const { loadSolverInNode } = await import('../solver/load-in-node');
  const linear = await loadSolverInNode();
  if (!domains.some(({ needs }) => needs?.includes('pressure'))) return deskInPlace(domains, { linear });
  const { loadPressureSolverInNode } = await import('../hydraulics/load-in-node');
  return deskInPlace(domains, { linear, pressure: await loadPressureSolverInNode() });
}
