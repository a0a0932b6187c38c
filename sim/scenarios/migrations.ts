import { fail, problem, type Result, succeed } from '../kernel';
import { SCENARIO_VERSION } from './scenario';

type Raw = Readonly<Record<string, unknown>>;

/** One step of the format: a file of version `from` to one of version `from + 1`. Pure, and frozen once it has shipped. */
export interface ScenarioMigration {
  readonly from: number;
  migrate(file: Raw): Raw;
}

/** In order, from version 1 on; empty as long as there is one version. */
export const scenarioMigrations: readonly ScenarioMigration[] = [];

/** Brings a file of any known version to the newest, a version at a time; refuses what it does not know. */
export function migrateScenario(
  file: Raw,
  migrations: readonly ScenarioMigration[] = scenarioMigrations,
  newest: number = SCENARIO_VERSION,
): Result<Raw> {
  const oldest = newest - migrations.length;
  const found = file.version;
  if (typeof found !== 'number' || !Number.isInteger(found) || found < oldest || found > newest) {
    const expected = oldest === newest ? `version ${newest}` : `a version from ${oldest} to ${newest}`;
    const what = found === undefined ? 'nothing' : String(JSON.stringify(found)).slice(0, 40);
    return fail([problem('scenario.version', ['version'], `expected ${expected}, found ${what}`)]);
  }
  let current = file;
  for (let version = found; version < newest; version++) {
    const step = migrations.find((each) => each.from === version);
    if (step === undefined) throw new Error(`met no migration from version ${version}, expected one for each`);
    current = step.migrate(current);
  }
  return succeed(current);
}
