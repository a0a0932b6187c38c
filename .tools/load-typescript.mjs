// Node 20 runs no TypeScript by itself: one module of the tests and what it needs is bundled and loaded.
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

export async function loadTypescript(path) {
  const folder = join(root, '.cache/tools', path.replace(/\W+/g, '-'), String(process.pid));
  await build({
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
    return await import(pathToFileURL(join(folder, 'main.mjs')).href);
  } finally {
    const { rmSync } = await import('node:fs');
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  }
}
