import type { Unit } from '../kernel';
import type { Happening, KpiName } from '../ports';
import type { Scenario } from '../scenarios';
import type { Sankey } from './sankey';

export interface KpiTotal {
  readonly value: number;
  readonly unit: Unit;
}

/** Every KPI at the end of every window, in columns; a KPI that was not measured in a window is null there. */
export interface KpiSeries {
  readonly seconds: readonly number[];
  readonly values: Readonly<Partial<Record<KpiName, readonly (number | null)[]>>>;
}

/** Everything needed to run it again and to see whether it came out the same. The JSON of `run` is a contract. */
export interface RunResult {
  readonly scenario: Scenario;
  readonly engineVersion: string;
  readonly sceneHash: string;
  readonly finalHash: string;
  readonly totals: Readonly<Partial<Record<KpiName, KpiTotal>>>;
  readonly happenings: readonly Happening[];
  readonly series: KpiSeries;
  /** Of energy, over the whole run or the part of it that was asked for; absent where the scene has no networks. */
  readonly sankey?: Sankey;
}
