import * as v from 'valibot';
import { type KindTable, MAX_RUN_SECONDS, parseInterventions } from '../interventions';
import { fail, type Problem, parseJson, problem, type Result, succeed } from '../kernel';
import { ProblemList } from '../scene/problem-list';
import { id } from '../scene/schema/primitives';
import { validate } from '../scene/validate';
import { migrateScenario } from './migrations';
import { SCENARIO_VERSION, type Scenario, scenarioDefaults } from './scenario';

const SECONDS_PER_DAY = 86_400;

/** Small beside a scene; a scenario is written by hand or by a panel. */
const LIMITS = { maxBytes: 16 * 1024 * 1024, maxDepth: 16, maxValues: 1_000_000 };

const scenarioFile = v.strictObject({
  format: v.literal('cityloom-scenario'),
  version: v.literal(SCENARIO_VERSION),
  name: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
  scene: id,
  sceneHash: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/, 'expected a hash of 16 hexadecimal digits'))),
  domains: v.optional(v.pipe(v.array(id), v.minLength(1))),
  seed: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER))),
  startSeconds: v.optional(v.pipe(v.number(), v.finite(), v.minValue(0), v.ltValue(SECONDS_PER_DAY))),
  durationSeconds: v.optional(v.pipe(v.number(), v.finite(), v.gtValue(0), v.maxValue(MAX_RUN_SECONDS))),
  startDay: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(365))),
  weatherDay: v.optional(id),
  stepSeconds: v.optional(v.strictObject({ energy: v.optional(v.pipe(v.number(), v.finite(), v.gtValue(0))) })),
  /** Judged entry by entry, by the kinds. */
  interventions: v.optional(v.unknown()),
});

/** Text from outside to a scenario in which everything is said; or every problem, each with its path. */
export function readScenario(text: string, kinds?: KindTable): Result<Scenario> {
  const json = parseJson(text, LIMITS);
  return json.ok ? parseScenario(json.value, kinds) : json;
}

export function parseScenario(value: unknown, kinds?: KindTable): Result<Scenario> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return fail([problem('scenario.type', [], 'expected an object, the scenario')]);
  }
  // Another version's words mean other things: nothing else is judged.
  const migrated = migrateScenario(value as Record<string, unknown>);
  if (!migrated.ok) return migrated;
  const raw = migrated.value;
  const list = new ProblemList();
  validate(scenarioFile, raw, [], list);
  const problems: Problem[] = list
    .errors()
    .map((each) => ({ ...each, code: each.code.replace(/^scene\./, 'scenario.') }));
  problems.push(...repeatedDomains(raw.domains));
  const interventions = parseInterventions(raw.interventions ?? [], ['interventions'], kinds);
  if (!interventions.ok) problems.push(...interventions.problems);
  if (problems.length > 0 || !interventions.ok) return fail(problems);
  const file = raw as v.InferOutput<typeof scenarioFile>;
  return succeed({ ...scenarioDefaults, ...file, interventions: interventions.value });
}

function repeatedDomains(domains: unknown): Problem[] {
  if (!Array.isArray(domains)) return [];
  return domains.flatMap((name, index) =>
    domains.indexOf(name) < index
      ? [problem('scenario.duplicate-domain', ['domains', index], 'expected each domain once, found it again')]
      : [],
  );
}
