/**
 * Starts the worker for long work from within the one that runs the city. Where the page demands trusted addresses, a
 * worker needs a policy of its own, which has the page's name and passes this one address.
 */
import jobWorkerAddress from './job-worker?worker&url';
import type { JobWorker } from './worker-desk';

interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): unknown };
}

let policy: ReturnType<PolicyFactory['createPolicy']> | undefined;

export function startJobWorker(): JobWorker {
  const factory = (self as { trustedTypes?: PolicyFactory }).trustedTypes;
  policy ??= factory?.createPolicy('cityloom', {
    createScriptURL(address) {
      if (address === jobWorkerAddress) return address;
      throw new TypeError(`met the worker address ${address.slice(0, 200)}, expected that of the worker for long work`);
    },
  });
  const trusted = (policy?.createScriptURL(jobWorkerAddress) ?? jobWorkerAddress) as string;
  return new Worker(trusted, { type: 'module', name: 'cityloom-jobs' }) as unknown as JobWorker;
}
