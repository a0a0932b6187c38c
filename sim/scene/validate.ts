import type * as v from 'valibot';
import { type ProblemList, shown } from './problem-list';

/**
 * A value against its schema, every problem with its path. Valibot judges each leaf and each length; the containers are
 * walked here, because it names only the first of several unknown keys, takes an array for an object, and would hold a
 * million issues of a hostile file at once. The schemas transform nothing, so a sound value needs no copy.
 */
export function validate(schema: v.GenericSchema, value: unknown, path: (string | number)[], list: ProblemList): void {
  const walk = schema as unknown as WalkableSchema;
  switch (walk.type) {
    case 'strict_object':
      walkObject(walk, value, path, list);
      break;
    case 'array':
      walkArray(walk, value, path, list);
      break;
    case 'strict_tuple':
      walkTuple(walk, value, path, list);
      break;
    case 'optional':
      validate(walk.wrapped!, value, path, list);
      break;
    default:
      if (CONTAINERS_UNKNOWN_HERE.has(walk.type))
        throw new Error(`met a schema of type ${walk.type}, expected a strict one`);
      judgeLeaf(walk, value, path, list);
  }
}

/** What valibot's schema objects say about themselves; the fields depend on the type. */
export interface WalkableSchema {
  readonly type: string;
  readonly entries?: Readonly<Record<string, v.GenericSchema>>;
  readonly item?: v.GenericSchema;
  readonly items?: readonly v.GenericSchema[];
  readonly wrapped?: v.GenericSchema;
  readonly options?: readonly unknown[];
  readonly pipe?: readonly Step[];
  '~run'(dataset: { value: unknown; typed?: boolean }, config: object): { issues?: readonly Issue[] };
}

interface Step {
  readonly kind: string;
  '~run'(dataset: { value: unknown; typed: boolean }, config: object): { issues?: readonly Issue[] };
}

interface Issue {
  readonly type: string;
  readonly kind: string;
  readonly expected: string | null;
  readonly message: string;
}

const CONTAINERS_UNKNOWN_HERE = new Set([
  'object',
  'loose_object',
  'object_with_rest',
  'record',
  'tuple',
  'map',
  'set',
]);
const CONFIG = {};

function walkObject(schema: WalkableSchema, value: unknown, path: (string | number)[], list: ProblemList): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    list.error('scene.type', path, `expected an object, found ${shown(value)}`);
    return;
  }
  const entries = schema.entries!;
  const found = value as Record<string, unknown>;
  for (const key in entries) {
    if (Object.hasOwn(found, key)) {
      path.push(key);
      validate(entries[key], found[key], path, list);
      path.pop();
    } else if (!isOptional(entries[key])) {
      list.error('scene.missing', [...path, key], `expected ${article(entries[key])}, found nothing`);
    }
  }
  for (const key of Object.keys(found)) {
    if (Object.hasOwn(entries, key)) continue;
    const known = list.isFull ? '' : Object.keys(entries).join(', ');
    list.error('scene.unknown-key', [...path, key.slice(0, 80)], `nobody knows this key; expected one of: ${known}`);
  }
}

function walkArray(schema: WalkableSchema, value: unknown, path: (string | number)[], list: ProblemList): void {
  if (!Array.isArray(value)) {
    list.error('scene.type', path, `expected an array, found ${shown(value)}`);
    return;
  }
  // Both before the loop: asked for after it, the rules would have its optimized code thrown away for each kind of schema.
  const { item, pipe } = schema;
  const depth = path.length;
  for (let i = 0; i < value.length && !list.isHopeless; i++) {
    path[depth] = i;
    validate(item!, value[i], path, list);
  }
  path.length = depth;
  for (const step of pipe ?? []) {
    if (step.kind !== 'schema') report(step['~run']({ value, typed: true }, CONFIG).issues, value, path, list);
  }
}

function walkTuple(schema: WalkableSchema, value: unknown, path: (string | number)[], list: ProblemList): void {
  const items = schema.items!;
  if (!Array.isArray(value)) {
    list.error('scene.type', path, `expected an array of ${items.length}, found ${shown(value)}`);
    return;
  }
  if (value.length !== items.length) {
    list.error('scene.count', path, `expected an array of ${items.length}, found ${shown(value)}`);
    return;
  }
  const depth = path.length;
  for (let i = 0; i < items.length; i++) {
    path[depth] = i;
    validate(items[i], value[i], path, list);
  }
  path.length = depth;
}

function judgeLeaf(schema: WalkableSchema, value: unknown, path: (string | number)[], list: ProblemList): void {
  // Valibot would quote the whole of a megabyte twice in its message; no string of the format is nearly as long.
  if (typeof value === 'string' && value.length > LONGEST_TEXT) {
    list.error('scene.text', path, `expected a text of at most ${LONGEST_TEXT} characters, found ${shown(value)}`);
    return;
  }
  report(schema['~run']({ value }, CONFIG).issues, value, path, list);
}

const LONGEST_TEXT = 10_000;

function report(issues: readonly Issue[] | undefined, value: unknown, path: Path, list: ProblemList): void {
  if (issues === undefined) return;
  // Several rules of one leaf can fail at once (not finite, below its minimum); one problem says what is wrong.
  const issue = issues[0];
  if (issue.type === 'length' || issue.type === 'min_length' || issue.type === 'max_length') {
    const what = typeof value === 'string' ? 'characters' : 'entries';
    const code = typeof value === 'string' ? 'scene.text' : 'scene.count';
    list.error(code, path, `expected ${issue.expected} ${what}, found ${shown(value)}`);
  } else if (issue.type === 'regex') {
    list.error('scene.text', path, `${plain(issue)}, found ${shown(value)}`);
  } else if (issue.kind === 'validation') {
    list.error('scene.range', path, `expected ${issue.expected ?? issue.type}, found ${shown(value)}`);
  } else {
    const code = issue.type === 'picklist' || issue.type === 'literal' ? choiceCode(value) : 'scene.type';
    list.error(code, path, `expected ${issue.expected}, found ${shown(value)}`);
  }
}

type Path = readonly (string | number)[];

/** A word that is none of the words allowed is another mistake than a number where a word belongs. */
function choiceCode(value: unknown): string {
  return typeof value === 'string' ? 'scene.choice' : 'scene.type';
}

/** A message of our own, or valibot's with the pattern but without the text it found. */
function plain(issue: Issue): string {
  return issue.message.startsWith('Invalid') ? `expected the form ${issue.expected}` : issue.message;
}

function isOptional(schema: v.GenericSchema): boolean {
  return schema.type === 'optional';
}

function article(schema: v.GenericSchema): string {
  const type = schema.type;
  if (type === 'strict_object') return 'an object';
  if (type === 'array') return 'an array';
  if (type === 'strict_tuple') return 'a pair or triple of numbers';
  if (type === 'picklist' || type === 'literal') return schema.expects;
  return `a ${type}`;
}
