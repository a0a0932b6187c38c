import { resolve } from 'node:path';
import { preview } from 'vite';
import type { TestProject } from 'vitest/node';
import { ensureBuilt } from '../../.tools/build.mjs';
import { ensureChromium } from '../../.tools/setup.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    origin: string;
    chromium: string;
  }
}

/** Serves the production build with its real headers for the browser tests. */
export default async function serve(project: TestProject) {
  await ensureBuilt();
  const root = resolve(import.meta.dirname, '../..');
  const server = await preview({
    root: `${root}/src`,
    configFile: `${root}/vite.config.ts`,
    preview: { port: 0, host: '127.0.0.1' },
    logLevel: 'warn',
  });
  project.provide('origin', server.resolvedUrls!.local[0]);
  project.provide('chromium', await ensureChromium());
  return () => server.close();
}
