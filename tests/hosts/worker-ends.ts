import { performance } from 'node:perf_hooks';
import type { CallName, Calls, FromWorker, StreamName, Streams, ToWorker } from '../../sim/hosts/protocol';
import { createTwinHost } from '../../sim/hosts/twin-host';
import { fail, problem, type Result } from '../../sim/kernel';
import { desk } from '../runtime/desk';
import { asText, goodScene } from '../scene/good-scene';

export const crossroads = { kind: 'texts', files: [...asText(goodScene())] } as const;

/** A host held by its ends as a page holds its worker: every message is cloned and its buffers transferred. */
export function openHost(now = () => performance.now()) {
  const answers = new Map<number, (result: Result<never>) => void>();
  const heard: { [N in StreamName]?: Streams[N][] } = {};
  const order: string[] = [];
  const deaths: unknown[] = [];
  let lastId = 0;
  const listeners = new Set<() => void>();

  const host = createTwinHost({
    post(message, transfer) {
      const arrived = structuredClone(message, { transfer }) as FromWorker;
      order.push(arrived.kind === 'stream' ? arrived.name : 'answer');
      if (arrived.kind === 'answer') answers.get(arrived.id)?.(arrived.result as Result<never>);
      else {
        heard[arrived.name] ??= [];
        (heard[arrived.name] as unknown[]).push(arrived.value);
      }
      for (const listener of listeners) listener();
    },
    desk,
    deskHere: () => desk,
    now,
    soon: (callback) => void setImmediate(callback),
    later(callback, delayMs) {
      const timer = setTimeout(callback, delayMs);
      return () => clearTimeout(timer);
    },
    fetchScene: async (address) => fail([problem('scene.not-served', [], address)]),
    die: (error) => deaths.push(error),
  });

  return {
    heard,
    order,
    deaths,
    dispose: () => host.dispose(),
    call<N extends CallName>(name: N, input: Calls[N]['input']): Promise<Result<Calls[N]['output']>> {
      const id = ++lastId;
      return new Promise((resolve) => {
        answers.set(id, resolve as (result: Result<never>) => void);
        host.hear(structuredClone({ kind: 'call', id, name, input }) as ToWorker);
      });
    },
    notify(message: Extract<ToWorker, { kind: 'notice' }>) {
      const transfer = message.name === 'giveBack' ? [message.value] : [];
      host.hear(structuredClone(message, { transfer }));
    },
    /** Resolves when what has been heard satisfies. */
    until(satisfied: () => boolean): Promise<void> {
      return new Promise((resolve) => {
        const look = () => {
          if (!satisfied()) return;
          listeners.delete(look);
          resolve();
        };
        listeners.add(look);
        look();
      });
    },
  };
}

export async function mustSucceed<T>(result: Promise<Result<T>>): Promise<T> {
  const settled = await result;
  if (!settled.ok) throw new Error(JSON.stringify(settled.problems));
  return settled.value;
}
