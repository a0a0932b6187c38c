#!/usr/bin/env node
// The command line. Node 20 runs no TypeScript by itself, so the engine and its hosts are bundled on first use and
// again whenever one of their files has changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, '.cache/cityloom');
const bundlesKept = 4;

/** Name, size and time of every file that the bundle is made of: to read them all took a tenth of a short run. */
function bundleKey() {
  const hash = createHash('sha256');
  const add = (path) => {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path.slice(root.length)}\0${size} ${mtimeMs}\n`);
  };
  const addAll = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const child = join(folder, entry.name);
      if (entry.isDirectory()) addAll(child);
      else if (entry.name.endsWith('.ts')) add(child);
    }
  };
  addAll(join(root, 'sim'));
  for (const name of ['package.json', 'package-lock.json', '.tools/cityloom.mjs', '.tools/bundle-cityloom.mjs'])
    add(join(root, name));
  return hash.digest('hex').slice(0, 20);
}

/** Old bundles go, but not those that a running process may still load from. */
function tidy() {
  const old = readdirSync(cache)
    .map((name) => ({ path: join(cache, name), ms: statSync(join(cache, name)).mtimeMs }))
    .sort((a, b) => b.ms - a.ms)
    .slice(bundlesKept)
    .filter(({ ms }) => Date.now() - ms > 24 * 3_600_000);
  for (const { path } of old) rmSync(path, { recursive: true, force: true });
}

const key = bundleKey();
const folder = join(cache, key);
if (!existsSync(join(folder, 'main.mjs'))) {
  mkdirSync(cache, { recursive: true });
  const bundler = fileURLToPath(new URL('bundle-cityloom.mjs', import.meta.url));
  // Nothing of it may come between what the command line says.
  const { status } = spawnSync(process.execPath, [bundler, folder, key], { stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(1);
  tidy();
}
// A short run spent a third of its processor's time on making code fast that soon was made fast anew, or was done with.
// Waiting four times as long before the first attempt spares a twentieth of the whole.
setFlagsFromString('--interrupt-budget=270000');
const { main } = await import(pathToFileURL(join(folder, 'main.mjs')).href);
process.exitCode = await main(process.argv.slice(2), { root });
