import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asElementId, asTick, type Happening } from '../../sim';
import { HeartbeatWatch } from '../../src/engine/heartbeat-watch';
import { ReplayFilter } from '../../src/engine/replay-filter';
import { RestartLimit } from '../../src/engine/restart-limit';
import { isOwnWorker } from '../../src/engine/trusted-worker';

const every = HeartbeatWatch.checkEveryMs;

/** Checks on time from 0 until it is silent; beats at the given times. Answers when it was called silent. */
function silentAt(beats: readonly number[], untilMs: number, patience = 1): number | undefined {
  const watch = new HeartbeatWatch(0);
  for (let ms = every; ms <= untilMs; ms += every) {
    for (const beat of beats) if (beat > ms - every && beat <= ms) watch.beat();
    if (watch.check(ms, patience)) return ms;
  }
  return undefined;
}

describe('the heartbeat watch', () => {
  it('trusts a worker that beats once a second, a little late or early', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -400, max: 400 }), { minLength: 20, maxLength: 20 }), (late) => {
        const beats = late.map((ms, i) => (i + 1) * 1_000 + ms);
        expect(silentAt(beats, 20_000)).toBeUndefined();
      }),
    );
  });

  it('gives up a worker that has missed two beats, within two and a half seconds', () => {
    const ms = silentAt([1_000, 2_000, 3_000], 20_000);
    expect(ms).toBeGreaterThan(5_000);
    expect(ms).toBeLessThanOrEqual(6_000);
  });

  it('is patient while a city is opened', () => {
    expect(silentAt([], 20_000, 12)).toBeUndefined();
    expect(silentAt([], 60_000, 12)).toBeDefined();
  });

  it('holds nothing against the worker while the page itself was away', () => {
    const watch = new HeartbeatWatch(0);
    for (const gapMs of [5_000, 60_000, 3_600_000]) expect(watch.check(gapMs * 2)).toBe(false);
  });
});

describe('the limit of restarts', () => {
  it('stops a worker that dies at the same tick again and again', () => {
    const limit = new RestartLimit();
    expect([10, 10, 10, 10].map((tick, i) => limit.allows(tick, i * 1_000))).toEqual([true, true, true, false]);
  });

  it('goes on for as long as the run gets further', () => {
    const limit = new RestartLimit();
    for (let tick = 0; tick < 100; tick++) expect(limit.allows(tick, tick)).toBe(true);
  });

  it('forgets deaths that are long past', () => {
    const limit = new RestartLimit();
    for (let i = 0; i < 20; i++) expect(limit.allows(10, i * 61_000)).toBe(true);
  });
});

describe('the filter of a replay', () => {
  const happening = (id: number): Happening => ({
    id,
    tick: asTick(id),
    code: 'x',
    element: asElementId('e'),
    causes: [],
    values: {},
  });

  it('tells every happening once, wherever the new worker begins again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 }), (diedAfter, back) => {
        const filter = new ReplayFilter();
        const told: number[] = [];
        const hear = (id: number) => filter.passesHappening(happening(id)) && told.push(id);
        for (let id = 1; id <= diedAfter; id++) hear(id);
        filter.restart();
        for (let id = Math.max(1, diedAfter - back); id <= diedAfter + 10; id++) hear(id);
        expect(told).toEqual(Array.from({ length: diedAfter + 10 }, (_, i) => i + 1));
      }),
    );
  });

  it('lets everything pass after a jump in time', () => {
    const filter = new ReplayFilter();
    filter.passesHappening(happening(30));
    filter.restart();
    filter.jump();
    expect(filter.passesHappening(happening(3))).toBe(true);
  });
});

describe('the policy for worker addresses', () => {
  const own = (address: string, development = false) => isOwnWorker(address, 'https://city.example', '/', development);

  it('passes the scripts of our own build', () => {
    expect(own('/assets/worker-BvX3k_1a.js')).toBe(true);
    expect(own('https://city.example/assets/worker-BvX3k_1a.js')).toBe(true);
  });

  it('refuses everything else', () => {
    for (const address of [
      'https://elsewhere.example/assets/worker-1.js',
      '//elsewhere.example/assets/worker-1.js',
      'https://user@city.example/assets/worker-1.js',
      'data:text/javascript,alert(1)',
      'blob:https://city.example/1',
      '/scenes/eco-park/scene.json',
      '/assets/../scenes/worker.js',
      '/assets/worker.js?x=1',
      '/assets/worker.js#x',
      '/assets/deep/%2e%2e/worker.json',
      'javascript:alert(1)',
      'http://[',
    ]) {
      expect(own(address), address).toBe(false);
    }
  });

  it('passes sources only in development', () => {
    expect(own('/sim/hosts/worker.ts?worker_file&type=module')).toBe(false);
    expect(own('/sim/hosts/worker.ts?worker_file&type=module', true)).toBe(true);
  });
});
