/** The module worker for long work: the domains' own answers, with the solvers that it loads once. */
import { replyTo } from './answer-message';
import type { JobMessage, JobReply } from './protocol';
import { toolsInBrowser } from './tools-in-browser';

const worker = self as unknown as DedicatedWorkerGlobalScope;
// Begun at once. Whoever asks hears of a failure; until then it is not an unhandled one.
toolsInBrowser(false).catch(() => undefined);

/** One after another: the solver's instance does one thing at a time. */
let last: Promise<unknown> = Promise.resolve();
worker.onmessage = ({ data }: MessageEvent<JobMessage>) => {
  last = last
    .then(() => replyTo(data, (domain) => toolsInBrowser(domain?.needs?.includes('pressure') === true)))
    .then((reply: JobReply) => worker.postMessage(reply));
};
