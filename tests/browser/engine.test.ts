import { describe, expect, it } from 'vitest';
import type { EngineClient } from '../../src/engine/engine-face';
import { cityloom } from '../hosts/command';
import { openApp } from './harness';

const SECONDS = 300;
/** Every network on few streets: what a lost worker takes with it, and what the next one is given. */
const SMALL = 'tiny/one-feeder';
const inNode = (scene: string) =>
  cityloom('run', scene, '--until', String(SECONDS), '--seed', '7', '--json').then(
    ({ stdout }) => JSON.parse(stdout).finalHash as string,
  );
const ofSmall = inNode(SMALL);

interface WithEngine {
  cityloomEngine: EngineClient;
}

async function rehearsed(more: string) {
  const { page, complaints, close } = await openApp(`/plan?seed=7&hash=${SECONDS}${more}`);
  try {
    const answer = await page.waitForSelector('[data-final-hash]', { timeout: 240_000, state: 'attached' });
    return {
      finalHash: await answer.getAttribute('data-final-hash'),
      recoveredSeconds: Number(await answer.getAttribute('data-recovered-seconds')),
      complaints,
    };
  } finally {
    await close();
  }
}

describe('the engine behind the page', () => {
  it('ends with the hash that the command line has', async () => {
    const ofFlagship = inNode('eco-park');
    const { finalHash, complaints } = await rehearsed('');
    expect(finalHash).toBe(await ofFlagship);
    expect(complaints.filter((each) => /policy|trusted|worker/i.test(each))).toEqual([]);
  });

  it.each(['throw', 'hang'])('goes on when its worker dies (%s), to the same end', async (fault) => {
    const { finalHash, recoveredSeconds } = await rehearsed(`&scene=${SMALL}&fault=${fault}`);
    expect(finalHash).toBe(await ofSmall);
    expect(recoveredSeconds).toBeGreaterThan(0);
  });

  it('asks once more for a worker that does not load, then says so', async () => {
    const { page, close } = await openApp('/plan?hash=1&fault=throw');
    let asked = 0;
    await page.route(/\/assets\/worker-[^/]*\.js$/, (route) => {
      asked++;
      return route.abort();
    });
    await page.reload();
    const code = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const look = setInterval(() => {
            (globalThis as unknown as Partial<WithEngine>).cityloomEngine?.status$
              .subscribe((status) => {
                if (status.kind !== 'failed') return;
                clearInterval(look);
                resolve(status.problems[0].code);
              })
              .unsubscribe();
          }, 50);
        }),
    );
    expect(code).toBe('engine.not-loaded');
    expect(asked).toBeGreaterThanOrEqual(2);
    await close();
  });
});
