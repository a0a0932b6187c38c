/** Rows of a table, read strictly: what is wrong is told with its path, and the rest is still looked at. */
import { type Problem, problem, warning } from '../../kernel';

const MOST_LISTED = 500;
const MOST_SHOWN = 60;

type Path = readonly (string | number)[];

export class CaseProblems {
  readonly #problems: Problem[] = [];
  #errors = 0;

  wrong(code: string, path: Path, message: string): void {
    this.#errors++;
    if (this.#problems.length < MOST_LISTED) this.#problems.push(problem(`pandapipes.${code}`, [...path], message));
  }

  remark(code: string, path: Path, message: string): void {
    if (this.#problems.length < MOST_LISTED) this.#problems.push(warning(`pandapipes.${code}`, [...path], message));
  }

  get hasErrors(): boolean {
    return this.#errors > 0;
  }

  list(): readonly Problem[] {
    return this.#problems;
  }
}

export function shown(value: unknown): string {
  if (typeof value === 'string')
    return JSON.stringify(value.length > MOST_SHOWN ? `${value.slice(0, MOST_SHOWN)}…` : value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (value === undefined) return 'nothing';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export interface NumberRule {
  readonly least?: number;
  readonly above?: number;
  readonly most?: number;
  /** What stands for an absent or null value; without it the value is owed. */
  readonly otherwise?: number;
}

/** One row of a table, with its place in the file. */
export class Row {
  readonly path: Path;
  readonly #values: Readonly<Record<string, unknown>>;
  readonly #problems: CaseProblems;

  constructor(path: Path, values: Readonly<Record<string, unknown>>, problems: CaseProblems) {
    this.path = path;
    this.#values = values;
    this.#problems = problems;
  }

  number(column: string, rule: NumberRule = {}): number {
    const value = this.#values[column];
    if ((value === undefined || value === null) && rule.otherwise !== undefined) return rule.otherwise;
    const {
      least = Number.NEGATIVE_INFINITY,
      above = Number.NEGATIVE_INFINITY,
      most = Number.POSITIVE_INFINITY,
    } = rule;
    if (typeof value === 'number' && value >= least && value > above && value <= most) return value;
    const bounds = [
      rule.least !== undefined ? `from ${rule.least}` : '',
      rule.above !== undefined ? `above ${rule.above}` : '',
      rule.most !== undefined ? `to ${rule.most}` : '',
    ].filter((each) => each !== '');
    this.wrong('number', column, `met ${shown(value)}, expected a number ${bounds.join(' ')}`.trim());
    return Number.NaN;
  }

  /** What somebody else found, where a number stands. */
  reference(column: string): number | undefined {
    const value = this.#values[column];
    return typeof value === 'number' ? value : undefined;
  }

  whole(column: string): number {
    const value = this.#values[column];
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
    this.wrong('number', column, `met ${shown(value)}, expected a whole number from 0`);
    return -1;
  }

  flag(column: string, otherwise: boolean): boolean {
    const value = this.#values[column];
    if (value === undefined || value === null) return otherwise;
    if (typeof value === 'boolean') return value;
    this.wrong('flag', column, `met ${shown(value)}, expected true or false`);
    return otherwise;
  }

  text(column: string): string | undefined {
    const value = this.#values[column];
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'string') return value;
    this.wrong('text', column, `met ${shown(value)}, expected a text`);
    return undefined;
  }

  wrong(code: string, column: string, message: string): void {
    this.#problems.wrong(code, [...this.path, column], message);
  }
}

/** The rows of a table; absent is as good as empty. Indices are unique. */
export function readRows(
  file: Readonly<Record<string, unknown>>,
  table: string,
  known: readonly string[],
  problems: CaseProblems,
): { index: number; row: Row }[] {
  const value = file[table];
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    problems.wrong('table', [table], `met ${shown(value)}, expected a list of rows`);
    return [];
  }
  const indices = new Map<number, number>();
  const strange = new Set<string>();
  const rows: { index: number; row: Row }[] = [];
  value.forEach((values: unknown, at) => {
    if (!isObject(values)) {
      problems.wrong('row', [table, at], `met ${shown(values)}, expected a row as an object`);
      return;
    }
    const row = new Row([table, at], values, problems);
    const index = row.whole('_i');
    const before = indices.get(index);
    if (index >= 0 && before !== undefined) row.wrong('index-twice', '_i', `${index} is that of row ${before} too`);
    indices.set(index, at);
    for (const column of Object.keys(values)) {
      if (!known.includes(column) && !everywhere.includes(column)) strange.add(column);
    }
    rows.push({ index, row });
  });
  for (const column of strange)
    problems.remark('unknown-column', [table, column], 'has no meaning here and is passed over');
  return rows;
}

/** Columns that every table may have, and those of a drawing or of the program that a file came from. */
const everywhere = [
  '_i',
  'name',
  'type',
  'in_service',
  'stanet_nr',
  'stanet_id',
  'stanet_std_type',
  'geodata',
  'coords',
];
