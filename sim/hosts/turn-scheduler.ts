import { type SchedulerAction, type SchedulerLike, Subscription } from 'rxjs';

export interface HostTurns {
  readonly now: () => number;
  /** Calls back in a turn of the host's event loop of its own, after the events that wait already. */
  readonly soon: (callback: () => void) => void;
  readonly later: (callback: () => void, delayMs: number) => () => void;
}

/**
 * A scheduler for work that must yield: a delay of nothing is the next turn of the event loop, at once. (RxJS's own
 * async scheduler uses timers, which browsers hold back by 4 ms; its asap scheduler never lets an event through.)
 */
export function createTurnScheduler(host: HostTurns): SchedulerLike {
  return {
    now: host.now,
    schedule: <T>(work: Work<T>, delayMs = 0, state?: T) => new TurnAction<T>(host, work).schedule(state, delayMs),
  };
}

type Work<T> = (this: SchedulerAction<T>, state: T) => void;

class TurnAction<T> extends Subscription implements SchedulerAction<T> {
  readonly #host: HostTurns;
  readonly #work: Work<T>;
  #cancel: (() => void) | undefined;

  constructor(host: HostTurns, work: Work<T>) {
    super();
    this.#host = host;
    this.#work = work;
  }

  schedule(state?: T, delayMs = 0): Subscription {
    if (this.closed) return this;
    this.#cancel?.();
    let cancelled = false;
    const run = () => {
      if (cancelled || this.closed) return;
      this.#cancel = undefined;
      this.#work.call(this, state as T);
    };
    if (delayMs > 0) this.#cancel = this.#host.later(run, delayMs);
    else {
      this.#cancel = () => {
        cancelled = true;
      };
      this.#host.soon(run);
    }
    return this;
  }

  override unsubscribe(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    super.unsubscribe();
  }
}
