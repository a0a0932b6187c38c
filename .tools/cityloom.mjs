#!/usr/bin/env node
// The command line. Node 20 runs no TypeScript by itself, so the engine and its hosts are bundled on first use and
// again whenever one of their files has changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, '.cache/cityloom');
const bundlesKept = 4;

/** Name and content of every file that the bundle is made of. */
function bundleKey() {
  const hash = createHash('sha256');
  const add = (path) => {
    for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const child = join(path, entry.name);
      if (entry.isDirectory()) add(child);
      else if (entry.name.endsWith('.ts')) hash.update(`${child.slice(root.length)}\0`).update(readFileSync(child));
    }
  };
  add(join(root, 'sim'));
  for (const name of ['package.json', 'package-lock.json', '.tools/cityloom.mjs'])
    hash.update(readFileSync(join(root, name)));
  return hash.digest('hex').slice(0, 20);
}

async function bundle(folder, key) {
  // Once per lockfile: an older checkout may lack a package that the engine has come to need.
  (await import('./setup.mjs')).ensurePackages();
  if (process.stderr.isTTY) process.stderr.write('cityloom: bundling …\n');
  const { build } = await import('vite');
  // Two first uses at once each build their own; the first to finish gives the folder its name.
  const temporary = `${folder}.${process.pid}`;
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    define: { __CITYLOOM_BUILD__: JSON.stringify(key), __CITYLOOM_VERSION__: JSON.stringify(version) },
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20',
      outDir: temporary,
      emptyOutDir: true,
      copyPublicDir: false,
      minify: false,
      rolldownOptions: {
        input: { main: join(root, 'sim/hosts/cli/main.ts'), worker: join(root, 'sim/hosts/cli/run-worker.ts') },
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
  try {
    renameSync(temporary, folder);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    if (!existsSync(join(folder, 'main.mjs'))) throw error;
  }
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
  try {
    await bundle(folder, key);
  } catch (error) {
    console.error(
      `cityloom: the command line could not be bundled.\n${error instanceof Error ? error.message : error}`,
    );
    process.exit(1);
  }
  tidy();
}
const { main } = await import(pathToFileURL(join(folder, 'main.mjs')).href);
process.exitCode = await main(process.argv.slice(2), { root });
