import { describe, expect, it } from 'vitest';
import { makePlaceBook, searchPlaces } from '../../src/state/place-book';

const street = (id: string, zh: string, en: string, roadClass: string) => ({ id, name: { zh, en }, class: roadClass });
const edge = (id: string, on: string | undefined, from: string, to: string) => ({
  id,
  street: on,
  from,
  to,
  shape: [
    [0, 0],
    [10, 0],
    [20, 0],
  ],
});

/** Tuanjie Road runs a–b–c; Niuqi Street crosses at b; a lane without a name leaves c. */
const book = makePlaceBook(
  {
    streets: [street('t', '团结路', 'Tuanjie Road', 'arterial'), street('n', '牛齐街', 'Niuqi Street', 'local')],
    nodes: ['a', 'b', 'c', 'd', 'e'].map((id, i) => ({ id, at: [i * 100, 0] })),
    edges: [
      edge('ab', 't', 'a', 'b'),
      edge('bc', 't', 'b', 'c'),
      edge('bd', 'n', 'b', 'd'),
      edge('ce', undefined, 'c', 'e'),
    ],
    junctions: [{ id: 'J', node: 'b' }],
    signals: [{ id: 'S', junction: 'J' }],
  } as never,
  [{ id: 'G', inEdge: 'ab', tripsPerDay: 1 }] as never,
  [
    { id: 'b1', use: 'housing', floors: 11 },
    { id: 'b2', use: 'car-park', floors: 1 },
    { id: 'b3', use: 'school', floors: 4, name: { zh: '中德实验学校', en: 'Sino-German Experimental School' } },
  ],
);

describe('the names of places', () => {
  it('name a stretch by its street and the streets it lies between', () => {
    expect(book.nameOf('edge', 'ab', 'en')).toBe('Tuanjie Road, to Niuqi Street');
    expect(book.nameOf('edge', 'bc', 'zh')).toBe('团结路（自牛齐街）');
    expect(book.nameOf('edge', 'ce', 'en')).toBe('Unnamed road, from Tuanjie Road');
  });

  it('name a junction by its greatest streets first, a signal by its junction, a gate by its road', () => {
    expect(book.nameOf('junction', 'J', 'en')).toBe('Tuanjie Road / Niuqi Street');
    expect(book.nameOf('signal', 'S', 'zh')).toBe('团结路与牛齐街路口');
    expect(book.nameOf('gate', 'G', 'en')).toBe('Gate at Tuanjie Road');
  });

  it('name a building by its own name, else by its use and its floors', () => {
    expect(book.nameOf('building', 'b1', 'en')).toBe('Homes, 11 floors');
    expect(book.nameOf('building', 'b1', 'zh')).toBe('住宅（11 层）');
    expect(book.nameOf('building', 'b2', 'en')).toBe('Car park, 1 floor');
    expect(book.nameOf('building', 'b3', 'zh')).toBe('中德实验学校');
  });

  it('say the kind and the id of what has no name', () => {
    expect(book.nameOf('building', 'b7', 'en')).toBe('buildings b7');
    expect(book.nameOfAny('nobody', 'en')).toBeUndefined();
  });

  it('say the street alone where all of it, or only its name, is meant', () => {
    expect(book.wholeStreet('edge', ['bc', 'ab'], 'en')).toBe('Tuanjie Road');
    expect(book.wholeStreet('edge', ['ab'], 'en')).toBeUndefined();
    expect(book.wholeStreet('edge', ['ab', 'bd'], 'en')).toBeUndefined();
    expect(book.shortNameOfAny('ab', 'en')).toBe('Tuanjie Road');
  });

  it('know where things are', () => {
    expect(book.placeOfAny('S')).toEqual([100, 0]);
    expect(book.placeOfAny('G')).toEqual([10, 0]);
    expect(book.placeOfAny('nobody')).toBeUndefined();
  });

  it('know what has an id, and that nothing has another', () => {
    expect(book.elementOfAny('ab', 'traffic.crash')).toEqual({ kind: 'edge', id: 'ab' });
    expect(book.elementOfAny('nobody')).toBeUndefined();
  });

  it('are found by every word typed, in either case', () => {
    const found = (typed: string) => searchPlaces(book.list('edge', 'en'), typed).map((each) => each.label);
    expect(found('NIUQI tuan')).toEqual([
      'Niuqi Street, from Tuanjie Road',
      'Tuanjie Road, from Niuqi Street',
      'Tuanjie Road, to Niuqi Street',
    ]);
    expect(found('nowhere')).toEqual([]);
    expect(found('')[0]).toBe('Tuanjie Road');
  });
});
