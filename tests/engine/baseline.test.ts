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
const before = { tick: asTick(100), seconds: 50, state: new Uint8Array(1) };

/** A baseline whose workers only note what they were to open and whether they were ended. */
function baselineOf(interventions: readonly Intervention[] = []) {
  const workers: { input?: OpenInput; ended: boolean }[] = [];
  const take = () => {
    const worker: (typeof workers)[number] = { ended: false };
    workers.push(worker);
    return {
      attend: () => undefined,
      call: (_: string, input: OpenInput) => {
        worker.input = input;
        return new Promise(() => undefined);
      },
      end: () => {
        worker.ended = true;
      },
    };
  };
  const scene = { kind: 'folder', address: '/scenes/x/' } as const;
  const baseline = new Baseline({ take } as unknown as SpareWorker, scene);
  const scenario = defaultScenario('x', { interventions });
  baseline.open({ scenario, sceneHash: '', engineVersion: '', tick: asTick(0), seconds: 0 });
  return { baseline, workers };
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

  it('begins anew with every jump: from before the intervention, or from the start where that is later', () => {
    const { baseline, workers } = baselineOf();
    baseline.acknowledge(intervene, { tick: asTick(100) }, before);
    baseline.acknowledge({ kind: 'seek', seconds: 80 }, { tick: asTick(160) }, undefined);
    expect(workers).toMatchObject([{ ended: true }, { ended: false, input: { resume: { from: before } } }]);
    baseline.acknowledge({ kind: 'seek', seconds: 10 }, { tick: asTick(20) }, undefined);
    expect(workers).toHaveLength(3);
    expect(workers[2].input?.resume).toBeUndefined();
  });

  it('begins at the start when the scenario brought interventions of its own', () => {
    const { baseline, workers } = baselineOf([works]);
    expect(baseline.wantsOrigin({ ...intervene, intervention: { ...works, id: 'more' } })).toBe(false);
    expect(workers).toHaveLength(1);
    expect(workers[0].input).toMatchObject({ scenario: { interventions: [] } });
    expect(workers[0].input?.resume).toBeUndefined();
  });
});
