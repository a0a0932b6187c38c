/** A case from its file: MATPOWER's .m, or its tables as JSON (`baseMVA`, `bus`, `gen`, `branch`). */
import { fail, type Problem, parseJson, problem, type Result } from '../../kernel';
import { GEN, type MatpowerCase, type Row } from './case';
import { checkCase } from './check-case';
import { runMatlab } from './matlab/run';
import type { Value } from './matlab/values';

/** Which of both it is shows in its first sign: JSON begins with a brace. */
export function readCase(text: string): Result<MatpowerCase> {
  return /^\uFEFF?\s*\{/.test(text) ? readJsonCase(text) : readMatlabCase(text);
}

const knownKeys = ['name', 'format', 'version', 'baseMVA', 'bus', 'gen', 'branch', 'gencost', 'bus_name', 'genfuel'];

function readJsonCase(text: string): Result<MatpowerCase> {
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  const value = parsed.value as Readonly<Record<string, unknown>>;
  const problems: Problem[] = [];
  const wrong = (path: readonly (string | number)[], expected: string) =>
    problems.push(problem('matpower.type', path, `expected ${expected}`));
  for (const key of Object.keys(value)) {
    if (!knownKeys.includes(key)) wrong([key.slice(0, 80)], `one of ${knownKeys.join(', ')}`);
  }
  if (typeof value.baseMVA !== 'number') wrong(['baseMVA'], 'a number');
  if (value.name !== undefined && typeof value.name !== 'string') wrong(['name'], 'text');
  for (const table of ['bus', 'gen', 'branch'] as const) {
    const rows = value[table];
    if (!Array.isArray(rows)) {
      wrong([table], 'a list of rows');
      continue;
    }
    rowsOf(rows).forEach((row: unknown, i) => {
      if (!Array.isArray(row) || !row.every((each) => each === null || typeof each === 'number')) {
        wrong([table, i], 'a row of numbers');
      }
    });
  }
  const texts = (key: 'bus_name' | 'genfuel'): readonly string[] | undefined => {
    const list = value[key];
    if (list === undefined) return undefined;
    if (Array.isArray(list) && list.every((each) => typeof each === 'string')) return list;
    wrong([key], 'a list of texts');
    return undefined;
  };
  const [busNames, genFuels] = [texts('bus_name'), texts('genfuel')];
  if (problems.length > 0) return fail(problems.slice(0, 200));
  return checkCase({
    name: typeof value.name === 'string' ? value.name : 'case',
    baseMva: value.baseMVA as number,
    bus: numbersOf(value.bus as readonly unknown[]),
    gen: numbersOf(value.gen as readonly unknown[]).map(withoutLimits),
    branch: numbersOf(value.branch as readonly unknown[]),
    ...(busNames && { busNames }),
    ...(genFuels && { genFuels }),
  });
}

/** Octave writes a table of one row as that row. */
function rowsOf(table: readonly unknown[]): readonly unknown[] {
  return table.length > 0 && table.every((each) => each === null || typeof each === 'number') ? [table] : table;
}

/** JSON has no infinity and no NaN; writers put null for both. */
function numbersOf(table: readonly unknown[]): Row[] {
  return (rowsOf(table) as readonly (readonly (number | null)[])[]).map((row) => row.map((each) => each ?? Number.NaN));
}

/** Of a generator's limits, no number means no limit. */
function withoutLimits(row: Row): Row {
  const limits = new Map<number, number>([
    [GEN.qMax, Number.POSITIVE_INFINITY],
    [GEN.qMin, Number.NEGATIVE_INFINITY],
    [GEN.pMax, Number.POSITIVE_INFINITY],
  ]);
  return row.map((value, column) => (Number.isNaN(value) ? (limits.get(column) ?? value) : value));
}

function readMatlabCase(text: string): Result<MatpowerCase> {
  const worked = runMatlab(text);
  if (!('variables' in worked)) return fail([problem('matpower.syntax', [`line ${worked.line}`], worked.message)]);
  const { variables, outputs } = worked;
  // Version 2 gives one structure, version 1 its tables one by one.
  const whole = variables.get(outputs.length === 1 ? outputs[0] : 'mpc');
  const get = (name: string): Value | undefined =>
    whole?.type === 'structure' ? whole.fields.get(name) : variables.get(name);
  const problems: Problem[] = [];
  const version = get('version');
  if (version !== undefined && (version.type !== 'text' || !['1', '2'].includes(version.text))) {
    problems.push(problem('matpower.version', ['version'], "expected '1' or '2'"));
  }
  const base = get('baseMVA');
  if (base?.type !== 'matrix' || base.data.length !== 1) {
    problems.push(problem('matpower.type', ['baseMVA'], 'expected a number'));
  }
  const table = (name: string): readonly Row[] => {
    const value = get(name);
    if (value?.type !== 'matrix') {
      problems.push(problem('matpower.type', [name], 'expected a table of numbers'));
      return [];
    }
    const { rows, columns, data } = value;
    return Array.from({ length: rows }, (_, r) => data.slice(r * columns, (r + 1) * columns));
  };
  const texts = (name: string, count: number): readonly string[] | undefined => {
    const value = get(name);
    if (value?.type !== 'cell' || value.items.length !== count) return undefined;
    return value.items.every((item) => item.type === 'text') ? value.items.map((item) => item.text) : undefined;
  };
  const [bus, gen, branch] = [table('bus'), table('gen'), table('branch')];
  if (problems.length > 0) return fail(problems);
  const [busNames, genFuels] = [texts('bus_name', bus.length), texts('genfuel', gen.length)];
  return checkCase({
    name: worked.functionName ?? 'case',
    baseMva: base?.type === 'matrix' ? base.data[0] : Number.NaN,
    bus,
    gen,
    branch,
    ...(busNames && { busNames }),
    ...(genFuels && { genFuels }),
  });
}
