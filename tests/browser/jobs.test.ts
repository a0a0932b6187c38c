import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openApp } from './harness';

it('lets the worker of the city start one for long work, which loads the solver under the served policies', async () => {
  const { page, complaints, strangers, close } = await openApp('/plan?scene=tiny/crossroads');
  const assets = join(import.meta.dirname, '../../dist/assets');
  const file = readdirSync(assets).find((name) => /^job-worker-.*\.js$/.test(name));
  const isOurs = (worker: { url(): string }) => /\/worker-[^/]*\.js$/.test(worker.url());
  const city = page.workers().find(isOurs) ?? (await page.waitForEvent('worker', isOurs));
  // Plain addresses are refused there, as on the page; a domain that nobody knows is answered once the solver is there.
  const heard = await city.evaluate(async (address) => {
    type Policy = { createScriptURL(address: string): string };
    const factory = (globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: Policy): Policy } })
      .trustedTypes;
    let refused = false;
    try {
      new Worker(address, { type: 'module' });
    } catch {
      refused = true;
    }
    const policy = factory.createPolicy('cityloom', { createScriptURL: (own) => own });
    const worker = new Worker(policy.createScriptURL(address), { type: 'module' });
    const reply = new Promise<unknown>((resolve) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => resolve({ error: `the worker: ${message}` });
    });
    worker.postMessage({ serial: 1, domain: 'nobody', question: new Uint8Array() });
    return { refused, reply: await reply };
  }, `/assets/${file}`);
  expect(heard).toEqual({
    refused: true,
    reply: { serial: 1, error: "met a job of the domain 'nobody', expected one that answers its own questions" },
  });
  expect(strangers).toEqual([]);
  expect(complaints.filter((each) => /wasm|policy/i.test(each) && !each.includes('TrustedScriptURL'))).toEqual([]);
  await close();
});
