import type { Happening } from '../ports';
import { KpiRecord } from './kpi-record';
import type { KpiSample } from './twin-face';

/** Two days of minutes, and as many happenings as a page keeps: what runs for weeks must not grow with them. */
const MOST_SAMPLES = 2_880;
const MOST_HAPPENINGS = 20_000;

/**
 * What one history of the run has told, kept so that a jump forwards to a checkpoint can tell what lies between. Living
 * a part again tells the same again, to the last bit: what is known already is not noted twice. Of a long run only the
 * newest part is kept: who jumps over what is older hears nothing of it.
 */
export class History {
  readonly #samples = new KpiRecord(MOST_SAMPLES);
  #happenings: Happening[] = [];

  noteHappening(happening: Happening): void {
    const last = this.#happenings.at(-1);
    if (last !== undefined && happening.id <= last.id) return;
    this.#happenings.push(happening);
    if (this.#happenings.length > 2 * MOST_HAPPENINGS) this.#happenings = this.#happenings.slice(-MOST_HAPPENINGS);
  }

  noteSample(sample: KpiSample): void {
    if (sample.tick > (this.#samples.newestTick ?? -1)) this.#samples.note(sample);
  }

  /** From this tick on it will go another way. A sample at the tick was measured at the end of the step before. */
  forgetFrom(tick: number): void {
    this.#happenings = this.#happenings.filter((each) => each.tick < tick);
    this.#samples.forgetAfter(tick);
  }

  between(fromTick: number, toTick: number): { happenings: readonly Happening[]; samples: readonly KpiSample[] } {
    return {
      happenings: this.#happenings.filter((each) => each.tick >= fromTick && each.tick < toTick),
      samples: this.#samples.between(fromTick, toTick),
    };
  }
}
