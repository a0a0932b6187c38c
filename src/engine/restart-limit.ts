/** A worker that dies again and again at the same place is not restarted for ever. */
const MOST_WITHOUT_PROGRESS = 4;
const FORGET_AFTER_MS = 60_000;

export class RestartLimit {
  #deaths = 0;
  #furthestTick = -1;
  #lastMs = Number.NEGATIVE_INFINITY;

  /** Notes a death at that tick; whether another start is worth it. */
  allows(tick: number, nowMs: number): boolean {
    if (tick > this.#furthestTick || nowMs - this.#lastMs > FORGET_AFTER_MS) this.#deaths = 0;
    this.#furthestTick = Math.max(this.#furthestTick, tick);
    this.#lastMs = nowMs;
    return ++this.#deaths < MOST_WITHOUT_PROGRESS;
  }
}
