/** The flagship at the morning peak in a browser's worker, the picture on; where there is no GPU its calls are swallowed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chromium } from 'playwright-core';
import { trafficDomain } from '../../../sim/domains/traffic';
import { createEngine } from '../../../sim/runtime';
import { defaultScenario } from '../../../sim/scenarios';
import { chromiumArguments } from '../../set-up/chromium-arguments';
import type { AcceptLine, AcceptTools } from '../line';
import { largeGrid } from './large-grid';

const PORT = 4394;
/** Until the peak is over, or so long. */
const MEASURED_MS = 20_000;
const PEAK_ENDS_S = 9 * 3_600;
const WARMING_MS = 500;
const LOOKS_EVERY_MS = 100;
const FRAME_VEHICLES = 20_000;

async function serve(tools: AcceptTools): Promise<{ readonly address: string; readonly server: ChildProcess }> {
  const server = spawn('npm', ['start', '--', '--no-open', '--port', String(PORT)], {
    cwd: tools.root,
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout?.on('data', (chunk) => {
      said += chunk;
      const address = /Cityloom is at (\S+)/.exec(said)?.[1];
      if (address) resolve({ address, server });
    });
    server.on('exit', (code) => reject(new Error(`npm start ended with ${code}`)));
  });
}

/** Everything of the picture is done but for the drawing itself. */
function swallowDrawing(): void {
  for (const kind of [globalThis.WebGL2RenderingContext, globalThis.WebGLRenderingContext]) {
    for (const name of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced', 'clear']) {
      if (kind !== undefined && name in kind.prototype) Object.assign(kind.prototype, { [name]: () => undefined });
    }
  }
}

function countPictures(): void {
  const count = () => {
    document.documentElement.dataset.pictures = String(Number(document.documentElement.dataset.pictures ?? 0) + 1);
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
}

const pictures = () => Number(document.documentElement.dataset.pictures ?? 0);

async function paceInBrowser(tools: AcceptTools) {
  const { address, server } = await serve(tools);
  const browser = await chromium.launch({ executablePath: tools.chromium, args: chromiumArguments });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, locale: 'en-GB' });
    await page.addInitScript(swallowDrawing);
    await page.goto(new URL('/plan', address).href);
    await page.waitForSelector('canvas[data-ready="true"]', { timeout: 200_000 });
    await page.evaluate(countPictures);
    await page.locator('.pace').getByText('Flat out').first().click();
    const clock = async () => {
      const [, hours, minutes, seconds] = /(\d+):(\d+):(\d+)/.exec((await page.locator('.clock').textContent()) ?? '')!;
      return 3_600 * Number(hours) + 60 * Number(minutes) + Number(seconds);
    };
    await page.waitForTimeout(WARMING_MS);
    const [from, before, drawn] = [await clock(), performance.now(), await page.evaluate(pictures)];
    let to = from;
    while (to < PEAK_ENDS_S && performance.now() - before < MEASURED_MS) {
      await page.waitForTimeout(LOOKS_EVERY_MS);
      to = await clock();
    }
    const seconds = (performance.now() - before) / 1_000;
    const picturesPerSecond = ((await page.evaluate(pictures)) - drawn) / seconds;
    return { pace: (to - from) / seconds, from, to, picturesPerSecond };
  } finally {
    await browser.close();
    if (server.pid) process.kill(-server.pid, 'SIGTERM');
  }
}

function frameMs(): { readonly median: number; readonly vehicles: number } {
  const scene = largeGrid(28, FRAME_VEHICLES);
  const scenario = { ...defaultScenario(scene.id), seed: 7, durationSeconds: 3_600 };
  const engine = createEngine({ scene, scenario, domains: [trafficDomain] });
  engine.runTo(60);
  const buffer = new ArrayBuffer(engine.frame.bytes);
  const times: number[] = [];
  for (let i = 0; i < 200; i++) {
    engine.step();
    const before = performance.now();
    engine.writeFrame(buffer, 0.5);
    times.push(performance.now() - before);
  }
  times.sort((a, b) => a - b);
  return { median: times[100], vehicles: engine.measure()['traffic.trips-running'] ?? 0 };
}

const said = (seconds: number) =>
  `${Math.floor(seconds / 3_600)}:${String(Math.floor((seconds % 3_600) / 60)).padStart(2, '0')}`;

export const inBrowser: AcceptLine = {
  name: 'in the browser',
  goal: 'flagship at the morning peak: ≥ 150 × real time with the picture on (draw calls swallowed where there is no GPU), frames of 20,000 vehicles written in ≤ 3 ms',
  async measure(tools) {
    const { pace, from, to, picturesPerSecond } = await paceInBrowser(tools);
    const { median, vehicles } = frameMs();
    return {
      held: pace >= 150 && median <= 3 && vehicles >= FRAME_VEHICLES,
      reached: `${pace.toFixed(0)} × real time from ${said(from)} to ${said(to)}, ${picturesPerSecond.toFixed(1)} pictures a second; a frame of ${vehicles} vehicles in ${median.toFixed(2)} ms`,
      how: `Chromium at 1280 × 720, draw calls swallowed, flat out until nine by the city’s clock; the frame in Node, median of 200`,
    };
  },
};
