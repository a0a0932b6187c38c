/** The module worker for long work: the domains' own answers, with the solvers that it loads once. */
import type { PressureSolver } from '../../kernel';
import type { AnyDomain, JobTools } from '../../ports';
import { loadSolverInBrowser } from '../solver/load-in-browser';
import { replyTo } from './answer-message';
import type { JobMessage, JobReply } from './protocol';

const worker = self as unknown as DedicatedWorkerGlobalScope;
const linear = loadSolverInBrowser();
// Whoever asks hears of a failure; until then it is not an unhandled one.
linear.catch(() => undefined);
let pressure: Promise<PressureSolver> | undefined;

/** The solver of water networks is a file of its own, fetched with the first question that needs it. */
async function toolsFor(domain: AnyDomain | undefined): Promise<JobTools> {
  if (!domain?.needs?.includes('pressure')) return { linear: await linear };
  pressure ??= import('../hydraulics/load-in-browser').then(({ loadPressureSolverInBrowser }) =>
    loadPressureSolverInBrowser(),
  );
  return { linear: await linear, pressure: await pressure };
}

/** One after another: the solver's instance does one thing at a time. */
let last: Promise<unknown> = Promise.resolve();
worker.onmessage = ({ data }: MessageEvent<JobMessage>) => {
  last = last.then(() => replyTo(data, toolsFor)).then((reply: JobReply) => worker.postMessage(reply));
};
