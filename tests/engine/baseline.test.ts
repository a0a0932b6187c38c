import { describe, expect, it } from 'vitest';
import { asElementId, asTick, type Command, defaultScenario, type Intervention, type OpenInput } from '../../sim';
import { Baseline } from '../../src/engine/baseline';
import type { SpareWorker } from '../../src/engine/spare-worker';

const works: Intervention = {
  id: 'works',
  kind: 'close-road',
  targets: [asElementId('n-in')],
  settings: { lanes: 'all', bothDirections: false },
  fromSeconds: 0,
  untilSeconds: null,
};
const intervene: Command = { kind: 'intervene', intervention: works };
const bare = { tick: asTick(8), seconds: 4, state: new Uint8Array(1) };
const before = { tick: asTick(100), seconds: 50, state: new Uint8Array(1) };

/** A baseline whose workers only note what they were to open and whether they were ended. */
function baselineOf(interventions: readonly Intervention[] = []) {
  const forks: number[] = [];
  const fork = (notAfterSeconds: number) => {
    forks.push(notAfterSeconds);
    return Promise.resolve(bare);
  };
  const workers: { input?: OpenInput; ended: boolean }[] = [];
  const take = () => {
    const worker: (typeof workers)[number] = { ended: false };
    workers.push(worker);
    return {
      attend: () => undefined,
      call: (_: string, input: OpenInput) => {
        worker.input = input;
        return Promise.resolve({ ok: true, value: { seconds: input.resume?.toSeconds ?? 0 } });
      },
      notify: () => undefined,
      end: () => {
        worker.ended = true;
      },
    };
  };
  const scene = { kind: 'folder', address: '/scenes/x/' } as const;
  const baseline = new Baseline({ take } as unknown as SpareWorker, scene, {
    fork,
    draw: () => undefined,
    arrived: () => undefined,
  });
  const scenario = defaultScenario('x', { interventions });
  baseline.open({ scenario, sceneHash: '', engineVersion: '', tick: asTick(0), seconds: 0 });
  return { baseline, workers, forks };
}

describe('the run without interventions', () => {
  it('begins just before the first intervention, and ends when the list is empty', () => {
    const { baseline, workers } = baselineOf();
    expect(workers).toEqual([]);
    expect(baseline.wantsOrigin(intervene)).toBe(true);
    baseline.acknowledge(intervene, { tick: asTick(100) }, before);
    expect(workers).toMatchObject([{ ended: false, input: { role: 'follower', resume: { from: before } } }]);
    expect(workers[0].input?.scenario).toMatchObject({ interventions: [] });
    expect(baseline.wantsOrigin(intervene), 'only the first touches a plain run').toBe(false);
    baseline.acknowledge({ kind: 'remove', id: 'works' }, { tick: asTick(200) }, undefined);
    expect(workers).toMatchObject([{ ended: true }]);
  });

  it('begins anew with a jump back: from before the intervention, or from the main run’s last state before it', async () => {
    const { baseline, workers, forks } = baselineOf();
    baseline.acknowledge(intervene, { tick: asTick(100) }, before);
    baseline.follow(60);
    await expect.poll(() => baseline.active$.value).toBe(true);
    baseline.acknowledge({ kind: 'seek', seconds: 80 }, { tick: asTick(160) }, undefined);
    expect(workers, 'a jump ahead is only a longer way').toMatchObject([{ ended: false }]);
    baseline.acknowledge({ kind: 'seek', seconds: 55 }, { tick: asTick(110) }, undefined);
    expect(workers).toMatchObject([{ ended: true }, { ended: false, input: { resume: { from: before } } }]);
    baseline.acknowledge({ kind: 'seek', seconds: 10 }, { tick: asTick(20) }, undefined);
    expect(workers).toHaveLength(3);
    await expect.poll(() => workers[2].input).toMatchObject({ resume: { from: bare } });
    expect(forks).toEqual([Number.POSITIVE_INFINITY]);
  });

  it('begins at the main run’s last bare state when the scenario brought interventions of its own', async () => {
    const { baseline, workers } = baselineOf([works]);
    expect(baseline.wantsOrigin({ ...intervene, intervention: { ...works, id: 'more' } })).toBe(false);
    expect(workers).toHaveLength(1);
    await expect
      .poll(() => workers[0].input)
      .toMatchObject({
        scenario: { interventions: [] },
        resume: { from: bare },
      });
  });

  it('is another scenario where one is chosen, from a state before that one’s first change', async () => {
    const { baseline, workers, forks } = baselineOf();
    const later = { ...works, fromSeconds: 30 };
    baseline.compareWith([later]);
    await expect.poll(() => workers[0].input).toMatchObject({ list: [later], resume: { from: bare } });
    expect(forks).toEqual([30]);
    baseline.acknowledge(intervene, { tick: asTick(100) }, before);
    expect(workers, 'goes on').toHaveLength(1);
    baseline.compareWith(null);
    expect(workers[0].ended).toBe(true);
    expect(workers[1].input).toMatchObject({ list: [], resume: { from: before } });
  });
});
