import type { AnyDomain, JobTools } from '../../ports';
import { deskInPlace, type JobDesk } from '../../runtime';

/**
 * Long work is done where the run waits for it, by whoever has nobody else to hear meanwhile. The solvers are loaded
 * with the first question: a city of roads alone never asks one. Until they are there the run yields.
 */
export function lazyDesk(domains: readonly AnyDomain[], load: () => Promise<JobTools>): JobDesk | undefined {
  if (!domains.some(({ answer }) => answer)) return undefined;
  let desk: JobDesk | undefined;
  let failure: { readonly error: unknown } | undefined;
  let isLoading = false;
  const begin = () => {
    if (isLoading) return;
    isLoading = true;
    load().then(
      (tools) => {
        desk = deskInPlace(domains, tools);
      },
      (error: unknown) => {
        failure = { error };
      },
    );
  };
  return {
    begin,
    answerOf(job) {
      if (failure !== undefined) throw failure.error;
      return desk?.answerOf(job);
    },
    drop: (job) => desk?.drop(job),
  };
}
