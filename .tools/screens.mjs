// npm run screens -- <folder> [--sizes 1366x768,1920x1080,3840x2160] [--languages zh,en] [--looks maquette,control-room]
// [--only first,gallery]: every panel and journey of the planner's page, in both languages and both themes, so that anyone
// can look. The folder may not lie within the project.
import { mkdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadTypescript } from './load-typescript.mjs';
import { journeys } from './screen-journeys.mjs';
import { servedPages } from './served-pages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** A panel that has just come or changed its size is drawn, and what it asked the engine has been answered. */
const SETTLED_MS = 700;
const locales = { zh: 'zh-CN', en: 'en-GB' };
const allLooks = ['maquette', 'control-room'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string', default: '1366x768,1920x1080,3840x2160' },
    languages: { type: 'string', default: 'zh,en' },
    looks: { type: 'string', default: allLooks.join() },
    only: { type: 'string', default: Object.keys(journeys).join() },
  },
});
const sizes = values.sizes.split(',').map((size) => size.split('x').map(Number));
const languages = values.languages.split(',');
const looks = values.looks.split(',');
const wanted = values.only.split(',');
const folder = positionals[0] && resolve(positionals[0]);
const isFine =
  folder &&
  relative(root, folder).startsWith('..') &&
  sizes.every(([width, height]) => width > 0 && height > 0) &&
  languages.every((language) => language in locales) &&
  looks.every((look) => allLooks.includes(look)) &&
  wanted.every((name) => name in journeys);
if (!isFine) {
  console.error('cityloom: npm run screens -- <folder outside the project> [--sizes 1920x1080] [--languages zh,en]');
  console.error(`          [--looks ${allLooks.join()}] [--only ${Object.keys(journeys).join()}]`);
  process.exit(2);
}

mkdirSync(folder, { recursive: true });
const { address, browser, end } = await servedPages();
const { learn, catalogues } = await loadTypescript('src/i18n/catalogue.ts');
let missed = 0;
for (const language of languages) {
  await learn(language);
  for (const look of looks) for (const name of wanted) await walk(name, language, look);
}
await end();
process.exitCode = missed === 0 ? 0 : 1;

/** One journey; where it gets stuck it says so, and the next one begins. */
async function walk(name, language, look) {
  const from = performance.now();
  const context = await browser.newContext({ locale: locales[language], reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.setViewportSize({ width: sizes[0][0], height: sizes[0][1] });
  await page.addInitScript((kept) => localStorage.setItem('cityloom.look', kept), look);
  let drawn = 0;
  const show = async (screen) => {
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      await page.waitForTimeout(SETTLED_MS);
      await page.screenshot({ path: join(folder, `${name}-${screen}.${language}.${look}.${width}x${height}.png`) });
      drawn++;
    }
    await page.setViewportSize({ width: sizes[0][0], height: sizes[0][1] });
  };
  try {
    const { open, steps } = journeys[name];
    await page.goto(new URL(`plan${open}`, address).href);
    await steps(page, show, catalogues[language]);
    console.log(`${name} ${language} ${look}: ${drawn} screens (${((performance.now() - from) / 1000).toFixed(0)} s)`);
  } catch (error) {
    missed++;
    console.error(`${name} ${language} ${look}: stuck after ${drawn} screens: ${String(error.message).slice(0, 600)}`);
    await page.screenshot({ path: join(folder, `${name}-stuck.${language}.${look}.png`) });
  }
  await context.close();
}
