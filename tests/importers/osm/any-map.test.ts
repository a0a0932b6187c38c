import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importOsm } from '../../../sim/importers/osm';
import { compileScene, readScene } from '../../../sim/scene';
import { type MadeMap, osmXml } from './osm-text';

const nodeCount = 14;
const place = fc.tuple(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -300, max: 300 }));
const odd = fc.constantFrom(
  '1',
  '2',
  '3',
  '5',
  'no',
  'yes',
  '-1',
  'left|through|right',
  '|',
  '1e9',
  '',
  '∞',
  'designated||',
  'no||',
);
const highway = fc.constantFrom(
  'motorway',
  'primary',
  'primary_link',
  'secondary',
  'tertiary',
  'residential',
  'service',
  'living_street',
);
const keys = fc.constantFrom(
  'lanes',
  'oneway',
  'maxspeed',
  'width',
  'turn:lanes',
  'turn:lanes:forward',
  'bus:lanes',
  'access:lanes',
  'lanes:forward',
  'lanes:backward',
  'junction',
  'layer',
  'bridge',
  'sidewalk',
  'name',
);
const wayTags = fc
  .tuple(highway, fc.dictionary(keys, odd, { maxKeys: 3 }), fc.constantFrom('Avenue', 'Street', ''))
  .map(([kind, tags, name]): Record<string, string> => ({ ...tags, highway: kind, ...(name ? { name } : {}) }));
const node = fc.integer({ min: 1, max: nodeCount });
const nodeTags = fc.constantFrom<Record<string, string>>(
  {},
  {},
  {},
  { highway: 'traffic_signals' },
  { highway: 'stop' },
  { highway: 'give_way' },
  { highway: 'mini_roundabout' },
  { highway: 'turning_circle' },
  { highway: 'crossing' },
);
const restriction = fc.record({
  from: fc.nat(),
  to: fc.nat(),
  via: node,
  kind: fc.constantFrom('no_left_turn', 'only_straight_on', 'no_u_turn', 'no_entry', 'odd'),
});

const anyMap = fc
  .record({
    places: fc.array(place, { minLength: nodeCount, maxLength: nodeCount }),
    tags: fc.array(nodeTags, { minLength: nodeCount, maxLength: nodeCount }),
    ways: fc.array(fc.tuple(fc.array(node, { minLength: 2, maxLength: 7 }), wayTags), { minLength: 1, maxLength: 9 }),
    restrictions: fc.array(restriction, { maxLength: 3 }),
    corner: fc.constantFrom<readonly [number, number]>([52.5, 13.4], [51.5, -0.1], [36.1, 120.1], [-33.9, 151.2]),
  })
  .map(
    ({ places, tags, ways, restrictions, corner }): MadeMap => ({
      nodes: Object.fromEntries(places.map(([x, y], k) => [k + 1, [x, y, tags[k]] as const])),
      ways: ways.map(([nodes, wanted], k) => ({ id: 100 + k, nodes, tags: wanted })),
      relations: restrictions.map(({ from, to, via, kind }, k) => ({
        id: 200 + k,
        members: [
          { type: 'way', ref: 100 + (from % ways.length), role: 'from' },
          { type: 'node', ref: via, role: 'via' },
          { type: 'way', ref: 100 + (to % ways.length), role: 'to' },
        ],
        tags: { type: 'restriction', restriction: kind },
      })),
      corner,
    }),
  );

describe('whatever anyone maps', () => {
  it('becomes a sound scene, or is refused with the reason', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const made = importOsm(osmXml(map));
        if (!made.ok) {
          expect(made.problems.map(({ code }) => code)).toEqual(['osm.no-roads']);
          return;
        }
        const scene = readScene(made.value.files);
        expect(scene.ok ? [] : scene.problems.map(({ path, message }) => `${path.join('.')} ${message}`)).toEqual([]);
        if (scene.ok) compileScene(scene.value);
      }),
      { numRuns: 30 },
    );
  });

  it('names every turn once, and lists every lane that leads nowhere', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const made = importOsm(osmXml(map));
        if (!made.ok) return;
        const scene = readScene(made.value.files);
        if (!scene.ok) throw new Error('refused');
        const listed = made.value.report.entries.filter(({ code }) => code === 'osm.dead-lane');
        const edges = new Set(scene.warnings.map(({ path }) => scene.value.roads!.edges[path[2] as number].id));
        expect(listed.map(({ element }) => element).sort()).toEqual([...edges].sort());
        const turns = scene.value.roads!.junctions.flatMap((junction) => junction.turns.map(({ id }) => id));
        expect(new Set(turns).size).toBe(turns.length);
      }),
      { numRuns: 40 },
    );
  });
});
