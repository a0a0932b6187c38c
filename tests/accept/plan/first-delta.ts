/** Somebody who has never seen it: from opening the page to the first figure that says what his change does. */
import { loadavg } from 'node:os';
import { type CityPage, openCity } from '../city-page';
import type { AcceptLine } from '../line';

const MOST_SECONDS = 60;
const MOST_CLICKS = 5;
/** Part of the name of one of the flagship's main roads, as its sign has it. */
const ROAD = 'Tuanjie';
const PATIENCE = { timeout: 240_000 };

export const firstDelta: AcceptLine = {
  name: 'first delta',
  goal: 'the first delta on screen within 60 s of opening the flagship in a fresh profile, with at most five clicks',
  async measure(tools) {
    const opened = await openCity(tools, '/plan');
    try {
      const { clicks, stoodSeconds, deltaSeconds, told } = await closeARoad(opened);
      return {
        held: deltaSeconds <= MOST_SECONDS && clicks <= MOST_CLICKS,
        reached: `${deltaSeconds.toFixed(1)} s, ${clicks} clicks and one word typed (the list of changes stood after ${stoodSeconds.toFixed(1)} s); first said: ${told}`,
        how: `Chromium at 1280 × 720 with an empty profile, draw calls swallowed; a kind of change, a road from the list, Apply; nobody hesitates; load ${loadavg()[0].toFixed(1)}`,
      };
    } finally {
      await opened.end();
    }
  },
};

async function closeARoad({ page, openedMs }: CityPage) {
  const since = () => (performance.now() - openedMs) / 1_000;
  let clicks = 0;
  const click = async (place: ReturnType<typeof page.locator>) => {
    await place.click(PATIENCE);
    clicks++;
  };
  await click(page.getByRole('button', { name: /^Close a road/ }));
  const stoodSeconds = since();
  // The form has the focus: whoever types, searches.
  await page.getByRole('searchbox').fill(ROAD, PATIENCE);
  await click(page.locator('.match').first());
  await click(page.getByRole('button', { name: 'Apply', exact: true }));
  const delta = page.locator('.figure-difference[data-verdict="worse"], .figure-difference[data-verdict="better"]');
  await delta.first().waitFor(PATIENCE);
  return { clicks, stoodSeconds, deltaSeconds: since(), told: (await delta.first().textContent())?.trim() ?? '' };
}
