import { describe, expect, it } from 'vitest';
import { hasScene, sceneFromFolder } from './scene-folder';
import { figures, run, start } from './simulate';

describe.skipIf(!hasScene('eco-park'))('the flagship in the morning', () => {
  it('flows: nobody is stuck, and speeds are those of a city', () => {
    const scene = sceneFromFolder('eco-park');
    const of = start(scene, 7);
    run(of, 1_200);
    const found = figures(of);
    const { totals } = of.state;
    expect(found['traffic.trips-running']).toBeGreaterThan(500);
    expect(found['traffic.trips-stuck']).toBe(0);
    expect(found['traffic.mean-speed']).toBeGreaterThan(20);
    expect(found['traffic.mean-speed']).toBeLessThan(45);
    expect(totals.redsPassed).toBe(0);
    expect(totals.hardestStops).toBeLessThan(totals.inserted / 500);
    expect(totals.wrongLaneTurns).toBeLessThan(totals.arrived / 15);
    expect(totals.inserted).toBe(of.state.vehicles.count + totals.arrived);
  });
});
