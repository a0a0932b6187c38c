// Node 20 runs no TypeScript by itself: one module of the tests and what it needs is bundled and loaded.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

export async function loadTypescript(path) {
  const folder = join(root, '.cache/tools', path.replace(/\W+/g, '-'), String(process.pid));
  const built = build({
    root,
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      emptyOutDir: true,
      copyPublicDir: false,
      minify: false,
      rolldownOptions: {
        input: { main: join(root, path) },
        output: { format: 'es', entryFileNames: '[name].mjs' },
      },
    },
  });
  try {
    await built;
  } catch (error) {
    console.error(`${path} could not be bundled:\n${String(error?.message ?? error).slice(0, 1_500)}`);
    process.exit(1);
  }
  try {
    return await import(pathToFileURL(join(folder, 'main.mjs')).href);
  } finally {
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  }
}
