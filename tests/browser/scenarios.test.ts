import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { shelfFaults } from '../set-up/shelf-faults';
import { openApp, theFlatBrowser } from './harness';

const root = join(import.meta.dirname, '../..');
const OPEN = { timeout: 120_000 };
/** What is kept has nothing to do with how it is drawn: the map asks least of a processor. */
const SIZE = { locale: 'en-GB', width: 1366, height: 768, isFlat: true } as const;
const PATH = '/plan?scene=tiny/crossroads';

const kept = (page: Page) => page.locator('[data-kept]').first().getAttribute('data-kept', OPEN);
const changes = (page: Page) => page.locator('.active-change').count();

async function closeAStreet(page: Page): Promise<void> {
  const before = await changes(page);
  await page.getByRole('button', { name: /^Close a road/ }).click(OPEN);
  await page.getByRole('searchbox').fill('e');
  await page.locator('.match').nth(before).click(OPEN);
  await page.getByRole('button', { name: 'Apply', exact: true }).click();
  await expect.poll(() => changes(page), OPEN).toBe(before + 1);
  await expect.poll(() => kept(page), OPEN).toBe('kept');
}

async function openList(page: Page): Promise<void> {
  await page.locator('[data-kept]').first().click();
  await page.getByRole('dialog').waitFor();
}

describe('a planner’s scenarios', () => {
  it('are kept as they are made, found again, left for the baseline and come back to', async () => {
    const { page, complaints, close } = await openApp(PATH, SIZE);
    expect(await kept(page)).toBe('none');
    await closeAStreet(page);
    await page.reload();
    await expect.poll(() => changes(page), OPEN).toBe(1);
    await page.locator('body').press('Control+z');
    await expect.poll(() => changes(page), OPEN).toBe(0);
    await page.locator('body').press('Control+Shift+z');
    await expect.poll(() => changes(page), OPEN).toBe(1);

    await openList(page);
    await page.getByRole('button', { name: 'Open: Baseline' }).click();
    await expect.poll(() => changes(page), OPEN).toBe(0);
    await page.getByRole('button', { name: 'Make a copy: Scenario 1' }).click();
    await page.getByRole('button', { name: 'Delete: Scenario 1' }).click();
    await page.getByRole('button', { name: 'Open: Scenario 2' }).click(OPEN);
    await expect.poll(() => changes(page), OPEN).toBe(1);
    await page.keyboard.press('Escape');
    await page.locator('.notice').getByRole('button', { name: 'Undo' }).click();
    await openList(page);
    await page.getByRole('button', { name: 'Open: Scenario 1' }).waitFor();
    expect(complaints.filter((each) => !/THREE\.(Clock|WebGLRenderer)/.test(each))).toEqual([]);
    await close();
  });

  it('open in two tabs lose nothing: what the second changes goes into a copy, until it takes over', async () => {
    const { page, context, close } = await openApp(PATH, SIZE);
    await closeAStreet(page);
    const second = await context.newPage();
    await second.goto(page.url());
    await second.getByText('open in another tab').waitFor(OPEN);
    await closeAStreet(second);
    expect(await second.locator('[data-kept]').first().textContent()).toContain('Scenario 2');
    await openList(page);
    await page.getByRole('button', { name: 'Open: Scenario 2' }).waitFor();
    await page.goto(page.url());
    await page.getByRole('button', { name: 'Work on it here' }).click(OPEN);
    await page.getByText('open in another tab').waitFor({ ...OPEN, state: 'detached' });
    await second.getByText('open in another tab').waitFor(OPEN);
    await close();
  });

  it('travel in a link to somebody else’s browser, and a cut link says so', async () => {
    const { page, close } = await openApp(PATH, SIZE);
    await closeAStreet(page);
    await openList(page);
    // A browser without a clipboard shows the link itself.
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.getByRole('button', { name: 'Copy a link that carries it: Scenario 1' }).click();
    const link = new URL(await page.locator('.scenario-link input').inputValue());
    await close();
    const other = await openApp(link.pathname + link.search + link.hash, SIZE);
    await expect.poll(() => changes(other.page), OPEN).toBe(1);
    expect(new URL(other.page.url()).hash).toBe('');
    await other.close();
    const cut = await openApp(link.pathname + link.search + link.hash.slice(0, -12), SIZE);
    await expect.poll(() => kept(cut.page), OPEN).toBe('none');
    await openList(cut.page);
    expect(await cut.page.getByRole('alert').textContent()).toContain('The link was not taken');
    await cut.close();
  });

  it('come as files dropped on the page, and whole cities too; of twenty broken ones nothing is taken, and each says why', async () => {
    const { page, close } = await openApp(PATH, SIZE);
    // Which city they must be for is known once it is open.
    await page.locator('button.kind:enabled').first().waitFor(OPEN);
    const city = (file: string) => readFileSync(join(root, 'scenes/tiny/ring', file), 'utf8');
    const ring = ['scene.json', ...JSON.parse(city('scene.json')).files].map((file: string) => [file, city(file)]);
    const drop = (files: readonly (readonly string[])[]) =>
      page.evaluate((all) => {
        const dropped = new DataTransfer();
        for (const [name, text] of all) dropped.items.add(new File([text], name));
        window.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, cancelable: true }));
      }, files);
    const sound = { format: 'cityloom-scenario', version: 1, scene: 'crossroads', interventions: [] };
    const broken = Array.from({ length: 15 }, (_, i) => [
      `broken-${i}.json`,
      [
        '{"format": ',
        JSON.stringify({ ...sound, seed: -i - 1 }),
        JSON.stringify({ ...sound, version: 99 }),
        JSON.stringify({ ...sound, interventions: [{ id: 'x', kind: 'fly' }] }),
        JSON.stringify({ ...sound, scene: 'atlantis' }),
      ][i % 5],
    ]);
    await drop([
      ...broken,
      ['sound.json', JSON.stringify({ ...sound, name: 'The sound one' })],
      ...ring.map(([file, text]) => [file, file === 'roads.json' ? text.replaceAll('"to"', '"two"') : text]),
      ['pipes.inp', '[JUNCTIONS]\n J1 up'],
      ['grid.m', 'mpc.bus = [1 2'],
      ['town.net.xml', '<net><edge'],
      ['picture.tif', 'II'],
    ]);
    await expect.poll(() => page.locator('.scenario-refused').count(), OPEN).toBe(20);
    const why = (source: string) => page.locator('.scenario-refused').filter({ hasText: source }).textContent();
    await expect.poll(() => page.locator('.scenario-row').count()).toBe(2);
    expect(await page.locator('.scenario-row').last().textContent()).toContain('The sound one');
    expect(await why('broken-1.json')).toContain('seed');
    expect(await why('scene.json was not taken')).toContain('roads.json: edges[0].to');
    expect(await why('pipes.inp')).toContain('epanet.');
    expect(await why('grid.m')).toContain('matpower.');
    expect(await why('town.net.xml')).toContain('xml.');
    expect(await why('picture.tif')).toContain('file.unknown-kind');
    expect(await page.locator('.own-scenes').count(), 'nothing of a city is kept').toBe(0);

    await drop(ring);
    await page.locator('.scenario-brought').waitFor(OPEN);
    expect(await page.locator('.scenario-refused').count()).toBe(0);
    await page
      .locator('.own-scenes')
      .getByRole('button', { name: /^Open: / })
      .click();
    await page.waitForURL(/scene=own\/ring/);
    await page.waitForSelector('canvas[data-ready="true"]', OPEN);
    await page.reload();
    await page.locator('button.kind:enabled').first().waitFor(OPEN);
    expect(await page.locator('[data-kept]').first().textContent()).toContain('Baseline');
    await close();
  });

  // The rest of the table is lived by `npm run accept -- plan`.
  it.each(shelfFaults.filter(({ name }) => ['the disk is full', 'an old tab holds the database'].includes(name)))(
    'are not lost when $name',
    async ({ probe }) => {
      const context = await (await theFlatBrowser()).newContext({
        viewport: { width: 1366, height: 768 },
        locale: 'en-GB',
      });
      // What is kept does not hang on the picture, which would take most of the time.
      await context.addInitScript(() => {
        HTMLCanvasElement.prototype.getContext = () => null;
      });
      await probe({ context, origin: new URL(inject('origin')).origin });
      await context.close();
    },
  );
});
