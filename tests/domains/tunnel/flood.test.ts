import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Basin, capacityM3, levelM, volumeM3 } from '../../../sim/domains/tunnel/flood/pool';
import { pumpsWanted } from '../../../sim/domains/tunnel/flood/pumps';
import { createFlood, type FloodPlan, stepFlood } from '../../../sim/domains/tunnel/flood/step-flood';
import { choosePumps, liftedM3PerS } from '../../../sim/domains/tunnel/flood/sump-pumps';
import { compileGalleries } from '../../../sim/domains/tunnel/galleries';
import { sceneOf } from '../energy/scenes';

const basins = fc.record({
  lengthM: fc.double({ min: 20, max: 200, noNaN: true }),
  widthM: fc.double({ min: 1, max: 5, noNaN: true }),
  heightM: fc.double({ min: 1.8, max: 4, noNaN: true }),
  fallM: fc.oneof(fc.constant(0), fc.double({ min: 0.02, max: 12, noNaN: true })),
  sumpM3: fc.double({ min: 0, max: 8, noNaN: true }),
});

describe('water on the floor of a section', () => {
  it('stands so high that its volume is what came, on any floor, up to the ceiling', () => {
    fc.assert(
      fc.property(basins, fc.double({ min: 0, max: 1, noNaN: true }), (basin, share) => {
        const volume = basin.sumpM3 + share * (capacityM3(basin) - basin.sumpM3);
        const level = levelM(basin, volume);
        expect(volumeM3(basin, level)).toBeCloseTo(volume, 6);
        expect(level).toBeLessThanOrEqual(basin.fallM + basin.heightM + 1e-9);
      }),
    );
  });

  it('rises without a step as it grows', () => {
    fc.assert(
      fc.property(basins, (basin) => {
        let before = 0;
        for (let k = 0; k <= 400; k++) {
          const level = levelM(basin, basin.sumpM3 + (k / 400) * (capacityM3(basin) - basin.sumpM3));
          expect(level).toBeGreaterThanOrEqual(before - 1e-12);
          before = level;
        }
      }),
    );
  });
});

/** Floors 5.75 m below the outfall; pumps of 50 m³/h at 7.5 m, with risers that take a metre of it. */
const siteOf = (count: number) => ({
  outfallM: new Float64Array(count).fill(5.75),
  sumpDepthM: new Float64Array(count).fill(1),
  shutOffM: new Float64Array(count).fill(10),
  perFlow2: new Float64Array(count).fill((2.5 + 1) / (50 / 3_600) ** 2),
});

const flat = (count: number, more: Partial<Basin> = {}): FloodPlan => ({
  count,
  basins: Array.from({ length: count }, () => ({
    lengthM: 200,
    widthM: 2.4,
    heightM: 2.9,
    fallM: 0,
    sumpM3: 0,
    ...more,
  })),
  lowZM: new Float64Array(count),
  fromZM: new Float64Array(count),
  toZM: new Float64Array(count),
  next: Int32Array.from({ length: count }, (_, k) => (k + 1 < count ? k + 1 : -1)),
  pumps: new Uint8Array(count).fill(2),
  ...siteOf(count),
});

function run(plan: FloodPlan, m3PerS: number, seconds: number, powered: number, start = createFlood(plan.count)) {
  const inflow = new Float64Array(plan.count);
  inflow[0] = m3PerS;
  const all = Int32Array.from({ length: plan.count }, (_, k) => k);
  const scratch = new Float64Array(plan.count);
  const nobody = new Float64Array(plan.count);
  for (let k = 0; k < seconds; k++) stepFlood(plan, start, all, plan.count, inflow, () => powered, nobody, 1, scratch);
  return start;
}

const sum = (of: Float64Array) => of.reduce((a, b) => a + b, 0);

describe('a section that floods', () => {
  it('rises by 16.5 mm a minute where 475 m³/h come in on 480 m² of floor', () => {
    const hole = 0.6 * 0.25 * Math.PI * 0.1 * 0.1 * Math.sqrt(2 * 9.80665 * 40);
    expect(hole * 3_600).toBeGreaterThan(470);
    expect(hole * 3_600).toBeLessThan(480);
    const { levelM: level } = run(flat(1), hole, 600, 0);
    expect(level[0] / 10).toBeCloseTo(0.0165, 4);
  });

  it('keeps every litre: what came is there, was pumped, ran next door or came up a shaft', () => {
    const plan = flat(4, { sumpM3: 3, fallM: 0.4 });
    for (const powered of [0, 1]) {
      const { waterM3, inM3, pumpedM3, overM3 } = run(plan, 0.8, 7_200, powered);
      expect(sum(waterM3) + sum(pumpedM3) + sum(overM3)).toBeCloseTo(sum(inM3), 8);
      expect(sum(overM3)).toBeGreaterThan(0);
    }
  });

  it('wets its neighbours under the doors, later and less the further off', () => {
    const { levelM: level } = run(flat(4), 0.13, 1_800, 0);
    expect(level[1]).toBeGreaterThan(0);
    for (let k = 1; k < 4; k++) expect(level[k]).toBeLessThanOrEqual(level[k - 1]);
  });

  it('comes to rest with the same level on both sides of a door', () => {
    const plan = flat(2);
    const start = run(plan, 0.3, 900, 0);
    run(plan, 0, 40_000, 0, start);
    expect(start.levelM[0]).toBeCloseTo(start.levelM[1], 3);
  });

  it('is held by its pumps against what they can lift, and not without power', () => {
    const plan = flat(1, { sumpM3: 3 });
    expect(run(plan, 0.02, 7_200, 1).levelM[0]).toBe(0);
    expect(run(plan, 0.02, 7_200, 0).levelM[0]).toBeGreaterThan(0.2);
  });
});

describe('a sump pump', () => {
  const galleryOf = (edit: (gallery: ReturnType<typeof JSON.parse>) => void = () => {}) =>
    choosePumps(
      compileGalleries(
        sceneOf('tiny/one-gallery', ({ 'galleries.json': { galleries } }) => {
          for (const each of galleries) edit(each);
        }),
      )!,
    );
  const perHour = (of: ReturnType<typeof galleryOf>, share: number, levelM = 0) =>
    3_600 * liftedM3PerS(of, 0, 3, share * 3, levelM);

  it('lifts its rated flow out of a half full sump where a scene says no head, as it was chosen', () => {
    expect(perHour(galleryOf(), 0.5)).toBeCloseTo(50, 9);
  });

  it('lifts the more the higher the water stands, and less the higher its outfall lies, until it lifts nothing', () => {
    const rows = [0.2, 0.6, 1].map((share) => perHour(galleryOf(), share));
    rows.push(perHour(galleryOf(), 30, 1), perHour(galleryOf(), 30, 2.5));
    for (let k = 1; k < rows.length; k++) expect(rows[k]).toBeGreaterThan(rows[k - 1]);
    const outfalls = [0, -2, -4, -6].map((outfallDepthM) =>
      perHour(
        galleryOf(({ compartments }) => {
          for (const { sections, equipment } of compartments) {
            for (const section of sections) section.outfallDepthM = outfallDepthM;
            for (const each of equipment) if (each.kind === 'sump-pump') each.headM = 10.2;
          }
        }),
        0.5,
      ),
    );
    for (let k = 1; k < 4; k++) expect(outfalls[k]).toBeLessThan(outfalls[k - 1]);
    // Holds 13.6 m: 6 m of depth, a half full sump and 6 m more leave 1.1 m for flow.
    expect(outfalls[3] / outfalls[0]).toBeCloseTo(Math.sqrt(1.1 / 7.1), 1);
  });
});

it('the second pump joins the first, and neither stops before the sump is nearly empty', () => {
  expect([0.1, 0.5, 0.7, 0.95].map((share) => pumpsWanted(share * 3, 3, 2, 0))).toEqual([0, 0, 1, 2]);
  expect(pumpsWanted(0.5 * 3, 3, 2, 2)).toBe(2);
  expect(pumpsWanted(0.15 * 3, 3, 2, 2)).toBe(0);
  expect(pumpsWanted(30, 3, 0, 0)).toBe(0);
});
