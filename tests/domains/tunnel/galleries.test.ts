import { describe, expect, it } from 'vitest';
import { compileGalleries, contentKinds, equipmentOf, gasMainBySection } from '../../../sim/domains/tunnel/galleries';
import { sceneOf } from '../energy/scenes';

const scene = sceneOf('eco-park');
const galleries = compileGalleries(scene)!;
const { sections, compartments, doors, shafts, fans, equipment, contents } = galleries;

describe('galleries of the flagship', () => {
  it('have every section at its slot, between its neighbours of the same compartment', () => {
    expect(sections.count).toBe(scene.elements['gallery-section'].count);
    let linked = 0;
    for (let s = 0; s < sections.count; s++) {
      const next = sections.after[s];
      if (next < 0) continue;
      linked++;
      expect(sections.before[next]).toBe(s);
      expect(sections.compartment[next]).toBe(sections.compartment[s]);
      expect(sections.fromM[next]).toBeCloseTo(sections.fromM[s] + sections.lengthM[s], 6);
      expect(sections.floorEndM[s]).toBeCloseTo(sections.floorStartM[next], 6);
    }
    expect(linked).toBe(sections.count - compartments.count);
  });

  it('have as many cells of about a metre as a section is long', () => {
    for (let s = 0; s < sections.count; s++) {
      const cells = sections.cellStart[s + 1] - sections.cellStart[s];
      expect(cells * sections.cellLengthM[s]).toBeCloseTo(sections.lengthM[s], 9);
      expect(Math.abs(sections.cellLengthM[s] - 1)).toBeLessThan(0.01);
    }
  });

  it('give every door its two sides, every fan a shaft of its section and every thing its place', () => {
    for (let d = 0; d < doors.count; d++) {
      const [before, after] = [doors.before[d], doors.after[d]];
      expect(before >= 0 || after >= 0).toBe(true);
      if (before >= 0) expect(sections.after[before]).toBe(after);
    }
    for (let f = 0; f < fans.count; f++) {
      expect(shafts.section[fans.shaft[f]]).toBe(fans.section[f]);
      expect(fans.bus[f]).toBeGreaterThanOrEqual(0);
    }
    for (let e = 0; e < equipment.count; e++) {
      const s = equipment.section[e];
      expect(equipment.atM[e]).toBeLessThanOrEqual(sections.lengthM[s]);
      if (e > equipment.sectionStart[s]) expect(equipment.atM[e]).toBeGreaterThanOrEqual(equipment.atM[e - 1]);
    }
    for (let h = 0; h < shafts.count; h++) expect(shafts.riseM[h]).toBeGreaterThan(3);
    expect(equipmentOf(equipment, 'gas-detector').length).toBeGreaterThan(196);
  });

  it('know which gas main runs through each of their gas sections, and no other', () => {
    const main = gasMainBySection(contents, sections.count);
    let without = 0;
    for (let s = 0; s < sections.count; s++) {
      if (sections.kind[s] !== 0) expect(main[s]).toBe(-1);
      else if (main[s] < 0) without++;
    }
    expect(without).toBe(0);
    for (const kind of ['gas-main', 'branch', 'water-pipe', 'heat-pipe', 'fibre'] as const) {
      expect(contents.kind.includes(contentKinds.indexOf(kind)), kind).toBe(true);
    }
  });
});
