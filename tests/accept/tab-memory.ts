/** How much room the processes of a browser take: page and workers are one, which the operating system knows by number. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';

export interface Thread {
  readonly id: string;
  readonly name: string;
  readonly cpuSeconds: number;
}

export interface ProcessRoom {
  /** 'renderer' for a page with its workers, 'GPU', 'browser' … */
  readonly type: string;
  /** Most resident memory since it began, as Linux counts it: shared pages of the program's file are in it. */
  readonly peakMb: number;
  /** Processor seconds of each of its threads that has done anything, busiest first. */
  readonly threads: readonly Thread[];
}

const TICKS_PER_SECOND = 100; // USER_HZ: what /proc counts in, on every Linux of today
const USER_TICKS_AT = 11;
const SYSTEM_TICKS_AT = 12;

/** Of every process of the browser, largest first; nothing where there is no /proc. */
export async function processRooms(browser: Browser): Promise<readonly ProcessRoom[]> {
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = (await devtools.send('SystemInfo.getProcessInfo')) as {
    processInfo: readonly { readonly type: string; readonly id: number }[];
  };
  await devtools.detach();
  return processInfo.flatMap(({ type, id }) => roomOf(type, id) ?? []).sort((a, b) => b.peakMb - a.peakMb);
}

function roomOf(type: string, id: number): ProcessRoom | undefined {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'));
    if (kilobytes === null) return undefined;
    const threads = readdirSync(`/proc/${id}/task`).map((thread) => {
      const line = readFileSync(`/proc/${id}/task/${thread}/stat`, 'utf8');
      const name = line.slice(line.indexOf('(') + 1, line.lastIndexOf(')'));
      const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
      const ticks = Number(fields[USER_TICKS_AT]) + Number(fields[SYSTEM_TICKS_AT]);
      return { id: thread, name, cpuSeconds: ticks / TICKS_PER_SECOND };
    });
    threads.sort((a, b) => b.cpuSeconds - a.cpuSeconds);
    return { type, peakMb: Number(kilobytes[1]) / 1_024, threads: threads.filter(({ cpuSeconds }) => cpuSeconds > 0) };
  } catch {
    return undefined; // it has ended meanwhile, or this is no Linux
  }
}

/** Of the tab, the thread that has worked most between two looks, and how long; nothing where there is no /proc. */
export function busiestBetween(before: readonly ProcessRoom[], after: readonly ProcessRoom[]): Thread | undefined {
  const tab = (rooms: readonly ProcessRoom[]) => rooms.find(({ type }) => type === 'renderer')?.threads ?? [];
  const earlier = new Map(tab(before).map(({ id, cpuSeconds }) => [id, cpuSeconds]));
  return tab(after)
    .map((thread) => ({ ...thread, cpuSeconds: thread.cpuSeconds - (earlier.get(thread.id) ?? 0) }))
    .sort((a, b) => b.cpuSeconds - a.cpuSeconds)[0];
}
