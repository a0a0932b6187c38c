import { MAX_RUN_SECONDS } from '../../interventions';
import { problem } from '../../kernel';
import { nearest } from './nearest';
import { type FiledProblem, Refusal } from './refusal';

export type OptionKind = 'flag' | 'text' | 'seconds' | 'seed' | 'count';

export interface OptionSpec {
  readonly kind: OptionKind;
  /** What stands behind it in the help: 'FILE', 'N'. */
  readonly operand?: string;
  readonly says: string;
}

export interface CommandSpec {
  readonly name: string;
  readonly says: string;
  /** Names of what must be given in order; one that ends in '?' may be left out, and of a last one that ends in '…' there may be more. */
  readonly operands: readonly string[];
  readonly options: Readonly<Record<string, OptionSpec>>;
  readonly examples: readonly string[];
}

export interface Arguments {
  readonly operands: readonly string[];
  text(name: string): string | undefined;
  number(name: string): number | undefined;
  flag(name: string): boolean;
}

/** Options that every command takes. */
export const commonOptions: Readonly<Record<string, OptionSpec>> = {
  json: { kind: 'flag', says: 'one JSON document on standard output, everything else on standard error' },
  help: { kind: 'flag', says: 'says what the command does and takes' },
};

/** Reads a command's arguments strictly: all that is wrong is said at once, and nothing is guessed. */
export function readArguments(spec: CommandSpec, given: readonly string[]): Arguments {
  const known = { ...spec.options, ...commonOptions };
  const values = new Map<string, string | number | true>();
  const operands: string[] = [];
  const problems: FiledProblem[] = [];
  const wrong = (code: string, message: string) => problems.push(problem(code, [], message));

  let onlyOperands = false;
  for (let i = 0; i < given.length; i++) {
    const word = given[i];
    if (onlyOperands || !word.startsWith('-') || word === '-') {
      if (word === '') wrong('call.empty-operand', 'met an empty word, expected a name');
      operands.push(word);
      continue;
    }
    if (word === '--') {
      onlyOperands = true;
      continue;
    }
    const split = word.indexOf('=');
    const written = split < 0 ? word : word.slice(0, split);
    const name = written === '-h' ? 'help' : written.replace(/^--?/, '');
    if (!Object.hasOwn(known, name) || (!written.startsWith('--') && written !== '-h')) {
      const near = nearest(name, Object.keys(known));
      wrong('call.unknown-option', `unknown option ${shown(written)}${near ? `; did you mean --${near}?` : ''}`);
      continue;
    }
    if (values.has(name)) wrong('call.option-twice', `--${name} is given twice`);
    const option = known[name];
    if (option.kind === 'flag') {
      if (split >= 0) wrong('call.needless-value', `--${name} takes no value`);
      values.set(name, true);
      continue;
    }
    const value = split < 0 ? given[i + 1] : word.slice(split + 1);
    if (split < 0) i++;
    if (value === undefined || value === '' || (split < 0 && value.startsWith('--'))) {
      if (split < 0 && value !== undefined) i--;
      wrong('call.missing-value', `--${name} needs ${option.operand ?? 'a value'}`);
      continue;
    }
    const read = readValue(option.kind, value);
    if (typeof read === 'object') wrong('call.bad-value', `--${name}: met ${shown(value)}, expected ${read.expected}`);
    else values.set(name, read);
  }

  if (values.get('help') !== true) {
    const needed = spec.operands.filter((operand) => !operand.endsWith('?'));
    for (const operand of needed.slice(operands.length))
      wrong('call.missing-operand', `<${operand.replace('…', '')}> is missing`);
    const most = spec.operands.at(-1)?.endsWith('…') ? operands.length : spec.operands.length;
    for (const extra of operands.slice(most)) {
      wrong('call.needless-operand', `met ${shown(extra)}, expected no more than ${spec.operands.length} of them`);
    }
    if (problems.length > 0) throw new Refusal(problems);
  }
  return {
    operands,
    text: (name) => values.get(name) as string | undefined,
    number: (name) => values.get(name) as number | undefined,
    flag: (name) => values.get(name) === true,
  };
}

function readValue(kind: OptionKind, value: string): string | number | { expected: string } {
  if (kind === 'text') return value;
  const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
  if (kind === 'seconds') {
    const expected = `a number of seconds above 0, at most ${MAX_RUN_SECONDS}`;
    return number > 0 && number <= MAX_RUN_SECONDS ? number : { expected };
  }
  if (kind === 'seed') return Number.isSafeInteger(number) ? number : { expected: 'a whole number from 0' };
  return Number.isSafeInteger(number) && number >= 1 ? number : { expected: 'a whole number from 1' };
}

function shown(word: string): string {
  return JSON.stringify(word.length > 80 ? `${word.slice(0, 80)}…` : word);
}
