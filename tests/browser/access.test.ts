import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openApp } from './harness';

const OPEN = { timeout: 120_000 };
const checker = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What an automatic checker finds against WCAG 2.2 AA, one line each: rule, place, reason. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate((levels) => {
    const { axe } = globalThis as unknown as { axe: { run(where: Document, how: object): Promise<AxeResults> } };
    return axe.run(document, { runOnly: { type: 'tag', values: levels }, resultTypes: ['violations'] });
  }, LEVELS);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any, all, none }) => {
      const [reason] = [...any, ...all, ...none];
      return `${id}: ${target.join(' ')}: ${reason?.message ?? ''}`;
    }),
  );
}

/** The page, a change that is being set, and each dialog. */
async function everywhere(page: Page): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = { page: await faults(page) };
  await page.locator('.kind').first().click();
  found.change = await faults(page);
  await page.keyboard.press('Escape');
  for (const [name, key] of Object.entries({
    compare: 'c',
    ahead: 'p',
    flows: 'v',
    export: 'y',
    views: 'j',
    help: '?',
  })) {
    await page.locator('body').press(key);
    await page.getByRole('dialog').waitFor(OPEN);
    found[name] = await faults(page);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await page.locator('body').press('?');
  await page.getByRole('dialog').locator('.tour-offer').click();
  await page.locator('.tour-card').waitFor();
  found.tour = await faults(page);
  await page.keyboard.press('Escape');
  await page.locator('[data-kept]').first().click();
  await page.getByRole('dialog').waitFor(OPEN);
  found.scenarios = await faults(page);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  return found;
}

describe('whoever reads it with help', () => {
  it('meets no fault that a checker of WCAG 2.2 AA finds, in Chinese by day and in English at night', async () => {
    const { page, close } = await openApp('/plan?scene=tiny/one-gallery', { width: 1366, height: 768 });
    await page.locator('.figure').first().waitFor(OPEN);
    await page.locator('body').press(' ');
    await page.evaluate(checker);
    const byDay = await everywhere(page);
    await page.locator('body').press('k');
    await page.locator('body').press('l');
    const atNight = await everywhere(page);
    const nothing = Object.fromEntries(Object.keys(byDay).map((name) => [name, []]));
    expect({ byDay, atNight }).toEqual({ byDay: nothing, atNight: nothing });
    // It does look: a picture that says nothing is found.
    await page.evaluate(() => document.body.append(document.createElement('img')));
    expect((await faults(page)).join()).toContain('image-alt');
    await close();
  });
});
