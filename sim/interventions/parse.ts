import * as v from 'valibot';
import { asElementId, fail, type Problem, problem, type Result, succeed } from '../kernel';
import { ProblemList } from '../scene/problem-list';
import { id as name } from '../scene/schema/primitives';
import { validate } from '../scene/validate';
import { defaultSettings, type SettingValue, settingsSchema } from './field';
import type { Intervention } from './intervention';
import type { KindTable } from './kind';
import { MAX_INTERVENTIONS, MAX_RUN_SECONDS } from './limits';
import { interventionKinds } from './table';

type Path = readonly (string | number)[];

const runSeconds = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(MAX_RUN_SECONDS));

/** The frame that all kinds share; `settings` is judged by the kind's own fields. */
const frame = v.strictObject({
  id: name,
  kind: v.string(),
  targets: v.array(name),
  settings: v.optional(v.unknown()),
  fromSeconds: runSeconds,
  untilSeconds: v.optional(v.nullable(runSeconds)),
});

/** A list from a file or a command to interventions whose every setting is there; all problems, each with its path. */
export function parseInterventions(
  value: unknown,
  path: Path = ['interventions'],
  kinds: KindTable = interventionKinds,
): Result<readonly Intervention[]> {
  if (!Array.isArray(value)) return fail([problem('intervention.type', path, 'expected an array of interventions')]);
  if (value.length > MAX_INTERVENTIONS) {
    const message = `expected at most ${MAX_INTERVENTIONS} interventions, found ${value.length}`;
    return fail([problem('intervention.count', path, message)]);
  }
  const problems: Problem[] = [];
  const parsed: Intervention[] = [];
  value.forEach((entry, index) => {
    const one = parseIntervention(entry, [...path, index], kinds);
    if (one.ok) parsed.push(one.value);
    else problems.push(...one.problems);
  });
  problems.push(...duplicateIds(value, path));
  return problems.length > 0 ? fail(problems) : succeed(parsed);
}

export function parseIntervention(
  value: unknown,
  path: Path = ['intervention'],
  kinds: KindTable = interventionKinds,
): Result<Intervention> {
  const list = new ProblemList();
  validate(frame, value, [...path], list);
  const raw = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const kind = typeof raw.kind === 'string' && Object.hasOwn(kinds, raw.kind) ? kinds[raw.kind] : undefined;
  if (typeof raw.kind === 'string' && kind === undefined) {
    const known = Object.keys(kinds).join(', ');
    list.error('intervention.unknown-kind', [...path, 'kind'], `expected one of: ${known}; found '${cut(raw.kind)}'`);
  }
  const settings = raw.settings === undefined ? {} : raw.settings;
  if (kind !== undefined) validate(settingsSchema(kind.settings), settings, [...path, 'settings'], list);
  const { fromSeconds, untilSeconds } = raw;
  if (typeof fromSeconds === 'number' && typeof untilSeconds === 'number' && !(untilSeconds > fromSeconds)) {
    const message = `expected a time after its beginning at ${fromSeconds} s, found ${untilSeconds} s`;
    list.error('intervention.ends-before-it-begins', [...path, 'untilSeconds'], message);
  }
  if (list.errorCount > 0 || kind === undefined) return fail(list.errors().map(renamed));
  const sound = raw as v.InferOutput<typeof frame>;
  return succeed({
    id: sound.id,
    kind: sound.kind,
    targets: sound.targets.map(asElementId),
    settings: { ...defaultSettings(kind.settings), ...(settings as Record<string, SettingValue>) },
    fromSeconds: sound.fromSeconds,
    untilSeconds: sound.untilSeconds ?? null,
  });
}

/** The walker that scenes and interventions share speaks of scenes. */
function renamed(found: Problem): Problem {
  return { ...found, code: found.code.replace(/^scene\./, 'intervention.') };
}

function duplicateIds(entries: readonly unknown[], path: Path): Problem[] {
  const problems: Problem[] = [];
  const first = new Map<string, number>();
  entries.forEach((entry, index) => {
    const id = (entry as { id?: unknown } | null)?.id;
    if (typeof id !== 'string') return;
    const before = first.get(id);
    if (before === undefined) first.set(id, index);
    else {
      const message = `'${cut(id)}' is the name of interventions[${before}] already; expected a name of its own`;
      problems.push(problem('intervention.duplicate-id', [...path, index, 'id'], message));
    }
  });
  return problems;
}

function cut(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`;
}
