// Builds the product when something it is made of has changed since the last build.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = new URL('..', import.meta.url).pathname;
const ingredients = [
  'src',
  'sim',
  'scenes',
  'public',
  'vite.config.ts',
  'package-lock.json',
  '.tools/drawn-shaders.mjs',
  '.tools/headers.mjs',
  '.tools/notices.mjs',
];

function addTo(hash, path) {
  if (!existsSync(path)) return;
  const about = statSync(path);
  if (about.isDirectory()) for (const name of readdirSync(path).sort()) addTo(hash, join(path, name));
  else hash.update(`${path}\0${about.size}\0`).update(readFileSync(path));
}

export async function ensureBuilt() {
  const hash = createHash('sha256');
  for (const name of ingredients) addTo(hash, join(root, name));
  const key = hash.digest('hex');
  const stamp = join(root, '.cache/built');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key && existsSync(join(root, 'dist/plan.html'))) return;
  console.error('cityloom: building …');
  const { build } = await import('vite');
  // The build must not notice that tests run around it.
  const { VITEST: underTest, NODE_ENV: environment } = process.env;
  delete process.env.VITEST;
  process.env.NODE_ENV = 'production';
  try {
    await build({
      root: join(root, 'src'),
      configFile: join(root, 'vite.config.ts'),
      mode: 'production',
      logLevel: 'warn',
    });
  } finally {
    if (underTest !== undefined) process.env.VITEST = underTest;
    if (environment === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = environment;
  }
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(stamp, key);
}
