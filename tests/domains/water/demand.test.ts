import { describe, expect, it } from 'vitest';
import { askWater } from '../../../sim/domains/water/demand';
import { planWater } from '../../../sim/domains/water/plan';
import { mostM3PerS, pumpKw, speedFor } from '../../../sim/domains/water/pumps';
import { litresPerDay } from '../../../sim/domains/water/uses';
import { luckOfRun } from '../../../sim/ports';
import type { Building } from '../../../sim/scene';
import { sceneOf } from '../energy/scenes';

const HOUR_S = 3_600;
const scene = sceneOf('eco-park');
const plan = planWater(scene)!;

function hourly(seed: number): number[] {
  const into = new Float64Array(plan.nodeCount);
  const chance = luckOfRun({ seed });
  return Array.from({ length: 24 }, (_, hour) => {
    let sum = 0;
    for (let k = 0; k < 4; k++) {
      askWater(plan.demand, hour * HOUR_S + k * 900 + 450, chance, into);
      sum += into.reduce((all, each) => all + each, 0) / 4;
    }
    return sum * HOUR_S;
  });
}

describe('what the flagship asks of its mains', () => {
  const hours = hourly(1);
  const day = hours.reduce((sum, each) => sum + each, 0);

  it('is what its people and floors use by GB 50015, and a tenth more that seeps out', () => {
    const sold = scene.scene.buildings!.buildings.reduce((sum, each) => sum + litresPerDay(each) / 1_000, 0);
    expect(day / (1.1 * sold)).toBeCloseTo(1, 2);
    // Per head of 60,000, with workshops: towns of this size are planned for 250 to 450 L (GB 50282-2016, zone two).
    expect((1_000 * day) / 60_000).toBeGreaterThan(250);
    expect((1_000 * day) / 60_000).toBeLessThan(450);
  });

  it('has a busiest hour of 1.2 to 1.6 times the mean, as GB 50013-2018 has it', () => {
    const peak = (24 * Math.max(...hours)) / day;
    expect(peak).toBeGreaterThan(1.2);
    expect(peak).toBeLessThan(1.6);
  });

  it('differs by seed, but only as much as independent users do', () => {
    const other = hourly(2);
    expect(other).not.toEqual(hours);
    for (let hour = 0; hour < 24; hour++) expect(other[hour] / hours[hour]).toBeCloseTo(1, 1);
  });

  it('counts people by the figures of the code', () => {
    const house = { use: 'housing', residents: 3, floorAreaM2: 100 } as Building;
    expect(litresPerDay(house)).toBe(360);
    expect(litresPerDay({ ...house, use: 'office', residents: undefined, jobs: 10 })).toBe(350);
  });
});

describe('a pump', () => {
  it('follows the affinity laws', () => {
    const most = mostM3PerS(30, 30, 0.1);
    expect(most).toBeCloseTo(0.1, 12);
    expect(mostM3PerS(40, 30, 0.1)).toBe(0);
    for (const speed of [0.7, 0.85, 1]) {
      // A point of the slower curve: flow by the speed, head by its square.
      expect(speedFor(30 * speed * speed, 0.1 * speed, 30, 0.1)).toBeCloseTo(speed, 12);
    }
  });

  it('draws what it lifts over its efficiency', () => {
    // 519 m³/h to 45 m at the best point: 63.6 kW of water, over 0.80 and 0.93.
    const flow = 519 / HOUR_S;
    expect(pumpKw(45, flow, 1, flow)).toBeCloseTo((998.2 * 9.80665 * flow * 45) / 1_000 / 0.8 / 0.93, 9);
    expect(pumpKw(45, 0, 1, flow)).toBe(0);
  });
});
