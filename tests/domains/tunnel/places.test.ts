import { describe, expect, it } from 'vitest';
import { compileGalleries, type Galleries } from '../../../sim/domains/tunnel/galleries';
import { findGasStretches, mainAt } from '../../../sim/domains/tunnel/places/gas-stretches';
import { APPROACHES, findRoadsAbove } from '../../../sim/domains/tunnel/places/roads-above';
import { eachRobot, robotsNeeded } from '../../../sim/domains/tunnel/robots';
import { sceneOf } from '../energy/scenes';

const park = sceneOf('eco-park');
const galleries = compileGalleries(park) as Galleries;

describe('what lies above and about sections of the flagship', () => {
  it('is a road of the gallery’s own street over every section, and a place to drive up to', () => {
    const { start, edge, access } = findRoadsAbove(park);
    const street = new Map(park.scene.roads?.edges.map((each) => [park.elements.edge.slotOf(each.id), each.street]));
    const sections = park.elements['gallery-section'];
    for (let s = 0; s < sections.count; s++) {
      const own = sections.ids[s].split('-')[0];
      expect(start[s + 1], sections.ids[s]).toBeGreaterThan(start[s]);
      for (let k = start[s]; k < start[s + 1]; k++) expect(street.get(edge[k] as never)).toBe(own);
      expect(access[s]).toBeGreaterThanOrEqual(0);
    }
  });

  it('is a stretch of gas mains between valves, each main in one and no stretch empty', () => {
    const stretches = findGasStretches(park, galleries);
    const seen = new Set<number>();
    for (let k = 0; k < stretches.count; k++) {
      expect(stretches.start[k + 1]).toBeGreaterThan(stretches.start[k]);
      expect(stretches.m3[k]).toBeGreaterThan(0);
      for (let i = stretches.start[k]; i < stretches.start[k + 1]; i++) {
        expect(seen.has(stretches.main[i])).toBe(false);
        seen.add(stretches.main[i]);
        expect(stretches.ofMain[stretches.main[i]]).toBe(k);
      }
    }
    expect(seen.size).toBe(park.scene.gas?.pipes.filter(({ compartment }) => compartment !== undefined).length);
  });

  it('is a main past every place of a gas compartment', () => {
    const { sections } = galleries;
    for (let s = 0; s < sections.count; s++) {
      if (!sections.ids[s].includes('.gas/')) continue;
      expect(mainAt(galleries, s, sections.lengthM[s] / 2), sections.ids[s]).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('robots', () => {
  it('pass every place once an interval each way', () => {
    const intervalS = 1_800;
    const passes = new Map<number, number>();
    let before = new Map<number, number>();
    for (let now = 0; now < 2 * intervalS * 8; now += 5) {
      const here = new Map<number, number>();
      eachRobot(galleries, intervalS, now, (section, _, robot) => here.set(robot, section));
      for (const [robot, section] of here) {
        if (before.get(robot) !== section) passes.set(section, (passes.get(section) ?? 0) + 1);
      }
      before = here;
    }
    for (let s = 0; s < galleries.sections.count; s++) {
      expect(passes.get(s) ?? 0).toBeGreaterThanOrEqual(7);
    }
    expect(robotsNeeded(2_800, 1_800)).toBe(4);
    expect(robotsNeeded(2_800, 0)).toBe(0);
  });
});

it('a crew reaches a section whose own road is shut by the roads about it', () => {
  const { start, edge, approach } = findRoadsAbove(park);
  for (let s = 0; s < park.elements['gallery-section'].count; s++) {
    const above = new Set(edge.subarray(start[s], start[s + 1]));
    const others = approach.subarray(APPROACHES * s, APPROACHES * (s + 1)).filter((each) => !above.has(each));
    expect(others.length, park.elements['gallery-section'].ids[s]).toBeGreaterThan(0);
  }
});
