import { afterEach, describe, expect, it } from 'vitest';
import { type InterventionKind, interventionKinds, kpis } from '../../sim';
import { groupOf } from '../../src/i18n';
import { groupedKinds } from '../../src/panels/change/kind-looks';
import { figureOrder, grouped } from '../../src/panels/figures/figure-order';
import { busNow, linkNow } from '../../src/panels/inspector/standing';
import { forgetEnergy, tellEnergy, useEnergyNow } from '../../src/state/energy-now';
import { energyIsShown, toggleEnergy } from '../../src/state/energy-shown';
import { useLook } from '../../src/state/look';
import { useSelection } from '../../src/state/selection';

afterEach(() => {
  forgetEnergy();
  useLook.setState({ showEnergy: false });
  useSelection.setState({ selected: null, placing: null });
});

describe('what the newest frame says of the grid', () => {
  it('is copied when it says something new, and else left as it was', () => {
    const links = Float32Array.of(0.4, 100, -1, 0);
    const nodes = Float32Array.of(1, 20);
    tellEnergy({ links, nodes });
    const first = useEnergyNow.getState();
    expect([...first.links]).toEqual([...links]);
    expect(first.links).not.toBe(links);
    tellEnergy({ links: links.slice(), nodes: nodes.slice() });
    expect(useEnergyNow.getState()).toBe(first);
    links[0] = 0.5;
    tellEnergy({ links, nodes });
    expect(useEnergyNow.getState().links[0]).toBe(0.5);
    expect(useEnergyNow.getState().nodes).toBe(first.nodes);
    forgetEnergy();
    expect(useEnergyNow.getState().links).toHaveLength(0);
  });
});

describe('how a line stands', () => {
  const links = Float32Array.of(0.4, 100, -1, 0, -2, 0, 1.2, -900, 0.0001, 0.1);

  it('is told apart: in service, dark, parted, over its rating, idle', () => {
    const standing = (row: number, isTie = false) => linkNow(links, row, isTie)?.standing;
    expect([0, 1, 2, 3, 4].map((row) => standing(row))).toEqual(['live', 'dead', 'parted', 'over', 'idle']);
    expect(standing(2, true)).toBe('tie');
    expect(linkNow(links, 3, false)).toMatchObject({ kw: -900 });
  });

  it('is unknown before the first frame', () => {
    expect(linkNow(new Float32Array(0), 0, false)).toBeUndefined();
    expect(busNow(new Float32Array(0), 0)).toBeUndefined();
  });

  it('of a bus is dark without voltage, whatever it would draw', () => {
    const nodes = Float32Array.of(0, 0, 0.97, 12);
    expect(busNow(nodes, 0)).toMatchObject({ isDead: true });
    expect(busNow(nodes, 1)).toMatchObject({ isDead: false, kw: 12 });
  });
});

describe('the energy layer', () => {
  it('shows itself when asked, while a change to the grid is placed, and while a part of it is looked at', () => {
    expect(energyIsShown()).toBe(false);
    useLook.getState().setShowEnergy(true);
    expect(energyIsShown()).toBe(true);
    useLook.getState().setShowEnergy(false);
    const { startPlacing, stopPlacing, pick } = useSelection.getState();
    startPlacing(['edge'], 1);
    expect(energyIsShown()).toBe(false);
    startPlacing(['branch'], 1);
    expect(energyIsShown()).toBe(true);
    startPlacing(['building'], 1, true);
    expect(energyIsShown()).toBe(true);
    stopPlacing();
    pick({ kind: 'building', id: 'b' });
    expect(energyIsShown()).toBe(false);
    pick({ kind: 'transformer', id: 't' });
    expect(energyIsShown()).toBe(true);
  });
});

describe('the switch of the energy layer', () => {
  it('takes the networks away together with what was picked of them, and nothing while a change needs them', () => {
    const { pick, startPlacing } = useSelection.getState();
    pick({ kind: 'branch', id: 'a' });
    expect(energyIsShown()).toBe(true);
    toggleEnergy();
    expect(energyIsShown()).toBe(false);
    expect(useSelection.getState().selected).toBeNull();
    toggleEnergy();
    expect(energyIsShown()).toBe(true);
    startPlacing(['branch'], 1);
    toggleEnergy();
    expect(useLook.getState().showEnergy).toBe(true);
  });
});

describe('groups of changes', () => {
  it('hold every kind once, those of the grid under energy', () => {
    const kinds = Object.values(interventionKinds) as readonly InterventionKind[];
    const groups = groupedKinds(kinds);
    expect(groups.flatMap(({ of }) => of).sort()).toEqual([...kinds].sort());
    const ofGrid = kinds.filter(({ targets }) => ['branch', 'transformer'].includes(targets.kind));
    expect(ofGrid.length).toBeGreaterThan(0);
    const energy = groups.find(({ group }) => group === 'energy')!.of;
    for (const kind of ofGrid) expect(energy).toContain(kind);
    expect(groups[0].group).toBe('traffic');
  });
});

describe('groups of figures', () => {
  it('hold every figure once, each under the part of the city that it is named for', () => {
    const groups = grouped(figureOrder);
    expect(groups.flatMap(({ names }) => names).sort()).toEqual(Object.keys(kpis).sort());
    for (const { group, names } of groups) for (const name of names) expect(groupOf(name)).toBe(group);
    expect(groups[0].group).toBe('traffic');
  });
});
