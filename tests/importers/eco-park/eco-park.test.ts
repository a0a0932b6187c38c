import { describe, expect, it } from 'vitest';
import { contains, signedArea } from '../../../sim/importers/geometry/polygon';
import { distanceToLine, lengthOf, pointAt } from '../../../sim/importers/geometry/polyline';
import { distance, type Point, unit } from '../../../sim/importers/geometry/vector';
import { blocksOf } from '../../../sim/importers/plan/blocks';
import { halfWidthM } from '../../../sim/importers/plan/class-defaults';
import { streetGraphOf } from '../../../sim/importers/plan/plan-graph';
import type { Building } from '../../../sim/scene';
import { liesDeepIn, neighbourhood, rimOf } from './outlines';
import { committed, ecoPark, regenerated, streetPlanOfEcoPark } from './scene-files';

const scene = ecoPark();
const plan = streetPlanOfEcoPark();
const graph = streetGraphOf(plan);
const { buildings } = scene.buildings!;
const land = scene.land!;
const floorAreaMm2 = (...uses: Building['use'][]) =>
  buildings.filter(({ use }) => uses.includes(use)).reduce((sum, { floorAreaM2 }) => sum + floorAreaM2, 0) / 1e6;

describe('the eco-park as a plan', () => {
  it('makes the same scene again, byte for byte', () => {
    const again = regenerated();
    expect([...again.keys()].sort()).toEqual([...committed.keys()].sort());
    for (const [name, text] of again) expect(text === committed.get(name), `${name} differs`).toBe(true);
  });

  it('has the published area inside its boundary', () => {
    expect(Math.abs(signedArea(scene.manifest.boundary!)) / 1e6 / 11.56).toBeCloseTo(1, 1.7);
  });

  it('has streets as long, junctions as many and signals as many as the issue asks', () => {
    const kilometres = graph.links.reduce((sum, { lengthM }) => sum + lengthM, 0) / 1000;
    expect(kilometres).toBeGreaterThan(70);
    expect([...graph.arms.values()].filter((arms) => arms.length >= 3).length).toBeGreaterThanOrEqual(250);
    expect(scene.roads!.signals.length).toBeGreaterThanOrEqual(60);
    expect(scene.demand!.gates.length).toBeGreaterThanOrEqual(6);
  });

  it('names every street in both languages, no two alike', () => {
    for (const key of ['zh', 'en'] as const) {
      const names = plan.streets.map(({ name }) => name[key]);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('houses the 60,000 people of the plan, to the head', () => {
    expect(buildings.reduce((sum, { residents }) => sum + (residents ?? 0), 0)).toBe(60_000);
  });

  it('comes near the floor space of the candidate park: 2.3, 1.2, 0.8 and 3.0 million square metres', () => {
    const within = (value: number, wanted: number) => expect(Math.abs(value / wanted - 1)).toBeLessThan(0.18);
    within(floorAreaMm2('housing', 'dormitory'), 2.3);
    within(floorAreaMm2('office', 'research'), 1.2);
    within(
      floorAreaMm2('commerce', 'hotel', 'school', 'kindergarten', 'hospital', 'culture', 'civic', 'fire-station'),
      0.8,
    );
    within(floorAreaMm2('industry', 'logistics'), 3.0);
  });

  it('plans something for every block', () => {
    const parcelsByBlock = new Set(land.parcels.map(({ id }) => id.split('/')[0]));
    expect(parcelsByBlock.size).toBe(blocksOf(plan).length);
  });
});

describe('buildings of the eco-park', () => {
  const near = neighbourhood(buildings, ({ outline }) => outline);

  it('are many, and of many forms and uses', () => {
    expect(buildings.length).toBeGreaterThanOrEqual(2500);
    expect(new Set(buildings.map(({ form }) => form)).size).toBeGreaterThanOrEqual(9);
    expect(new Set(buildings.map(({ use }) => use)).size).toBeGreaterThanOrEqual(17);
  });

  it('do not overlap', () => {
    const clashes: string[] = [];
    for (const one of buildings) {
      const rim = rimOf(one.outline);
      for (const other of near(one.outline)) {
        if (other !== one && rim.some((at) => liesDeepIn(other.outline, at, 0.06)))
          clashes.push(`${one.id} ${other.id}`);
      }
    }
    expect(clashes).toEqual([]);
  });

  it('stand on their own parcel', () => {
    const parcels = new Map(land.parcels.map((parcel) => [parcel.id, parcel]));
    const outside = buildings.filter(({ outline, parcel }) => {
      const ground = parcels.get(parcel!)!.outline;
      return rimOf(outline).some((at) => !contains(ground, at) && distanceToLine(at, [...ground, ground[0]]) > 0.3);
    });
    expect(outside.map(({ id }) => id)).toEqual([]);
  });

  it('stand neither on a road nor on its sidewalk', () => {
    const linksNear = neighbourhood(
      graph.links.map((link) => ({ link, reachM: halfWidthM(link.section) + link.section.sidewalkM })),
      ({ link, reachM }) =>
        link.centre.flatMap(([x, y]): Point[] => [
          [x - reachM, y - reachM],
          [x + reachM, y + reachM],
        ]),
    );
    const wrong: string[] = [];
    for (const { id, outline } of buildings) {
      for (const { link, reachM } of linksNear(outline)) {
        if (rimOf(outline).some((at) => distanceToLine(at, link.centre) < reachM - 0.1)) wrong.push(`${id} ${link.id}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('stand neither in water nor among the trees of a grove', () => {
    const grovesNear = neighbourhood(land.groves, ({ outline }) => outline);
    const wet = buildings.filter(({ outline }) => {
      const rim = rimOf(outline);
      const inLake = land.waterBodies.some((body) => rim.some((at) => contains(body.outline, at)));
      return (
        inLake || land.streams.some(({ path, widthM }) => rim.some((at) => distanceToLine(at, path) < widthM / 2 + 2))
      );
    });
    const overgrown = buildings.filter(({ outline }) => {
      const rim = rimOf(outline);
      return [...grovesNear(outline)].some((grove) => rim.some((at) => liesDeepIn(grove.outline, at, 0.3)));
    });
    expect([...wet, ...overgrown].map(({ id }) => id)).toEqual([]);
  });

  it('of housing face south within 15° and leave each other the winter sun: 1.2 times the height of the house before', () => {
    const homes = buildings.filter(({ use }) => use === 'housing' && buildings.length > 0);
    const dark: string[] = [];
    for (const one of homes) {
      if (one.form === 'tower') continue; // flats on a podium in the middle of town
      const east = southFrontOf(one.outline);
      expect(east[0]).toBeGreaterThan(0.9655);
      for (const other of homes) {
        if (other === one || other.parcel !== one.parcel) continue;
        const [a, b] = [spanIn(one.outline, east), spanIn(other.outline, east)];
        const facing = Math.min(a.maxX, b.maxX) - Math.max(a.minX, b.minX) > 2;
        if (facing && b.minY > a.maxY && b.minY - a.maxY < 1.2 * one.heightM) dark.push(`${one.id} before ${other.id}`);
      }
    }
    expect(dark).toEqual([]);
  });
});

describe('the ground of the eco-park', () => {
  const terrain = scene.terrain!;
  const heightAt = ([x, y]: Point): number => {
    const u = (x - terrain.origin[0]) / terrain.spacingM;
    const v = (y - terrain.origin[1]) / terrain.spacingM;
    const [i, j] = [Math.floor(u), Math.floor(v)];
    const at = (column: number, row: number) => terrain.heightsM[row * terrain.columns + column];
    const south = at(i, j) + (u - i) * (at(i + 1, j) - at(i, j));
    const north = at(i, j + 1) + (u - i) * (at(i + 1, j + 1) - at(i, j + 1));
    return south + (v - j) * (north - south);
  };

  it('lets streets climb no steeper than their class may: 6 % arterials, 9 % all others', () => {
    const steepest = { expressway: 0.04, ramp: 0.06, arterial: 0.06, collector: 0.09, local: 0.09, service: 0.09 };
    const steep: string[] = [];
    for (const edge of scene.roads!.edges) {
      let before = edge.shape[0];
      const stations = Math.max(1, Math.round(lengthOf(edge.shape) / 15));
      for (let k = 1; k <= stations; k++) {
        const at = pointAt(edge.shape, (k * lengthOf(edge.shape)) / stations);
        const runM = distance(before, at);
        if (runM < 8) continue;
        if (Math.abs(heightAt(at) - heightAt(before)) / runM > steepest[edge.class]) steep.push(edge.id);
        before = at;
      }
    }
    expect([...new Set(steep)]).toEqual([]);
  });

  it('has Niuqi Mountain standing well above the streets round it, and no house on it', () => {
    const peak = land.landmarks.find(({ id }) => id === 'niuqi-peak')!;
    expect(heightAt(peak.at)).toBeGreaterThan(100);
    expect(buildings.some(({ outline }) => distance(outline[0], peak.at) < 260)).toBe(false);
  });

  it('keeps the lake in its banks', () => {
    const lake = land.waterBodies.find(({ id }) => id === 'lake')!;
    for (const at of rimOf(lake.outline, 10)) expect(heightAt(at)).toBeGreaterThan(lake.levelM! - 0.8);
  });
});

/** Direction of the longest side, turned so that it runs east. */
function southFrontOf(outline: readonly Point[]): Point {
  let longest: Point = [0, 0];
  outline.forEach((from, k) => {
    const to = outline[(k + 1) % outline.length];
    const side: Point = [to[0] - from[0], to[1] - from[1]];
    if (Math.abs(side[0]) > Math.abs(longest[0])) longest = side;
  });
  return unit(longest[0] < 0 ? [-longest[0], -longest[1]] : longest);
}

function spanIn(outline: readonly Point[], [c, s]: Point) {
  const xs = outline.map(([x, y]) => x * c + y * s);
  const ys = outline.map(([x, y]) => y * c - x * s);
  return { minX: Math.min(...xs), maxX: Math.max(...xs), minY: Math.min(...ys), maxY: Math.max(...ys) };
}
