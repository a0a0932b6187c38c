/** A plan of many runs as data: a grid of scenarios, settings of their interventions, and seeds. */
import * as v from 'valibot';
import { fail, type Problem, parseJson, problem, type Result, succeed } from '../kernel';
import type { Scenario } from '../scenarios';

export const SWEEP_VERSION = 1;
/** A plan of more runs than this is taken for a slip of the pen. */
const MOST_RUNS = 100_000;

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const seed = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const settingValue = v.union([v.pipe(v.number(), v.finite()), v.string(), v.boolean()]);

const sweepPlan = v.strictObject({
  format: v.literal('cityloom-sweep'),
  version: v.literal(SWEEP_VERSION),
  name: v.optional(name),
  /** Id of a scene, or a folder. */
  scene: name,
  /** Scenario files, seen from the plan; none is the scene as it is. */
  scenarios: v.optional(v.pipe(v.array(name), v.minLength(1))),
  /** A list, or so many from the first. */
  seeds: v.union([
    v.pipe(v.array(seed), v.minLength(1), v.maxLength(MOST_RUNS)),
    v.strictObject({ first: seed, count: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(MOST_RUNS)) }),
  ]),
  /** How long each run is; each scenario's own duration where it is left out. */
  untilSeconds: v.optional(v.pipe(v.number(), v.finite(), v.gtValue(0))),
  /** Each varies one setting of one intervention; the grid holds every combination. */
  settings: v.optional(
    v.array(
      v.strictObject({
        intervention: name,
        setting: name,
        values: v.pipe(v.array(settingValue), v.minLength(1), v.maxLength(MOST_RUNS)),
      }),
    ),
  ),
});
export type SweepPlan = v.InferOutput<typeof sweepPlan>;

export interface SweepRun {
  /** The scenario's file in the plan; empty for the scene as it is. */
  readonly from: string;
  /** The settings that this run varies, by 'intervention.setting'. */
  readonly settings: Readonly<Record<string, number | string | boolean>>;
  readonly scenario: Scenario;
}

export function readSweepPlan(text: string): Result<SweepPlan> {
  const json = parseJson(text, { maxBytes: 16 * 1024 * 1024 });
  if (!json.ok) return json;
  const parsed = v.safeParse(sweepPlan, json.value);
  if (parsed.success) return succeed(parsed.output);
  return fail(parsed.issues.map(problemOf));
}

/** The grid as runs, in the plan's order: scenario by scenario, setting by setting, seed by seed. */
export function expandPlan(plan: SweepPlan, scenarios: ReadonlyMap<string, Scenario>): Result<readonly SweepRun[]> {
  const seeds = seedsOf(plan.seeds);
  const settings = plan.settings ?? [];
  const runCount = settings.reduce((product, each) => product * each.values.length, scenarios.size * seeds.length);
  if (runCount > MOST_RUNS) {
    return fail([problem('sweep.too-many-runs', [], `the grid has ${runCount} runs, expected at most ${MOST_RUNS}`)]);
  }
  const problems: Problem[] = [];
  const runs: SweepRun[] = [];
  for (const [from, base] of scenarios) {
    settings.forEach((each, index) => {
      if (base.interventions.some((intervention) => intervention.id === each.intervention)) return;
      const message = `met ${JSON.stringify(each.intervention)}, expected an intervention of ${from || 'the scenario'}`;
      problems.push(problem('sweep.unknown-intervention', ['settings', index, 'intervention'], message));
    });
    for (const combination of combinations(settings)) {
      for (const seed of seeds) {
        const scenario = applySettings(base, combination);
        const durationSeconds = plan.untilSeconds ?? base.durationSeconds;
        const named = combination.map(({ intervention, setting, value }) => [`${intervention}.${setting}`, value]);
        runs.push({ from, settings: Object.fromEntries(named), scenario: { ...scenario, seed, durationSeconds } });
      }
    }
  }
  return problems.length > 0 ? fail(problems) : succeed(runs);
}

interface Chosen {
  readonly intervention: string;
  readonly setting: string;
  readonly value: number | string | boolean;
}

function seedsOf(seeds: SweepPlan['seeds']): readonly number[] {
  return Array.isArray(seeds) ? [...new Set(seeds)] : Array.from({ length: seeds.count }, (_, i) => seeds.first + i);
}

function* combinations(settings: NonNullable<SweepPlan['settings']>, at = 0): Generator<readonly Chosen[]> {
  if (at === settings.length) {
    yield [];
    return;
  }
  const { intervention, setting, values } = settings[at];
  for (const value of values) {
    for (const rest of combinations(settings, at + 1)) yield [{ intervention, setting, value }, ...rest];
  }
}

function applySettings(base: Scenario, combination: readonly Chosen[]): Scenario {
  if (combination.length === 0) return base;
  const interventions = base.interventions.map((intervention) => {
    const mine = combination.filter((chosen) => chosen.intervention === intervention.id);
    const settings = { ...intervention.settings };
    for (const { setting, value } of mine) settings[setting] = value;
    return { ...intervention, settings };
  });
  return { ...base, interventions };
}

function problemOf(issue: v.BaseIssue<unknown>): Problem {
  const path = (issue.path ?? []).map((item) => item.key as string | number);
  const code = issue.type === 'strict_object' ? 'sweep.unknown-key' : 'sweep.type';
  return problem(code, path, issue.message.slice(0, 300));
}
