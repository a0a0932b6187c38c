import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrate } from '../../../../sim/domains/traffic/demand/calibrate/calibrate';
import { parseCounts } from '../../../../sim/domains/traffic/demand/calibrate/counts';
import { fitFactors, modelFlows } from '../../../../sim/domains/traffic/demand/calibrate/fit';
import { type Counted, gehOf } from '../../../../sim/domains/traffic/demand/calibrate/geh';
import { usageOf } from '../../../../sim/domains/traffic/demand/calibrate/usage';
import { emptyState } from '../../../../sim/domains/traffic/state';
import { type CompiledScene, compileScene } from '../../../../sim/scene';
import { crossroads } from '../small-city';
import { smallTown } from './small-town';

describe('GEH', () => {
  it('is √(2(m − c)² / (m + c)) of vehicles an hour', () => {
    expect(gehOf(100, 100)).toBe(0);
    expect(gehOf(0, 0)).toBe(0);
    expect(gehOf(120, 100)).toBeCloseTo(1.907, 3);
    expect(gehOf(1_000, 1_200)).toBeCloseTo(6.03, 2);
    expect(gehOf(0, 50)).toBe(10);
  });
});

const positive = fc.integer({ min: 1, max: 400 });

describe('the fit', () => {
  it('keeps its factors when the model meets every count', () => {
    fc.assert(
      fc.property(fc.array(positive, { minLength: 12, maxLength: 12 }), (values) => {
        const usage = { groups: 3, flow: Float64Array.from(values), fixed: new Uint8Array(3) };
        const counts = modelFlows(usage, new Float64Array(3).fill(1), new Float64Array(4));
        for (const factor of fitFactors(usage, counts, 3).factor) expect(factor).toBeCloseTo(1, 6);
      }),
    );
  });

  it('meets counts that factors within its bounds can explain', () => {
    const factors = fc.array(fc.double({ min: 0.5, max: 2, noNaN: true }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(positive, { minLength: 24, maxLength: 24 }), factors, (values, hidden) => {
        const usage = { groups: 3, flow: Float64Array.from(values), fixed: new Uint8Array(3) };
        const counts = modelFlows(usage, Float64Array.from(hidden), new Float64Array(8));
        const { factor } = fitFactors(usage, counts, 3);
        const model = modelFlows(usage, factor, new Float64Array(8));
        for (let row = 0; row < 8; row++) expect(gehOf(model[row], counts[row])).toBeLessThan(2);
      }),
    );
  });

  it('stays within its bounds, says which hold it, and leaves alone what passes no count or is fixed', () => {
    const usage = { groups: 3, flow: Float64Array.of(10, 0, 5, 20, 0, 5), fixed: Uint8Array.of(0, 0, 1) };
    const { factor, bounded } = fitFactors(usage, [1_000, 2_000], 3);
    expect(Array.from(factor)).toEqual([3, 1, 1]);
    expect(Array.from(bounded)).toEqual([1, 0, 0]);
  });
});

describe('counts', () => {
  it('are read by their columns; a broken row is told by its line and the rest counts', () => {
    const scene = crossroads();
    const [a, b] = scene.elements.edge.ids;
    const text = `hour,count,edge\n7,120,${a}\n8,x,${a}\n25,3,${a}\n8,40,nowhere\n7,130,${a}\r\n\n8,0,${b}\n`;
    const { counts, problems } = parseCounts(text, scene);
    expect(counts).toEqual([
      { edge: 0, hour: 7, count: 120 },
      { edge: 1, hour: 8, count: 0 },
    ]);
    expect(problems.map(({ path }) => path[0])).toEqual([3, 4, 5, 6]);
    expect(parseCounts('road,at\n', scene).problems[0].code).toBe('counts.columns');
  });
});

/** What the static picture of a scene's demand would have been counted as, everywhere and at every hour of the day. */
function countsOf(scene: CompiledScene, seed: number): Counted[] {
  const everywhere = Array.from({ length: scene.roads.edgeCount * 24 }, (_, i) => ({
    edge: Math.floor(i / 24),
    hour: i % 24,
    count: 0,
  }));
  const state = emptyState(scene, { seed, startSeconds: 0, baseStepSeconds: 0.5 });
  const usage = usageOf(state, everywhere);
  const model = modelFlows(usage, new Float64Array(usage.groups).fill(1), new Float64Array(everywhere.length));
  return everywhere.map((row, i) => ({ ...row, count: model[i] })).filter(({ count }) => count > 0);
}

describe('calibration', () => {
  it('finds the people that another town has, from its counts, and gives a demand that has them', () => {
    const factors = [
      { group: 'residents/all', factor: 1.6 },
      { group: 'commuters/gate-west', factor: 0.5 },
      { group: 'commuters/gate-east', factor: 1.8 },
    ];
    const counts = countsOf(smallTown({ factors, residents: 2_400, westJobs: 2_000 }), 2);
    const scene = smallTown({ residents: 2_400, westJobs: 2_000 });
    const found = calibrate(scene, counts, { seed: 2, bound: 3 });
    expect(found.after.shareBelow5).toBeGreaterThan(0.95);
    expect(found.after.meanGeh).toBeLessThan(found.before.meanGeh / 2);
    for (const { group, factor } of factors)
      expect(found.factors.find((each) => each.group === group)!.factor / factor).toBeCloseTo(1, 0.7);
    const fitted = compileScene({ ...scene.scene, demand: found.demand });
    const again = calibrate(fitted, counts, { seed: 2, bound: 3 });
    expect(again.before.shareBelow5).toBeGreaterThan(0.9);
    expect(again.before.meanGeh).toBeLessThan(found.before.meanGeh / 2);
  });

  it('scales the gates of a scene without people', () => {
    const scene = crossroads();
    const counts = countsOf(crossroads({ gates: { n: 12_000, e: 3_000, s: 6_000, w: 6_000 } }), 2);
    const found = calibrate(scene, counts, { seed: 2, bound: 3 });
    // Where a gate's trips go follows the sizes of the others, which factors on the ways of today cannot know.
    expect(found.after.meanGeh).toBeLessThan(0.75 * found.before.meanGeh);
    const trips = new Map(found.demand.gates.map((gate) => [gate.id, gate.tripsPerDay]));
    expect(trips.get('gate-n')!).toBeGreaterThan(9_000);
    expect(trips.get('gate-e')!).toBeLessThan(4_500);
  });
});
