import type { AnyDomain, JobTools } from '../../ports';
import { deskInPlace, type JobDesk } from '../../runtime';

/**
 * Headless, long work is done where the run waits for it: nobody else is kept waiting. The solvers are loaded with the
 * first question: a city of roads alone never asks one. Until they are there the run yields.
 */
export function deskFor(domains: readonly AnyDomain[]): JobDesk | undefined {
  if (!domains.some(({ answer }) => answer)) return undefined;
  let desk: JobDesk | undefined;
  let failure: { readonly error: unknown } | undefined;
  let isLoading = false;
  const load = () => {
    if (isLoading) return;
    isLoading = true;
    loadTools(domains).then(
      (tools) => {
        desk = deskInPlace(domains, tools);
      },
      (error: unknown) => {
        failure = { error };
      },
    );
  };
  return {
    begin: load,
    answerOf(job) {
      if (failure !== undefined) throw failure.error;
      return desk?.answerOf(job);
    },
    drop: (job) => desk?.drop(job),
  };
}

/** For whoever steps without yielding. */
export async function loadTools(domains: readonly AnyDomain[]): Promise<JobTools> {
  const { loadSolverInNode } = await import('../solver/load-in-node');
  const linear = await loadSolverInNode();
  if (!domains.some(({ needs }) => needs?.includes('pressure'))) return { linear };
  const { loadPressureSolverInNode } = await import('../hydraulics/load-in-node');
  return { linear, pressure: await loadPressureSolverInNode() };
}
