import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { EngineClient } from '../../src/engine/engine-face';
import { openApp } from './harness';

const known = /THREE\.Clock/;
const SNOWED_SECONDS = 2 * 3_600;

/** Mean brightness of the middle of the picture, 0 to 255. */
async function brightness(page: Page): Promise<number> {
  const png = await page.screenshot({ clip: { x: 420, y: 140, width: 440, height: 340 } });
  return page.evaluate(
    async (bytes) => {
      const picture = await createImageBitmap(new Blob([Uint8Array.from(bytes)], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
      context.drawImage(picture, 0, 0);
      const { data } = context.getImageData(0, 0, picture.width, picture.height);
      let sum = 0;
      for (let i = 0; i < data.length; i += 4) sum += (data[i] + data[i + 1] + data[i + 2]) / 3;
      return (4 * sum) / data.length;
    },
    [...png],
  );
}

describe('weather in the picture', () => {
  it('rains as streaks over a darker, wet city, then snows and lies on a white one, and says so', async () => {
    const { page, complaints, close } = await openApp('/plan?scene=tiny/one-feeder&day=266&hour=12&hooks', {
      locale: 'en-GB',
      width: 1280,
      height: 720,
    });
    await page.waitForSelector('canvas[data-ready="true"]', { timeout: 120_000 });
    const drops = async () => Number(await page.locator('canvas').first().getAttribute('data-drops'));
    await page.getByText('Try a change').first().waitFor();
    await page.locator('canvas').first().press('Space');
    await page.waitForTimeout(4_000);
    expect(await drops()).toBe(0);
    const dry = await brightness(page);

    await page.getByRole('button', { name: /^Steady rain/ }).click();
    await page.getByRole('button', { name: 'Apply', exact: true }).click();
    await page.getByRole('button', { name: '+5 min' }).click();
    await expect.poll(() => page.locator('.weather-legend').textContent(), { timeout: 90_000 }).toMatch(/Rain 20/);
    await expect.poll(drops, { timeout: 60_000 }).toBeGreaterThan(3_000);
    await expect.poll(() => brightness(page), { timeout: 60_000 }).toBeLessThan(0.96 * dry);
    const wet = await brightness(page);

    await page.getByRole('button', { name: 'Take off' }).first().click();
    await page.getByRole('button', { name: /^Snowfall/ }).click();
    await page.getByRole('button', { name: 'Apply', exact: true }).click();
    await page.evaluate((seconds) => {
      const { cityloomEngine } = globalThis as unknown as { cityloomEngine: EngineClient };
      return cityloomEngine.send({ kind: 'seek', seconds });
    }, SNOWED_SECONDS);
    await expect.poll(() => page.locator('.weather-legend').textContent(), { timeout: 120_000 }).toMatch(/Snow lying/);
    await expect.poll(() => brightness(page), { timeout: 60_000 }).toBeGreaterThan(1.06 * wet);
    expect(complaints.filter((each) => !known.test(each))).toEqual([]);
    await close();
  });
});
