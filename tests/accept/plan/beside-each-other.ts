/** What it costs to have A's city beside B's on the flagship, and a comparison under way beside both. */
import { loadavg } from 'node:os';
import type { Page } from 'playwright-core';
import { asElementId, defaultScenario, type Intervention } from '../../../sim';
import { linkTo } from '../../../src/scenarios/share-link';
import type { AcceptLine } from '../line';
import { processRooms } from '../tab-memory';
import { flagshipAt, MAIN_ROAD } from './flagship-page';

const NOW_S = 1_800;
const MOST_MB = 1_536;
const BESIDE_MS = 3_000;
const POOL_LIVES_MS = 40_000;

const works: Intervention = {
  id: 'close-road-1',
  kind: 'close-road',
  targets: [asElementId(MAIN_ROAD)],
  settings: { lanes: 'all', laneCount: 1, bothDirections: true },
  fromSeconds: NOW_S,
  untilSeconds: null,
};

/** Holds the space bar until A is in the picture; how long that took. */
async function holdUntilShown(page: Page): Promise<number> {
  const from = performance.now();
  await page.keyboard.down(' ');
  await page.locator('.look-back[data-shown="true"]').waitFor({ timeout: 60_000 });
  return performance.now() - from;
}

export const besideEachOther: AcceptLine = {
  name: 'A beside B',
  goal: 'the tab stays below 1.5 GB with the flagship’s A and B at the same instant, A in the picture, and a comparison under way',
  async measure(tools) {
    const scenario = defaultScenario('eco-park', { interventions: [works] });
    const { hash } = new URL(await linkTo(scenario, 'eco-park', new URL('http://page/')));
    const { browser, page, end } = await flagshipAt(tools, NOW_S, hash);
    try {
      const tabMb = async () => (await processRooms(browser)).find(({ type }) => type === 'renderer')?.peakMb ?? 0;
      await page.locator('body').press(' ');
      const shownMs = await holdUntilShown(page);
      await page.waitForTimeout(BESIDE_MS);
      await page.keyboard.up(' ');
      const beside = await tabMb();
      const shownAgainMs = await holdUntilShown(page);
      await page.keyboard.up(' ');
      await page.locator('body').press('c');
      await page.locator('.compare-setup .button[data-tone="main"]').click();
      await page.waitForTimeout(POOL_LIVES_MS);
      const comparing = await tabMb();
      const progress = await page.locator('.compare-progress, .compare-about').first().textContent();
      return {
        held: comparing <= MOST_MB,
        reached: `${beside.toFixed(0)} MB with A beside B, ${comparing.toFixed(0)} MB with a comparison under way (${progress?.trim()} after ${POOL_LIVES_MS / 1_000} s); A in the picture ${shownMs.toFixed(0)} ms after the key goes down, ${shownAgainMs.toFixed(0)} ms the next time (250 ms of it is the hold)`,
        how: `most resident memory of the tab’s process, Chromium at 1280 × 720, draw calls swallowed, load ${loadavg()[0].toFixed(1)}`,
      };
    } finally {
      await end();
    }
  },
};
