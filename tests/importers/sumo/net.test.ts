import { describe, expect, it } from 'vitest';
import { placeOfUtm } from '../../../sim/importers/geometry/utm';
import { importSumo } from '../../../sim/importers/sumo';
import type { Junction, RoadsFile, Turn } from '../../../sim/scene';
import { smallNet, withDemand } from './small-net';
import { compiled, imported } from './sumo-files';

function roadsOf(net: string): RoadsFile {
  return JSON.parse(imported(new Map([['small.net.xml', net]])).scene.get('roads.json')!);
}

function crossing(net: string): Junction {
  return roadsOf(net).junctions[0];
}

function turnOf(net: string, id: string): Turn {
  return crossing(net).turns.find((turn) => turn.id === id)!;
}

function notesOf(net: string, code?: string) {
  const { entries } = imported(new Map([['small.net.xml', net]])).report;
  return entries.filter((entry) => code === undefined || entry.code === `sumo.${code}`);
}

describe('a network of SUMO', () => {
  it('becomes a scene that is sound', () => {
    const scene = compiled(new Map([['small.net.xml', smallNet()]]));
    expect(scene.roads).toMatchObject({ edgeCount: 4, laneCount: 6, turnCount: 3 });
  });

  it('keeps its names, limits, widths and lengths; a lane has its own only where it differs', () => {
    const [west, east] = roadsOf(smallNet()).edges;
    expect(west).toMatchObject({ id: 'W', from: 'west', to: 'J', class: 'arterial', speedLimitMps: 13.89 });
    expect(west.lanes[0]).toMatchObject({ id: 'W_0', widthM: 3.2, allows: ['bus'] });
    expect(west.lanes[0]).not.toHaveProperty('lengthM');
    expect(west.lanes[1].allows).toEqual(['car', 'truck', 'bus', 'emergency', 'bicycle']);
    expect(east.lanes[0]).not.toHaveProperty('speedLimitMps');
    expect(east.lanes[1]).toMatchObject({ widthM: 3.5, speedLimitMps: 11.11, lengthM: 190 });
    expect(east.lanes[0]).not.toHaveProperty('allows');
  });

  it('drives the lengths that it gives, not those of the shapes', () => {
    const scene = compiled(new Map([['small.net.xml', smallNet()]]));
    const lane = scene.elements.lane.slotOf('E_1')!;
    const last = scene.roads.trackPointStart[lane + 1] - 1;
    expect(scene.roads.trackLengthM[lane]).toBe(190);
    expect(scene.roads.trackPointAtM[last]).toBeCloseTo(190, 9);
    expect(scene.roads.trackSpeedMps[lane]).toBe(11.11);
  });

  it('joins the internal lanes of one connection into one curve, as long as both, and knows where to wait', () => {
    const turn = turnOf(smallNet(), 'J_2_0');
    expect(turn).toMatchObject({ fromLane: 'S_0', toLane: 'N_0', lengthM: 14.5, speedLimitMps: 8, waitsAtM: 5.2 });
    expect(turn.shape).toEqual([
      [201.6, 192.8],
      [201.6, 198],
      [201.6, 207.2],
    ]);
  });

  it('takes who meets and who waits from the matrix of requests', () => {
    expect(turnOf(smallNet(), 'J_2_0')).toMatchObject({ foes: ['J_0_0', 'J_0_1'], yieldsTo: ['J_0_0', 'J_0_1'] });
    expect(turnOf(smallNet(), 'J_0_0')).toMatchObject({ foes: ['J_2_0'] });
    const scene = compiled(new Map([['small.net.xml', smallNet()]]));
    const { foeStart, foeTurn, foeYield } = scene.roads;
    const south = scene.elements.turn.slotOf('J_2_0')!;
    expect([...foeTurn.subarray(foeStart[south], foeStart[south + 1])]).toEqual([0, 1]);
    expect([...foeYield.subarray(foeStart[south], foeStart[south + 1])]).toEqual([1, 1]);
    expect(foeYield[foeStart[0]]).toBe(0);
  });

  it('believes the matrix and not the shapes: who is no foe there is none', () => {
    const requests = [0, 1, 2].map((i) => `<request index="${i}" response="000" foes="000" cont="0"/>`).join('');
    const scene = compiled(new Map([['small.net.xml', smallNet({ requests })]]));
    expect(scene.roads.foeTurn.length).toBe(0);
  });

  it('works right of way out from the shapes where the matrix is broken, and says so', () => {
    const net = smallNet({ requests: '<request index="0" response="0" foes="0" cont="0"/>' });
    expect(turnOf(net, 'J_2_0')).not.toHaveProperty('foes');
    expect(notesOf(net, 'guessed')).toHaveLength(1);
    expect(compiled(new Map([['small.net.xml', net]])).roads.foeTurn.length).toBeGreaterThan(0);
  });

  it.each([
    ['priority', 'priority'],
    ['right_before_left', 'right-before-left'],
    ['allway_stop', 'all-way-stop'],
    ['zipper', 'free'],
    ['unregulated', 'free'],
    ['rail_crossing', 'priority'],
    ['traffic_light', 'priority'],
    ['something_new', 'priority'],
  ])('turns a junction of type %s into one under %s', (junctionType, control) => {
    expect(crossing(smallNet({ junctionType })).control).toBe(control);
  });

  it('makes the junctions of a roundabout its ring, with the ring’s edges first', () => {
    const junction = crossing(smallNet({ more: '<roundabout nodes="J" edges="W N"/>' }));
    expect(junction).toMatchObject({ control: 'roundabout', major: ['W'] });
  });

  it('draws the ground of a junction counter-clockwise, by its hull where its shape crosses itself', () => {
    const crossed = smallNet().replace(/(<junction id="J"[^>]*shape=")[^"]*/, '$1192,192 208,208 208,192 192,208');
    expect(crossing(crossed).outline).toEqual([
      [192, 192],
      [208, 192],
      [208, 208],
      [192, 208],
    ]);
    expect(notesOf(crossed, 'changed')).toHaveLength(1);
  });

  it('lies where its projection says', () => {
    const manifest = JSON.parse(imported(new Map([['small.net.xml', smallNet()]])).scene.get('scene.json')!);
    expect(manifest.origin.latitudeDeg).toBeCloseTo(44.4952, 4); // as SUMO's own conversion has it
    expect(manifest.origin.longitudeDeg).toBeCloseTo(11.30427, 4);
    expect(notesOf(smallNet({ location: '<location netOffset="0,0" projParameter="!"/>' }), 'no-place')).toHaveLength(
      1,
    );
  });

  it('turns metres of a grid into degrees', () => {
    // The example of the encyclopaedias: the CN Tower at 43° 38′ 33.24″ N, 79° 23′ 13.7″ W.
    const tower = placeOfUtm(17, false, 630_084, 4_833_438);
    expect(tower.latitudeDeg).toBeCloseTo(43 + 38 / 60 + 33.24 / 3_600, 4);
    expect(tower.longitudeDeg).toBeCloseTo(-(79 + 23 / 60 + 13.7 / 3_600), 4);
    expect(placeOfUtm(31, false, 500_000, 0)).toEqual({ latitudeDeg: 0, longitudeDeg: 3, convergenceDeg: 0 });
  });

  it('moves a network that keeps the metres of its projection to its own corner, and lies where it lay', () => {
    const far = smallNet({
      location: smallNet()
        .match(/<location[^>]*>/)![0]
        .replace('-683200.41,-4929458.50', '0,0')
        .replace('0,0,400,400', '683200,4929458,683600,4929858'),
    }).replace(/ (shape|x|y)="([^"]*)"/g, (_all, key: string, text: string) => {
      const moved = text.split(' ').map((word) =>
        word
          .split(',')
          .map((part, i) => Number(part) + (key === 'y' || i === 1 ? 4_929_458 : 683_200))
          .join(','),
      );
      return ` ${key}="${moved.join(' ')}"`;
    });
    const near = JSON.parse(imported(new Map([['a.net.xml', smallNet()]])).scene.get('scene.json')!);
    const moved = JSON.parse(imported(new Map([['a.net.xml', far]])).scene.get('scene.json')!);
    expect(moved.origin.latitudeDeg).toBeCloseTo(near.origin.latitudeDeg, 4);
    expect(roadsOf(far).edges[0].lanes[0].shape).toEqual(roadsOf(smallNet()).edges[0].lanes[0].shape);
    compiled(new Map([['a.net.xml', far]]));
  });

  it('moves a junction that lies far from its lanes into their midst', () => {
    const net = smallNet().replace('x="200" y="200"', 'x="320" y="200"');
    expect(roadsOf(net).nodes.find((node) => node.id === 'J')!.at).toEqual([200, 200]);
    expect(notesOf(net, 'changed')).toHaveLength(1);
    compiled(new Map([['small.net.xml', net]]));
  });

  it('mirrors the two hemispheres of a zone', () => {
    const north = placeOfUtm(56, false, 334_000, 3_750_000);
    const south = placeOfUtm(56, true, 334_000, 6_250_000);
    expect(south.latitudeDeg).toBeCloseTo(-north.latitudeDeg, 12);
    expect(south.longitudeDeg).toBeCloseTo(north.longitudeDeg, 12);
  });

  it('keeps edges with brackets and minus signs in their names, and shortens what is too long', () => {
    const net = smallNet()
      .replaceAll('"W"', '"-2[1][0]#3"')
      .replaceAll('"north"', `"cluster_${'1234567_'.repeat(20)}"`);
    const roads = roadsOf(net);
    expect(roads.edges[0].id).toBe('-2[1][0]#3');
    const { renamed } = imported(new Map([['small.net.xml', net]])).report;
    expect(Object.values(renamed.node)[0]).toMatch(/^cluster_1234567_.{1,70}$/);
    compiled(new Map([['small.net.xml', net]]));
  });

  it('lists pavements, rails and other things that it does not carry over', () => {
    const net = smallNet({
      more: `<edge id=":J_w0" function="walkingarea"><lane id=":J_w0_0" index="0" speed="1" length="1" shape="0,0 1,1"/></edge>
        <edge id="rail" from="west" to="east"><lane id="rail_0" index="0" allow="rail" speed="20" length="400" shape="0,210 400,210"/></edge>
        <connection from="rail" to="E" fromLane="0" toLane="0" dir="s" state="M"/><prohibition prohibitor="a" prohibited="b"/>`,
    });
    expect(notesOf(net, 'not-carried').map((note) => note.element)).toEqual([
      'small.net.xml: edge :J_w0',
      'small.net.xml: edge rail',
      'small.net.xml: prohibition',
    ]);
    compiled(new Map([['small.net.xml', net]]));
  });

  const lane = '<lane id="W_0" index="0" speed="13.89" length="192.80" shape="0.00,195.20 192.80,195.20"/>';
  it.each([
    ['a lane of zero length', { westLanes: lane.replace('192.80"', '0"') }, 'edge W'],
    ['a lane without a speed', { westLanes: lane.replace(' speed="13.89"', '') }, 'edge W'],
    ['a speed that is no number', { westLanes: lane.replace('13.89', '1e400') }, 'edge W'],
    ['a shape that is no shape', { westLanes: lane.replace('195.20 192', 'x 192') }, 'edge W'],
    ['lanes that count wrongly', { westLanes: lane.replace('index="0"', 'index="2"') }, 'edge W'],
    ['no lane', { westLanes: '' }, 'edge W'],
    ['an edge from nowhere', { more: '<edge id="X" from="nowhere" to="J"/>' }, 'edge X'],
    ['an edge without an id', { more: '<edge from="west" to="J"/>' }, 'edge '],
    ['an edge twice', { more: '<edge id="N" from="J" to="north"/>' }, 'edge N'],
    ['a junction without a place', { more: '<junction id="X" type="priority"/>' }, 'junction X'],
    [
      'a connection to an unknown edge',
      { more: '<connection from="W" to="X" fromLane="0" toLane="0"/>' },
      'connection W_0 > X_0',
    ],
    [
      'a connection from an unknown lane',
      { more: '<connection from="S" to="E" fromLane="7" toLane="0"/>' },
      'connection S_7 > E_0',
    ],
    [
      'a connection between edges apart',
      { more: '<connection from="E" to="S" fromLane="0" toLane="0"/>' },
      'connection E_0 > S_0',
    ],
    ['a connection twice', { more: '<connection from="S" to="N" fromLane="0" toLane="0"/>' }, 'connection S_0 > N_0'],
  ])('lists %s by its element and imports the rest', (_what, pieces, element) => {
    const notes = notesOf(smallNet(pieces)).filter((note) => note.deed === 'dropped');
    expect(notes.map((note) => note.element)).toEqual([`small.net.xml: ${element}`]);
    compiled(new Map([['small.net.xml', smallNet(pieces)]]));
  });

  it.each([
    ['no network', new Map([['a.rou.xml', '<routes/>']]), 'sumo.net-files'],
    [
      'two networks',
      new Map([
        ['a.net.xml', smallNet()],
        ['b.net.xml', smallNet()],
      ]),
      'sumo.net-files',
    ],
    ['broken XML', new Map([['a.net.xml', smallNet().replace('</net>', '')]]), 'xml.unclosed'],
    ['broken demand', withDemand('<vehicle id="a" depart="0"'), 'xml.markup'],
    ['a network without roads', new Map([['a.net.xml', '<net/>']]), 'sumo.no-roads'],
    [
      'another kind of file',
      new Map([
        ['a.net.xml', smallNet()],
        ['a.xml', '<osm/>'],
      ]),
      'sumo.unknown-file',
    ],
    ['a document type', new Map([['a.net.xml', '<!DOCTYPE net><net/>']]), 'xml.document-type'],
  ])('refuses %s', (_what, files, code) => {
    const result = importSumo(files, 'x');
    expect(result.ok ? [] : result.problems.map((each) => each.code)).toContain(code);
  });
});
