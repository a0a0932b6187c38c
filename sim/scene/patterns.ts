import type * as v from 'valibot';
import { manifest } from './schema/manifest';
import { sceneFiles } from './schema/scene';
import type { WalkableSchema } from './schema-plan';

/** Where in a file something stands: keys, and '*' for every entry of a list. */
export type Pattern = readonly string[];

export const everySchema: ReadonlyMap<string, v.GenericSchema> = new Map<string, v.GenericSchema>([
  ['scene.json', manifest],
  ...Object.entries(sceneFiles),
]);

/** Every place of a file's schema that is this very piece, so that a rule about outlines holds for each of them. */
export function patternsOf(schema: v.GenericSchema, piece: v.GenericSchema, at: Pattern = []): Pattern[] {
  if (schema === piece) return [at];
  const walk = schema as unknown as WalkableSchema;
  if (walk.entries) {
    return Object.entries(walk.entries).flatMap(([key, entry]) => patternsOf(entry, piece, [...at, key]));
  }
  if (walk.item) return patternsOf(walk.item, piece, [...at, '*']);
  if (walk.wrapped) return patternsOf(walk.wrapped, piece, at);
  return [];
}

/**
 * Calls for every value that stands at a pattern. What is not shaped as the pattern says is passed over, because the
 * schema has already named it: the rules that follow a broken entry still hold for the sound ones beside it.
 */
export function visit(
  value: unknown,
  pattern: Pattern,
  path: (string | number)[],
  call: (value: unknown, path: readonly (string | number)[]) => void,
  from = 0,
): void {
  if (from === pattern.length) {
    if (value !== undefined) call(value, path);
  } else if (pattern[from] === '*') {
    if (!Array.isArray(value)) return;
    for (let i = 0; i < value.length; i++) {
      path.push(i);
      visit(value[i], pattern, path, call, from + 1);
      path.pop();
    }
  } else if (typeof value === 'object' && value !== null && Object.hasOwn(value, pattern[from])) {
    path.push(pattern[from]);
    visit((value as Record<string, unknown>)[pattern[from]], pattern, path, call, from + 1);
    path.pop();
  }
}
