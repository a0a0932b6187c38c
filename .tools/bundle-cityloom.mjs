#!/usr/bin/env node
// Bundles the command line into a folder: `bundle-cityloom.mjs <folder> <key>`. A program of its own, so that what it
// takes of memory is not taken for the memory of the run that follows.
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

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

try {
  await bundle(process.argv[2], process.argv[3]);
} catch (error) {
  console.error(`cityloom: the command line could not be bundled.\n${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
