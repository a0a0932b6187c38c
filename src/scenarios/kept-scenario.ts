import * as v from 'valibot';
import { applyDiff, fail, invertDiff, parseScenario, problem, type Result, type Scenario, succeed } from '../../sim';
import { type Deed, type EditHistory, emptyHistory } from './history';

/** Version of what the browser keeps of a scenario; a change of it brings a migration and a stored example. */
export const KEPT_VERSION = 1;

/** A planner's scenario as this browser keeps it: the run itself, how it came about, and where it branched off. */
export interface KeptScenario {
  readonly id: string;
  /** Where the page finds the scene: its folder's name, which says more than the scene's own. */
  readonly city: string;
  /** What it is called; where nobody has named it, its number says so. */
  readonly name: string;
  readonly number: number;
  /** The one that it was a copy of; none for a child of the baseline. */
  readonly parentId: string | null;
  readonly createdMs: number;
  readonly changedMs: number;
  /** One more with every change that was kept. */
  readonly revision: number;
  readonly scenario: Scenario;
  /** What was done last, newest last, and what was undone. */
  readonly done: readonly Deed[];
  readonly undone: readonly Deed[];
}

const time = v.pipe(v.number(), v.integer(), v.minValue(0));
const count = v.pipe(v.number(), v.integer(), v.minValue(1));
/** Steps are judged by whether they fit the list. */
const deed = v.strictObject({
  kind: v.picklist(['apply', 'revert', 'remove', 'rewind']),
  subject: v.looseObject({ id: v.string(), kind: v.string(), targets: v.array(v.string()) }),
  diff: v.array(v.looseObject({ op: v.picklist(['insert', 'remove', 'change']), at: time })),
});
const keptFile = v.strictObject({
  version: v.literal(KEPT_VERSION),
  id: v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/)),
  city: v.pipe(v.string(), v.minLength(1)),
  name: v.pipe(v.string(), v.maxLength(200)),
  number: count,
  parentId: v.nullable(v.string()),
  createdMs: time,
  changedMs: time,
  revision: count,
  scenario: v.unknown(),
  done: v.array(deed),
  undone: v.array(deed),
});

export function writeKept(kept: KeptScenario): string {
  return JSON.stringify({ version: KEPT_VERSION, ...kept });
}

/** A record of the browser's database, judged as strictly as a file from outside: its history too must fit its list. */
export function readKept(text: string): Result<KeptScenario> {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return refuse('kept.unreadable', 'expected a record of a scenario, found text that is none');
  }
  const version = (raw as { version?: unknown } | null)?.version;
  if (typeof version === 'number' && version > KEPT_VERSION) {
    return refuse('kept.newer', `expected version ${KEPT_VERSION}, found ${version} of a newer Cityloom`);
  }
  const parsed = v.safeParse(keptFile, raw);
  if (!parsed.success) {
    const first = parsed.issues[0];
    return fail([
      problem(
        'kept.invalid',
        (first.path ?? []).map(({ key }) => key as string | number),
        first.message,
      ),
    ]);
  }
  const { version: _, ...record } = parsed.output;
  const scenario = parseScenario(record.scenario);
  if (!scenario.ok) return scenario;
  const kept = { ...record, scenario: scenario.value } as unknown as KeptScenario;
  return replays(kept) ? succeed(kept) : refuse('kept.history', 'met a history that does not fit its list of changes');
}

/** What undo and redo go by once it is taken up again. */
export function historyOf(kept: KeptScenario | null): EditHistory {
  return kept ? { list: kept.scenario.interventions, done: kept.done, undone: kept.undone } : emptyHistory;
}

function replays({ scenario, done, undone }: KeptScenario): boolean {
  let back = scenario.interventions;
  for (const each of done.toReversed()) {
    const before = applyDiff(back, invertDiff(each.diff));
    if (!before.ok) return false;
    back = before.value;
  }
  let ahead = scenario.interventions;
  for (const each of undone.toReversed()) {
    const after = applyDiff(ahead, each.diff);
    if (!after.ok) return false;
    ahead = after.value;
  }
  return true;
}

function refuse(code: string, message: string): Result<never> {
  return fail([problem(code, [], message)]);
}
