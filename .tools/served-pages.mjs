// The built product behind a server of its own, and a browser to look at it: for pictures that people look at.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureChromium, ensurePackages } from './setup.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

export async function servedPages() {
  ensurePackages();
  const { ensureBuilt } = await import('./build.mjs');
  await ensureBuilt();
  const { preview } = await import('vite');
  const { chromium } = await import('playwright-core');
  const server = await preview({
    root: join(root, 'src'),
    configFile: join(root, 'vite.config.ts'),
    preview: { port: 0, host: '127.0.0.1' },
    logLevel: 'warn',
  });
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: ['--headless=new', '--no-sandbox', '--enable-unsafe-swiftshader', '--disable-quic', '--no-first-run'],
  });
  return {
    address: server.resolvedUrls.local[0],
    browser,
    async end() {
      await browser.close();
      await server.close();
    },
  };
}
