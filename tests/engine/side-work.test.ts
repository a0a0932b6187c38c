import { describe, expect, it } from 'vitest';
import { defaultScenario, type Problem, type RunPair } from '../../sim';
import type { PairTask } from '../../src/engine/engine-face';
import { livePairs } from '../../src/engine/side-work';
import type { WorkerLink } from '../../src/engine/worker-link';

const scenario = defaultScenario('x');
const task: PairTask = { a: scenario, b: scenario, trunk: [], forkSeconds: 0, untilSeconds: 60, lived: {} };
const answered = (seed: number) => ({
  ok: true,
  warnings: [],
  value: { lived: {}, pair: { seed } as RunPair },
});
const wrong: Problem = { severity: 'error', code: 'scene.wrong', path: [], message: '' };

/** Workers that answer as they are told to; `fates` one by one as they are asked: 'done', 'dies', 'refuses', 'hangs'. */
function poolOf(fates: string[], size = 2) {
  const workers: { ended: boolean }[] = [];
  const makeWorker = () => {
    const worker = { ended: false };
    workers.push(worker);
    let lose: (loss: object) => void = () => undefined;
    return {
      heard: true,
      attend: (_: object, lost: typeof lose) => {
        lose = lost;
      },
      call: () => {
        const fate = fates.shift() ?? 'done';
        if (fate === 'done') return Promise.resolve(answered(workers.length));
        if (fate === 'refuses') return Promise.resolve({ ok: false, problems: [wrong] });
        if (fate === 'dies') queueMicrotask(() => lose({ reason: 'threw', words: 'boom' }));
        return new Promise(() => undefined);
      },
      end: () => {
        worker.ended = true;
      },
    } as unknown as WorkerLink;
  };
  const cancel = new AbortController();
  const finished: number[] = [];
  const run = (count: number) =>
    livePairs({ makeWorker, size, scene: { kind: 'folder', address: '/x/' } }, Array(count).fill(task), {
      signal: cancel.signal,
      progressed: () => undefined,
      finished: (index) => finished.push(index),
    });
  return { workers, finished, cancel, run };
}

describe('a pool that lives pairs of runs', () => {
  it('gives each its turn in a few workers, and frees them all', async () => {
    const { workers, finished, run } = poolOf([]);
    expect(await run(5)).toMatchObject({ ok: true });
    expect(finished.sort()).toEqual([0, 1, 2, 3, 4]);
    expect(workers).toEqual([{ ended: true }, { ended: true }]);
  });

  it('lives a pair anew when its worker dies, and gives up at the third death', async () => {
    const once = poolOf(['dies'], 1);
    expect(await once.run(2)).toMatchObject({ ok: true });
    expect(once.finished).toEqual([0, 1]);
    const always = poolOf(['dies', 'dies', 'dies'], 1);
    expect(await always.run(2)).toMatchObject({ ok: false, problems: [{ code: 'engine.lost' }] });
    expect(always.workers).toHaveLength(3);
  });

  it('says what is wrong with a pair at once', async () => {
    const { run, workers } = poolOf(['refuses'], 1);
    expect(await run(3)).toMatchObject({ ok: false, problems: [wrong] });
    expect(workers).toEqual([{ ended: true }]);
  });

  it('frees its workers at once when it is cancelled', async () => {
    const { run, cancel, workers, finished } = poolOf(['done', 'hangs', 'hangs']);
    const ended = run(4);
    await expect.poll(() => finished.length).toBe(1);
    cancel.abort();
    expect(await ended).toMatchObject({ ok: false, problems: [{ code: 'engine.cancelled' }] });
    expect(workers).toEqual([{ ended: true }, { ended: true }]);
  });
});
