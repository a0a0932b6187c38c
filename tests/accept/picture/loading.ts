/** Issue 6, *Cost*: how soon something is drawn, how much has to come over the wire, and from where. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import type { AcceptLine, AcceptTools } from '../line';
import { median, open, openProduct, productAddress, read, ready } from './city-on-show';

const ROUNDS = 3;
const PAGE_KB = 420;
const WORKER_KB = 100;

/** Three and nothing else: a box in front of a camera. */
const BARE = `
import { BoxGeometry, Mesh, MeshLambertMaterial, PerspectiveCamera, Scene, WebGLRenderer, DirectionalLight } from 'three';
const canvas = document.querySelector('canvas');
const renderer = new WebGLRenderer({ canvas });
renderer.setSize(innerWidth, innerHeight, false);
const scene = new Scene();
scene.add(new Mesh(new BoxGeometry(), new MeshLambertMaterial()), new DirectionalLight());
const camera = new PerspectiveCamera(38, innerWidth / innerHeight, 0.1, 10);
camera.position.z = 3;
const draw = () => { renderer.render(scene, camera); requestAnimationFrame(draw); };
draw();
`;

async function serveBare(tools: AcceptTools): Promise<{ readonly address: string; end(): void }> {
  const folder = join(tools.scratch, 'bare');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'bare.js'), BARE);
  const made = await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { three: join(tools.root, 'node_modules/three') } },
    build: { write: false, target: 'es2023', rolldownOptions: { input: join(folder, 'bare.js') } },
  });
  const { code } = (made as { output: { code: string }[] }).output[0];
  const page = '<!doctype html><title>bare</title><canvas></canvas><script type="module" src="/bare.js"></script>';
  const server = createServer((request, response) => {
    const isScript = request.url === '/bare.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? code : page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    end: () => server.close(),
  };
}

async function firstDraws(tools: AcceptTools, address: string, isDrawn?: (page: Page) => Promise<unknown>) {
  const first: number[] = [];
  const whole: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    const shown = await open(tools, address);
    try {
      for (let i = 0; i < 1_200; i++) {
        const { firstDrawMs } = await read(shown.page);
        if (firstDrawMs > 0) {
          first.push(firstDrawMs);
          break;
        }
        await shown.page.waitForTimeout(50);
      }
      await isDrawn?.(shown.page);
      whole.push(performance.now() - began);
    } finally {
      await shown.end();
    }
  }
  return { firstMs: median(first), wholeMs: median(whole) };
}

const firstDraw: AcceptLine = {
  name: 'first draw',
  goal: 'the first draw call ≤ 1.5 × as late as that of a bare three page',
  async measure(tools) {
    const bare = await serveBare(tools);
    try {
      const theirs = await firstDraws(tools, bare.address);
      const ours = await firstDraws(tools, new URL('plan', await productAddress(tools)).href, ready);
      const ratio = ours.firstMs / theirs.firstMs;
      return {
        held: ratio <= 1.5,
        reached: `${(ours.firstMs / 1_000).toFixed(2)} s against ${(theirs.firstMs / 1_000).toFixed(2)} s: ${ratio.toFixed(2)} × (the whole flagship stands and its clock shows after ${(ours.wholeMs / 1_000).toFixed(1)} s, the start of the browser included)`,
        how: `each ${ROUNDS} times in a fresh browser, median, from the navigation to the first draw call of any kind, draws swallowed`,
      };
    } finally {
      bare.end();
    }
  },
};

const weight: AcceptLine = {
  name: 'weight, origins, console',
  goal: `JavaScript until the city stands ≤ ${PAGE_KB} kB gzipped, a worker ≤ ${WORKER_KB} kB without the solvers’ wasm; nothing from another origin; no warning in the console`,
  async measure(tools) {
    const shown = await openProduct(tools, '', { swallows: true });
    try {
      const { page, complaints, strangers } = shown;
      // What is asked for later, when something is looked at, is told and not counted.
      const { asked, standsMs } = await page.evaluate(() => ({
        asked: performance.getEntriesByType('resource').map(({ name, startTime }) => ({ name, startTime })),
        standsMs: performance.getEntriesByName('city-stands')[0]?.startTime ?? Number.NaN,
      }));
      const urls = asked.map(({ name }) => name);
      const later = new Set(asked.filter(({ startTime }) => startTime > standsMs).map(({ name }) => name));
      const origin = new URL(page.url()).origin;
      const html = await (await fetch(page.url())).text();
      const named = [...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, path]) => new URL(path, origin).href);
      const scripts = [...new Set([...named, ...urls.filter((name) => /\.js(\?|$)/.test(name))])];
      const parts: {
        readonly name: string;
        readonly kb: number;
        readonly isWorker: boolean;
        readonly isLater: boolean;
      }[] = [];
      for (const url of scripts) {
        const text = await (await fetch(url)).text();
        const name = url.split('/').pop()!;
        parts.push({
          name,
          kb: gzipSync(text, { level: 9 }).length / 1_000,
          isWorker: /worker/.test(name),
          isLater: later.has(url),
        });
      }
      const ofPage = (isLate: boolean) =>
        parts.filter(({ isWorker, isLater }) => !isWorker && isLater === isLate).reduce((sum, { kb }) => sum + kb, 0);
      const pageKb = ofPage(false);
      const workers = parts.filter(({ isWorker }) => isWorker).sort((a, b) => b.kb - a.kb);
      const heaviest = [...parts].sort((a, b) => b.kb - a.kb).slice(0, 6);
      return {
        held:
          standsMs > 0 &&
          pageKb <= PAGE_KB &&
          workers.length > 0 &&
          workers.every(({ kb }) => kb <= WORKER_KB) &&
          strangers.length === 0 &&
          complaints.length === 0,
        reached: `page ${pageKb.toFixed(0)} kB until the city stands, ${ofPage(true).toFixed(0)} kB after it with all overlays on, workers ${workers.map(({ name, kb }) => `${name} ${kb.toFixed(0)} kB`).join(', ')}; ${strangers.length} requests elsewhere, ${complaints.length} complaints${complaints.length > 0 ? ` (${complaints.slice(0, 2).join(' | ')})` : ''}; heaviest: ${heaviest.map(({ name, kb }) => `${name} ${kb.toFixed(0)}`).join(', ')}`,
        how: 'every script that the page had asked for when the flagship was first drawn, and by when it runs with all overlays on, compressed with gzip at level 9; worker bundles by their name, those of the page’s own solvers in their worker’s',
      };
    } finally {
      await shown.end();
    }
  },
};

export const loading: readonly AcceptLine[] = [firstDraw, weight];
