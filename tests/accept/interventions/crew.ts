/**
 * Threads that live cases. A seed always goes to the same one, since there lies what its other cases have lived of it.
 */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { AcceptTools } from '../line';
import type { SeedFigures } from './figures';

export interface CaseTask {
  readonly row: string;
  /** Place of the case in its row. */
  readonly at: number;
  readonly seed: number;
}

export type CaseAnswer =
  | { readonly seed: number; readonly figures: SeedFigures; readonly failed?: undefined }
  | { readonly seed: number; readonly failed: string };

let threads: Worker[] = [];

/** One answer a seed, in the order of the seeds. */
export async function liveCase(
  row: string,
  at: number,
  seeds: number,
  { bundles, jobs }: Pick<AcceptTools, 'bundles' | 'jobs'>,
): Promise<SeedFigures[]> {
  const program = join(bundles, 'interventions.worker.mjs');
  while (threads.length < Math.min(jobs, seeds)) threads.push(begin(program));
  const shares = threads.map((thread, t) =>
    askAll(
      thread,
      Array.from({ length: seeds }, (_, i): CaseTask => ({ row, at, seed: i + 1 })).filter(
        ({ seed }) => seed % threads.length === t,
      ),
    ),
  );
  const answers = (await Promise.all(shares)).flat().sort((one, other) => one.seed - other.seed);
  return answers.map((each) => {
    if (each.failed !== undefined) throw new Error(`seed ${each.seed}: ${each.failed}`);
    return each.figures;
  });
}

function begin(program: string): Worker {
  const thread = new Worker(program);
  thread.unref();
  return thread;
}

async function askAll(thread: Worker, tasks: readonly CaseTask[]): Promise<CaseAnswer[]> {
  const answers: CaseAnswer[] = [];
  for (const task of tasks) answers.push(await ask(thread, task));
  return answers;
}

function ask(thread: Worker, task: CaseTask): Promise<CaseAnswer> {
  return new Promise((resolve, reject) => {
    const end = () => {
      thread.off('message', hear);
      thread.off('error', fail);
    };
    const hear = (answer: CaseAnswer) => {
      end();
      resolve(answer);
    };
    const fail = (error: Error) => {
      end();
      threads = threads.filter((each) => each !== thread);
      reject(error);
    };
    thread.on('message', hear);
    thread.on('error', fail);
    thread.ref();
    thread.postMessage(task);
  });
}
