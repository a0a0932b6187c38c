import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backOfQueue95Veh, backOfQueueVeh } from '../../../../sim/domains/traffic/levels/back-of-queue';
import {
  actuatedGreen,
  incrementalDelaySeconds,
  leftOverDelaySeconds,
  signalDelay,
  uniformDelaySeconds,
} from '../../../../sim/domains/traffic/levels/signal-delay';

const SATURATION_FLOW = 1_800;
const plan = fc.record({
  cycleSeconds: fc.integer({ min: 40, max: 150 }),
  greenShare: fc.double({ min: 0.15, max: 0.8, noNaN: true }),
  saturation: fc.double({ min: 0.05, max: 0.99, noNaN: true }),
});

/** Even arrivals, a red, then a green that lets go at saturation flow: the plain queue, counted in fine steps. */
function evenQueue(cycleSeconds: number, greenShare: number, saturation: number) {
  const inflow = (SATURATION_FLOW * greenShare * saturation) / 3600;
  const outflow = SATURATION_FLOW / 3600;
  const redSeconds = cycleSeconds * (1 - greenShare);
  const step = 0.01;
  let queue = 0;
  let waited = 0;
  let joined = 0;
  let back = 0;
  let passing = true;
  for (let at = 0; at < cycleSeconds; at += step) {
    if (at < redSeconds) passing = false;
    queue += inflow * step;
    if (!passing) joined += inflow * step;
    if (at >= redSeconds) queue = Math.max(0, queue - outflow * step);
    if (at >= redSeconds && queue === 0) passing = true;
    waited += queue * step;
    back = Math.max(back, joined);
  }
  return { meanSeconds: waited / (inflow * cycleSeconds), backVeh: back };
}

describe('control delay by the manual', () => {
  it('d1 is what evenly arriving vehicles wait in a plain queue', () => {
    fc.assert(
      fc.property(plan, ({ cycleSeconds, greenShare, saturation }) => {
        const { meanSeconds } = evenQueue(cycleSeconds, greenShare, saturation);
        const byFormula = uniformDelaySeconds(cycleSeconds, greenShare, saturation);
        expect(Math.abs(byFormula - meanSeconds)).toBeLessThan(0.02 * byFormula + 0.05);
      }),
      { numRuns: 25 },
    );
  });

  it('d2 far above capacity is half of the queue that grows: 1,800 · T · (X − 1)', () => {
    for (const saturation of [2, 3, 5]) {
      const growing = 1_800 * 0.25 * (saturation - 1);
      expect(Math.abs(incrementalDelaySeconds(saturation, 800) / growing - 1)).toBeLessThan(0.03);
    }
  });

  it('d2 at capacity is 900 · T · √(8k/(cT))', () => {
    expect(incrementalDelaySeconds(1, 800)).toBeCloseTo(225 * Math.sqrt(4 / 200), 9);
  });

  it('a lane of 1,900 veh/h with half of a cycle of 90 s and v/c of 0.9 is delayed by 33.6 s: 20.5 even, 13.2 by chance', () => {
    const demand = { flowVehPerH: 855, saturationFlowVehPerH: 1_900, greenSeconds: 45, cycleSeconds: 90 };
    expect(uniformDelaySeconds(90, 0.5, 0.9)).toBeCloseTo(20.45, 2);
    expect(incrementalDelaySeconds(0.9, 950)).toBeCloseTo(13.19, 2);
    expect(signalDelay(demand).delaySeconds).toBeCloseTo(33.64, 2);
    expect(signalDelay(demand).saturation).toBeCloseTo(0.9, 12);
  });

  it('more vehicles never wait less, and more green never makes anyone wait longer', () => {
    fc.assert(
      fc.property(plan, ({ cycleSeconds, greenShare, saturation }) => {
        const delay = (share: number, flow: number) =>
          signalDelay({
            flowVehPerH: flow,
            saturationFlowVehPerH: SATURATION_FLOW,
            greenSeconds: share * cycleSeconds,
            cycleSeconds,
          }).delaySeconds;
        const flow = SATURATION_FLOW * greenShare * saturation;
        expect(delay(greenShare, flow * 1.1)).toBeGreaterThan(delay(greenShare, flow));
        expect(delay(greenShare + 0.05, flow)).toBeLessThan(delay(greenShare, flow));
      }),
    );
  });

  it('a controller that spends green where it is needed counts less of chance, all of it at capacity', () => {
    expect(actuatedGreen(0.3)).toBe(0.11);
    expect(actuatedGreen(0.6)).toBeCloseTo(0.188, 9);
    expect(actuatedGreen(1)).toBeCloseTo(0.5, 9);
  });

  it('a queue left over that clears within the period costs less than one that never does', () => {
    expect(leftOverDelaySeconds(0, 0.8, 800)).toBe(0);
    // 20 vehicles, spare 160 veh/h: gone after 0.125 h of 0.25; 1800 · 20 · 0.125 / 200.
    expect(leftOverDelaySeconds(20, 0.8, 800)).toBeCloseTo(22.5, 9);
    // At capacity they stay: everyone waits for 20 · 2 · 1800 · T / (c T) = 90 s more.
    expect(leftOverDelaySeconds(20, 1, 800)).toBeCloseTo(90, 9);
    const demand = { flowVehPerH: 640, saturationFlowVehPerH: 1_600, greenSeconds: 45, cycleSeconds: 90 };
    const clear = signalDelay(demand).delaySeconds;
    expect(signalDelay({ ...demand, queueAtStartVeh: 20 }).delaySeconds).toBeGreaterThan(clear + 22.5);
  });
});

describe('back of queue by the manual', () => {
  const demandOf = (cycleSeconds: number, greenShare: number, saturation: number) => ({
    flowVehPerH: SATURATION_FLOW * greenShare * saturation,
    saturationFlowVehPerH: SATURATION_FLOW,
    greenSeconds: greenShare * cycleSeconds,
    cycleSeconds,
  });

  it('where few come it is the plain queue with those who join while it goes', () => {
    fc.assert(
      fc.property(plan, ({ cycleSeconds, greenShare }) => {
        const { backVeh } = evenQueue(cycleSeconds, greenShare, 0.3);
        const byFormula = backOfQueueVeh(demandOf(cycleSeconds, greenShare, 0.3));
        expect(byFormula).toBeGreaterThan(backVeh - 0.1);
        expect(byFormula).toBeLessThan(backVeh + 1);
      }),
      { numRuns: 20 },
    );
  });

  it('one cycle in twenty is 1.6 to 2.6 times the mean', () => {
    fc.assert(
      fc.property(plan, ({ cycleSeconds, greenShare, saturation }) => {
        const demand = demandOf(cycleSeconds, greenShare, saturation);
        const ratio = backOfQueue95Veh(demand) / backOfQueueVeh(demand);
        expect(ratio).toBeGreaterThan(1.6);
        expect(ratio).toBeLessThan(2.6);
      }),
    );
  });

  it('above capacity the queue grows by what cannot pass', () => {
    const at = (saturation: number) => backOfQueueVeh(demandOf(90, 0.5, saturation));
    const unservedVeh = SATURATION_FLOW * 0.5 * 0.5 * 0.25;
    expect(at(1.5) - at(1)).toBeGreaterThan(0.4 * unservedVeh);
  });
});
