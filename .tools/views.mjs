// npm run views -- <folder> [--size 1920x1080] [--only morning,night] [--quick]: pictures of the flagship at fixed hours, weathers and
// layers, smooth and as sharp as the screen (--quick: as the page draws them), so that anyone can look. The folder may
// not lie within the project.
import { mkdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { servedPages } from './served-pages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Drawn at an hour of a day (`open`), from a named view, with layers by their keys, in the model's look unless said. */
const views = [
  { name: 'morning', open: '?hour=7.6&weather=october-clear', view: 'opening' },
  { name: 'traffic', open: '?hour=7.6&weather=october-clear', view: 'crossing', keys: 'g' },
  { name: 'noon', open: '?hour=12.5&weather=october-clear', view: 'bay' },
  { name: 'power', open: '?hour=12.5&weather=october-clear', view: 'opening', keys: 'b', carriers: ['electricity'] },
  {
    name: 'heat',
    open: '?hour=12.5&weather=january-clear',
    view: 'overview',
    keys: 'b',
    carriers: ['heat', 'cooling'],
  },
  { name: 'pit', open: '?hour=12.5&weather=october-clear', view: 'tuanjie', keys: 'u' },
  { name: 'dusk', open: '?hour=17.6&weather=october-clear', view: 'lakeside' },
  { name: 'night', open: '?hour=20.5&weather=october-clear', view: 'night' },
  { name: 'look-maquette', open: '?hour=12.5&weather=october-clear', view: 'centre' },
  { name: 'look-control-room', open: '?hour=20.5&weather=october-clear', view: 'centre', look: 'control-room' },
  { name: 'rain', open: '?hour=16&weather=july-rain', view: 'centre' },
  { name: 'fog', open: '?hour=7.6&weather=may-sea-fog', view: 'opening' },
  { name: 'snow', open: '?hour=9&day=20', view: 'housing', change: /^Snowfall/, aheadMinutes: 60 },
  {
    name: 'alarm-chain',
    open: '?hour=7.6&weather=october-clear',
    change: /^Gas leak in a tunnel/,
    target: 'Tuanjie gas, section 05',
    aheadMinutes: 15,
    afterwards: seeChain,
  },
  {
    name: 'inside',
    open: '?hour=12.5&weather=october-clear',
    change: /^Gas leak in a tunnel/,
    target: 'Tuanjie gas, section 05',
    aheadMinutes: 5,
    afterwards: goInside,
  },
  {
    name: 'inside-fire',
    open: '?hour=12.5&weather=october-clear',
    change: /^Fire in a tunnel/,
    target: 'Tuanjie power, section 05',
    aheadMinutes: 5,
    afterwards: goInside,
  },
];
const SETTLED_MS = 2_500;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: '1920x1080' },
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});
const [width, height] = values.size.split('x').map(Number);
const folder = positionals[0] && resolve(positionals[0]);
const only = values.only?.split(',');
const unknown = only?.filter((name) => !views.some((view) => view.name === name)) ?? [];
const isWithin = folder && !relative(root, folder).startsWith('..');
if (!folder || isWithin || !(width > 0 && height > 0) || unknown.length > 0) {
  console.error('cityloom: npm run views -- <folder outside the project> [--size 1920x1080] [--only morning,night]');
  console.error(`          there are: ${views.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}

mkdirSync(folder, { recursive: true });
const { address, browser, end } = await servedPages();

for (const view of views) {
  if (only && !only.includes(view.name)) continue;
  const from = performance.now();
  await draw(view);
  console.log(`${view.name} (${((performance.now() - from) / 1000).toFixed(0)} s)`);
}
await end();

/** A change to a gallery opens the ground; where it has closed again, it is opened. */
async function openGround(page) {
  if ((await page.locator('.alarm-board').count()) === 0) await page.keyboard.press('u');
  await page.locator('.alarm-board .alarm-row').first().waitFor();
}

/** Into the section whose alarm is the newest, and a few steps towards what has happened. */
async function goInside(page) {
  await openGround(page);
  await page.locator('.alarm-board').getByRole('button', { name: 'Walk inside' }).first().click();
  await page.locator('.walk-panel').waitFor();
  for (let step = 0; step < 6; step++) await page.locator('.city-view > canvas').press('w');
}

/** All that came of what the newest happening in a gallery came of, drawn through the city. */
async function seeChain(page) {
  const ofGalleries = page.locator('li.happening[data-family="tunnel"]');
  await ofGalleries.getByRole('button', { name: 'Causes and effects of this' }).first().dispatchEvent('click');
  const whole = page.getByRole('button', { name: 'All from the first cause' });
  if ((await whole.count()) > 0) await whole.click();
  await page.getByRole('button', { name: 'Fly to where the whole chain can be seen' }).click();
}

async function draw({
  name,
  open,
  view,
  keys = '',
  carriers,
  look = 'maquette',
  change,
  target,
  aheadMinutes = 0,
  afterwards,
}) {
  // Without flights: whoever asked for less motion is there at once.
  const context = await browser.newContext({ viewport: { width, height }, locale: 'en-GB', reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(300_000);
  const drawn = async () => {
    await page.waitForTimeout(SETTLED_MS);
    // A processor takes its time: whoever asks for a picture waits for all that was asked of the canvas before.
    await page.screenshot({ clip: { x: 0, y: 0, width: 8, height: 8 } });
  };
  await page.addInitScript((kept) => localStorage.setItem('cityloom.look', kept), look);
  await page.goto(new URL(`plan${open}${values.quick ? '' : '&best'}`, address).href);
  await page.waitForSelector('canvas[data-ready="true"]');
  // Time stands still but for steps: whatever moves would be drawn again and again, as sharp as a picture that is kept.
  await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
  await page.locator('canvas').first().focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  if (change) {
    await page.getByRole('button', { name: change }).click();
    if (target) {
      await page.getByRole('searchbox').fill(target);
      await page.locator('.match').first().click();
    }
    await page.getByRole('button', { name: 'Apply', exact: true }).click();
    await page.locator('.active-change').waitFor();
  }
  // A first step, so that networks have been solved and weather is there.
  for (let minutes = 0; minutes < Math.max(5, aheadMinutes); minutes += 5) {
    const before = await page.locator('.clock-hours').textContent();
    await page.getByRole('button', { name: '+5 min' }).click();
    await page.waitForFunction(
      (shown) =>
        document.querySelector('.clock-hours')?.textContent !== shown && !document.querySelector('.notices progress'),
      before,
      { polling: 200 },
    );
  }
  await page.locator('canvas').first().focus();
  for (const key of keys) await page.keyboard.press(key);
  if (carriers) {
    for (const [i, carrier] of ['electricity', 'heat', 'cooling', 'gas'].entries()) {
      if (!carriers.includes(carrier)) await page.locator('.energy-legend-switch').nth(i).click();
    }
  }
  if (view) await page.locator('select.views-menu').selectOption(view, { force: true });
  await afterwards?.(page);
  await page.evaluate(() => {
    document.querySelector('.chrome').style.opacity = '0';
    document.querySelector('canvas').style.outline = 'none';
  });
  await drawn();
  await drawn();
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
}
