import { afterEach, describe, expect, it } from 'vitest';
import { energyDomain } from '../../sim/domains/energy';
import { buildEnergy } from '../../src/city/build/energy/build-energy';
import { loadingRamp } from '../../src/city/energy/energy-colours';
import { EnergyState, writeDark } from '../../src/city/energy/energy-state';
import { edgeStateTexture, stateTexture } from '../../src/city/roads/road-state';
import { Flag } from '../../src/city/stage/element-flags';
import { FrameFeed } from '../../src/city/stage/frame-feed';
import { toldToPage } from '../../src/city/stage/told';
import { useEnergyNow } from '../../src/state/energy-now';
import { useSelection } from '../../src/state/selection';
import { built as builtCity, sceneOf } from './scenes';

const scene = sceneOf('tiny/one-feeder');
const built = buildEnergy(scene)!;
const city = builtCity(scene);
const { branch, transformer, bus } = scene.elements;
const links = branch.count + transformer.count;

/** The sections that the engine writes for this scene as it starts. */
function sectionsAtStart() {
  const state = energyDomain.create(scene, { seed: 1, startSeconds: 25_200, baseStepSeconds: 0.5 });
  const sections = energyDomain.frameSections(scene).map((spec) => {
    const buffer = new ArrayBuffer(4 * spec.stride * spec.capacity);
    const views = { f32: new Float32Array(buffer), u32: new Uint32Array(buffer), u8: new Uint8Array(buffer) };
    return { spec, ...views, count: 0 };
  });
  energyDomain.writeFrame(state, sections, 0);
  const of = (name: string) => sections.find(({ spec }) => spec.name === name)!.f32;
  return { links: of('energy.links'), nodes: of('energy.nodes'), heat: of('energy.heat'), gas: new Float32Array(0) };
}

function rowsOf(length: number) {
  const rows = new Float32Array(length);
  return { links: rows, nodes: rows, heat: rows, gas: rows };
}

afterEach(() => {
  useSelection.setState({ hovered: null, selected: null, placing: null, marked: [] });
  useEnergyNow.setState({ links: new Float32Array(0), nodes: new Float32Array(0) });
});

describe('the state of lines', () => {
  it('is what the engine’s frame says of each, row by row', () => {
    const state = new EnergyState(built);
    const frame = sectionsAtStart();
    expect(state.take(frame)).toBe(true);
    const open = scene.scene.electricity!.switches.filter(({ closed }) => !closed);
    expect(open.length).toBeGreaterThan(0);
    for (const { branch: id } of open) expect(state.valueOf(branch.slotOf(id) as number)[0]).toBe(-2);
    const first = state.valueOf(branch.slotOf('bar-10-1:a1') as number);
    expect(first[0]).toBeGreaterThan(0);
    expect(first[1]).toBeGreaterThan(0);
    for (let slot = 0; slot < bus.count; slot++) {
      const [volts] = state.valueOf(links + slot);
      expect(volts > 0.9 && volts < 1.1).toBe(true);
    }
  });

  it('is not taken from a frame of another city', () => {
    const state = new EnergyState(built);
    expect(state.take(rowsOf(2))).toBe(false);
    expect(state.take(rowsOf(0))).toBe(false);
  });

  it('shows what may be chosen, what is chosen and what is pointed at', () => {
    const state = new EnergyState(built);
    const id = 'a1:a2';
    useSelection.getState().startPlacing(['branch'], 20);
    useSelection.getState().pick({ kind: 'branch', id });
    useSelection.getState().hover({ kind: 'branch', id: 'b1:b2' });
    state.showSelection();
    const flags = (of: string) => state.valueOf(branch.slotOf(of) as number)[2];
    expect(flags(id)).toBe(Flag.valid | Flag.chosen);
    expect(flags('b1:b2')).toBe(Flag.valid | Flag.hovered);
    expect(state.valueOf(branch.count)[2]).toBe(0);
    useSelection.getState().stopPlacing();
    useSelection.getState().hover(null);
    state.showSelection();
    expect(flags(id)).toBe(0);
  });
});

describe('a frame that arrives', () => {
  it('leaves what it says of the grid for everybody to read, and its buffer free to go back', () => {
    const { links: linkRows, nodes: nodeRows } = sectionsAtStart();
    const buffer = new ArrayBuffer(4 * (linkRows.length + nodeRows.length));
    new Float32Array(buffer).set([...linkRows, ...nodeRows]);
    const layout = [
      { name: 'energy.links', type: 'f32', stride: 2, offset: 0 },
      { name: 'energy.nodes', type: 'f32', stride: 2, offset: 4 * linkRows.length },
    ];
    const feed = new FrameFeed(city, edgeStateTexture(0, 0), stateTexture(0, [0, 0, 0, 255]), toldToPage, () => {});
    feed.take({ layout, counts: [links, bus.count], buffer, generation: 1 } as never, 0);
    structuredClone(buffer, { transfer: [buffer] });
    const now = useEnergyNow.getState();
    expect([...now.links]).toEqual([...linkRows]);
    expect([...now.nodes]).toEqual([...nodeRows]);
  });
});

describe('buildings without power', () => {
  it('are those whose bus has no voltage; those of which nothing is known are not', () => {
    const bytes = new Uint8Array(4 * built.buildingBus.length);
    const { nodes } = sectionsAtStart();
    expect(writeDark(bytes, built.buildingBus, new Float32Array(0))).toBe(false);
    expect(writeDark(bytes, built.buildingBus, nodes)).toBe(false);
    const dark = built.buildingBus[0];
    const without = nodes.slice();
    without[2 * dark] = 0;
    expect(writeDark(bytes, built.buildingBus, without)).toBe(true);
    for (let i = 0; i < built.buildingBus.length; i++) {
      expect(bytes[4 * i]).toBe(built.buildingBus[i] === dark ? 255 : 0);
    }
    expect(writeDark(bytes, built.buildingBus, nodes)).toBe(true);
    expect(bytes.some((byte) => byte !== 0)).toBe(false);
  });
});

describe('the colours of loading', () => {
  it('are ordered by lightness, so that they read without colour', () => {
    const light = loadingRamp.map((hex) => {
      const value = Number.parseInt(hex.slice(1), 16);
      const [r, g, b] = [value >> 16, (value >> 8) & 255, value & 255].map((part) => (part / 255) ** 2.2);
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    });
    for (let i = 1; i < light.length; i++) expect(light[i]).toBeGreaterThan(light[i - 1]);
  });
});
