import { describe, expect, it } from 'vitest';
import { trafficDomain } from '../../../sim/domains/traffic';
import { hasScene, sceneFromFolder } from './scene-folder';
import { figures, run, start } from './simulate';

/** Of this process: the machine's other work is none of the engine's. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

describe.skipIf(!hasScene('eco-park'))('the flagship in the morning', () => {
  it('flows: nobody is stuck, speeds are those of a city, and it steps at 100 times real time and more', () => {
    const scene = sceneFromFolder('eco-park');
    const created = cpuMs();
    const of = start(scene, 7);
    expect(cpuMs() - created).toBeLessThan(5_000);
    const stepping = cpuMs();
    run(of, 1_200);
    expect(1_200 / ((cpuMs() - stepping) / 1_000)).toBeGreaterThan(100);
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
    const saving = cpuMs();
    trafficDomain.save(of.state);
    expect(cpuMs() - saving).toBeLessThan(100);
  });
});
