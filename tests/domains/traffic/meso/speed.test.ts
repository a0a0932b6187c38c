import { describe, expect, it } from 'vitest';
import { createTrips, driveTrips, emptyState, takeDemand } from '../../../../sim/domains/traffic/meso';
import { hasScene, sceneFromFolder } from '../scene-folder';
import { run, start } from '../simulate';

const FROM_S = 25_200;

/** Of this process: the machine's other work is none of the engine's. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

describe.skipIf(!hasScene('eco-park'))('the flagship in the morning', () => {
  it('is driven in queues at ten times the speed of the driving and more', () => {
    const scene = sceneFromFolder('eco-park');
    const of = start(scene, 7, FROM_S);
    run(of, 30);
    const before = cpuSeconds();
    run(of, 120);
    const drivingS = (cpuSeconds() - before) / 120;

    const state = emptyState(scene, { seed: 7, startSeconds: FROM_S, baseStepSeconds: 0.5 });
    const trips = createTrips();
    const { rows } = takeDemand(state, trips, FROM_S, FROM_S + 3_600);
    driveTrips(state, trips, rows, FROM_S, FROM_S + 900);
    const began = cpuSeconds();
    const { tally } = driveTrips(state, trips, rows, FROM_S, FROM_S + 3_600);
    const hourS = cpuSeconds() - began;
    expect(tally.released).toBeGreaterThan(5_000);
    expect((3_600 * drivingS) / hourS).toBeGreaterThan(10);
  });
});
