// npm test: sets up what is missing, then runs every test, those in the browser too. Arguments go to Vitest.
import { spawnSync } from 'node:child_process';
import { ensureChromium, ensurePackages } from './setup.mjs';

ensurePackages();
const chromium = await ensureChromium();
const run = spawnSync('node', ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)], {
  cwd: new URL('..', import.meta.url).pathname,
  stdio: 'inherit',
  env: { ...process.env, CITYLOOM_CHROMIUM: chromium },
});
process.exit(run.status ?? 1);
