import type { RawFiles } from '../migrations';
import { everySchema, visit } from '../patterns';
import { type ProblemList, shown } from '../problem-list';
import type { WalkableSchema } from '../schema-plan';
import { type NameKind, namePlaces } from './name-places';
import { referencePlaces } from './reference-places';

/** Names are given once, and every name that is asked for is given. */
export function checkReferences(files: RawFiles, unread: ReadonlySet<string>, list: ProblemList): void {
  const names = collectNames(files, unread, list);
  for (const [kind, places] of Object.entries(referencePlaces)) {
    const known = kind === 'any' ? everyName(names) : names.get(kind as NameKind)!;
    if (!known.isWhole) continue;
    for (const place of places!) {
      each(files, place, (name, path) => {
        if (known.at.has(name)) return;
        const what = kind === 'any' ? 'element' : kind;
        list.error(`scene.unknown-${what}`, path, `expected the name of a known ${what}, found ${shown(name)}`);
      });
    }
  }
}

interface Names {
  readonly at: Map<string, string>;
  /** False where the list of them is missing or no list: then nobody can say that a name is not in it. */
  readonly isWhole: boolean;
}

function collectNames(files: RawFiles, unread: ReadonlySet<string>, list: ProblemList): Map<NameKind, Names> {
  const all = new Map<NameKind, Names>();
  for (const [kind, place] of Object.entries(namePlaces)) {
    const at = new Map<string, string>();
    each(files, place, (name, path) => {
      const first = at.get(name);
      if (first === undefined) at.set(name, path.slice(1, -1).join('.'));
      else list.error('scene.duplicate-id', path, `the ${kind} ${shown(name)} is already at ${first}`);
    });
    all.set(kind as NameKind, { at, isWhole: listIsThere(files, unread, place) });
  }
  return all;
}

function everyName(names: ReadonlyMap<NameKind, Names>): Names {
  const at = new Map<string, string>();
  let isWhole = true;
  for (const each of names.values()) {
    for (const [name, path] of each.at) at.set(name, path);
    isWhole &&= each.isWhole;
  }
  return { at, isWhole };
}

/** Whether the list that a place leads to is there and a list, or may be left out together with what holds it. */
function listIsThere(files: RawFiles, unread: ReadonlySet<string>, place: string): boolean {
  const [file, ...keys] = place.split('/');
  if (unread.has(file)) return false;
  let value: unknown = files.get(file);
  if (value === undefined) return true; // a scene without the file has none of them
  let schema = everySchema.get(file) as unknown as WalkableSchema;
  for (const key of keys.slice(0, keys.indexOf('*'))) {
    if (typeof value !== 'object' || value === null) return false;
    const entry = schema.entries?.[key] as unknown as WalkableSchema | undefined;
    if (!Object.hasOwn(value, key)) return entry?.type === 'optional';
    value = (value as Record<string, unknown>)[key];
    schema = (entry?.wrapped ?? entry) as unknown as WalkableSchema;
  }
  return Array.isArray(value);
}

function each(files: RawFiles, place: string, call: (name: string, path: readonly (string | number)[]) => void): void {
  const [file, ...pattern] = place.split('/');
  visit(files.get(file), pattern, [file], (value, path) => {
    if (typeof value === 'string') call(value, path);
  });
}
