import type { Happening } from '../ports';
import type { KpiSample } from './twin-face';

/**
 * What one history of the run has told, kept so that a jump forwards to a checkpoint can tell what lies between. Living
 * a part again tells the same again, to the last bit: what is known already is not noted twice.
 */
export class History {
  #happenings: Happening[] = [];
  #samples: KpiSample[] = [];

  noteHappening(happening: Happening): void {
    const last = this.#happenings.at(-1);
    if (last === undefined || happening.id > last.id) this.#happenings.push(happening);
  }

  noteSample(sample: KpiSample): void {
    const last = this.#samples.at(-1);
    if (last === undefined || sample.tick > last.tick) this.#samples.push(sample);
  }

  /** From this tick on it will go another way. A sample at the tick was measured at the end of the step before. */
  forgetFrom(tick: number): void {
    this.#happenings = this.#happenings.filter((each) => each.tick < tick);
    this.#samples = this.#samples.filter((each) => each.tick <= tick);
  }

  between(fromTick: number, toTick: number): { happenings: readonly Happening[]; samples: readonly KpiSample[] } {
    return {
      happenings: this.#happenings.filter((each) => each.tick >= fromTick && each.tick < toTick),
      samples: this.#samples.filter((each) => each.tick > fromTick && each.tick <= toTick),
    };
  }
}
