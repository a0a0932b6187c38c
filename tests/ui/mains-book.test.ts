/** Names and places of what lies under streets, of scenes as they are. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { interventionKinds } from '../../sim';
import { isMain, type MainsFiles, mainsKinds, makeMainsBook } from '../../src/state/mains-book';
import { makePlaceBook } from '../../src/state/place-book';

const read = (file: string) => {
  const at = resolve(import.meta.dirname, '../../scenes/eco-park', `${file}.json`);
  return JSON.parse(readFileSync(at, 'utf8'));
};
const files = Object.fromEntries(
  ['gas', 'water', 'heat', 'cooling', 'drainage', 'telecom', 'electricity'].map((name) => [name, read(name)]),
) as MainsFiles;
const mains = makeMainsBook(files, () => 'A Street');

describe('what lies under streets', () => {
  it('is all of it listed, placed and named in both languages, no two alike', () => {
    for (const kind of mainsKinds) {
      for (const language of ['zh', 'en'] as const) {
        const list = mains.list(kind, language);
        expect(list.length).toBe(mains.count(kind));
        expect(new Set(list.map(({ label }) => label)).size).toBe(list.length);
        for (const { ids, label } of list) {
          expect(label).not.toContain('undefined');
          expect(mains.placeOf(kind, ids[0])?.every(Number.isFinite)).toBe(true);
        }
      }
    }
    expect(mains.count('heat-pipe')).toBeGreaterThan(500);
    expect(mains.list('water-pipe', 'en')[0]).toMatchObject({ label: 'Water main DN600, A Street', isMain: true });
  });

  it('is all that a change can be made to and a click cannot reach', () => {
    const byHand = new Set(Object.values(interventionKinds).map(({ targets }) => targets.kind));
    const drawn = [
      'city',
      'edge',
      'building',
      'parcel',
      'gate',
      'signal',
      'bus',
      'branch',
      'transformer',
      'station',
      'unit',
    ];
    for (const kind of byHand) {
      expect(isMain(kind) || drawn.includes(kind) || kind === 'gallery-section', kind).toBe(true);
    }
  });
});

it('a happening is named as what it tells of, where a cable and a water main share their name', () => {
  const roads = { streets: [], nodes: [], edges: [], junctions: [], signals: [] };
  const electricity = read('electricity');
  const book = makePlaceBook(roads, [], [], { electricity, stations: [] }, files);
  const shared = 'yinxing/15:yinxing/16';
  expect(book.nameOfAny(shared, 'en', 'water.main-burst')).toMatch(/^Water main DN/);
  expect(book.nameOfAny(shared, 'en', 'energy.gas-main-shut')).toMatch(/^Gas main DN/);
  expect(book.nameOfAny(shared, 'en', 'energy.breaker-tripped')).not.toMatch(/main/);
  expect(book.placeOfAny(shared, 'water.main-burst')).toBeDefined();
});
