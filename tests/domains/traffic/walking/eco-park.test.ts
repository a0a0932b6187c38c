import { expect, it } from 'vitest';
import { programOf } from '../../../../sim/domains/traffic/signals';
import { signalWaitSeconds } from '../../../../sim/domains/traffic/walking/pavements';
import { HOURS } from '../../../../sim/domains/traffic/walking/walk-flows';
import { hasScene, sceneFromFolder } from '../scene-folder';
import { type Run, run, start } from '../simulate';
import { Bystander } from './on-crossings';

const EIGHT = 8;

/** What HCM has everybody wait at the lights as they are timed, on the mean: (C − g)² / 2C, weighted by flow. */
function manualWaitSeconds({ state }: Run): number {
  const { flows } = state.walking!;
  const { junctionSignal, crossingJunction, crossingSignalIndex } = state.network.roads;
  let [waited, persons] = [0, 0];
  crossingJunction.forEach((junction, crossing) => {
    const count = flows[2 * crossing * HOURS + EIGHT] + flows[(2 * crossing + 1) * HOURS + EIGHT];
    const { phases } = programOf(state.signals, state.network, junctionSignal[junction]);
    const open = (letters: string) => letters[crossingSignalIndex[crossing]] === 'G';
    const cycle = phases.reduce((all, { seconds }) => all + seconds, 0);
    const walk = phases.reduce((all, phase) => all + (open(phase.state) ? phase.seconds : 0), 0);
    waited += count * signalWaitSeconds(cycle, walk);
    persons += count;
  });
  return waited / persons;
}

it.skipIf(!hasScene('eco-park'))(
  'people cross the flagship’s streets at eight as HCM has them wait, and no driver meets one',
  () => {
    const of = run(start(sceneFromFolder('eco-park'), 1, EIGHT * 3_600), 100);
    const { due, waitedSeconds } = of.state.walking!;
    const bystander = new Bystander(of);
    run(of, 100, (now) => bystander.look(now));
    expect([bystander.lost, bystander.atRed, bystander.met]).toEqual([0, 0, 0]);
    expect(bystander.passed).toBeGreaterThan(1_000);
    run(of, 100);
    const now = of.state.walking!;
    const mean = (now.waitedSeconds - waitedSeconds) / (now.due - due);
    // Six of ten cross by a refuge, where some wait again; the manual has them cross in one go.
    expect(mean / manualWaitSeconds(of)).toBeGreaterThan(0.9);
    expect(mean / manualWaitSeconds(of)).toBeLessThan(1.35);
  },
);
