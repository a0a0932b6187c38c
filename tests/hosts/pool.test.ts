import { describe, expect, it } from 'vitest';
import { type Outcome, runPool } from '../../sim/hosts/cli/pool';

interface Task {
  readonly does: 'work' | 'crash' | 'exit' | 'hang' | 'refuse';
  /** How often it misbehaves before it works; counted across the workers that try it. */
  readonly times?: number;
  readonly count: Int32Array<SharedArrayBuffer>;
}

// A worker that goes wrong on command: the real one has no such ways.
const worker = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ does, times, count }) => {
      const tried = Atomics.add(count, 0, 1);
      if (tried < (times ?? Infinity)) {
        if (does === 'crash') throw new Error('crashed');
        if (does === 'exit') process.exit(3);
        if (does === 'hang') for (;;);
      }
      if (does === 'refuse') return parentPort.postMessage({ kind: 'refused', problems: [{ code: 'no' }] });
      parentPort.postMessage({ kind: 'progress', share: 0.5 });
      parentPort.postMessage({ kind: 'done', output: does });
    });
  `)}`,
);

const task = (does: Task['does'], times?: number): Task => ({
  does,
  times,
  count: new Int32Array(new SharedArrayBuffer(4)),
});

async function outcomes(tasks: readonly Task[], signal = new AbortController().signal): Promise<Outcome<string>[]> {
  const list: Outcome<string>[] = [];
  await runPool<Task, string>({
    worker,
    size: 2,
    tasks,
    signal,
    patienceMs: 600,
    finished: async (index, outcome) => {
      list[index] = outcome;
    },
  });
  return list;
}

describe('a pool of workers', () => {
  it('gives one worker many tasks, one after another', async () => {
    const list = await outcomes(Array.from({ length: 12 }, () => task('work')));
    expect(list).toHaveLength(12);
    for (const outcome of list) expect(outcome).toEqual({ ok: true, output: 'work', attempts: 1 });
  });

  it('tries a task again whose worker crashed, left or hung', async () => {
    const list = await outcomes([task('crash', 1), task('exit', 2), task('hang', 1), task('work')]);
    expect(list.map((outcome) => [outcome.ok, outcome.attempts])).toEqual([
      [true, 2],
      [true, 3],
      [true, 2],
      [true, 1],
    ]);
  });

  it('gives up after three attempts, says why, and finishes the others', async () => {
    const list = await outcomes([task('crash'), task('hang'), task('work'), task('refuse')]);
    expect(list[0]).toMatchObject({ ok: false, attempts: 3, problems: [{ code: 'sweep.run-lost' }] });
    expect(list[0]).toMatchObject({ problems: [{ message: expect.stringContaining('crashed') }] });
    expect(list[1]).toMatchObject({ problems: [{ message: expect.stringContaining('no sign of life') }] });
    expect(list[2]).toMatchObject({ ok: true });
    expect(list[3], 'a refusal is not tried again').toMatchObject({
      ok: false,
      attempts: 1,
      problems: [{ code: 'no' }],
    });
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 100);
    const list = await outcomes([task('hang'), task('hang'), task('work')], stop.signal);
    expect(list).toEqual([]);
  });
});
