/** The module worker for long work: the domains' own answers, with the solver that it loads once. */
import { loadSolverInBrowser } from '../solver/load-in-browser';
import { replyTo } from './answer-message';
import type { JobMessage, JobReply } from './protocol';

const worker = self as unknown as DedicatedWorkerGlobalScope;
const tools = loadSolverInBrowser().then((linear) => ({ linear }));
// Whoever asks hears of a failure; until then it is not an unhandled one.
tools.catch(() => undefined);

/** One after another: the solver's instance does one thing at a time. */
let last: Promise<unknown> = Promise.resolve();
worker.onmessage = ({ data }: MessageEvent<JobMessage>) => {
  last = last.then(() => replyTo(data, tools)).then((reply: JobReply) => worker.postMessage(reply));
};
