/** Drains by exact answers: uniform flow, the speed of a wave, a full pipe between two levels, and no drop lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  circleArea,
  circleConveyance,
  createDrainNetwork,
  createDrainState,
  createDrainWork,
  type DrainLink,
  findDepths,
  stepDrains,
} from '../../../sim/networks/drains';

const N = 0.013;

/** A line of cells on one slope that ends free. */
function line(cells: number, dx: number, slope: number, section: Pick<DrainLink, 'diameterM' | 'widthM'>, stepS = 0.5) {
  const z = (i: number) => 100 - slope * dx * i;
  const area = section.widthM === undefined ? 1.2 : section.widthM * dx;
  return createDrainNetwork(
    Array.from({ length: cells }, (_, i) => ({ bottomM: z(i), areaM2: area })),
    Array.from({ length: cells }, (_, i) => ({
      from: i,
      to: i + 1 < cells ? i + 1 : -1,
      endM: z(i + 1),
      lengthM: dx,
      manning: N,
      ...section,
    })),
    stepS,
  );
}

function fed(network: ReturnType<typeof line>, flow: (seconds: number) => number, seconds: number, level = -100) {
  const state = createDrainState(network);
  const work = createDrainWork(network, 1);
  const levels = Float64Array.of(level);
  const out: number[] = [];
  const flows: Float64Array[] = [];
  for (let t = 0; t < seconds; t += network.stepS) {
    state.waterM3[0] += flow(t) * network.stepS;
    findDepths(network, state);
    stepDrains(network, state, work, levels);
    out.push(work.leftM3[0]);
    if (t % 10 === 0) flows.push(state.flowM3PerS.slice());
  }
  return { state, out, flows };
}

describe('uniform flow', () => {
  it.each([0.002, 0.01, 0.05])('in a round pipe has the depth of Manning on a slope of %d', (slope) => {
    const diameterM = 1;
    const network = line(12, 50, slope, { diameterM });
    for (const depth of [0.2, 0.5, 0.75]) {
      const flow = (circleConveyance(depth) / N) * Math.sqrt(slope);
      const { state } = fed(network, () => flow, 3_000);
      expect(state.flowM3PerS[11]).toBeCloseTo(flow, 6);
      // The first is seen after it has given and before it is given again.
      for (let c = 1; c < 12; c++) expect(Math.abs(state.depthM[c] - depth)).toBeLessThan(1e-4);
    }
  });

  it('has the area and conveyance of a half and a full circle', () => {
    expect(circleArea(2, 1)).toBeCloseTo(Math.PI / 2, 6);
    expect(circleArea(2, 5)).toBeCloseTo(Math.PI, 9);
    expect(circleConveyance(1)).toBeCloseTo((Math.PI / 4) * 0.25 ** (2 / 3), 9);
  });
});

describe('a wave', () => {
  it('runs down a wide channel at five thirds of the speed of the water', () => {
    const slope = 0.01;
    const widthM = 10;
    const depth = 0.2;
    const n = N;
    const v = (depth ** (2 / 3) * Math.sqrt(slope)) / n;
    const network = line(200, 10, slope, { widthM });
    const base = v * depth * widthM;
    const rise = (t: number) => base * (t > 1_500 ? 1.02 : 1);
    const { flows } = fed(network, rise, 2_100);
    // When half of the rise has come by, at two places.
    const at = (cell: number) => {
      const k = flows.findIndex((each) => each[cell] > base * 1.01);
      const [a, b] = [flows[k - 1][cell], flows[k][cell]];
      return 10 * (k - 1 + (base * 1.01 - a) / (b - a));
    };
    const speed = (100 * 10) / (at(140) - at(40));
    expect(Math.abs(speed / ((5 / 3) * v) - 1)).toBeLessThan(0.02);
  });
});

it('a full pipe between two levels carries what Manning says', () => {
  const diameterM = 0.5;
  const cells = [
    { bottomM: 0, areaM2: 1e6 },
    { bottomM: 0, areaM2: 1e6 },
  ];
  const network = createDrainNetwork(cells, [{ from: 0, to: 1, endM: 0, lengthM: 100, manning: N, diameterM }], 0.5);
  const state = createDrainState(network);
  state.waterM3.set([3e6, 2.5e6]);
  findDepths(network, state);
  const work = createDrainWork(network, 0);
  for (let k = 0; k < 400; k++) stepDrains(network, state, work, new Float64Array(0));
  const full = (Math.PI / 4) * diameterM ** 2 * (diameterM / 4) ** (2 / 3);
  expect(state.flowM3PerS[0] / ((full / N) * Math.sqrt(0.5 / 100))).toBeCloseTo(1, 3);
});

it('an outfall under a level holds water up, and its flap lets none back', () => {
  const network = line(6, 50, 0.004, { diameterM: 0.6 });
  const free = fed(network, () => 0.1, 2_000).state;
  const held = fed(network, () => 0.1, 2_000, 99.5).state;
  expect(held.depthM[5]).toBeGreaterThan(free.depthM[5] + 0.3);
  expect(held.flowM3PerS[5]).toBeCloseTo(0.1, 4);
  const { state, out } = fed(network, () => 0, 600, 101);
  expect(Math.max(...state.waterM3)).toBe(0);
  expect(Math.min(...out)).toBe(0);
});

it('never loses a drop and never holds less than none, whatever flows where', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.double({ min: 0, max: 3, noNaN: true }), fc.nat(30), fc.boolean()), {
        minLength: 3,
        maxLength: 20,
      }),
      fc.double({ min: -5, max: 5, noNaN: true }),
      (rows, level) => {
        const cells = rows.map(([rise]) => ({ bottomM: rise, areaM2: 1.2 }));
        const links = rows.map(([, other, isPipe], i) => ({
          from: i,
          to: other % rows.length === i ? -1 : other % rows.length,
          endM: rows[i][0] - 0.5,
          lengthM: 2 + 5 * other,
          manning: N,
          ...(isPipe ? { diameterM: 0.2 + other / 20 } : { widthM: 4 }),
        }));
        const network = createDrainNetwork(cells, links, 0.5);
        const state = createDrainState(network);
        const work = createDrainWork(network, 1);
        let put = 0;
        let left = 0;
        for (let t = 0; t < 200; t++) {
          state.waterM3[t % rows.length] += 0.7;
          put += 0.7;
          findDepths(network, state);
          stepDrains(network, state, work, Float64Array.of(level));
          left += work.leftM3[0];
          const held = state.waterM3.reduce((a, b) => a + b, 0);
          expect(Math.abs(put - left - held)).toBeLessThan(1e-9 * Math.max(1, put));
          expect(Math.min(...state.waterM3)).toBeGreaterThanOrEqual(0);
          expect(state.depthM.every((d) => Number.isFinite(d))).toBe(true);
        }
      },
    ),
    { numRuns: 60 },
  );
});
