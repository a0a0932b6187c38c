import type { AnyDomain, JobTools } from '../../ports';
import type { JobDesk } from '../../runtime';
import { lazyDesk } from '../jobs/lazy-desk';

/** Headless, long work is done where the run waits for it: nobody else is kept waiting. */
export function deskFor(domains: readonly AnyDomain[]): JobDesk | undefined {
  return lazyDesk(domains, () => loadTools(domains));
}

/** For whoever steps without yielding. */
export async function loadTools(domains: readonly AnyDomain[]): Promise<JobTools> {
  const { loadSolverInNode } = await import('../solver/load-in-node');
  const linear = await loadSolverInNode();
  if (!domains.some(({ needs }) => needs?.includes('pressure'))) return { linear };
  const { loadPressureSolverInNode } = await import('../hydraulics/load-in-node');
  return { linear, pressure: await loadPressureSolverInNode() };
}
