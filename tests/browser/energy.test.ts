import { describe, expect, it } from 'vitest';
import { openApp } from './harness';

const DRAWN = 'canvas[data-ready="true"]';
/** React Three Fiber 9 still makes a THREE.Clock, which three 0.187 calls outdated; nothing of ours. */
const known = /THREE\.Clock/;

describe('the energy networks on the planner’s page', () => {
  it('are drawn over the flagship; a cable found by name and cut trips its feeder’s breaker; flows are told one by one', async () => {
    const { page, complaints, close } = await openApp('/plan', {
      locale: 'en-GB',
      width: 1280,
      height: 720,
      init: () => localStorage.setItem('cityloom.energy', 'yes'),
    });
    await page.waitForSelector(DRAWN, { timeout: 200_000 });
    await page.locator('.energy-legend').waitFor();
    await page.getByRole('button', { name: /^Cut a cable/ }).click({ timeout: 90_000 });
    await page.getByRole('searchbox').fill('West feeder 01');
    await page.locator('.match').first().click();
    await page.getByRole('button', { name: 'Apply', exact: true }).click();
    await page.locator('.active-change').waitFor({ timeout: 90_000 });
    await page.getByRole('button', { name: '+5 min' }).click();
    const happened = () => page.locator('.happening-text').allTextContents();
    await expect
      .poll(happened, { timeout: 150_000 })
      .toContainEqual(expect.stringMatching(/^A breaker has tripped: West feeder 01/));
    expect(Number(await page.locator('canvas').first().getAttribute('data-draw-calls'))).toBeLessThanOrEqual(150);
    await page.getByRole('button', { name: 'Energy flows' }).click();
    const picture = page.getByRole('listbox', { name: /^Energy flows, [\d.]+ MW in all/ });
    await picture.press('Home');
    const told = page.locator('.flows-told b');
    const seen = new Set<string | null>();
    for (let i = 0; i < 6; i++) {
      await picture.press('ArrowRight');
      seen.add(await told.textContent());
    }
    expect(seen.size).toBe(6);
    expect([...seen].join()).toMatch(/Gas gives [\d.]+ MW/);
    const shapes = await picture.locator('path').evaluateAll((all) => all.map((each) => each.getAttribute('d')));
    expect(shapes.length).toBeGreaterThan(30);
    for (const shape of shapes) expect(shape).toMatch(/^M[-\d. CLZ]+$/);
    await page.getByRole('radio', { name: 'Without' }).click({ timeout: 90_000 });
    await expect.poll(() => page.locator('.sankey-value').count()).toBeGreaterThan(10);
    expect(complaints.filter((each) => !known.test(each))).toEqual([]);
    await close();
  });
});
