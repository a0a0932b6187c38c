import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, inject } from 'vitest';
import { chromiumArguments } from '../set-up/chromium-arguments';

/** One for a test file. */
let browser: Browser | undefined;
let flatBrowser: Browser | undefined;
afterAll(async () => {
  await browser?.close();
  await flatBrowser?.close();
  browser = undefined;
  flatBrowser = undefined;
});

export async function theBrowser(): Promise<Browser> {
  browser ??= await chromium.launch({ executablePath: inject('chromium'), args: chromiumArguments });
  return browser;
}

/** One that offers pages neither WebGL nor WebGPU. */
export async function theFlatBrowser(): Promise<Browser> {
  const args = [...chromiumArguments, '--disable-3d-apis'];
  flatBrowser ??= await chromium.launch({ executablePath: inject('chromium'), args });
  return flatBrowser;
}

export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Warnings and errors of the console, page errors and refused requests, as they came. */
  readonly complaints: string[];
  /** Requests that went to another host than the product's own. */
  readonly strangers: string[];
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly width?: number;
  readonly height?: number;
  readonly locale?: string;
  readonly init?: () => void;
  /** In a browser without WebGL. */
  readonly isFlat?: boolean;
}

/** Opens a path of the served build in a fresh profile. */
export async function openApp(path: string, options: OpenOptions = {}): Promise<OpenPage> {
  const origin = inject('origin');
  const context = await (await (options.isFlat ? theFlatBrowser() : theBrowser())).newContext({
    viewport: { width: options.width ?? 640, height: options.height ?? 360 },
    locale: options.locale ?? 'zh-CN',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const strangers: string[] = [];
  page.on('console', (message) => {
    const type = message.type();
    if (type === 'error' || type === 'warning') complaints.push(`${type}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`page: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('data:') && !url.startsWith('blob:')) strangers.push(url);
  });
  if (options.init) await page.addInitScript(options.init);
  await page.goto(new URL(path, origin).href);
  return { page, context, complaints, strangers, close: () => context.close() };
}
