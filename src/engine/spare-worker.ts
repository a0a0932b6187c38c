import type { RunInput, SavedRun } from '../../sim';
import { WorkerLink } from './worker-link';

/** The city comes first: a spare is made when the page has had time to draw it. */
const PREPARE_AFTER_MS = 6_000;

/**
 * A second worker that has read and compiled the city already and waits. Whoever needs one at once takes it: the run
 * whose own worker has died, or the baseline of a first intervention; both go on from a saved run. So it stands where the
 * run stood when it was made, which takes a third of what the start of a run takes. Another is then made ready.
 */
export class SpareWorker {
  readonly #address: string;
  #input: RunInput | undefined;
  #saved: () => SavedRun | undefined = () => undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #preparing: WorkerLink | undefined;
  #ready: WorkerLink | undefined;

  constructor(address: string) {
    this.#address = address;
  }

  /** Keeps one ready for this run from now on. */
  prepareFor(input: RunInput, saved: () => SavedRun | undefined): void {
    this.#input = input;
    this.#saved = saved;
    this.#prepareSoon();
  }

  /** A worker that may be ready for the run; a fresh one where there is none. */
  take(): WorkerLink {
    const link = this.#ready ?? new WorkerLink(this.#address);
    this.#ready = undefined;
    if (this.#input) this.#prepareSoon();
    return link;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#input = undefined;
    this.#preparing?.end();
    this.#ready?.end();
    this.#preparing = this.#ready = undefined;
  }

  #prepareSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#prepare(), PREPARE_AFTER_MS);
  }

  #prepare(): void {
    if (!this.#input || this.#ready || this.#preparing) return;
    const link = new WorkerLink(this.#address);
    this.#preparing = link;
    // A spare that is lost is no loss: whoever takes one gets a fresh one.
    link.attend({}, () => {
      if (this.#preparing === link) this.#preparing = undefined;
      if (this.#ready === link) this.#ready = undefined;
    });
    void link.call('prepare', { ...this.#input, from: this.#saved() }).then((prepared) => {
      if (this.#preparing !== link) return;
      this.#preparing = undefined;
      if (prepared.ok) this.#ready = link;
      else link.end();
    });
  }
}
