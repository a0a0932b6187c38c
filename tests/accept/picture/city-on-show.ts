/** Our page and others' in a Chromium, with a meter in them; the product is served once for all lines. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumArguments } from '../../set-up/chromium-arguments';
import type { AcceptTools } from '../line';
import { serveApp } from '../serve-app';
import { type Metered, meterPage, type WithMeter } from './gl-meter';
import { busiestMs, mainThreads } from './main-thread';
import { MEASURED_CITY, type ServedScene } from './measured-city';

export const SIZE = { width: 1_280, height: 720 } as const;

let served: ReturnType<typeof serveApp> | undefined;

/** Where `npm start` serves the product; ended with this process. */
export async function productAddress(tools: AcceptTools): Promise<string> {
  if (served === undefined) {
    served = serveApp(tools);
    const { end } = await served;
    process.on('exit', end);
  }
  return (await served).address;
}

export interface OnShow {
  readonly browser: Browser;
  readonly page: Page;
  /** What the console had to say, and requests to other hosts. */
  readonly complaints: readonly string[];
  readonly strangers: readonly string[];
  end(): Promise<void>;
}

export interface ShowOptions {
  /** Draw calls do nothing, and the page believes that a card does them. */
  readonly swallows?: boolean;
  readonly size?: { readonly width: number; readonly height: number };
  readonly scene?: ServedScene;
  readonly flags?: readonly string[];
  /** Kept choices of the person in front of it, by name. */
  readonly remembered?: Readonly<Record<string, string>>;
}

/** React Three Fiber 9 still makes a THREE.Clock, which three 0.187 calls outdated; nothing of ours. */
const known = /THREE\.Clock/;

export async function open(tools: AcceptTools, address: string, options: ShowOptions = {}): Promise<OnShow> {
  const { swallows = true, size = SIZE, scene, flags = [], remembered = {} } = options;
  const browser = await chromium.launch({ executablePath: tools.chromium, args: [...chromiumArguments, ...flags] });
  const complaints: string[] = [];
  const strangers: string[] = [];
  try {
    const context = await browser.newContext({ viewport: size, locale: 'en-GB' });
    if (scene) await serveScene(context, scene);
    const page = await context.newPage();
    const { origin } = new URL(address);
    page.on('console', (message) => {
      const isComplaint = message.type() === 'error' || message.type() === 'warning';
      if (isComplaint && !known.test(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== origin)
        strangers.push(request.url());
    });
    await page.addInitScript(meterPage, { swallows, isCard: swallows });
    await page.addInitScript((kept) => {
      for (const [name, value] of Object.entries(kept)) localStorage.setItem(`cityloom.${name}`, value);
    }, remembered);
    await page.goto(address);
    return { browser, page, complaints, strangers, end: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function serveScene(context: BrowserContext, scene: ServedScene): Promise<void> {
  await context.route(`**/scenes/${MEASURED_CITY}/*`, (route) => {
    const name = new URL(route.request().url()).pathname.split('/').pop()!;
    const body = scene.get(name);
    return route.fulfill(body === undefined ? { status: 404 } : { body, contentType: 'application/json' });
  });
}

const LAYERS = { energy: 'yes', tunnels: 'yes', look: 'maquette' };

/** The planner's page with every overlay on, running; ready when its vehicles are there. */
export async function openProduct(tools: AcceptTools, query: string, options: ShowOptions = {}): Promise<OnShow> {
  const address = new URL(`plan${query}`, await productAddress(tools)).href;
  const shown = await open(tools, address, { remembered: LAYERS, ...options });
  try {
    await ready(shown.page);
    await shown.page.locator('canvas').first().focus();
    await shown.page.keyboard.press('g');
    return shown;
  } catch (error) {
    await shown.end();
    throw error;
  }
}

export async function ready(page: Page): Promise<void> {
  await page.waitForSelector('canvas[data-ready="true"]', { timeout: 240_000 });
  await page.waitForFunction(() => /\d\d:\d\d/.test(document.querySelector('.clock-hours')?.textContent ?? ''), null, {
    timeout: 240_000,
  });
}

export const reset = (page: Page) => page.evaluate(() => (globalThis as unknown as WithMeter).glMeter.reset());
export const read = (page: Page): Promise<Metered> =>
  page.evaluate(() => (globalThis as unknown as WithMeter).glMeter.read());

export interface Watched extends Metered {
  readonly mainMsPerFrame: number;
}

/** So many seconds of a page as it runs. */
export async function watch({ browser, page }: OnShow, seconds: number): Promise<Watched> {
  const before = await mainThreads(browser);
  await reset(page);
  await page.waitForTimeout(seconds * 1_000);
  const metered = await read(page);
  const ms = busiestMs(before, await mainThreads(browser));
  return { ...metered, mainMsPerFrame: ms / Math.max(1, metered.frames) };
}

export const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
