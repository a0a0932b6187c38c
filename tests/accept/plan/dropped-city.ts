/** A whole city dropped on the page as its folder: until it is found sound and kept, and until it stands. */
import { join } from 'node:path';
import { openCity } from '../city-page';
import type { AcceptLine } from '../line';

const PATIENCE = { timeout: 200_000 };

export const droppedCity: AcceptLine = {
  name: 'a city dropped on the page',
  goal: 'the flagship’s folder dropped is read whole, kept, opened, and found again after a reload',
  async measure(tools) {
    const { page, end } = await openCity(tools, '/plan?scene=tiny/crossroads');
    try {
      await page.locator('button.kind:enabled').first().waitFor(PATIENCE);
      const session = await page.context().newCDPSession(page);
      const data = { items: [], files: [join(tools.root, 'scenes/eco-park')], dragOperationsMask: 1 };
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
        await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
      }
      const dropped = performance.now();
      await page.locator('.scenario-brought').waitFor(PATIENCE);
      const keptSeconds = (performance.now() - dropped) / 1_000;
      const refused = await page.locator('.scenario-refused').count();
      await page.getByRole('button', { name: 'Open: Sino-German Eco-Park' }).click();
      await page.waitForURL(/scene=own\/eco-park/);
      const opened = performance.now();
      await page.waitForSelector('canvas[data-ready="true"]', PATIENCE);
      const drawnSeconds = (performance.now() - opened) / 1_000;
      await page.reload();
      await page.locator('button.kind:enabled').first().waitFor(PATIENCE);
      const city = await page.title();
      return {
        held: refused === 0 && city.includes('Eco-Park'),
        reached: `read and kept in ${keptSeconds.toFixed(1)} s, drawn ${drawnSeconds.toFixed(1)} s after it was opened, and found again as “${city}”`,
        how: 'Chromium at 1280 × 720 with an empty profile, draw calls swallowed; the folder of scenes/eco-park by drag and drop',
      };
    } finally {
      await end();
    }
  },
};
