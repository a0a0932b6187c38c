import { describe, expect, it } from 'vitest';
import { signedArea } from '../../../sim/importers/geometry/polygon';
import { distance } from '../../../sim/importers/geometry/vector';
import { imported, waysThrough } from './imported';
import { crossroads, type MadeMap, osmXml } from './osm-text';

const oneWay = { highway: 'primary', oneway: 'yes', lanes: '2' };

/** A dual carriageway from south to north, 16 m apart, crossed by a street: two nodes of the map, one junction. */
const dual: MadeMap = {
  nodes: {
    1: [-8, 0, { highway: 'traffic_signals' }],
    2: [8, 0, { highway: 'traffic_signals' }],
    3: [-8, 200],
    4: [-8, -200],
    5: [8, 200],
    6: [8, -200],
    7: [-200, 0],
    8: [200, 0],
  },
  ways: [
    { id: 21, nodes: [3, 1, 4], tags: { ...oneWay, name: 'Avenue' } },
    { id: 22, nodes: [6, 2, 5], tags: { ...oneWay, name: 'Avenue' } },
    { id: 23, nodes: [7, 1, 2, 8], tags: { highway: 'secondary', name: 'Street', lanes: '2' } },
  ],
};

describe('a crossing of a dual carriageway', () => {
  it('is one junction with one signal, and its nodes are listed', () => {
    const { roads, report } = imported(osmXml(dual));
    const inside = roads.junctions.filter(({ control }) => control !== 'free');
    expect(inside.map(({ control }) => control)).toEqual(['signal']);
    expect(roads.signals).toHaveLength(1);
    expect(report.entries.filter(({ code }) => code === 'osm.joined-junction').map(({ element }) => element)).toContain(
      'node/1',
    );
  });

  it('lets both directions of the avenue go at once', () => {
    const { roads } = imported(osmXml(dual));
    const junction = roads.junctions.find(({ control }) => control === 'signal')!;
    const straight = junction.turns.filter(
      ({ direction, fromLane }) => direction === 'straight' && /^w2[12]:/.test(fromLane),
    );
    const together = roads.signals[0].phases.some(({ state }) =>
      straight.every(({ signalIndex }) => state[signalIndex!] === 'G'),
    );
    expect(straight.length).toBeGreaterThanOrEqual(4);
    expect(together).toBe(true);
  });

  it('is joined without signals too, because the piece between crosses the median', () => {
    const nodes = { ...dual.nodes, 1: [-8, 0] as const, 2: [8, 0] as const };
    const { roads } = imported(osmXml({ ...dual, nodes }));
    expect(roads.junctions.filter(({ turns }) => turns.some(({ direction }) => direction === 'left'))).toHaveLength(1);
  });

  it('has left turns over the far carriageway, but none against its traffic', () => {
    const ways = waysThrough(imported(osmXml(dual)).roads, 'n1');
    expect(ways).toContain('w21>w23');
    expect(ways).toContain('w23>w22');
    expect(ways).not.toContain('w21>w22');
  });
});

describe('restrictions', () => {
  const restricted = (restriction: string, from: number, to: number) =>
    waysThrough(
      imported(
        osmXml({
          ...crossroads(),
          relations: [
            {
              id: 5,
              members: [
                { type: 'way', ref: from, role: 'from' },
                { type: 'node', ref: 1, role: 'via' },
                { type: 'way', ref: to, role: 'to' },
              ],
              tags: { type: 'restriction', restriction },
            },
          ],
        }),
      ).roads,
    );
  const all = waysThrough(imported(osmXml(crossroads())).roads);

  it('are twelve ways over a crossroads without any', () => {
    expect(all).toHaveLength(12);
  });

  it('take one turn away', () => {
    expect(restricted('no_left_turn', 13, 14)).toEqual(all.filter((way) => way !== 'w13>w14'));
  });

  it('leave one turn only', () => {
    const kept = restricted('only_right_turn', 13, 12);
    expect(kept.filter((way) => way.startsWith('w13>'))).toEqual(['w13>w12']);
    expect(kept).toHaveLength(10);
  });

  it('over a way inside a joined junction hold as well', () => {
    const { roads } = imported(
      osmXml({
        ...dual,
        ways: [
          ...dual.ways.slice(0, 2),
          { id: 23, nodes: [7, 1], tags: dual.ways[2].tags },
          { id: 24, nodes: [1, 2], tags: dual.ways[2].tags },
          { id: 25, nodes: [2, 8], tags: dual.ways[2].tags },
        ],
        relations: [
          {
            id: 6,
            members: [
              { type: 'way', ref: 23, role: 'from' },
              { type: 'way', ref: 24, role: 'via' },
              { type: 'way', ref: 22, role: 'to' },
            ],
            tags: { type: 'restriction', restriction: 'no_left_turn' },
          },
        ],
      }),
    );
    expect(waysThrough(roads)).toContain('w23>w25');
    expect(waysThrough(roads)).not.toContain('w23>w22');
  });
});

describe('right of way', () => {
  it('follows signs: who has a give-way sign yields', () => {
    const map = crossroads();
    const nodes = {
      ...map.nodes,
      6: [12, 0, { highway: 'give_way' }] as const,
      7: [-12, 0, { highway: 'stop' }] as const,
    };
    const ways = map.ways.map((way) =>
      way.id === 12 ? { ...way, nodes: [1, 6, 3] } : way.id === 14 ? { ...way, nodes: [5, 7, 1] } : way,
    );
    const { roads } = imported(osmXml({ ...map, nodes, ways }));
    const junction = roads.junctions.find(({ id }) => id === 'n1')!;
    expect(junction.control).toBe('priority');
    expect(junction.major!.map((edge) => edge.split(':')[0]).sort()).toEqual(['w11', 'w13']);
  });

  it('is by turns where all have to stop', () => {
    const { roads } = imported(osmXml(crossroads({}, { highway: 'stop', stop: 'all' })));
    expect(roads.junctions.find(({ id }) => id === 'n1')!.control).toBe('all-way-stop');
  });

  it('belongs to those on a mini roundabout', () => {
    const { roads } = imported(osmXml(crossroads({}, { highway: 'mini_roundabout' })));
    expect(roads.junctions.find(({ id }) => id === 'n1')!.control).toBe('roundabout');
  });
});

function roundabout(radiusM: number): MadeMap {
  const nodes: Record<number, [number, number]> = {};
  for (let k = 0; k < 16; k++) {
    nodes[k + 1] = [radiusM * Math.cos((k * Math.PI) / 8), radiusM * Math.sin((k * Math.PI) / 8)];
  }
  const arms: MadeMap['ways'] = [1, 5, 9, 13].map((from, k) => {
    nodes[100 + k] = [nodes[from][0] * 8, nodes[from][1] * 8];
    return { id: 40 + k, nodes: [from, 100 + k], tags: { highway: 'residential', name: `Arm ${k}` } };
  });
  const ring = [...Array.from({ length: 16 }, (_, k) => k + 1), 1];
  return { nodes, ways: [{ id: 30, nodes: ring, tags: { highway: 'residential', junction: 'roundabout' } }, ...arms] };
}

describe('a roundabout', () => {
  it('of some size is a ring of edges whose traffic goes first', () => {
    const { roads } = imported(osmXml(roundabout(35)));
    const rings = roads.junctions.filter(({ control }) => control === 'roundabout');
    expect(rings).toHaveLength(4);
    for (const { major } of rings) expect(major!.every((edge) => edge.startsWith('w30:'))).toBe(true);
  });

  it('of a few metres is one junction round an island', () => {
    const { roads } = imported(osmXml(roundabout(7)));
    const [island] = roads.junctions.filter(({ control }) => control === 'roundabout');
    const middle = roads.nodes.find(({ id }) => id === island.node)!.at;
    expect(waysThrough(roads, island.id).length).toBeGreaterThanOrEqual(12);
    const left = island.turns.find(({ fromLane, toLane }) => fromLane.startsWith('w40:') && toLane.startsWith('w43:'))!;
    expect(Math.min(...left.shape.map((at) => distance(at, middle)))).toBeGreaterThan(4);
  });
});

describe('a road with more lanes one way than the other', () => {
  it('lies with its middle on the mapped line', () => {
    const { roads } = imported(osmXml(crossroads({ n: { lanes: '3', 'lanes:forward': '2' } })));
    const placesOf = (id: string) => roads.edges.find((edge) => edge.id === id)!.lanes.map(({ shape }) => shape[0][0]);
    const [kerb, middle] = placesOf('w11:1:2');
    const [back] = placesOf('w11:2:1');
    expect(kerb).toBeCloseTo(3.25, 1);
    expect(middle).toBeCloseTo(0, 1);
    expect(back).toBeCloseTo(-3.25, 1);
  });
});

describe('roads on two levels', () => {
  it('do not meet where they share no node', () => {
    const { roads, report } = imported(
      osmXml({
        nodes: { 1: [0, -100], 2: [0, 100], 3: [-100, 0], 4: [100, 0] },
        ways: [
          { id: 1, nodes: [1, 2], tags: { highway: 'primary', bridge: 'yes', layer: '1' } },
          { id: 2, nodes: [3, 4], tags: { highway: 'primary' } },
        ],
      }),
    );
    expect(roads.junctions.every(({ turns }) => turns.every(({ direction }) => direction === 'u-turn'))).toBe(true);
    expect(report.counts['osm.bridge-deck']).toBe(1);
  });
});

describe('where one drives on the left', () => {
  const london = { corner: [51.5, -0.12] as const };
  const left = imported(osmXml({ ...crossroads(), ...london }));
  const right = imported(osmXml(crossroads()));

  it('the country says so, and a tag says it better', () => {
    expect(left.roads.driveOn).toBe('left');
    const tagged = crossroads({ n: { driving_side: 'right' } });
    expect(imported(osmXml({ ...tagged, ...london })).roads.driveOn).toBe('right');
  });

  it('everything lies on the other side', () => {
    const laneOf = ({ roads }: typeof left) => roads.edges.find(({ id }) => id === 'w11:1:2')!.lanes[0].shape[0][0];
    expect(laneOf(right)).toBeGreaterThan(1);
    expect(laneOf(left)).toBeLessThan(-1);
    const turnOf = ({ roads }: typeof left) =>
      roads.junctions
        .find(({ id }) => id === 'n1')!
        .turns.find(({ fromLane, toLane }) => fromLane.startsWith('w13:') && toLane.startsWith('w14:'))!.direction;
    expect([turnOf(left), turnOf(right)]).toEqual(['left', 'left']);
  });

  it('outlines still run counter-clockwise', () => {
    for (const { outline } of left.roads.junctions) expect(signedArea(outline)).toBeGreaterThan(0);
  });
});

describe('the rim of an extract', () => {
  it('is where gates are, and traffic may turn back there', () => {
    const { roads, scene } = imported(osmXml(crossroads({ n: { highway: 'primary' } })));
    expect(scene.demand!.gates.map(({ id }) => id)).toEqual(['gate-n2', 'gate-n3', 'gate-n4', 'gate-n5']);
    expect(roads.junctions.find(({ id }) => id === 'n2')!.turns.map(({ direction }) => direction)).toEqual(['u-turn']);
  });

  it('cuts a way where its nodes are missing, and says which', () => {
    const map = crossroads();
    const ways = map.ways.map((way) => (way.id === 11 ? { ...way, nodes: [1, 2, 999] } : way));
    const { report } = imported(osmXml({ ...map, ways }));
    const [entry] = report.entries.filter(({ code }) => code === 'osm.missing-node');
    expect(entry.element).toBe('way/11');
  });

  it('is not where a street ends among the houses', () => {
    const map = crossroads();
    const houses = Array.from({ length: 6 }, (_, k): MadeMap['ways'][number] => ({
      id: 500 + k,
      nodes: [600 + 4 * k, 601 + 4 * k, 602 + 4 * k, 603 + 4 * k, 600 + 4 * k],
      tags: { building: 'house' },
    }));
    const nodes: Record<number, readonly [number, number]> = {
      1: [0, 0],
      2: [0, 150],
      3: [150, 0],
      4: [0, -150],
      5: [-90, 0],
      8: [-90, 30],
    };
    houses.forEach((_, k) => {
      const [x, y] = [k % 2 === 0 ? -200 : 200, -200 + 80 * k];
      nodes[600 + 4 * k] = [x, y];
      nodes[601 + 4 * k] = [x + 12, y];
      nodes[602 + 4 * k] = [x + 12, y + 12];
      nodes[603 + 4 * k] = [x, y + 12];
    });
    const text = osmXml({ nodes, ways: [...map.ways, ...houses] });
    const { scene, roads } = imported(text);
    expect(scene.demand!.gates.map(({ id }) => id)).not.toContain('gate-n5');
    expect(roads.junctions.map(({ id }) => id)).toContain('n5');
  });
});
