import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { answerers } from '../../sim/domains/answerers';
import { domains } from '../../sim/domains/registry';
import { replyTo } from '../../sim/hosts/jobs/answer-message';
import type { JobMessage, JobReply } from '../../sim/hosts/jobs/protocol';
import { createWorkerDesk, type JobWorker } from '../../sim/hosts/jobs/worker-desk';
import { Decoder } from '../../sim/kernel';
import type { JobTools } from '../../sim/ports';
import { deskInPlace } from '../../sim/runtime';
import { askers, asking } from '../runtime/asker';

const tools = {} as JobTools;

/** The worker's side of the wire in this thread: everything is cloned, and comes back turns later. */
function workerOf(answer: (message: JobMessage) => Promise<JobReply>, turns = 3): JobWorker {
  const end: JobWorker = {
    onmessage: null,
    onerror: null,
    postMessage(message) {
      const sent = structuredClone(message);
      void (async () => {
        for (let turn = 0; turn < turns; turn++) await nextTurn();
        end.onmessage?.({ data: structuredClone(await answer(sent)) });
      })();
    },
  };
  return end;
}

describe('the desk in a worker of its own', () => {
  it('brings a run to the same end as work in place', async () => {
    const desk = createWorkerDesk(() => workerOf((message) => replyTo(message, async () => tools, askers)));
    const engine = asking(desk);
    let waited = 0;
    while (!engine.runTo(60)) {
      waited++;
      await nextTurn();
    }
    expect(waited).toBeGreaterThan(10);
    const other = asking(deskInPlace(askers, tools));
    other.runTo(60);
    expect(engine.finalHash()).toBe(other.finalHash());
  });

  it('starts nothing before the first job', () => {
    let started = 0;
    const desk = createWorkerDesk(() => {
      started++;
      return workerOf(() => new Promise(() => undefined));
    });
    const engine = asking(desk);
    expect(started).toBe(0);
    engine.runTo(60);
    expect(started).toBe(1);
    expect(engine.seconds).toBe(6);
  });

  it('stops the run with what went wrong, in the job or in the worker', async () => {
    const failing = asking(
      createWorkerDesk(() =>
        workerOf(({ serial }) =>
          replyTo({ serial, domain: 'nobody', question: new Uint8Array() }, async () => tools, askers),
        ),
      ),
    );
    failing.runTo(60);
    for (let turn = 0; turn < 10; turn++) await nextTurn();
    expect(() => failing.isWaiting).toThrow("job 1 of 'asker' failed: met a job of the domain 'nobody'");
    const broken = asking(
      createWorkerDesk(() => {
        const end = workerOf(() => new Promise(() => undefined));
        queueMicrotask(() => end.onerror?.({ message: 'not found' }));
        return end;
      }),
    );
    broken.runTo(60);
    await nextTurn();
    expect(() => broken.isWaiting).toThrow('not found');
  });

  it('says of a solver that does not load that it did not', async () => {
    const reply = await replyTo(
      { serial: 1, domain: 'asker', question: new Uint8Array() },
      () => Promise.reject(new Error('404')),
      askers,
    );
    expect(reply).toEqual({ serial: 1, error: '404' });
  });

  it('knows every domain that asks, as that domain answers itself', () => {
    const asking = domains.filter(({ answer }) => answer !== undefined);
    expect(answerers.map(({ name }) => name)).toEqual(asking.map(({ name }) => name));
    for (const [i, { answer, needs }] of asking.entries()) {
      expect(answerers[i].answer).toBe(answer);
      expect(answerers[i].needs).toEqual(needs);
    }
  });

  it('answers bytes with bytes', async () => {
    const question = new Uint8Array(0);
    const echo = { ...askers[2], name: 'echo', answer: () => askers[2].save({ number: 5, heard: 1 }) };
    const reply = await replyTo({ serial: 9, domain: 'echo', question }, async () => tools, [echo]);
    expect('answer' in reply && new Decoder(reply.answer, 'asker', 1).f64()).toBe(5);
  });
});
