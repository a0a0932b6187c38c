/** Issue 6, *Cost*: what grows while the city runs, and what is left of a hundred switches and three lost contexts. */
import type { Page } from 'playwright-core';
import type { AcceptLine } from '../line';
import { told } from './budgets';
import { openProduct, read, reset } from './city-on-show';

const MOST_BYTES_A_FRAME = 10;
/** Minutes of warm-up and of watching: as asked with --long, and else so many that the line is done in some minutes. */
const LONG_MINUTES = 30;
const SHORT_MINUTES = { warming: 1.5, watched: 2 };
const LOOKS = 8;

async function heapBytes(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.enable');
  for (let i = 0; i < 2; i++) await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = (await devtools.send('Runtime.getHeapUsage')) as { usedSize: number };
  await devtools.detach();
  return usedSize;
}

/** Least squares: bytes a frame. */
function slopeOf(points: readonly (readonly [number, number])[]): number {
  const mean = (k: 0 | 1) => points.reduce((sum, point) => sum + point[k], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const over = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return over / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}

const heap: AcceptLine = {
  name: 'heap',
  goal: `≤ ${MOST_BYTES_A_FRAME} bytes a frame after forced collection, over the ${LONG_MINUTES} min that follow ${LONG_MINUTES} min of warm-up, city running`,
  async measure(tools) {
    const { warming, watched } = tools.isLong ? { warming: LONG_MINUTES, watched: LONG_MINUTES } : SHORT_MINUTES;
    const shown = await openProduct(tools, '?hour=10');
    try {
      const { page } = shown;
      tools.say(`warming up for ${warming} min, watching for ${watched} min …`);
      await page.waitForTimeout(warming * 60_000);
      await reset(page);
      const points: [number, number][] = [];
      for (let look = 0; look <= LOOKS; look++) {
        if (look > 0) await page.waitForTimeout((watched * 60_000) / LOOKS);
        points.push([(await read(page)).frames, await heapBytes(page)]);
      }
      const slope = slopeOf(points);
      const [first, last] = [points[0], points[LOOKS]];
      return {
        held: tools.isLong && slope <= MOST_BYTES_A_FRAME,
        reached: `${slope.toFixed(0)} bytes a frame over ${last[0] - first[0]} frames (${(first[1] / 2 ** 20).toFixed(1)} MB at first, ${(last[1] / 2 ** 20).toFixed(1)} MB at last)${tools.isLong ? '' : '; a shortened run, which proves nothing: what is asked takes an hour and -- --long'}`,
        how: `the flagship at ten in the morning, ten times faster than life, every overlay on; ${warming} min of warm-up, then ${LOOKS + 1} forced collections in ${watched} min, least squares`,
      };
    } finally {
      await shown.end();
    }
  },
};

interface Held {
  readonly geometries: number;
  readonly textures: number;
  readonly programs: number;
  readonly nodes: number;
}

async function heldBy(page: Page): Promise<Held> {
  const [geometries, textures, programs] = await Promise.all(
    ['geometries', 'textures', 'programs'].map((name) => told(page, name)),
  );
  return { geometries, textures, programs, nodes: await page.evaluate(() => document.querySelectorAll('*').length) };
}

const SWITCHES = 100;
const LOSSES = 3;
/** Looks, traffic, energy, tunnels: each twice, and everything is as it was. */
const KEYS = ['k', 'g', 'b', 'u', 'k', 'g', 'b', 'u'] as const;

export async function loseContext(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const canvas = document.querySelector('canvas')!;
    const loss = canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!;
    const back = new Promise((resolve) => canvas.addEventListener('webglcontextrestored', resolve, { once: true }));
    loss.loseContext();
    await new Promise((resolve) => setTimeout(resolve, 300));
    loss.restoreContext();
    await back;
  });
}

const switches: AcceptLine = {
  name: 'switches and lost contexts',
  goal: `geometries, textures and DOM nodes are equal before and after ${SWITCHES} mode switches and ${LOSSES} forced context losses`,
  async measure(tools) {
    const shown = await openProduct(tools, '');
    try {
      const { page, complaints } = shown;
      await page.waitForTimeout(4_000);
      await page
        .getByRole('button', { name: /^Pause/ })
        .first()
        .click();
      await page.locator('canvas').first().focus();
      await everyLayerOnce(page);
      const before = await heldBy(page);
      for (let i = 0; i < SWITCHES; i++) {
        await page.keyboard.press(KEYS[i % KEYS.length]);
        await page.waitForTimeout(60);
      }
      for (let i = SWITCHES; i % KEYS.length !== 0; i++) await page.keyboard.press(KEYS[i % KEYS.length]);
      await page.waitForTimeout(3_000);
      const switched = await heldBy(page);
      for (let i = 0; i < LOSSES; i++) {
        await loseContext(page);
        await page.waitForTimeout(2_000);
      }
      await reset(page);
      await everyLayerOnce(page);
      const { draws } = await read(page);
      const lost = await heldBy(page);
      const isSame = (after: Held) =>
        (Object.keys(before) as (keyof Held)[]).every((key) => after[key] === before[key]);
      const say = (held: Held) =>
        `${held.geometries} geometries, ${held.textures} textures, ${held.programs} programs, ${held.nodes} nodes`;
      return {
        held: isSame(switched) && isSame(lost) && draws > 0 && complaints.length === 0,
        reached: `${say(before)}; after the switches ${say(switched)}; after the losses ${say(lost)}, drawing again (${draws} draws)${complaints.length > 0 ? `; the console: ${complaints.slice(0, 3).join(' | ')}` : ''}`,
        how: 'the flagship, paused so that no panel grows by what happens; looks and layers by their keys, WEBGL_lose_context',
      };
    } finally {
      await shown.end();
    }
  },
};

/** What is made at first use is there afterwards: every layer drawn in both looks. */
async function everyLayerOnce(page: Page): Promise<void> {
  for (const key of KEYS) {
    await page.keyboard.press(key);
    await page.waitForTimeout(700);
  }
  await page.waitForTimeout(3_000);
}

export const endurance: readonly AcceptLine[] = [heap, switches];
