import { describe, expect, it } from 'vitest';
import { trafficDomain } from '../../../../sim/domains/traffic';
import type { CompiledScene } from '../../../../sim/scene';
import { figures, run, start } from '../simulate';
import { bounded, signalled } from './signalled';

const controlled: readonly (readonly [string, CompiledScene])[] = [
  ['gaps', signalled((signal) => ({ actuation: { kind: 'gap' }, phases: bounded(signal) }))],
  ['delay', signalled((signal) => ({ actuation: { kind: 'delay' }, phases: bounded(signal) }))],
  ['pressure', signalled(() => ({ actuation: { kind: 'pressure' } }))],
  ['times worked out anew', signalled(() => ({ retimedEveryMinutes: 1 }))],
];

describe.each(controlled)('a city whose signal goes by %s', (_name, scene) => {
  it('comes out the same when it is saved, loaded and run on', () => {
    const straight = run(start(scene, 3), 150);
    const saved = trafficDomain.save(straight.state);
    const resumed = { ...start(scene, 3), tick: straight.tick };
    resumed.state = trafficDomain.load(scene, resumed.state.settings, saved);
    expect(trafficDomain.save(run(resumed, 120).state)).toEqual(trafficDomain.save(run(straight, 120).state));
  });

  it('lets nobody through a red, and traffic flow', () => {
    const of = run(start(scene, 1), 300);
    expect(of.state.totals.redsPassed).toBe(0);
    expect(figures(of)['traffic.trips-arrived']).toBeGreaterThan(20);
  });
});
