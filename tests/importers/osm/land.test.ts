import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { soundOutline } from '../../../sim/importers/osm/land/outlines';
import { imported } from './imported';
import { crossroads, type MadeMap, osmXml } from './osm-text';

type Corners = readonly (readonly [number, number])[];

/** A crossroads with closed ways beside it. */
function withAreas(areas: readonly { corners: Corners; tags: Record<string, string>; open?: boolean }[]): MadeMap {
  const map = crossroads();
  const nodes: Record<number, readonly [number, number]> = {
    ...(map.nodes as Record<number, readonly [number, number]>),
  };
  const ways = areas.map(({ corners, tags, open }, k) => {
    const ids = corners.map((at, i) => {
      nodes[1_000 + 50 * k + i] = at;
      return 1_000 + 50 * k + i;
    });
    return { id: 700 + k, nodes: open ? ids : [...ids, ids[0]], tags };
  });
  return { ...map, nodes, ways: [...map.ways, ...ways] };
}

const box = (x: number, y: number, w: number, h: number): Corners => [
  [x, y],
  [x + w, y],
  [x + w, y + h],
  [x, y + h],
];
const housesOf = (areas: Parameters<typeof withAreas>[0]) =>
  imported(osmXml(withAreas(areas))).scene.buildings!.buildings;
const house = (tags: Record<string, string>, corners: Corners = box(20, 20, 30, 20)) =>
  housesOf([{ corners, tags: { building: 'yes', ...tags } }])[0];

describe('a building', () => {
  it('has the floors, the height and the floor area that its tags say', () => {
    expect(house({ building: 'apartments', 'building:levels': '6' })).toMatchObject({
      use: 'housing',
      floors: 6,
      heightM: 18,
    });
    expect(house({ building: 'office', height: '38 m' })).toMatchObject({ use: 'office', floors: 10, heightM: 38 });
    expect(house({ 'building:levels': '3' }).floorAreaM2).toBeGreaterThan(1_700);
  });

  it.each([
    [{ building: 'school' }, 'school'],
    [{ amenity: 'hospital' }, 'hospital'],
    [{ shop: 'supermarket' }, 'commerce'],
    [{ office: 'lawyer' }, 'office'],
    [{ tourism: 'hotel' }, 'hotel'],
    [{ building: 'commercial', amenity: 'theatre' }, 'culture'],
    [{ building: 'industrial' }, 'industry'],
    [{ amenity: 'fire_station' }, 'fire-station'],
    [{ building: 'constructor' }, 'housing'],
  ])('with %o is of the use %s', (tags, use) => {
    expect(house(tags).use).toBe(use);
  });

  it('that says nothing takes the use of the land that it stands on', () => {
    const [one] = housesOf([
      { corners: box(10, 10, 100, 100), tags: { landuse: 'industrial' } },
      { corners: box(20, 20, 30, 20), tags: { building: 'yes' } },
    ]);
    expect([one.use, one.parcel]).toEqual(['industry', 'w700']);
  });

  it('runs counter-clockwise whichever way it was drawn', () => {
    const clockwise = [...box(20, 20, 30, 20)].reverse();
    expect(house({}, clockwise).outline).toHaveLength(4);
  });

  it.each([
    ['is not closed', { corners: box(20, 20, 30, 20), tags: { building: 'yes' }, open: true }, 'osm.open-area'],
    [
      'has no area',
      {
        corners: [
          [20, 20],
          [30, 20],
          [40, 20],
        ] as Corners,
        tags: { building: 'yes' },
      },
      'osm.unsound-area',
    ],
    ['is a square metre', { corners: box(20, 20, 1, 1), tags: { building: 'yes' } }, 'osm.tiny-building'],
    ['lies underground', { corners: box(20, 20, 30, 20), tags: { building: 'yes', layer: '-1' } }, 'osm.underground'],
  ])('that %s is left out and listed', (_what, area, code) => {
    const { scene, report } = imported(osmXml(withAreas([area])));
    expect(scene.buildings!.buildings).toEqual([]);
    expect(report.counts[code]).toBe(1);
  });

  it.each(['1e9', '-4', 'tall', '0', '∞'])('of the height %s is guessed, and the value is listed', (height) => {
    const { scene, report } = imported(
      osmXml(withAreas([{ corners: box(20, 20, 30, 20), tags: { building: 'yes', height } }])),
    );
    expect(scene.buildings!.buildings[0].heightM).toBeLessThan(60);
    expect(report.entries.some(({ code, element }) => code === 'osm.building-height' && element === 'way/700')).toBe(
      true,
    );
  });

  it('keeps its names in each language', () => {
    const { name } = house({ name: '市图书馆', 'name:en': 'City Library', 'name:de': 'Stadtbibliothek' });
    expect(name).toEqual({ zh: '市图书馆', en: 'City Library', de: 'Stadtbibliothek' });
  });

  it('of a multipolygon has the outer ring put together from its parts', () => {
    const map = crossroads();
    const nodes = {
      ...map.nodes,
      50: [20, 20] as const,
      51: [60, 20] as const,
      52: [60, 60] as const,
      53: [20, 60] as const,
    };
    const { scene } = imported(
      osmXml({
        ...map,
        nodes,
        ways: [...map.ways, { id: 60, nodes: [50, 51, 52], tags: {} }, { id: 61, nodes: [50, 53, 52], tags: {} }],
        relations: [
          {
            id: 9,
            members: [
              { type: 'way', ref: 60, role: 'outer' },
              { type: 'way', ref: 61, role: 'outer' },
            ],
            tags: { type: 'multipolygon', building: 'office' },
          },
        ],
      }),
    );
    expect(scene.buildings!.buildings.map(({ id, outline }) => [id, outline.length])).toEqual([['r9', 4]]);
  });
});

describe('land', () => {
  it('becomes parcels, water and groves', () => {
    const { scene } = imported(
      osmXml(
        withAreas([
          { corners: box(20, 20, 60, 60), tags: { leisure: 'park', name: 'Park' } },
          { corners: box(-80, 20, 40, 40), tags: { natural: 'water' } },
          { corners: box(-80, -80, 40, 40), tags: { natural: 'wood' } },
          {
            corners: [
              [20, -90],
              [90, -20],
            ],
            tags: { waterway: 'stream' },
            open: true,
          },
        ]),
      ),
    );
    const land = scene.land!;
    expect(land.parcels.map(({ use }) => use).sort()).toEqual(['park', 'protective-green']);
    expect([land.waterBodies.length, land.groves.length, land.streams.length]).toEqual([1, 1, 1]);
  });

  it('that reaches beyond the city is cut at its border', () => {
    const { scene } = imported(
      osmXml(withAreas([{ corners: box(20, 20, 9_000, 9_000), tags: { landuse: 'forest' } }])),
    );
    expect(Math.max(...scene.land!.parcels[0].outline.map(([x]) => x))).toBeLessThan(400);
  });
});

describe('an outline that crosses itself', () => {
  it('keeps its largest part', () => {
    const bowTie: [number, number][] = [
      [0, 0],
      [10, 10],
      [10, 0],
      [0, 4],
    ];
    expect(soundOutline(bowTie)!.length).toBe(3);
  });
});

const naughty = resolve(import.meta.dirname, '../../../../shared/data/reliability/blns/blns.json');

describe('names that are meant to break things', () => {
  it.skipIf(!existsSync(naughty))(
    'stay text, or are listed (skipped where the list of naughty strings is absent)',
    () => {
      // XML itself cannot hold control characters and lone surrogates: those it would refuse before us.
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the very point
      const unfit = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u;
      const strings = (JSON.parse(readFileSync(naughty, 'utf8')) as string[]).filter(
        (text) => !unfit.test(text) && text.length <= 255,
      );
      expect(strings.length).toBeGreaterThan(400);
      const areas = strings.map((text, k) => ({
        corners: box(10 + 14 * (k % 40), 10 + 14 * Math.floor(k / 40), 10, 10),
        tags: { building: 'house', name: text, 'name:en': text },
      }));
      const { scene, report } = imported(osmXml(withAreas(areas)));
      const names = new Map(scene.buildings!.buildings.map(({ id, name }) => [id, name?.en]));
      const listed = new Set(report.entries.filter(({ code }) => code === 'osm.name').map(({ element }) => element));
      strings.forEach((text, k) => {
        if (listed.has(`way/${700 + k}`)) return;
        expect(names.get(`w${700 + k}`)).toBe(text.trim() === '' ? undefined : text);
      });
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    },
  );
});
