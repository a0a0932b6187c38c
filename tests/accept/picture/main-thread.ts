/** Processor time of a page's main thread, by the operating system: another's load slows a run and leaves this as it is. */
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';

const NANOSECONDS_A_MS = 1e6;

/** Of each page's process, ms since it began; nothing where there is no /proc. */
export async function mainThreads(browser: Browser): Promise<ReadonlyMap<number, number>> {
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = (await devtools.send('SystemInfo.getProcessInfo')) as {
    processInfo: readonly { readonly type: string; readonly id: number }[];
  };
  await devtools.detach();
  const spent = new Map<number, number>();
  for (const { type, id } of processInfo) {
    if (type !== 'renderer') continue;
    try {
      // The thread that a process begins with has its number; in a page it is the main one. Workers have their own.
      const [ns] = readFileSync(`/proc/${id}/task/${id}/schedstat`, 'utf8').split(' ');
      spent.set(id, Number(ns) / NANOSECONDS_A_MS);
    } catch {
      // It has ended meanwhile, or this is no Linux.
    }
  }
  return spent;
}

/** What the busiest of them did between two looks. */
export function busiestMs(before: ReadonlyMap<number, number>, after: ReadonlyMap<number, number>): number {
  const spent = [...after].map(([id, ms]) => ms - (before.get(id) ?? ms));
  if (spent.length === 0) throw new Error('met no page’s process in /proc; this figure needs a Linux');
  return Math.max(...spent);
}
