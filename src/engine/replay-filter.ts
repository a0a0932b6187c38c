import type { Happening, KpiSample } from '../../sim';

/**
 * A new worker steps again over the last ticks that the lost one had already told of. What was told once is not told
 * again; past that point, and after any jump in time, everything passes.
 */
export class ReplayFilter {
  #heardHappening = 0;
  #heardKpiTick = -1;
  #untilHappening = 0;
  #untilKpiTick = -1;

  restart(): void {
    this.#untilHappening = this.#heardHappening;
    this.#untilKpiTick = this.#heardKpiTick;
  }

  jump(): void {
    this.#untilHappening = 0;
    this.#untilKpiTick = -1;
  }

  passesHappening({ id }: Happening): boolean {
    this.#heardHappening = id;
    return id > this.#untilHappening;
  }

  passesKpis({ tick }: KpiSample): boolean {
    this.#heardKpiTick = tick;
    return tick > this.#untilKpiTick;
  }
}
