/** The browser is killed, all its processes at once, in the middle of a planner's edits; what it had called kept must be there. */
import { loadavg } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createLuck } from '../../../sim/kernel';
import { closeStreet } from '../../set-up/close-street';
import type { AcceptLine } from '../line';
import { serveApp } from '../serve-app';
import { type OwnBrowser, ownBrowser } from './own-browser';

const KILLS = 200;
const FIRST_CHANGES = 4;
/** A life ends so soon after so many of its edits were acknowledged, both drawn by lot. */
const MOST_ACKNOWLEDGED = 6;
const MOST_AFTER_MS = 150;
const PATIENCE = { timeout: 60_000 };
const REPORTED = 'cityloomAcknowledged';

/** The chip's word for a state of the scenario, and what stood in the list then. */
interface Seen {
  readonly revision: number;
  readonly changes: number;
}

export const killedBrowser: AcceptLine = {
  name: 'a killed browser',
  goal: `${KILLS} kills of the browser during edits lose no acknowledged edit`,
  async measure(tools) {
    const { address, end } = await serveApp(tools);
    const profile = join(tools.scratch, 'killed-profile');
    const luck = createLuck(7);
    let last: Seen = { revision: 0, changes: 0 };
    let acknowledged = 0;
    let alive: OwnBrowser | null = null;
    const lost: string[] = [];
    let later = 0;
    try {
      for (let life = 0; life <= KILLS; life++) {
        alive = await ownBrowser(tools.chromium, profile, ['--disable-3d-apis']);
        const told: Seen[] = [];
        await open(alive.page, address, told);
        if (life === 0) for (let i = 0; i < FIRST_CHANGES; i++) await closeStreet(alive.page, i);
        else {
          const found = await seen(alive.page);
          if (found.revision < last.revision || (found.revision === last.revision && found.changes !== last.changes)) {
            lost.push(`life ${life}: ${JSON.stringify(last)} was acknowledged, ${JSON.stringify(found)} is there`);
          }
          if (found.revision > last.revision) later++;
        }
        if (life === KILLS) break;
        await alive.page.evaluate(editWithoutEnd);
        const wanted = told.length + Math.floor(1 + luck.uniform(0, 0, life) * MOST_ACKNOWLEDGED);
        await until(() => told.length >= wanted);
        await pause(luck.uniform(1, 0, life) * MOST_AFTER_MS);
        const before = last.revision;
        await alive.kill();
        last = told.at(-1) ?? last;
        acknowledged += told.filter(({ revision }) => revision > before).length;
        if (life % 20 === 19) tools.say(`${life + 1} kills, ${acknowledged} edits acknowledged, ${lost.length} lost`);
      }
    } finally {
      await alive?.kill();
      end();
    }
    return {
      held: lost.length === 0 && acknowledged >= KILLS,
      reached: `${KILLS} kills, ${acknowledged} edits acknowledged, ${lost.length} lost; in ${later} lives one more was on the disk than had been acknowledged${lost.length > 0 ? `; ${lost[0]}` : ''}`,
      how: `SIGKILL to all processes of a Chromium with one profile, within ${MOST_AFTER_MS} ms of the first to ${MOST_ACKNOWLEDGED}th acknowledgement of a life, undo and redo every 60 ms on tiny/crossroads; a reopened page must show the scenario by itself, at the acknowledged revision or a later one; a process’s death, not a power cut; load ${loadavg()[0].toFixed(1)}`,
    };
  },
};

/** The page as it comes up after whatever happened before, and its word for every edit from then on. */
async function open(page: Page, address: string, told: Seen[]): Promise<void> {
  await page.exposeFunction(REPORTED, (each: Seen) => told.push(each));
  await page.goto(new URL('/plan?scene=tiny/crossroads', address).href);
  await page.locator('button.kind:enabled').first().waitFor(PATIENCE);
  await page.evaluate(watchChip, REPORTED);
}

async function seen(page: Page): Promise<Seen> {
  const revision = Number(await page.locator('[data-kept]').first().getAttribute('data-revision'));
  return { revision, changes: await page.locator('.active-change').count() };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function until(holds: () => boolean): Promise<void> {
  for (let waitedMs = 0; !holds(); waitedMs += 5) {
    if (waitedMs > PATIENCE.timeout) throw new Error('met a page that acknowledges no edit');
    await pause(5);
  }
}

function watchChip(report: string): void {
  const chip = document.querySelector('[data-kept]');
  if (!(chip instanceof HTMLElement)) throw new Error('met a page without a scenario’s chip');
  const tell = (globalThis as unknown as Record<string, (seen: object) => void>)[report];
  const look = () => {
    if (chip.dataset.kept !== 'kept') return;
    tell({ revision: Number(chip.dataset.revision), changes: document.querySelectorAll('.active-change').length });
  };
  new MutationObserver(look).observe(chip, { attributes: true });
}

/** Undo and redo in an order that looks like chance and is the same every time, faster than a person would, slow enough for the page to say “kept” in between. */
function editWithoutEnd(): void {
  let turn = 0;
  setInterval(() => {
    const shiftKey = (++turn * 0.618_033_988_7) % 1 < 0.5;
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, shiftKey, bubbles: true }));
  }, 60);
}
