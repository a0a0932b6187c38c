import { describe, expect, it } from 'vitest';
import { compileScene } from '../../../sim/scene';
import { withFlows } from '../../interventions/listed-traffic';
import { change, turnsOf } from '../../interventions/paired';
import { avenue, busLane } from '../../interventions/sign-cases';
import { edgeSlot, patch, run, STEP_SECONDS, start } from './simulate';

const cars = { class: 'car', from: 'avenue:w:k1', to: 'avenue:k3:e', perHour: 500 } as const;

/** The avenue's cars by a list's own rules of driving, as a city has them that was read from another program. */
function listedAvenue() {
  const { scene } = withFlows(avenue(), [cars], 900);
  const { vehicles } = scene.demand!;
  const driving = { stepSeconds: 1, update: 'euler', keepsRight: true } as const;
  return compileScene({ ...scene, demand: { ...scene.demand!, vehicles: { ...vehicles!, driving } } });
}

/** Share of the cars' time on the avenue's second block that they spend in its kerb lane. */
function shareAtKerb(isKept: boolean): number {
  const scene = listedAvenue();
  const of = start(scene, 3);
  if (isKept) patch(of, turnsOf(scene, change('reserve-lane', busLane.targets, { bothDirections: false })));
  const edge = edgeSlot(of, 'avenue:k1:k2');
  const first = scene.roads.edgeFirstLane[edge];
  const seconds = [0, 0];
  run(of, 900, ({ state: { vehicles } }) => {
    for (let row = 0; row < vehicles.rowEnd; row++) {
      const lane = vehicles.track[row] - first;
      if (lane === 0 || lane === 1) seconds[lane] += STEP_SECONDS;
    }
  });
  return seconds[0] / (seconds[0] + seconds[1]);
}

describe('a lane that is kept for buses', () => {
  it('is kept off by cars in a city that was read from another program, too', () => {
    expect(shareAtKerb(false)).toBeGreaterThan(0.4);
    expect(shareAtKerb(true)).toBeLessThan(0.05);
  });
});
