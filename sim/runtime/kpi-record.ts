import type { Tick } from '../kernel';
import type { KpiName } from '../ports';
import type { KpiSample } from './twin-face';

interface Row {
  readonly tick: Tick;
  readonly seconds: number;
  /** The same list for all rows that measured the same figures. */
  readonly names: readonly KpiName[];
  readonly values: Float64Array;
}

/**
 * Samples in the order of their ticks, held as numbers: as objects of two hundred named figures each a day of them took
 * five times the room.
 */
export class KpiRecord {
  readonly #most: number;
  #rows: Row[] = [];
  #names: readonly KpiName[] = [];

  /** Keeps so many of the newest; all of them unless told. */
  constructor(most = Number.POSITIVE_INFINITY) {
    this.#most = most;
  }

  get length(): number {
    return this.#rows.length;
  }

  get newestTick(): number | undefined {
    return this.#rows.at(-1)?.tick;
  }

  note({ tick, seconds, values }: KpiSample): void {
    const names = Object.keys(values) as KpiName[];
    if (names.length !== this.#names.length || names.some((name, i) => name !== this.#names[i])) this.#names = names;
    this.#rows.push({ tick, seconds, names: this.#names, values: Float64Array.from(names, (name) => values[name]!) });
    // Twice as many before the older half goes, so that the list is not moved for each.
    if (this.#rows.length > 2 * this.#most) this.#rows = this.#rows.slice(-this.#most);
  }

  /** Those of later ticks are no longer true. */
  forgetAfter(tick: number): void {
    this.#rows = this.#rows.filter((row) => row.tick <= tick);
  }

  between(afterTick: number, toTick: number): readonly KpiSample[] {
    return this.#rows
      .filter((row) => row.tick > afterTick && row.tick <= toTick)
      .map(({ tick, seconds, names, values }) => ({
        tick,
        seconds,
        values: Object.fromEntries(names.map((name, i) => [name, values[i]])),
      }));
  }

  /** The same in columns; null where a figure was not measured. */
  columns(): {
    readonly seconds: readonly number[];
    readonly values: Readonly<Partial<Record<KpiName, readonly (number | null)[]>>>;
  } {
    const places = new Map(this.#rows.map(({ names }) => [names, new Map(names.map((name, i) => [name, i]))]));
    const values: Partial<Record<KpiName, (number | null)[]>> = {};
    for (const name of new Set([...places.keys()].flat())) {
      values[name] = this.#rows.map((row) => {
        const place = places.get(row.names)!.get(name);
        return place === undefined ? null : row.values[place];
      });
    }
    return { seconds: this.#rows.map(({ seconds }) => seconds), values };
  }
}
