import * as v from 'valibot';
import {
  type ComparedSeries,
  type Comparison,
  type EdgeComparison,
  ENGINE_VERSION,
  fail,
  kpis,
  problem,
  type Result,
  type Scenario,
  scenarioHash,
  succeed,
} from '../../sim';

/** Version of what the browser keeps of a comparison. */
const COMPARISON_VERSION = 1;

/** What a comparison found, with all that says whether it still holds. */
export interface KeptComparison {
  readonly madeMs: number;
  readonly engineVersion: string;
  readonly sceneHash: string;
  /** Both scenarios as they were compared, without their durations. */
  readonly aHash: string;
  readonly bHash: string;
  /** What A was called, and its number; none where it was the baseline. */
  readonly aName: string;
  readonly aNumber: number | null;
  readonly forkSeconds: number;
  readonly untilSeconds: number;
  readonly comparison: Comparison;
  readonly series: ComparedSeries;
  /** Street by street, in the order of the scene; null where nobody drives, and in what was kept before there was any. */
  readonly edges: EdgeComparison | null;
}

/** The same for scenarios that differ in nothing but how long they were to run. */
export function comparedHash(scenario: Scenario): string {
  return scenarioHash({ ...scenario, durationSeconds: 1, sceneHash: undefined });
}

/** Whether what was compared is no longer what would be compared now. */
export function isStale(kept: KeptComparison, a: Scenario, b: Scenario, sceneHash: string): boolean {
  return (
    kept.engineVersion !== ENGINE_VERSION ||
    kept.sceneHash !== sceneHash ||
    kept.aHash !== comparedHash(a) ||
    kept.bHash !== comparedHash(b)
  );
}

const SERIES_DIGITS = 6;
const courses = new Set(['a', 'b', 'noise', 'difference']);

/** Courses are for charts, and streets for a map: six digits of them are kept. */
export function writeComparison(kept: KeptComparison): string {
  return JSON.stringify({ version: COMPARISON_VERSION, ...kept }, (key, value: unknown) =>
    Array.isArray(value) && courses.has(key) ? value.map(rounded) : value,
  );
}

function rounded(value: unknown): unknown {
  return typeof value === 'number' && Number.isFinite(value) ? Number(value.toPrecision(SERIES_DIGITS)) : null;
}

/** What is no number is written as nothing. */
const figure = v.pipe(
  v.nullable(v.number()),
  v.transform((value) => value ?? Number.NaN),
);
const figures = v.array(figure);
const cells = v.array(v.nullable(v.number()));
const compared = v.strictObject({
  a: figure,
  b: figure,
  difference: figure,
  noise: figure,
  sign: v.picklist([-1, 0, 1]),
  unit: v.string(),
  seeds: figures,
});
const each = v.strictObject({ mean: figure, noise: figure, seeds: figures });
const gains = v.strictObject({
  winners: each,
  losers: each,
  unchanged: each,
  wonHours: each,
  lostHours: each,
  meanGainSeconds: each,
  gain05Seconds: each,
  gain50Seconds: each,
  gain95Seconds: each,
});
const byEdge = v.strictObject({ difference: cells, noise: cells });
const kpiName = v.picklist(Object.keys(kpis));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/));
const time = v.pipe(v.number(), v.minValue(0));
const file = v.strictObject({
  version: v.literal(COMPARISON_VERSION),
  madeMs: time,
  engineVersion: v.string(),
  sceneHash: hash,
  aHash: hash,
  bHash: hash,
  aName: v.pipe(v.string(), v.maxLength(200)),
  aNumber: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
  forkSeconds: time,
  untilSeconds: time,
  comparison: v.strictObject({
    seeds: v.pipe(v.array(v.number()), v.minLength(2)),
    kpis: v.record(kpiName, compared),
    trips: v.nullable(
      v.strictObject({
        pairs: each,
        onlyInA: each,
        onlyInB: each,
        travelSeconds: compared,
        delaySeconds: compared,
        insertionDelaySeconds: compared,
        unfinished: compared,
        byTrip: gains,
        byPerson: v.nullable(gains),
      }),
    ),
  }),
  series: v.strictObject({
    seconds: v.array(v.number()),
    kpis: v.record(kpiName, v.strictObject({ a: cells, b: cells, noise: cells })),
  }),
  edges: v.optional(v.nullable(v.strictObject({ speedKmh: byEdge, vehiclesPerHour: byEdge })), null),
});

/** A record of the browser's database, judged as strictly as a file from outside. */
export function readComparison(text: string): Result<KeptComparison> {
  try {
    const { version: _, ...kept } = v.parse(file, JSON.parse(text));
    return succeed(kept as unknown as KeptComparison);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return fail([problem('comparison.invalid', [], `expected a comparison that was kept, found: ${message}`)]);
  }
}
