/** What every building asks for over one day, quarter hour by quarter hour. */
export interface DayLoads {
  readonly startDay: number;
  readonly stepSeconds: number;
  readonly steps: number;
  /** In the order of the scene's element table. */
  readonly ids: readonly string[];
  readonly uses: readonly string[];
  readonly floorM2: Float32Array;
  /** kW, mean of the step: building b at step s is [s · count + b]. */
  readonly kw: Readonly<Record<DayCarrier, Float32Array>>;
  /** Changes that are no matter of energy alone, and so not in it. */
  readonly leftOut: number;
}

export const dayCarriers = ['electricity', 'heat', 'cooling', 'gas'] as const;
export type DayCarrier = (typeof dayCarriers)[number];
