import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalHash, compileScene, readScene, type Scene } from '../../sim/scene';
import { asText, goodScene, type LooseFiles } from './good-scene';

function sceneOf(texts: ReadonlyMap<string, string>): Scene {
  const read = readScene(texts);
  if (!read.ok) throw new Error(`expected a good scene, found ${JSON.stringify(read.problems[0])}`);
  return read.value;
}

/** Another order of keys, of every list whose order means nothing, and of the files; other white space. */
function rewritten(files: LooseFiles, seed: number): Map<string, string> {
  let state = seed | 1;
  const random = () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    return (state >>> 0) / 4_294_967_296;
  };
  const shuffled = <T>(list: readonly T[]): T[] => {
    const copy = [...list];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [copy[i], copy[j]] = [copy[j], copy[i]];
    }
    return copy;
  };
  const rewrite = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) {
      const named = value.every((entry) => typeof entry === 'object' && entry !== null && 'id' in entry);
      const list = value.map((entry) => rewrite(entry, ''));
      return (named && key !== 'lanes' && key !== 'views') || key === 'files' ? shuffled(list) : list;
    }
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(shuffled(Object.entries(value)).map(([name, entry]) => [name, rewrite(entry, name)]));
  };
  const entries = Object.entries(files).map(([name, value]): [string, string] => [
    name,
    JSON.stringify(rewrite(value, ''), null, Math.floor(random() * 5)),
  ]);
  return new Map(shuffled(entries));
}

describe('the hash of a scene', () => {
  const original = sceneOf(asText(goodScene()));

  it('is the same for files written in another order, with other keys first and other white space', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(canonicalHash(sceneOf(rewritten(goodScene(), seed)))).toBe(canonicalHash(original));
      }),
      { numRuns: 60 },
    );
  });

  it('is another for any changed fact', () => {
    const places = leavesOf(original);
    const seen = new Map<string, string>([[canonicalHash(original), 'the scene itself']]);
    for (const { holder, key, path } of places) {
      const before = holder[key];
      holder[key] = typeof before === 'number' ? before + 1e-9 : typeof before === 'boolean' ? !before : `${before}~`;
      const hash = canonicalHash(original);
      holder[key] = before;
      expect([path, seen.get(hash)]).toEqual([path, undefined]);
      seen.set(hash, path);
    }
    expect(seen.size).toBeGreaterThan(500);
  });

  it('is another when lanes change places, since they go from kerb to middle', () => {
    const files = goodScene();
    const lanes = files['roads.json'].edges[0].lanes;
    lanes.push({ ...structuredClone(lanes[0]), id: 'n-in:1' });
    const before = sceneOf(asText(files));
    lanes.reverse();
    expect(canonicalHash(sceneOf(asText(files)))).not.toBe(canonicalHash(before));
  });

  it('does not let a text run into the next', () => {
    const scene = (id: string, zh: string) => ({ manifest: { id, name: { zh } } }) as unknown as Scene;
    expect(canonicalHash(scene('ab', 'c'))).not.toBe(canonicalHash(scene('a', 'bc')));
  });
});

describe('the slots of a scene', () => {
  it('do not depend on the order of its files', () => {
    const straight = compileScene(sceneOf(asText(goodScene())));
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const shuffled = compileScene(sceneOf(rewritten(goodScene(), seed)));
        for (const [kind, table] of Object.entries(straight.elements)) {
          expect(shuffled.elements[kind as keyof typeof shuffled.elements].ids).toEqual(table.ids);
        }
        expect(shuffled.roads).toEqual(straight.roads);
      }),
      { numRuns: 20 },
    );
  });
});

// biome-ignore lint/suspicious/noExplicitAny: every leaf of a scene, of whatever type, is changed and put back
type Holder = any;

function leavesOf(value: Holder, path = ''): { holder: Holder; key: string; path: string }[] {
  return Object.keys(value).flatMap((key) => {
    const inner = value[key];
    if (typeof inner === 'object' && inner !== null) return leavesOf(inner, `${path}.${key}`);
    return [{ holder: value, key, path: `${path}.${key}` }];
  });
}
