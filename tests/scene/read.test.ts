import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readScene } from '../../sim/scene';
import { asText, goodScene, type LooseFiles } from './good-scene';

describe('reading a scene', () => {
  it('accepts a scene in which everything is right, without a word', () => {
    expect(readScene(asText(goodScene()))).toMatchObject({ ok: true, warnings: [] });
  });

  it('gives each file under its name, as it was written', () => {
    const files = goodScene();
    const read = readScene(asText(files));
    if (!read.ok) throw new Error('expected a scene');
    expect(read.value.manifest).toEqual(files['scene.json']);
    for (const [name, value] of Object.entries(files)) {
      if (name !== 'scene.json') expect(read.value).toHaveProperty([name.replace('.json', '')], value);
    }
  });

  it('needs no file but the manifest: a scene without buildings has no buildings', () => {
    const { 'scene.json': manifest } = goodScene();
    const read = readScene(asText({ 'scene.json': { ...manifest, files: [] } }));
    expect(read.ok && Object.keys(read.value)).toEqual(['manifest']);
  });

  it('warns of a lane that nobody can leave, and reads the scene', () => {
    const files = goodScene();
    files['roads.json'].edges[0].lanes.push({
      id: 'n-in:1',
      widthM: 3.5,
      shape: [
        [-0.5, 100],
        [-0.5, 12],
      ],
    });
    const read = readScene(asText(files));
    const path = ['roads.json', 'edges', 0, 'lanes', 1];
    expect(read).toMatchObject({ ok: true, warnings: [{ severity: 'warning', code: 'scene.dead-lane', path }] });
  });

  it('lists no more problems than a person would read, and says how many more there are', () => {
    const files = goodScene();
    files['land.json'].landmarks = Array.from({ length: 2_000 }, () => 0);
    const read = readScene(asText(files));
    if (read.ok) throw new Error('expected problems');
    expect(read.problems).toHaveLength(501);
    expect(read.problems[500]).toMatchObject({ code: 'scene.more-problems' });
    expect(read.problems[500].message).toContain('1500');
  });

  it('quotes no more than a line of what it found', () => {
    const files = goodScene();
    files['roads.json'].driveOn = 'x'.repeat(5_000_000);
    const read = readScene(asText(files));
    if (read.ok) throw new Error('expected problems');
    expect(read.problems.every((each) => each.message.length < 300)).toBe(true);
  });

  it('never throws, whatever is done to one of its values', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...STRANGE_VALUES), fc.nat({ max: 3 }), (where, strange, how) => {
        const files = goodScene();
        const places = placesOf(files);
        const { holder, key } = places[where % places.length];
        if (how === 0) holder[key] = structuredClone(strange);
        else if (how === 1) delete holder[key];
        else if (how === 2 && Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]));
        else holder[key] = places[(where * 7_919) % places.length].holder; // something whole from elsewhere
        let texts: Map<string, string>;
        try {
          texts = asText(files);
        } catch {
          return; // it came to hold itself, which no text can
        }
        expectVerdict(readScene(texts));
      }),
      { numRuns: 400 },
    );
  });

  it('never throws, whatever is done to its text', () => {
    const texts = asText(goodScene());
    const names = [...texts.keys()];
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(),
        fc.nat({ max: 40 }),
        fc.string({ unit: 'binary' }),
        (name, at, cut, put) => {
          const text = texts.get(name)!;
          const from = at % text.length;
          expectVerdict(readScene(new Map(texts).set(name, text.slice(0, from) + put + text.slice(from + cut))));
        },
      ),
      { numRuns: 300 },
    );
  });

  const naughty = new URL('../../../shared/data/reliability/blns/blns.json', import.meta.url);
  it.skipIf(!existsSync(naughty))(
    'takes or refuses every string of the big list (skipped where the list is absent)',
    () => {
      const strings = JSON.parse(readFileSync(naughty, 'utf8')) as string[];
      for (const each of strings) {
        const files = goodScene();
        files['roads.json'].streets[0].name.en = each;
        expectVerdict(readScene(asText(files)));
        files['roads.json'].streets.push({ id: each, name: { zh: '路', en: 'Road' }, class: 'local' });
        expectVerdict(readScene(asText(files)));
      }
    },
  );
});

const STRANGE_VALUES = [
  null,
  true,
  0,
  -1,
  -0,
  1e308,
  5e-324,
  4_294_967_296,
  '',
  'n-in',
  'toString',
  'x'.repeat(10_001),
  [],
  {},
  [[]],
  [null],
  [0, 0],
  [
    [0, 0],
    [0, 0],
    [0, 0],
  ],
  { id: 'n-in' },
  { length: 3 },
  Array.from({ length: 5_000 }, (_, i) => [i % 2, i]),
] as const;

function expectVerdict(read: ReturnType<typeof readScene>): void {
  if (read.ok) return;
  expect(read.problems.length).toBeGreaterThan(0);
  for (const { path } of read.problems) expect(path.every((part) => typeof part !== 'object')).toBe(true);
}

// biome-ignore lint/suspicious/noExplicitAny: any value of a file can be replaced by any other
type Holder = any;

function placesOf(value: LooseFiles): { holder: Holder; key: string }[] {
  const places: { holder: Holder; key: string }[] = [];
  const walk = (holder: Holder) => {
    for (const key of Object.keys(holder)) {
      places.push({ holder, key });
      if (typeof holder[key] === 'object' && holder[key] !== null) walk(holder[key]);
    }
  };
  walk(value);
  return places;
}
