import type { Intervention } from '../interventions';

/** Version of the format that this engine writes. */
export const SCENARIO_VERSION = 1;

/** What a scenario that is silent about them runs with. */
export const scenarioDefaults = { seed: 1, startSeconds: 25_200, durationSeconds: 3_600 } as const;

/** One run to be made: which city, which domains, which luck, from when, how long, with which changes. */
export interface Scenario {
  readonly format: 'cityloom-scenario';
  readonly version: number;
  readonly name?: string;
  readonly scene: string;
  /** Content hash of the scene it was made for; a run on another content says so. */
  readonly sceneHash?: string;
  readonly domains?: readonly string[];
  readonly seed: number;
  /** Clock time at the start, seconds after local midnight; 07:00 by default. */
  readonly startSeconds: number;
  readonly durationSeconds: number;
  /** Day of the year on which the run begins, 1 to 365; 23 September by default, the day that the view shows. */
  readonly startDay?: number;
  /** Name of a day of the scene's weather file: every day of the run is that one. */
  readonly weatherDay?: string;
  /** Length of a domain's own step where it is to be another than beside all the others, by name; as it allows. */
  readonly stepSeconds?: Readonly<Record<string, number>>;
  readonly interventions: readonly Intervention[];
}

/** The plain run of a city: nothing is changed. */
export function defaultScenario(scene: string, changes: Partial<Scenario> = {}): Scenario {
  return {
    format: 'cityloom-scenario',
    version: SCENARIO_VERSION,
    scene,
    ...scenarioDefaults,
    interventions: [],
    ...changes,
  };
}
