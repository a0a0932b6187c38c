/**
 * Tells a silent worker from a page that was asleep. A worker that runs out of memory dies without any event, so its
 * heartbeat, one a second, is the only sign of life. While the page itself does not run on time (hidden, frozen, the
 * machine asleep) nothing is held against the worker: its beats wait in the same queue.
 */
const CHECK_EVERY_MS = 250;
/** Two beats, due one and two seconds after the last, have not come; and some room for a busy machine. */
const SILENT_AFTER_MS = 2_250;
/** A check that comes so much later than asked for means that the page, not the worker, was away. */
const LATE_MS = 750;

export class HeartbeatWatch {
  #silentMs = 0;
  #beaten = false;
  #checkedMs: number;

  constructor(nowMs: number) {
    this.#checkedMs = nowMs;
  }

  static readonly checkEveryMs = CHECK_EVERY_MS;

  beat(): void {
    this.#beaten = true;
  }

  /** To be called every `checkEveryMs`; true once the worker has missed two beats. `patience` is for long openings. */
  check(nowMs: number, patience = 1): boolean {
    const sinceMs = nowMs - this.#checkedMs;
    this.#checkedMs = nowMs;
    const pageWasAway = sinceMs > CHECK_EVERY_MS + LATE_MS;
    this.#silentMs = this.#beaten || pageWasAway ? 0 : this.#silentMs + sinceMs;
    this.#beaten = false;
    return this.#silentMs >= SILENT_AFTER_MS * patience;
  }
}
