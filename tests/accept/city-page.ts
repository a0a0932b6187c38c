/** The product in a Chromium, everything of the picture done but for the drawing itself, as a person with a clock sees it. */
import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumArguments } from '../set-up/chromium-arguments';
import type { AcceptTools } from './line';
import { serveApp } from './serve-app';

export interface CityPage {
  readonly browser: Browser;
  readonly page: Page;
  /** When the page was asked for, by this process's clock. */
  readonly openedMs: number;
  end(): Promise<void>;
}

export async function openCity(tools: AcceptTools, path: string): Promise<CityPage> {
  const { address, end } = await serveApp(tools);
  const browser = await chromium.launch({ executablePath: tools.chromium, args: chromiumArguments });
  const close = async () => {
    await browser.close();
    end();
  };
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, locale: 'en-GB' });
    await page.addInitScript(swallowDrawing);
    const openedMs = performance.now();
    await page.goto(new URL(path, address).href);
    return { browser, page, openedMs, end: close };
  } catch (error) {
    await close();
    throw error;
  }
}

function swallowDrawing(): void {
  for (const kind of [globalThis.WebGL2RenderingContext, globalThis.WebGLRenderingContext]) {
    for (const name of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced', 'clear']) {
      if (kind !== undefined && name in kind.prototype) Object.assign(kind.prototype, { [name]: () => undefined });
    }
  }
}

/** What the city's clock shows, in seconds after midnight. The words beside it, for those who listen, have times in them too. */
export async function clockSeconds(page: Page): Promise<number> {
  const parts = ['.clock-hours', '.clock-seconds'].map((part) => page.locator(part).textContent());
  const shown = (await Promise.all(parts)).join('');
  const [, hours, minutes, seconds] = /^(\d\d):(\d\d):(\d\d)$/.exec(shown) ?? [];
  if (seconds === undefined) throw new Error(`met the clock '${shown}', expected hours, minutes and seconds`);
  return 3_600 * Number(hours) + 60 * Number(minutes) + Number(seconds);
}

export async function paceFlatOut(page: Page): Promise<void> {
  await page.waitForSelector('canvas[data-ready="true"]', { timeout: 200_000 });
  await page.evaluate(countPictures);
  await page.locator('.pace').getByText('Flat out').first().click();
}

function countPictures(): void {
  const count = () => {
    document.documentElement.dataset.pictures = String(Number(document.documentElement.dataset.pictures ?? 0) + 1);
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
}

/** Since `paceFlatOut`. */
export function picturesDrawn(page: Page): Promise<number> {
  return page.evaluate(() => Number(document.documentElement.dataset.pictures ?? 0));
}

export const clockText = (seconds: number) =>
  `${Math.floor(seconds / 3_600)}:${String(Math.floor((seconds % 3_600) / 60)).padStart(2, '0')}`;
