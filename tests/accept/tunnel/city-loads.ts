/** How long a city takes from its files to a run at its start, by the wall and by the processors, in Node and in a browser. */
import { readdirSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { activeDomains } from '../../../sim/hosts/active-domains';
import { loadSolverInNode } from '../../../sim/hosts/solver/load-in-node';
import { formatPath } from '../../../sim/kernel';
import { createEngine, deskInPlace } from '../../../sim/runtime';
import { defaultScenario } from '../../../sim/scenarios';
import { type CompiledScene, compileScene, readScene } from '../../../sim/scene';
import { chromiumArguments } from '../../set-up/chromium-arguments';
import type { AcceptTools } from '../line';
import { serveApp } from './serve-app';

export interface Load {
  readonly wallS: number;
  /** Of all processors together. */
  readonly cpuS: number;
  /** Processes that wanted a processor in the last minute, as the system reckons it: a busy machine is not slow code. */
  readonly machineLoad: number;
}

export function sayLoad({ wallS, cpuS, machineLoad }: Load): string {
  return `${wallS.toFixed(1)} s (${cpuS.toFixed(1)} s of processors; load average ${machineLoad.toFixed(1)})`;
}

export async function loadInNode(tools: AcceptTools, name: string): Promise<Load & { readonly scene: CompiledScene }> {
  const linear = await loadSolverInNode();
  const folder = join(tools.root, 'scenes', name);
  const from = process.cpuUsage();
  const began = performance.now();
  const names = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const read = readScene(new Map(names.map((file) => [file, readFileSync(join(folder, file), 'utf8')])));
  if (!read.ok) throw new Error(read.problems.map((each) => `${formatPath(each.path)} ${each.message}`).join('\n'));
  const scene = compileScene(read.value);
  const scenario = defaultScenario(name);
  const domains = activeDomains(scenario);
  createEngine({ scene, scenario, domains, desk: deskInPlace(domains, { linear }) });
  const wallS = (performance.now() - began) / 1_000;
  const { user, system } = process.cpuUsage(from);
  return { wallS, cpuS: (user + system) / 1e6, machineLoad: loadavg()[0], scene };
}

/** Until the page's clock shows the city's time: its files are fetched, read strictly, compiled, and the engine is made. */
export async function loadInBrowser(tools: AcceptTools, name: string): Promise<Load> {
  const { address, end } = await serveApp(tools);
  const browser = await chromium.launch({ executablePath: tools.chromium, args: chromiumArguments });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, locale: 'en-GB' });
    await page.addInitScript(() => {
      for (const name of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced', 'clear']) {
        Object.assign(WebGL2RenderingContext.prototype, { [name]: () => undefined });
      }
    });
    const from = await processorSeconds(browser);
    const began = performance.now();
    await page.goto(new URL(`/plan?scene=${name}`, address).href);
    await page.waitForFunction(() => /\d\d:\d\d/.test(document.querySelector('.clock')?.textContent ?? ''), null, {
      timeout: 120_000,
    });
    const wallS = (performance.now() - began) / 1_000;
    return { wallS, cpuS: (await processorSeconds(browser)) - from, machineLoad: loadavg()[0] };
  } finally {
    await browser.close();
    end();
  }
}

/** Of all processes of a browser since they began. */
async function processorSeconds(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}
