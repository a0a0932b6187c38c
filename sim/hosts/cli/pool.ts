/**
 * Many tasks on a few worker threads. A worker that dies or falls silent is replaced and its task tried again, three
 * times in all, then reported: one bad run never stops the others.
 */
import { Worker } from 'node:worker_threads';
import { type Problem, problem } from '../../kernel';

/** What a worker says of the task it is at. Any message is a sign of life. */
export type WorkerReport<Output> =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done'; readonly output: Output }
  /** The task itself is at fault: trying again would end the same. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

export type Outcome<Output> =
  | { readonly ok: true; readonly output: Output; readonly attempts: number }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly attempts: number };

export interface PoolOptions<Input, Output> {
  readonly worker: URL;
  readonly size: number;
  readonly tasks: readonly Input[];
  readonly signal: AbortSignal;
  /** A worker that says nothing for so long is hung. */
  readonly patienceMs: number;
  /** Called as each task ends, in the order they end; the worker takes its next task when it resolves. */
  finished(index: number, outcome: Outcome<Output>): Promise<void>;
  /** Shares done of the tasks under way have changed. */
  progressed?(underWay: number): void;
}

const MOST_ATTEMPTS = 3;

export async function runPool<Input, Output>(options: PoolOptions<Input, Output>): Promise<void> {
  const waiting = options.tasks.map((input, index) => ({ input, index, attempts: 0 }));
  const shares = new Map<number, number>();
  const say = () => options.progressed?.([...shares.values()].reduce((sum, share) => sum + share, 0));

  async function workThrough(): Promise<void> {
    let worker: Worker | undefined;
    try {
      for (let task = waiting.shift(); task && !options.signal.aborted; task = waiting.shift()) {
        const { index } = task;
        task.attempts++;
        worker ??= new Worker(options.worker);
        const report = await attempt<Input, Output>(worker, task.input, options, (share) => {
          shares.set(index, share);
          say();
        });
        shares.delete(index);
        if (report.kind === 'aborted') return;
        if (report.kind === 'lost') {
          worker.on('error', () => undefined); // what it still throws on its way out is no news
          await worker.terminate();
          worker = undefined;
          if (task.attempts < MOST_ATTEMPTS) waiting.push(task);
          else {
            const message = `given up after ${task.attempts} attempts: ${report.why}`;
            const problems = [problem('sweep.run-lost', [], message)];
            await options.finished(index, { ok: false, problems, attempts: task.attempts });
          }
        } else if (report.kind === 'refused') {
          await options.finished(index, { ok: false, problems: report.problems, attempts: task.attempts });
        } else await options.finished(index, { ok: true, output: report.output, attempts: task.attempts });
        say();
      }
    } finally {
      await worker?.terminate();
    }
  }

  const size = Math.min(options.size, options.tasks.length);
  const ends = await Promise.allSettled(Array.from({ length: size }, workThrough));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

type Ending<Output> =
  | Exclude<WorkerReport<Output>, { kind: 'progress' }>
  | { readonly kind: 'lost'; readonly why: string }
  | { readonly kind: 'aborted' };

function attempt<Input, Output>(
  worker: Worker,
  input: Input,
  { patienceMs, signal }: { readonly patienceMs: number; readonly signal: AbortSignal },
  progressed: (share: number) => void,
): Promise<Ending<Output>> {
  return new Promise((resolve) => {
    let watch: NodeJS.Timeout;
    const end = (ending: Ending<Output>) => {
      clearTimeout(watch);
      signal.removeEventListener('abort', abort);
      // By name: a Worker has listeners of its own on itself, and is deaf without them.
      for (const name of Object.keys(hear) as (keyof typeof hear)[]) worker.off(name, hear[name]);
      resolve(ending);
    };
    const lose = (why: string) => end({ kind: 'lost', why });
    const abort = () => end({ kind: 'aborted' });
    const expectSign = () => {
      clearTimeout(watch);
      watch = setTimeout(() => lose(`no sign of life for ${patienceMs / 1000} s`), patienceMs);
    };
    const hear = {
      message(report: WorkerReport<Output>) {
        if (report.kind !== 'progress') return end(report);
        expectSign();
        progressed(report.share);
      },
      messageerror: (error: Error) => lose(error.message),
      error: (error: unknown) => lose(error instanceof Error ? error.message : String(error)),
      exit: (code: number) => lose(`its worker ended with code ${code}`),
    };
    for (const name of Object.keys(hear) as (keyof typeof hear)[]) worker.on(name, hear[name]);
    signal.addEventListener('abort', abort);
    expectSign();
    worker.postMessage(input);
  });
}
