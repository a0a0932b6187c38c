/** What it costs to have A's city beside B's on the flagship, and a comparison under way beside both. */
import { loadavg } from 'node:os';
import { asElementId, type Intervention } from '../../../sim';
import type { AcceptLine } from '../line';
import { processRooms } from '../tab-memory';
import { change, firstRoad, flagshipAt } from './flagship-page';

const NOW_S = 1_800;
const MOST_MB = 1_536;
const POOL_LIVES_MS = 40_000;

export const besideEachOther: AcceptLine = {
  name: 'A beside B',
  goal: 'the tab stays below 1.5 GB with the flagship’s A and B at the same instant, A in the picture, and a comparison under way',
  async measure(tools) {
    const { browser, page, end } = await flagshipAt(tools, NOW_S);
    try {
      const tabMb = async () =>
        (await processRooms(browser)).find(({ type }) => type === 'renderer')?.peakMb ?? Number.NaN;
      const alone = await tabMb();
      const works: Intervention = {
        id: 'close-road-1',
        kind: 'close-road',
        targets: [asElementId(await firstRoad(page))],
        settings: { lanes: 'all', laneCount: 1, bothDirections: true },
        fromSeconds: NOW_S,
        untilSeconds: null,
      };
      await change(page, works, false);
      await page
        .locator('.active-change')
        .waitFor({ timeout: 60_000 })
        .catch(() => undefined);
      const from = performance.now();
      await page.keyboard.down(' ');
      await page.locator('.look-back[data-shown="true"]').waitFor({ timeout: 60_000 });
      const shownMs = performance.now() - from;
      await page.waitForTimeout(3_000);
      const beside = await tabMb();
      await page.keyboard.up(' ');
      const again = performance.now();
      await page.keyboard.down(' ');
      await page.locator('.look-back[data-shown="true"]').waitFor({ timeout: 60_000 });
      const shownAgainMs = performance.now() - again;
      await page.keyboard.up(' ');
      await page.locator('body').press('c');
      await page.locator('.compare-setup .button[data-tone="main"]').click();
      await page.waitForTimeout(POOL_LIVES_MS);
      const comparing = await tabMb();
      const progress = await page.locator('.compare-progress').textContent();
      return {
        held: comparing <= MOST_MB,
        reached: `${alone.toFixed(0)} MB with one city, ${beside.toFixed(0)} MB with A beside it, ${comparing.toFixed(0)} MB with a comparison under way (${progress?.trim()} after ${POOL_LIVES_MS / 1_000} s); A in the picture ${shownMs.toFixed(0)} ms after the key goes down, ${shownAgainMs.toFixed(0)} ms the next time (250 ms of it is the hold)`,
        how: `most resident memory of the tab’s process, Chromium at 1280 × 720, draw calls swallowed, load ${loadavg()[0].toFixed(1)}`,
      };
    } finally {
      await end();
    }
  },
};
