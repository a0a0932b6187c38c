import { describe, expect, it } from 'vitest';
import { buildTunnels } from '../../src/city/build/tunnels/build-tunnels';
import { OPENING_REACH_M, PIECE, TunnelPart, tunnelBuffers } from '../../src/city/build/tunnels/built-tunnels';
import { Picker } from '../../src/city/picking/pick';
import { gasShareRamp, laidColours } from '../../src/city/tunnels/tunnel-colours';
import { alongSection, CREW_SIGN, ROBOT_SIGN, SIGN_STRIDE, TunnelSigns } from '../../src/city/tunnels/tunnel-signs';
import { TunnelState } from '../../src/city/tunnels/tunnel-state';
import { linesInGalleries, sectionTable } from '../../src/state/gallery-lines';
import { SECTION_STRIDE } from '../../src/state/section-state';
import { useSelection } from '../../src/state/selection';
import { makeTunnelBook } from '../../src/state/tunnel-book';
import { built, sceneOf } from './scenes';

const scene = sceneOf('tiny/crossroads', (files) => {
  const section = (id: string, fromM: number, toM: number) => ({ id, fromM, toM });
  const ways = (id: string) =>
    [20, 120].flatMap((atM, i) => [
      { id: `${id}/in-${i}`, kind: 'inlet', atM, areaM2: 1.5 },
      { id: `${id}/out-${i}`, kind: 'exhaust', atM: atM + 50, areaM2: 1.5 },
      { id: `${id}/escape-${i}`, kind: 'escape', atM: atM + 25, areaM2: 1 },
    ]);
  const compartment = (id: string, kind: string, offsetM: number) => ({
    id,
    kind,
    widthM: 2.4,
    heightM: 2.9,
    offsetM,
    sections: [section(`${id}/01`, 0, 100), section(`${id}/02`, 100, 200)],
    shafts: ways(id),
    equipment: [{ id: `${id}/door`, kind: 'door', atM: 100 }],
  });
  files['galleries.json'] = {
    galleries: [
      {
        id: 'g',
        name: { zh: '团结路综合管廊', en: 'Tuanjie Road utility tunnel' },
        path: [
          [-100, 40],
          [0, 40],
          [100, 40],
        ],
        floorDepthM: [5.75, 5.75, 5.75],
        compartments: [compartment('g.gas', 'gas', 3), compartment('g.power', 'power', 0)],
      },
    ],
    controlCentres: [],
  };
  files['gas.json'] = {
    nodes: [
      { id: 'n1', at: [-100, 43], pressureLevel: 'medium' },
      { id: 'n2', at: [60, 43], pressureLevel: 'medium' },
    ],
    pipes: [{ id: 'main', from: 'n1', to: 'n2', lengthM: 160, diameterM: 0.3, roughnessMm: 0.1, compartment: 'g.gas' }],
    regulators: [],
    valves: [],
    supplies: [{ id: 's', node: 'n1', pressureKpa: 400 }],
    calorificMjPerM3: 36,
  };
});
const tunnels = buildTunnels(scene)!;
const city = built(scene);
const A_PIXEL = 0.0007;

/** Middle of a section's floor, from the pieces that picking uses. */
const middleOf = (id: string) => alongSection(tunnels, tunnels.sections.indexOf(id), 50)!;

describe('galleries as geometry', () => {
  it('are nothing where a scene has none', () => {
    expect(buildTunnels(sceneOf('tiny/crossroads'))).toBeNull();
  });

  it('lie as deep as the scene says, each section with its floor, walls, ends and shafts up to the street', () => {
    const { position, aSign } = tunnels.solid.attributes;
    const found = new Map<string, Set<number>>();
    for (let i = 0; i < position.array.length / 3; i++) {
      const [slot, part] = [aSign.array[3 * i], aSign.array[3 * i + 1]];
      if (slot >= tunnels.sections.length) continue;
      const known = found.get(tunnels.sections[slot]) ?? new Set();
      found.set(tunnels.sections[slot], known.add(part));
      if (part === TunnelPart.floor) expect(position.array[3 * i + 1]).toBeCloseTo(-5.75, 4);
      if (part === TunnelPart.shaft) expect(position.array[3 * i + 1]).toBeLessThan(1);
    }
    for (const id of tunnels.sections) {
      const { floor, wall, endWall, shaft } = TunnelPart;
      expect([...found.get(id)!], id).toEqual(expect.arrayContaining([floor, wall, endWall, shaft]));
    }
    expect(found.get('g.gas/01')!.has(TunnelPart.pipe)).toBe(true);
    expect(found.get('g.power/01')!.has(TunnelPart.pipe)).toBe(false);
  });

  it('show walls to whoever looks from outside: their faces point into the section', () => {
    const { position, normal, aSign } = tunnels.solid.attributes;
    let walls = 0;
    for (let i = 0; i < position.array.length / 3; i++) {
      if (aSign.array[3 * i + 1] !== TunnelPart.wall) continue;
      const left = -position.array[3 * i + 2] - 40;
      const middle = aSign.array[3 * i] < 2 ? 3 : 0;
      // Picture's z is south: a wall on the left (north) of its compartment looks south.
      expect(Math.sign(normal.array[4 * i + 2])).toBe(Math.sign(left - middle));
      walls++;
    }
    expect(walls).toBeGreaterThan(100);
    for (let i = 0; i < position.array.length / 3; i++) {
      if (aSign.array[3 * i + 1] === TunnelPart.floor) expect(normal.array[4 * i + 1]).toBe(127);
    }
  });

  it('open the ground above them and nowhere else', () => {
    const { data, columns, rows } = tunnels.opening;
    const { minX, minY, maxX, maxY } = city.extent;
    const awayAt = (x: number, y: number) => {
      const column = Math.floor(((x - minX) / (maxX - minX)) * columns);
      const row = Math.floor(((y - minY) / (maxY - minY)) * rows);
      return (data[row * columns + column] / 255 - 0.5) * 2 * OPENING_REACH_M;
    };
    expect(awayAt(0, 41)).toBeLessThan(-1);
    expect(awayAt(-90, 42)).toBeLessThan(-1);
    expect(awayAt(0, 60)).toBeGreaterThan(5);
    expect(awayAt(0, -60)).toBe(OPENING_REACH_M);
  });

  it('can be handed over without copying: no buffer twice', () => {
    const buffers = tunnelBuffers(tunnels);
    expect(new Set(buffers).size).toBe(buffers.length);
  });
});

describe('picking sections', () => {
  const find = (x: number, y: number, z: number, direction: number[], among: ReadonlySet<string> | null = null) => {
    const picker = new Picker(city);
    picker.tunnels = { built: tunnels, signs: new TunnelSigns(tunnels) };
    return picker.find([x, y, z], direction, ['gallery-section'], A_PIXEL, among).element?.id;
  };
  const down = [0, -1, 0];

  it('finds each where it lies, from straight above and from aside, and nothing beside them', () => {
    for (const id of tunnels.sections) {
      const [x, y, z] = middleOf(id);
      expect(find(x, 80, z, down), id).toBe(id);
      const flat = Math.cos(1);
      const steep = Math.sin(1);
      const away = (90 - y) / steep;
      expect(find(x, 90, z + away * flat, [0, -steep, -flat]), id).toBe(id);
    }
    expect(find(0, 80, -70, down)).toBeUndefined();
  });

  it('leads to the nearest that may be chosen, where only some may', () => {
    const [x, , z] = middleOf('g.power/01');
    const gas = new Set(['g.gas/01', 'g.gas/02']);
    expect(find(x, 500, z, down, gas)).toBe('g.gas/01');
    expect(find(x, 500, z, down, new Set())).toBeUndefined();
  });

  it('finds nothing while they are closed', () => {
    const [x, , z] = middleOf('g.gas/01');
    expect(new Picker(city).find([x, 80, z], down, ['gallery-section'], A_PIXEL).element).toBeNull();
  });
});

describe('what a frame says of galleries, as drawn', () => {
  const rows = () => {
    const all = new Float32Array(SECTION_STRIDE * tunnels.sections.length);
    for (let slot = 0; slot < tunnels.sections.length; slot++)
      all.set([0, 0, 0, 0, 0, 15, 100, 0], SECTION_STRIDE * slot);
    return all;
  };

  it('is written for the section it is about, and refused where it is of another city', () => {
    const state = new TunnelState(tunnels);
    const frame = rows();
    expect(state.take(frame)).toBe(true);
    expect(state.hasFill).toBe(false);
    frame.set([2, 0.31, 0.2, 1, 0, 16, 100, 9], SECTION_STRIDE);
    expect(state.take(frame)).toBe(true);
    expect(state.hasFill).toBe(true);
    expect(state.valueOf(1).map((value) => Number(value.toFixed(2)))).toEqual([0.31, 0.2, 100, 16, 0, 9, 0, 2]);
    expect(state.take(frame.subarray(SECTION_STRIDE))).toBe(false);
    useSelection.getState().pick({ kind: 'gallery-section', id: tunnels.sections[2] });
    state.showSelection();
    expect([0, 1, 2].map((slot) => state.valueOf(slot)[6])).toEqual([0, 0, 2]);
    useSelection.getState().pick(null);
    state.dispose();
  });

  it('has a sign for each section not at rest, each crew on its way and each robot where it is', () => {
    const signs = new TunnelSigns(tunnels);
    const nobody = new Float32Array(0);
    signs.take({ sections: rows(), crews: nobody, robots: nobody });
    expect(signs.count).toBe(0);
    const sections = rows();
    sections.set([2, 0.3, 0, 0, 0, 15, 100, 8], 0);
    sections.set([0, 0, 0, 0, 0, 15, 100, 8], SECTION_STRIDE);
    const crews = Float32Array.of(0, -1, 1, 1, 0, 0.4, 4, 1, 1);
    signs.take({ sections, crews, robots: Float32Array.of(2, 30) });
    const kinds = Array.from({ length: signs.count }, (_, i) => signs.rows[SIGN_STRIDE * i + 4]);
    expect(kinds.filter((kind) => kind < CREW_SIGN)).toHaveLength(2);
    expect(kinds.filter((kind) => kind === CREW_SIGN)).toHaveLength(2);
    expect(kinds.filter((kind) => kind === ROBOT_SIGN)).toHaveLength(1);
    expect(signs.pulses).toBe(true);
    const robot = SIGN_STRIDE * kinds.indexOf(ROBOT_SIGN);
    const [x, , z] = alongSection(tunnels, 2, 30)!;
    expect([signs.rows[robot], signs.rows[robot + 2]]).toEqual([Math.fround(x), Math.fround(z)]);
  });

  it('walks along a section from its start to its end', () => {
    const slot = tunnels.sections.indexOf('g.gas/02');
    expect(alongSection(tunnels, slot, 0)![0]).toBeCloseTo(0, 4);
    expect(alongSection(tunnels, slot, 100)![0]).toBeCloseTo(100, 4);
    expect(alongSection(tunnels, slot, 1e6)![0]).toBeCloseTo(100, 4);
    expect(alongSection(tunnels, 99, 0)).toBeNull();
    expect(tunnels.pieces[PIECE.stride * tunnels.pieceStart[slot] + PIECE.slot]).toBe(slot);
  });
});

describe('colours below the ground', () => {
  it('of gas are ordered by lightness, so that they read without colour', () => {
    const light = gasShareRamp.map((hex) => {
      const value = Number.parseInt(hex.slice(1), 16);
      return 0.299 * (value >> 16) + 0.587 * ((value >> 8) & 255) + 0.114 * (value & 255);
    });
    for (let i = 1; i < light.length; i++) expect(light[i]).toBeLessThan(light[i - 1] - 15);
  });

  it('of pipes are told apart', () => {
    expect(new Set(Object.values(laidColours)).size).toBe(Object.keys(laidColours).length);
  });
});

describe('the book of sections', () => {
  const crossings = () => [
    { at: [-95, 40] as const, name: 'Yunxi Road' },
    { at: [0, 40] as const, name: 'Ohm Road' },
    { at: [100, 40] as const, name: 'Gauss Road' },
  ];
  const files = scene.scene;
  const withStreet = {
    ...files,
    galleries: { ...files.galleries!, galleries: files.galleries!.galleries.map((each) => ({ ...each, street: 't' })) },
  };
  const book = makeTunnelBook(withStreet as never, crossings);

  it('has the rows of the engine, whatever the order of the file', () => {
    expect(sectionTable(files).ids).toEqual(scene.elements['gallery-section'].ids);
    expect(book.ids).toEqual(tunnels.sections);
    for (const id of book.ids) expect(book.section(id)!.slot).toBe(scene.elements['gallery-section'].slotOf(id));
  });

  it('names a section by its gallery, compartment and number, and the streets between which it lies', () => {
    expect(book.nameOf('g.gas/01', 'en')).toBe(
      'Tuanjie Road utility tunnel, gas, section 01, from Yunxi Road to Ohm Road',
    );
    expect(book.nameOf('g.power/02', 'zh')).toBe('团结路综合管廊电力舱 02 分区（Ohm Road至Gauss Road）');
    expect(book.shortNameOf('g.gas/02', 'en')).toBe('Tuanjie Road utility tunnel, gas, section 02');
    expect(book.nameOf('nobody', 'en')).toBeUndefined();
  });

  it('knows what lies in each, and where gas can leak', () => {
    expect(book.section('g.gas/01')!.lines.map(({ id }) => id)).toEqual(['main']);
    expect(book.section('g.power/01')!.lines).toEqual([]);
    expect([...book.ofKind('gas')]).toEqual(['g.gas/01', 'g.gas/02']);
    expect(book.list('en', book.ofKind('gas')).flatMap(({ ids }) => ids)).toEqual(['g.gas/01', 'g.gas/02']);
    const runs = linesInGalleries(files, sectionTable(files))[0].runs;
    expect(runs.map(({ fromM, toM }) => [fromM, toM])).toEqual([
      [0, 100],
      [100, 160],
    ]);
  });

  it('looks along a section from above its middle', () => {
    const view = book.viewOf('g.gas/01')!;
    expect([view.x, view.y]).toEqual([-50, 40]);
    expect(view.pitchDeg).toBeGreaterThan(30);
  });
});
