import { describe, expect, it } from 'vitest';
import { buildTunnels } from '../../src/city/build/tunnels/build-tunnels';
import { gearRows } from '../../src/city/build/tunnels/insides';
import { buildSection } from '../../src/city/walk/build-section';
import { clearWay, middleOfWay } from '../../src/city/walk/clear-way';
import { Corridor } from '../../src/city/walk/corridor';
import { InsidePart } from '../../src/city/walk/inside-writer';
import { LAYER_STRIDE, LayerMap } from '../../src/city/walk/layer-map';
import { WalkScene } from '../../src/city/walk/walk-scene';
import { Walker } from '../../src/city/walk/walker';
import { laidKinds } from '../../src/state/gallery-lines';
import { SECTION_STRIDE } from '../../src/state/section-state';
import { sceneOf } from './scenes';

const scene = sceneOf('eco-park');
const tunnels = buildTunnels(scene)!;
const slotOf = (id: string) => tunnels.sections.indexOf(id);
const insideOf = (id: string) => {
  for (const inside of tunnels.insides) {
    const index = inside.sections.findIndex(({ slot }) => slot === slotOf(id));
    if (index >= 0) return { inside, index };
  }
  throw new Error(`expected a section ${id}`);
};
const IDS = ['tuanjie-gallery.gas/05', 'tuanjie-gallery.power/05', 'tuanjie-gallery.integrated/05'] as const;

describe('the inside of a section', () => {
  it.each(IDS)('has everything that lies in it within its clear section, and a way between: %s', (id) => {
    const { inside, index } = insideOf(id);
    const section = inside.sections[index];
    const way = clearWay(inside);
    expect(way.leftM - way.rightM).toBeGreaterThan(0.7);
    const { solid } = buildSection({ inside, corridor: new Corridor(inside), way, section });
    const place = solid.getAttribute('aPlace');
    const sign = solid.getAttribute('aSign');
    const parts = new Set<number>();
    const reach = { from: Infinity, to: -Infinity, low: Infinity, high: -Infinity, aside: 0 };
    for (let i = 0; i < place.count; i++) {
      const part = sign.getX(i);
      parts.add(part);
      reach.from = Math.min(reach.from, place.getX(i));
      reach.to = Math.max(reach.to, place.getX(i));
      // Shafts, and the ladders in them, go up through the roof.
      if (part === InsidePart.shaft || part === InsidePart.shaftTop || part === InsidePart.steel) continue;
      reach.low = Math.min(reach.low, place.getY(i));
      reach.high = Math.max(reach.high, place.getY(i));
      reach.aside = Math.max(reach.aside, Math.abs(place.getZ(i)));
    }
    expect(reach.from).toBeGreaterThanOrEqual(section.fromM - 1e-3);
    expect(reach.to).toBeLessThanOrEqual(section.toM + 1e-3);
    expect(reach.low).toBeGreaterThanOrEqual(-1e-3);
    expect(reach.high).toBeLessThanOrEqual(inside.heightM + 1e-3);
    expect(reach.aside).toBeLessThanOrEqual(inside.widthM / 2 + 1e-3);
    const { floor, wall, roof, bulkhead, shaft, gear, lamp, pipe, cable } = InsidePart;
    const laid = inside.kind === 'power' ? cable : pipe;
    for (const part of [floor, wall, roof, bulkhead, shaft, gear, lamp, laid]) expect(parts).toContain(part);
    expect(new Set(inside.lines.map(({ kind }) => laidKinds.includes(kind)))).toEqual(new Set([true]));
    // What is drawn in single precision lies where the galleries' own line has it.
    const corridor = new Corridor(inside);
    const at = [0, 0, 0];
    corridor.place(section.fromM, 0, 0, at);
    const position = solid.getAttribute('position');
    const spot = [0, 0, 0];
    for (let i = 0; i < place.count; i += 97) {
      corridor.place(place.getX(i), place.getY(i), place.getZ(i), spot);
      expect(Math.hypot(position.getX(i) + at[0] - spot[0], position.getY(i) + at[1] - spot[1])).toBeLessThan(1e-3);
    }
  });

  it('names each piece of equipment by the row that the engine writes it in', () => {
    const rows = gearRows(scene.scene);
    const ids = [...rows.keys()];
    expect(ids).toEqual([...ids].sort());
    const all = tunnels.insides.flatMap(({ gear }) => gear.map(({ row }) => row));
    expect(new Set(all).size).toBe(ids.length);
    expect(Math.max(...all)).toBe(ids.length - 1);
  });
});

describe('what a frame says inside', () => {
  const id = 'tuanjie-gallery.integrated/05';
  const frameOf = (waterM: number, flags: number, layers: readonly number[] = []) => {
    const sections = new Float32Array(SECTION_STRIDE * tunnels.sections.length);
    sections[SECTION_STRIDE * slotOf(id) + 2] = waterM;
    sections[SECTION_STRIDE * slotOf(id) + 7] = flags;
    const none = new Float32Array(0);
    const layerCount = layers.length / LAYER_STRIDE;
    return { sections, robots: none, equipment: none, layers: Float32Array.from(layers), layerCount };
  };

  it('is the level of the water, above the lowest floor, and whether lamps have power', () => {
    const { inside, index } = insideOf(id);
    const walk = new WalkScene(inside, index);
    walk.take(frameOf(0, 0), new Float32Array(0));
    expect(walk.here.waterLevelM).toBeUndefined();
    expect(walk.here.isDark).toBe(false);
    walk.take(frameOf(0.6, 1), new Float32Array(0));
    expect(walk.here.waterLevelM).toBeCloseTo(inside.sections[index].lowestM + 0.6, 3);
    expect(walk.here.uniforms.uLit.value).toBe(0);
    expect(walk.here.uniforms.uTorch.value).toBe(1);
    walk.dispose();
  });

  it('is the gas of both layers, metre by metre, and nothing beside it', () => {
    const { inside, index } = insideOf(id);
    const map = new LayerMap();
    const row = [slotOf(id), 40, 41, 0.3, 0.5, 0.02, 0, 0, 0];
    const near = inside.sections.slice(index - 1, index + 2);
    expect(map.take(Float32Array.from(row), 1, near)).toBe(true);
    const found = map.at(inside.sections[index].fromM + 40.5);
    expect(found.depthM).toBeCloseTo(0.3);
    expect(found.upper).toBeCloseTo(0.5);
    expect(found.lower).toBeCloseTo(0.02);
    expect(map.at(inside.sections[index].fromM + 43).upper).toBe(0);
    expect(map.take(new Float32Array(0), 0, near)).toBe(false);
    expect(map.at(inside.sections[index].fromM + 40.5).upper).toBe(0);
    map.dispose();
  });
});

describe('somebody who walks', () => {
  const { inside, index } = insideOf('tuanjie-gallery.power/05');
  const walk = (walker: Walker, seconds: number) => {
    for (let i = 0; i < 20 * seconds; i++) walker.step(0.05, 0);
  };

  it('goes through a fire door that opens before them into the next section, and through no wall', () => {
    const way = clearWay(inside);
    const { toM } = inside.sections[index];
    const walker = new Walker(inside, way, index, toM - 4, 0);
    walker.press('KeyW');
    walk(walker, 5);
    expect(walker.sectionIndex).toBe(index + 1);
    expect(walker.alongM).toBeGreaterThan(toM);
    walker.releaseAll();
    walk(walker, 4);
    walker.yawDeg = 90;
    walker.press('KeyW');
    walk(walker, 10);
    expect(walker.leftM).toBeGreaterThan(way.rightM);
    expect(walker.leftM).toBeLessThan(middleOfWay(way));
  });

  it('stops before a wall without a door', () => {
    const shut = { ...inside, gear: inside.gear.filter(({ kind }) => kind !== 'door') };
    const { toM } = inside.sections[index];
    const walker = new Walker(shut, clearWay(shut), index, toM - 4, 0);
    walker.press('KeyW');
    walk(walker, 10);
    expect(walker.sectionIndex).toBe(index);
    expect(walker.alongM).toBeLessThan(toM);
  });
});
