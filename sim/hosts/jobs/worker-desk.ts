import type { Job } from '../../ports';
import type { JobDesk } from '../../runtime';
import type { JobMessage, JobReply } from './protocol';

/** The end of a worker that a desk holds; the browser's Worker has it. */
export interface JobWorker {
  postMessage(message: JobMessage): void;
  onmessage: ((event: { readonly data: JobReply }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
}

/**
 * A desk in a worker of its own, so that the one that runs the city hears its page meanwhile. It is started with the
 * first job. Jobs are done one after another in the order of asking; one that nobody waits for any more is done for
 * nothing.
 */
export function createWorkerDesk(start: () => JobWorker): JobDesk {
  const serials = new Map<Job, number>();
  const replies = new Map<number, JobReply>();
  let worker: JobWorker | undefined;
  let broken: string | undefined;
  let count = 0;

  function open(): JobWorker {
    const started = start();
    started.onmessage = ({ data }) => void replies.set(data.serial, data);
    started.onerror = ({ message }) => {
      broken = message ?? 'it could not be started';
    };
    return started;
  }

  return {
    begin(job) {
      worker ??= open();
      const serial = ++count;
      serials.set(job, serial);
      worker.postMessage({ serial, domain: job.domain, question: job.question });
    },
    answerOf(job) {
      if (broken !== undefined) throw new Error(`the worker for long work failed: ${broken}`);
      const reply = replies.get(serials.get(job) ?? 0);
      if (reply === undefined) return undefined;
      if ('error' in reply) throw new Error(`job ${job.id} of '${job.domain}' failed: ${reply.error}`);
      return reply.answer;
    },
    drop(job) {
      replies.delete(serials.get(job) ?? 0);
      serials.delete(job);
    },
  };
}
