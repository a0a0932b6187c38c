import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { asElementId, defaultScenario, type Intervention, type Scenario } from '../../sim';
import type { EngineClient } from '../../src/engine/engine-face';
import { linkTo } from '../../src/scenarios/share-link';
import { cityloom, scratchFolder } from '../hosts/command';
import { readPdf } from '../pdf/read-pdf';
import { openApp } from './harness';

const OPEN = { timeout: 120_000 };
const SIZE = { locale: 'en-GB', width: 1000, height: 560 } as const;
/** Twenty cars on a ring: a wave of braking by chance, in seconds. */
const CITY = 'tiny/ring';
const SEEDS = 10;
const known = /THREE\.Clock/;

const change = (kind: string, settings: Intervention['settings'], fromSeconds: number): Intervention => ({
  id: `${kind}-1`,
  kind,
  targets: [asElementId('ring:p00:p08')],
  settings,
  fromSeconds,
  untilSeconds: null,
});
const slow = change('limit-speed', { limitKmh: 15, bothDirections: true }, 60);
const crash = change('crash', {}, 1_500);
const scenario = (interventions: readonly Intervention[]): Scenario =>
  defaultScenario('ring', { interventions, domains: ['traffic'], seed: 5 });

/** Opens the city with a scenario, as somebody's link brings it. */
async function openWith(interventions: readonly Intervention[]) {
  const link = new URL(await linkTo(scenario(interventions), CITY, new URL('http://x/plan')));
  const app = await openApp(`/plan${link.search}&hooks${link.hash}`, SIZE);
  await app.page.locator('.active-change').first().waitFor(OPEN);
  await app.page.locator('.figure').first().waitFor(OPEN);
  return app;
}

/** All bars of the comparison that is shown, by the name of their KPI. */
async function bars(page: Page) {
  await page.locator('.compare .fold-head button').click();
  const rows = page.locator('.compare-bars > li');
  return rows.evaluateAll((all) =>
    all.map((each) => {
      const { kpi, difference, noise, verdict } = (each as HTMLElement).dataset;
      return { kpi, difference: Number(difference), noise: Number(noise), differs: verdict !== 'same' };
    }),
  );
}

const workers = (page: Page) => page.workers().length;

/** Every file that the page gives, as what reads such files finds it. */
async function comesAsFiles(page: Page, dialog: Locator): Promise<void> {
  const file = async (label: string) => {
    const coming = page.waitForEvent('download', OPEN);
    await dialog.getByRole('button', { name: label, exact: true }).click(OPEN);
    const download = await coming;
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };
  const csv = (bytes: Buffer) =>
    bytes
      .toString()
      .split('\r\n')
      .map((line) => line.split(','));
  const [head, first] = csv((await file('Series of this run: CSV')).bytes);
  expect(head.slice(0, 2)).toEqual(['seconds', 'clock']);
  expect(first[1]).toMatch(/^\d\d:\d\d:\d\d$/);
  const [names, ...rows] = csv((await file('Series of the comparison: CSV')).bytes);
  const parquet = await file('Series of the comparison: Parquet');
  expect(parquet.name).toMatch(/\.parquet$/);
  const table = await parquetReadObjects({ file: new Uint8Array(parquet.bytes).buffer });
  expect(Object.keys(table[0])).toEqual(names);
  expect(table).toHaveLength(rows.length - 1);
  const report = readPdf((await file('Report of the comparison: PDF')).bytes);
  const said = report.lines.join(' ');
  for (const each of ['Comparison of two scenarios', 'What it does', 'Assumptions and method', 'Sources']) {
    expect(said).toContain(each);
  }
  expect(report.pictures.map((picture) => picture.subarray(0, 2).toString('hex'))).toEqual(['ffd8']);
  const picture = (await file('Picture of the view: PNG')).bytes;
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([SIZE.width, SIZE.height]);
  const kept = JSON.parse((await file('Scenario: JSON')).bytes.toString());
  expect(kept.interventions).toHaveLength(1);
}

describe('two scenarios side by side', () => {
  const folder = scratchFolder();

  it('come to the figures of the command line, are cancelled without a trace, and are kept with the scenario', async () => {
    const { page, complaints, close } = await openWith([slow]);
    writeFileSync(join(folder, 'a.json'), JSON.stringify(scenario([])));
    writeFileSync(join(folder, 'b.json'), JSON.stringify(scenario([slow])));
    const window = ['--until', String(slow.fromSeconds + 3_600)];
    const files = ['--a', join(folder, 'a.json'), '--b', join(folder, 'b.json')];
    const commandLine = cityloom('compare', CITY, ...files, '--seeds', String(SEEDS), ...window, '--json');

    // A picture that stands still leaves the processor to the pool.
    await page.locator('body').press(' ');
    await page.locator('body').press('c');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('slider').press('End');
    const before = workers(page);
    await dialog.getByRole('button', { name: 'Compare', exact: true }).click();
    await expect.poll(() => workers(page), OPEN).toBeGreaterThan(before);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => workers(page), OPEN).toBeLessThanOrEqual(before + 1);
    await dialog.getByRole('button', { name: /^Compare/ }).click();
    await dialog.getByText(`${SEEDS} pairs of runs`).waitFor(OPEN);
    await expect.poll(() => dialog.getByText('So far from').count(), OPEN).toBe(0);

    const expected = JSON.parse((await commandLine).stdout).kpis as Record<string, Record<string, number>>;
    const found = await bars(page);
    expect(found.length).toBe(Object.keys(expected).length);
    for (const { kpi, difference, noise, differs } of found) {
      const { difference: ofLine, noise: noiseOfLine, sign } = expected[kpi!];
      expect({ kpi, difference, noise, differs }).toEqual({
        kpi,
        difference: ofLine,
        noise: noiseOfLine,
        differs: sign !== 0,
      });
    }
    expect(found.some(({ differs }) => differs)).toBe(true);
    expect(await dialog.getByText('Nobody travels').count()).toBeGreaterThan(0);

    await page.reload();
    await page.locator('.active-change').first().waitFor(OPEN);
    await page.locator('body').press('c');
    await dialog.getByText(`${SEEDS} pairs of runs`).waitFor(OPEN);
    expect(await dialog.locator('.compare-stale').count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.locator('body').press('y');
    await comesAsFiles(page, dialog);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Take off' }).first().click();
    await page.locator('body').press('c');
    await dialog.locator('.compare-stale').waitFor(OPEN);
    expect(complaints.filter((each) => !known.test(each))).toEqual([]);
    await close();
  });

  it('hold the space bar to see the city without the change; a short press still stops the time', async () => {
    const { page, close } = await openWith([slow]);
    const label = page.locator('.look-back');
    await page.keyboard.down(' ');
    await page.locator('.look-back[data-shown="true"]').waitFor(OPEN);
    expect(await label.textContent()).toMatch(/A · Baseline · 07:\d\d:\d\d/);
    await page.keyboard.up(' ');
    await expect.poll(() => label.count()).toBe(0);
    const isRunning = () => page.getByRole('button', { name: 'Pause', exact: true }).count();
    expect(await isRunning()).toBe(1);
    await page.locator('body').press(' ');
    await expect.poll(isRunning, OPEN).toBe(0);
    // Held on the chip, as a finger does; even while the time stands still.
    const chip = page.locator('.ab-a');
    await chip.hover();
    await page.mouse.down();
    await page.locator('.look-back[data-shown="true"]').waitFor(OPEN);
    await page.mouse.up();
    await expect.poll(() => label.count()).toBe(0);
    expect(await page.getByRole('dialog').count(), 'a hold is no press').toBe(0);
    // Side by side: another picture left of a divider, which keys move; the page's own has the rest.
    await page.locator('body').press('x');
    await page.locator('.city-beside[data-shown="true"] canvas').waitFor({ ...OPEN, state: 'attached' });
    const divider = page.getByRole('slider', { name: /^Divider/ });
    await divider.press('PageDown');
    expect(await divider.getAttribute('aria-valuenow')).toBe('40');
    const clip = () => page.locator('.city-beside').evaluate((each) => getComputedStyle(each).clipPath);
    expect(await clip()).toBe('inset(0px 60% 0px 0px)');
    await page.locator('body').press('x');
    await expect.poll(() => page.locator('.city-beside').count()).toBe(0);
    await close();
  });

  it('look ahead on a copy: an alarm is named before it comes, and the city stays as it was', async () => {
    const { page, close } = await openWith([crash]);
    await page.locator('body').press(' ');
    await page.locator('body').press('p');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Look ahead', exact: true }).click();
    await dialog.locator('.ahead-alarms li').first().waitFor(OPEN);
    expect(await dialog.locator('.ahead-alarms').textContent()).toContain('Crash on');
    await dialog.getByRole('button', { name: 'Back to the city' }).click();
    const { finalHash } = await page.evaluate(async () => {
      const engine = (globalThis as unknown as { cityloomEngine: EngineClient }).cityloomEngine;
      const reached = await engine.runTo(1_800);
      return reached.ok ? reached.value : { finalHash: '' };
    });
    writeFileSync(join(folder, 'crash.json'), JSON.stringify(scenario([crash])));
    const plain = await cityloom('run', CITY, '--scenario', join(folder, 'crash.json'), '--until', '1800', '--json');
    expect(finalHash).toBe(JSON.parse(plain.stdout).finalHash);
    await close();
  });
});
