import type { Pace } from './twin-face';

/** A longer silence of the host is sleep, a frozen page or a clock that was set: time that passed outside the city. */
const GAP_MS = 1_000;
/** How much faster than asked it may go to make up what it owes: noticeable in no picture, a storm never. */
const CATCH_UP = 1.1;
/** What may be owed from one look to the next and be made up at once, in real seconds. */
const BURST_SECONDS = 1;
/** It looks at least so often, so that a slow pace is no gap. */
const LONGEST_WAIT_MS = 250;
const MEASURED_MS = 2_000;

/** Turns the host's time into steps that are due, at one pace; a new one begins with every change of pace. */
export class Pacer {
  readonly #pace: Pace;
  readonly #stepSeconds: number;
  #lastMs: number;
  /** Simulated seconds that should have passed and have not. */
  #owedSeconds = 0;
  /** Simulated seconds that may be stepped now. */
  #creditSeconds = 0;
  /** Host's time and simulated seconds, noted after steps. */
  readonly #reached: { readonly ms: number; readonly seconds: number }[] = [];

  constructor(pace: Pace, stepSeconds: number, nowMs: number) {
    this.#pace = pace;
    this.#stepSeconds = stepSeconds;
    this.#lastMs = nowMs;
  }

  /** Takes note of the time that passed; answers the steps due. */
  stepsDue(nowMs: number): number {
    const passedMs = nowMs - this.#lastMs;
    this.#lastMs = nowMs;
    if (this.#pace === 'flat-out') return Number.POSITIVE_INFINITY;
    if (passedMs > 0 && passedMs <= GAP_MS) {
      const seconds = (passedMs / 1_000) * this.#pace;
      this.#owedSeconds += seconds;
      const most = Math.min(this.#owedSeconds, BURST_SECONDS * this.#pace + this.#stepSeconds);
      this.#creditSeconds = Math.min(this.#creditSeconds + seconds * CATCH_UP, most);
    }
    return Math.floor(this.#creditSeconds / this.#stepSeconds + 1e-9);
  }

  stepped(steps: number, nowMs: number, simulatedSeconds: number): void {
    if (steps === 0) return;
    if (this.#pace !== 'flat-out') {
      this.#owedSeconds -= steps * this.#stepSeconds;
      this.#creditSeconds -= steps * this.#stepSeconds;
    }
    const reached = this.#reached;
    reached.push({ ms: nowMs, seconds: simulatedSeconds });
    while (reached.length > 2 && reached[0].ms < nowMs - MEASURED_MS) reached.shift();
  }

  /** Until the next look, in the host's milliseconds. */
  get waitMs(): number {
    if (this.#pace === 'flat-out') return 0;
    const missing = this.#stepSeconds - this.#creditSeconds;
    if (missing <= 1e-9) return 0;
    const rate = this.#owedSeconds > this.#creditSeconds ? this.#pace * CATCH_UP : this.#pace;
    return Math.min((missing / rate) * 1_000, LONGEST_WAIT_MS);
  }

  /** In whole steps: less than one is nothing that could have been done. */
  get behindSeconds(): number {
    return this.#pace === 'flat-out' ? 0 : Math.floor(this.#owedSeconds / this.#stepSeconds + 1e-9) * this.#stepSeconds;
  }

  /** Simulated seconds a real second over the last two seconds; 0 before it is known. */
  get reachedPace(): number {
    if (this.#reached.length < 2) return 0;
    const first = this.#reached[0];
    const last = this.#reached[this.#reached.length - 1];
    return last.ms > first.ms ? ((last.seconds - first.seconds) / (last.ms - first.ms)) * 1_000 : 0;
  }
}
