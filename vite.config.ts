import { cpSync, createReadStream, existsSync, statSync } from 'node:fs';
import { join, normalize, relative, resolve, sep } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defaultClientConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { drawnShaders } from './.tools/drawn-shaders.mjs';
import { servedHeaders } from './.tools/headers.mjs';
import { thirdPartyNotices } from './.tools/notices.mjs';

const here = import.meta.dirname;
const scenes = resolve(here, 'scenes');

/** Scenes are data beside the app: served as they lie in development, copied beside the build. */
function sceneFiles(): Plugin {
  return {
    name: 'cityloom-scenes',
    configureServer(server) {
      server.middlewares.use('/scenes', (request, response, next) => {
        const path = normalize(join(scenes, decodeURIComponent((request.url ?? '').split('?')[0])));
        if (!path.startsWith(scenes) || !existsSync(path) || !statSync(path).isFile()) return next();
        response.setHeader('content-type', 'application/json; charset=utf-8');
        createReadStream(path).pipe(response);
      });
    },
    closeBundle() {
      if (process.env.VITEST) return;
      cpSync(scenes, resolve(here, 'dist/scenes'), {
        recursive: true,
        // The plans that scenes are grown from are for their authors.
        filter: (source) => !source.endsWith('.md') && !relative(scenes, source).split(sep).includes('plan'),
      });
    },
  };
}

/** To the machine that serves it a city goes as it lies: to pack it takes the processors that are to read it. */
function unpackedHere(): Plugin {
  return {
    name: 'cityloom-unpacked-here',
    configurePreviewServer(server) {
      server.middlewares.use((request, _, next) => {
        const from = request.socket.remoteAddress ?? '';
        if (from === '::1' || /^(::ffff:)?127\./.test(from)) delete request.headers['accept-encoding'];
        next();
      });
    },
  };
}

/** Tests of what the page keeps in its stores, each file with stores of its own. */
const ofThePage = ['app-scenarios', 'city', 'engine', 'i18n', 'ui'].map((part) => `tests/${part}/**/*.test.{ts,tsx}`);

const inNode = {
  setupFiles: ['tests/set-up/fixed-luck.ts'],
  testTimeout: 60_000,
  // Vitest leaves one core to itself and would take a single worker on a machine of two.
  maxWorkers: '100%',
};

/** Read for what they export alone, whoever imports them: what nobody uses stays out of the build. */
const treeshake = {
  moduleSideEffects: (id: string) => !/\/node_modules\/@stdlib\/|\/sim\/(?!hosts\/)/.test(id),
};

/** Small modules that many parts share, in two files, of the page and of its picture: each would else be one of its own. */
const shared = [
  { name: 'page', test: /\/src\/(state|ui\/(?!value-slider)|scenarios|engine)/, minShareCount: 2 },
  { name: 'picture', test: /\/src\/city\/|\/node_modules\/(three|@react-three)\//, minShareCount: 2 },
];

const notices = thirdPartyNotices(resolve(here, 'public'));

export default defineConfig({
  root: process.env.VITEST ? here : resolve(here, 'src'),
  publicDir: resolve(here, 'public'),
  cacheDir: resolve(here, '.cache/vite'),
  appType: 'mpa',
  plugins: [react(), sceneFiles(), unpackedHere(), drawnShaders(resolve(here, 'src/city')), notices.ofPages],
  // Its WebAssembly lies beside its module, and would not beside a bundle made for development.
  optimizeDeps: { exclude: ['epanet-js'] },
  // 'es2015' is rxjs as classes instead of what they once were turned into.
  resolve: { conditions: ['es2015', ...defaultClientConditions], dedupe: ['three', 'react', 'react-dom'] },
  // The solver's loader asks for it under Node alone.
  worker: {
    format: 'es',
    plugins: () => [notices.ofWorkers()],
    rolldownOptions: { external: ['node:module'], treeshake },
  },
  server: { host: '127.0.0.1', fs: { allow: [here] } },
  preview: { host: '127.0.0.1', headers: servedHeaders },
  build: {
    outDir: resolve(here, 'dist'),
    emptyOutDir: true,
    target: 'es2023',
    // Small files would become data: addresses, which the content policy forbids for scripts and fonts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_600,
    rolldownOptions: {
      treeshake,
      output: { codeSplitting: { groups: shared } },
      input: { index: resolve(here, 'src/index.html'), plan: resolve(here, 'src/plan.html') },
    },
  },
  test: {
    // A test that compares with somebody else's figures says so and is skipped where shared reference data is absent.
    projects: [
      {
        extends: true,
        test: {
          name: 'engine',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/**', ...ofThePage, '**/node_modules/**'],
          ...inNode,
          // Our engine keeps nothing between two runs: modules are read, and their code made fast, once a worker.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'page',
          include: ofThePage,
          ...inNode,
          setupFiles: [...inNode.setupFiles, 'tests/set-up/both-languages.ts'],
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/browser/serve.ts'],
          // Drawn by a processor on a busy machine, a city takes its time.
          testTimeout: 300_000,
          hookTimeout: 300_000,
          expect: { poll: { timeout: 60_000 } },
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
