import type { CallName, Calls, FromWorker, Notices, Problem, Result, StreamName, Streams, ToWorker } from '../../sim';
import { HeartbeatWatch } from './heartbeat-watch';
import { trustedWorkerUrl } from './trusted-worker';

/** How a worker can be lost: it threw (or its script did not load), or it no longer answers. */
export type Loss = { readonly reason: 'threw' | 'silent'; readonly words: string };

export type StreamListener = { readonly [N in StreamName]?: (value: Streams[N]) => void };

/** Calls that begin with a city being read. */
const longCalls: ReadonlySet<CallName> = new Set<CallName>([
  'read',
  'open',
  'prepare',
  'pair',
  'ahead',
  'bring',
  'dayLoads',
  'year',
]);
/** While a city is read and compiled the worker is busy for long stretches. */
const OPENING_PATIENCE = 14;
/**
 * A command may take the city back to an earlier state, which is read in one stretch: half a second of the flagship's on
 * a processor of its own, several on one that many share. A restart would take far longer.
 */
const COMMAND_PATIENCE = 4;

/** One worker: typed calls to it, its streams, and whether it lives. */
export class WorkerLink {
  readonly #worker: Worker;
  #listener: StreamListener = {};
  #lost: (loss: Loss) => void = () => undefined;
  readonly #open = new Map<number, { name: CallName; answer: (result: Result<never>) => void }>();
  readonly #watch: HeartbeatWatch;
  readonly #timer: ReturnType<typeof setInterval>;
  #lastId = 0;
  #ended = false;
  /** Whether it has said anything at all; a script that failed to load has not. */
  heard = false;

  constructor(address: string) {
    this.#worker = new Worker(trustedWorkerUrl(address), { type: 'module', name: 'cityloom' });
    this.#worker.onmessage = (event: MessageEvent<FromWorker>) => this.#hear(event.data);
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.#lose({ reason: 'threw', words: event.message || 'its script could not be loaded' });
    };
    this.#worker.onmessageerror = () => this.#lose({ reason: 'threw', words: 'a message of it could not be read' });
    this.#watch = new HeartbeatWatch(performance.now());
    this.#timer = setInterval(() => this.#check(), HeartbeatWatch.checkEveryMs);
  }

  /** From now on somebody listens, and is told when the worker is lost. */
  attend(listener: StreamListener, lost: (loss: Loss) => void): void {
    this.#listener = listener;
    this.#lost = lost;
  }

  /** Never settles when the worker is lost: whoever restarts it asks again. */
  call<N extends CallName>(
    name: N,
    input: Calls[N]['input'],
    transfer: Transferable[] = [],
  ): Promise<Result<Calls[N]['output']>> {
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      this.#open.set(id, { name, answer: resolve as (result: Result<never>) => void });
      this.#post({ kind: 'call', id, name, input } as ToWorker, transfer);
    });
  }

  notify<N extends keyof Notices>(name: N, value: Notices[N], transfer: Transferable[] = []): void {
    this.#post({ kind: 'notice', name, value } as ToWorker, transfer);
  }

  end(): void {
    this.#ended = true;
    clearInterval(this.#timer);
    this.#worker.onmessage = this.#worker.onerror = this.#worker.onmessageerror = null;
    this.#worker.terminate();
    this.#open.clear();
  }

  #post(message: ToWorker, transfer: Transferable[]): void {
    if (!this.#ended) this.#worker.postMessage(message, transfer);
  }

  #hear(message: FromWorker): void {
    this.heard = true;
    this.#watch.beat();
    if (message.kind === 'answer') {
      const waiting = this.#open.get(message.id);
      this.#open.delete(message.id);
      waiting?.answer(message.result as Result<never>);
    } else {
      const listen = this.#listener[message.name] as ((value: unknown) => void) | undefined;
      listen?.(message.value);
    }
  }

  #check(): void {
    const under = [...this.#open.values()];
    const isOpening = under.some(({ name }) => longCalls.has(name)) || !this.heard;
    const patience = isOpening ? OPENING_PATIENCE : under.some(({ name }) => name === 'send') ? COMMAND_PATIENCE : 1;
    if (this.#watch.check(performance.now(), patience))
      this.#lose({ reason: 'silent', words: 'it missed two heartbeats' });
  }

  #lose(loss: Loss): void {
    if (this.#ended) return;
    this.end();
    this.#lost(loss);
  }
}

export function lostProblem(loss: Loss, wasHeard: boolean): Problem {
  const code = wasHeard ? 'engine.lost' : 'engine.not-loaded';
  return { severity: 'error', code, path: [], message: `the engine's worker was lost: ${loss.words}` };
}
