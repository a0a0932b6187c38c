import { describe, expect, it } from 'vitest';
import { lengthOf } from '../../../sim/importers/geometry/polyline';
import { scene } from './eco-park-networks';

const { galleries, controlCentres } = scene.galleries!;
const compartments = galleries.flatMap(({ path, compartments: all }) =>
  all.map((compartment) => ({ ...compartment, lengthM: lengthOf(path) })),
);
const gaps = (places: readonly number[]) => {
  const inOrder = [...places].sort((a, b) => a - b);
  return inOrder.slice(1).map((at, k) => at - inOrder[k]);
};

describe('galleries of the eco-park', () => {
  it('run for kilometres under Tuanjie Road and two streets that cross it, watched from one centre', () => {
    expect(galleries.map(({ street }) => street)).toContain('tuanjie');
    expect(galleries).toHaveLength(3);
    expect(galleries.reduce((sum, { path }) => sum + lengthOf(path), 0)).toBeGreaterThan(6_000);
    expect(controlCentres).toHaveLength(1);
  });

  it('keep gas alone: each gallery has a gas, a power and an integrated compartment that do not overlap', () => {
    for (const { id, compartments: all } of galleries) {
      expect(all.map(({ kind }) => kind).sort(), id).toEqual(['gas', 'integrated', 'power']);
      const inOrder = [...all].sort((a, b) => a.offsetM - b.offsetM);
      for (let k = 1; k < inOrder.length; k++) {
        const apartM = inOrder[k].offsetM - inOrder[k - 1].offsetM;
        expect(apartM).toBeGreaterThan((inOrder[k].widthM + inOrder[k - 1].widthM) / 2);
      }
    }
  });

  it('are divided from end to end into fire sections of at most 200 m, with a door at every end', () => {
    for (const { id, lengthM, sections, equipment } of compartments) {
      expect(sections[0].fromM).toBe(0);
      expect(sections[sections.length - 1].toM).toBeGreaterThan(lengthM - 0.5);
      sections.forEach((section, k) => {
        expect(section.toM - section.fromM).toBeLessThanOrEqual(200);
        if (k > 0) expect(Math.abs(section.fromM - sections[k - 1].toM), section.id).toBeLessThan(0.11);
      });
      expect(equipment.filter(({ kind }) => kind === 'door').length, id).toBe(sections.length + 1);
    }
  });

  it('give every section its inlet, exhaust, two fans, a sump with pumps and a level sensor, and a board', () => {
    for (const { sections, shafts, equipment } of compartments) {
      for (const { id, fromM, toM, sumpM3 } of sections) {
        const within = <T extends { kind: string; atM: number }>(list: readonly T[], kind: string) =>
          list.filter((one) => one.kind === kind && one.atM >= fromM && one.atM <= toM).length;
        expect(sumpM3, id).toBeGreaterThan(0);
        expect(within(shafts, 'inlet')).toBe(1);
        expect(within(shafts, 'exhaust')).toBe(1);
        expect(within(equipment, 'fan')).toBe(2);
        expect(within(equipment, 'sump-pump')).toBe(2);
        expect(within(equipment, 'level-sensor')).toBeGreaterThanOrEqual(1);
        expect(within(equipment, 'low-voltage-board')).toBe(1);
        expect(within(equipment, 'oxygen-sensor')).toBeGreaterThanOrEqual(1);
        expect(within(equipment, 'temperature-sensor')).toBeGreaterThanOrEqual(1);
      }
    }
  });

  it('lead people out within 200 m from gas and power, within 400 m elsewhere', () => {
    for (const { kind, shafts } of compartments) {
      const ways = shafts.filter((shaft) => shaft.kind === 'escape' || shaft.kind === 'access').map(({ atM }) => atM);
      const mostM = kind === 'integrated' ? 400 : 200;
      expect(Math.max(...gaps(ways))).toBeLessThanOrEqual(mostM + 0.2);
    }
  });

  it('have gas detectors at most 15 m apart where gas runs, its exhausts 10 m from other openings', () => {
    for (const { kind, shafts, equipment } of compartments) {
      if (kind !== 'gas') continue;
      const detectors = equipment.filter((one) => one.kind === 'gas-detector').map(({ atM }) => atM);
      expect(Math.max(...gaps(detectors))).toBeLessThanOrEqual(15.1);
      for (const exhaust of shafts.filter((shaft) => shaft.kind === 'exhaust')) {
        const others = shafts.filter((shaft) => shaft !== exhaust).map(({ atM }) => Math.abs(atM - exhaust.atM));
        expect(Math.min(...others)).toBeGreaterThanOrEqual(10);
      }
    }
  });

  it('change the air six times an hour in an accident, twelve times where gas runs', () => {
    for (const { kind, widthM, heightM, sections, equipment } of compartments) {
      const wanted = kind === 'gas' ? 12 : 6;
      for (const { fromM, toM } of sections) {
        const fans = equipment.filter((one) => one.kind === 'fan' && one.atM >= fromM && one.atM <= toM);
        const volumeM3 = widthM * heightM * (toM - fromM);
        for (const fan of fans) expect(fan.flowM3PerH! / volumeM3).toBeGreaterThanOrEqual(wanted - 0.01);
      }
    }
  });

  it('carry cables, pipes and fibres, each in a compartment of its kind', () => {
    const kindOf = new Map(compartments.map(({ id, kind }) => [id, kind]));
    const kinds = (list: readonly { compartment?: string }[]) =>
      new Set(list.flatMap((one) => (one.compartment ? [kindOf.get(one.compartment)] : [])));
    expect(kinds(scene.electricity!.branches)).toEqual(new Set(['power']));
    expect(kinds(scene.gas!.pipes)).toEqual(new Set(['gas']));
    expect(kinds(scene.water!.pipes)).toEqual(new Set(['integrated']));
    expect(kinds(scene.heat!.loops.flatMap((loop) => loop.pipes))).toEqual(new Set(['integrated']));
    expect(kinds(scene.cooling!.loops.flatMap((loop) => loop.pipes))).toEqual(new Set(['integrated']));
    expect(kinds(scene.telecom!.fibres)).toEqual(new Set(['integrated']));
  });
});
