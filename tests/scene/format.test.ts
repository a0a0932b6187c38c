import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { everySchema, patternsOf } from '../../sim/scene/patterns';
import { namePlaces } from '../../sim/scene/rules/name-places';
import { referencePlaces } from '../../sim/scene/rules/reference-places';
import { id } from '../../sim/scene/schema/primitives';
import type { WalkableSchema } from '../../sim/scene/schema-plan';

const everyIdPlace = [...everySchema].flatMap(([file, schema]) =>
  patternsOf(schema, id).map((pattern) => [file, ...pattern].join('/')),
);

describe('the format', () => {
  it('has a kind for every name that it gives, and checks every name that it asks for', () => {
    const known = new Set<string>([...Object.values(namePlaces), ...Object.values(referencePlaces).flat()]);
    expect(everyIdPlace.filter((place) => !known.has(place))).toEqual([]);
  });

  it('checks no place that is not in it', () => {
    // Purposes have one of six words for a name, and are unique all the same.
    const places = new Set([...everyIdPlace, 'demand.json/purposes/*/id']);
    const checked = [...Object.values(namePlaces), ...Object.values(referencePlaces).flat()];
    expect(checked.filter((place) => !places.has(place))).toEqual([]);
  });

  it('is explained field by field in scenes/README.md', () => {
    const page = readFileSync(new URL('../../scenes/README.md', import.meta.url), 'utf8');
    const missing: string[] = [];
    for (const [file, schema] of everySchema) {
      const section = sectionOf(page, file);
      for (const key of keysOf(schema as unknown as WalkableSchema)) {
        if (!section.includes(`\`${key}\``)) missing.push(`${file}: ${key}`);
      }
      for (const word of wordsOf(schema as unknown as WalkableSchema)) {
        if (!page.includes(`\`${word}\``)) missing.push(`${file}: the word ${word}`);
      }
    }
    expect(missing).toEqual([]);
  });
});

/** The page has a section for each file, headed by its name; the pieces that all share stand before the first. */
function sectionOf(page: string, file: string): string {
  const sections = page.split(/^## /m);
  const shared = sections.filter((each) => !/^`[a-z]+\.json`/.test(each)).join('');
  const own = sections.filter((each) => each.split('\n')[0].includes(`\`${file}\``)).join('');
  return own === '' ? '' : shared + own;
}

function keysOf(schema: WalkableSchema): Set<string> {
  const keys = new Set<string>();
  each(schema, (node) => {
    for (const key of Object.keys(node.entries ?? {})) keys.add(key);
  });
  return keys;
}

function wordsOf(schema: WalkableSchema): Set<string> {
  const words = new Set<string>();
  each(schema, (node) => {
    if (node.type === 'picklist') for (const word of node.options ?? []) words.add(String(word));
  });
  return words;
}

function each(schema: WalkableSchema, call: (node: WalkableSchema) => void): void {
  call(schema);
  const below = [...Object.values(schema.entries ?? {}), ...(schema.items ?? []), schema.item, schema.wrapped];
  for (const node of below) if (node !== undefined) each(node as unknown as WalkableSchema, call);
}
