import { describe, expect, it } from 'vitest';
import { defaultScenario } from '../../sim/scenarios';
import { dayLoads } from '../../sim/studies';
import { sceneOf } from '../domains/energy/scenes';
import { desk } from '../runtime/desk';

const scene = sceneOf('tiny/one-feeder');

async function loads(interventions: ReturnType<typeof defaultScenario>['interventions'] = []) {
  const scenario = { ...defaultScenario('one-feeder'), startDay: 20, interventions };
  const lived = await dayLoads({ scene, scenario, deskOf: () => desk });
  if (!lived.ok) throw new Error(JSON.stringify(lived.problems));
  return lived.value;
}

const sum = (values: Iterable<number>) => [...values].reduce((total, each) => total + each, 0);

describe('the load curves of a day', () => {
  it('are those of every building, quarter hour by quarter hour, and the same each time', async () => {
    const day = await loads();
    expect([day.startDay, day.steps, day.ids.length]).toEqual([20, 96, 8]);
    expect(day.leftOut).toBe(0);
    for (let b = 0; b < 8; b++) {
      expect(day.floorM2[b]).toBeGreaterThan(0);
      for (let s = 0; s < 96; s++) expect(day.kw.electricity[8 * s + b]).toBeGreaterThan(0);
    }
    // Homes draw more in the evening than at four in the morning.
    const homes = day.uses.flatMap((use, b) => (use === 'housing' ? [b] : []));
    const at = (hour: number) => sum(homes.map((b) => day.kw.electricity[8 * 4 * hour + b]));
    expect(at(20)).toBeGreaterThan(1.5 * at(4));
    expect(sum((await loads()).kw.electricity)).toBe(sum(day.kw.electricity));
  });

  it('hold what a change of energy does to them at its own hour, and leave out one that is none', async () => {
    const change = (kind: string, settings: Readonly<Record<string, number | string>>, untilSeconds: number | null) =>
      ({ id: kind, kind, targets: [], settings, fromSeconds: 0, untilSeconds }) as const;
    const plain = await loads();
    // The run begins at seven.
    const held = await loads([
      change('demand-response', { share: 60, degrees: 0 }, 3_600),
      change('guide-parking', { sharePercent: 50 }, null),
    ]);
    expect(held.leftOut).toBe(1);
    const at = (day: typeof plain, hour: number) => sum(day.kw.electricity.subarray(8 * 4 * hour, 8 * (4 * hour + 4)));
    expect(at(held, 7)).toBeLessThan(0.97 * at(plain, 7));
    expect(at(held, 6)).toBe(at(plain, 6));
  });
});
