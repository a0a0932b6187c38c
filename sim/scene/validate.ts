import type * as v from 'valibot';
import { type ProblemList, shown } from './problem-list';
import { type Issue, NodeKind, nodeOf, type SchemaNode, type WalkableSchema } from './schema-plan';

/**
 * A value against its schema, every problem with its path. Valibot judges each leaf and each length; the containers are
 * walked here, because it names only the first of several unknown keys, takes an array for an object, and would hold a
 * million issues of a hostile file at once. The schemas transform nothing, so a sound value needs no copy.
 */
export function validate(schema: v.GenericSchema, value: unknown, path: (string | number)[], list: ProblemList): void {
  walk(nodeOf(schema), value, path, list);
}

const CONFIG = {};

function walk(node: SchemaNode, value: unknown, path: (string | number)[], list: ProblemList): void {
  switch (node.kind) {
    case NodeKind.object:
      walkObject(node, value, path, list);
      break;
    case NodeKind.array:
      walkArray(node, value, path, list);
      break;
    case NodeKind.tuple:
      walkTuple(node, value, path, list);
      break;
    default:
      if (!node.passes(value) || isTooLong(value)) judgeLeaf(node.schema, value, path, list);
  }
}

function walkObject(node: SchemaNode, value: unknown, path: (string | number)[], list: ProblemList): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    list.error('scene.type', path, `expected an object, found ${shown(value)}`);
    return;
  }
  const { keys, children } = node;
  const found = value as Record<string, unknown>;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (Object.hasOwn(found, key)) {
      path.push(key);
      walk(children[i], found[key], path, list);
      path.pop();
    } else if (!children[i].isOptional) {
      list.error('scene.missing', [...path, key], `expected ${article(children[i].schema)}, found nothing`);
    }
  }
  const entries = node.schema.entries!;
  for (const key of Object.keys(found)) {
    if (Object.hasOwn(entries, key)) continue;
    const known = list.isFull ? '' : keys.join(', ');
    list.error('scene.unknown-key', [...path, key.slice(0, 80)], `nobody knows this key; expected one of: ${known}`);
  }
}

function walkArray(node: SchemaNode, value: unknown, path: (string | number)[], list: ProblemList): void {
  if (!Array.isArray(value)) {
    list.error('scene.type', path, `expected an array, found ${shown(value)}`);
    return;
  }
  const [item] = node.children;
  const depth = path.length;
  for (let i = 0; i < value.length && !list.isHopeless; i++) {
    path[depth] = i;
    walk(item, value[i], path, list);
  }
  path.length = depth;
  for (const rule of node.rules) report(rule['~run']({ value, typed: true }, CONFIG).issues, value, path, list);
}

function walkTuple({ children }: SchemaNode, value: unknown, path: (string | number)[], list: ProblemList): void {
  if (!Array.isArray(value)) {
    list.error('scene.type', path, `expected an array of ${children.length}, found ${shown(value)}`);
    return;
  }
  if (value.length !== children.length) {
    list.error('scene.count', path, `expected an array of ${children.length}, found ${shown(value)}`);
    return;
  }
  const depth = path.length;
  for (let i = 0; i < children.length; i++) {
    path[depth] = i;
    walk(children[i], value[i], path, list);
  }
  path.length = depth;
}

function judgeLeaf(schema: WalkableSchema, value: unknown, path: (string | number)[], list: ProblemList): void {
  // Valibot would quote the whole of a megabyte twice in its message; no string of the format is nearly as long.
  if (isTooLong(value)) {
    list.error('scene.text', path, `expected a text of at most ${LONGEST_TEXT} characters, found ${shown(value)}`);
    return;
  }
  report(schema['~run']({ value }, CONFIG).issues, value, path, list);
}

function isTooLong(value: unknown): boolean {
  return typeof value === 'string' && value.length > LONGEST_TEXT;
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

function article(schema: WalkableSchema): string {
  const type = schema.type;
  if (type === 'strict_object') return 'an object';
  if (type === 'array') return 'an array';
  if (type === 'strict_tuple') return 'a pair or triple of numbers';
  if (type === 'picklist' || type === 'literal') return schema.expects!;
  return `a ${type}`;
}
