import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { brokenScenarios } from '../scenarios/broken-scenarios';
import { brokenScenes } from '../scene/broken-scenes';
import { asText, goodScene } from '../scene/good-scene';
import { chromiumArguments } from '../set-up/chromium-arguments';
import type { AcceptLine, AcceptTools, Outcome } from './line';

interface Run {
  readonly status: number | null;
  readonly output: string;
  readonly seconds: number;
}

function run(root: string, ...command: readonly string[]): Run {
  const from = performance.now();
  const ended = spawnSync(command[0] as string, command.slice(1), {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { status: ended.status, output: ended.stdout, seconds: (performance.now() - from) / 1000 };
}

const cityloom = (root: string, ...words: readonly string[]) => run(root, 'node', '.tools/cityloom.mjs', ...words);

function hashOf(ended: Run): string {
  if (ended.status !== 0) throw new Error(`exit code ${ended.status}`);
  return JSON.parse(ended.output).finalHash;
}

/** Starts the product as a person would and waits for its address. */
async function start(folder: string, port: number): Promise<{ address: string; process: ChildProcess; at: number }> {
  const child = spawn('npm', ['start', '--', '--no-open', '--port', String(port)], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk) => {
      said += chunk;
      const address = /Cityloom is at (\S+)/.exec(said)?.[1];
      if (address) resolve({ address, process: child, at: performance.now() });
    });
    child.on('exit', (code) => reject(new Error(`npm start ended with ${code}`)));
  });
}

function stop(child: ChildProcess): void {
  if (child.pid) process.kill(-child.pid, 'SIGTERM');
}

const freshClone = (tools: AcceptTools) => {
  const folder = join(tools.scratch, 'clone');
  const cloned = run(tools.root, 'git', 'clone', '-q', '--no-local', tools.root, folder);
  if (cloned.status !== 0) throw new Error('git clone failed');
  return folder;
};

let clone: string | undefined;

const startsFresh: AcceptLine = {
  name: 'npm start from a fresh clone',
  goal: 'the city on screen within 5 s of the server being up (10 s with software rendering)',
  async measure(tools): Promise<Outcome> {
    clone ??= freshClone(tools);
    const { address, process: server, at } = await start(clone, 4391);
    const browser = await chromium.launch({ executablePath: tools.chromium, args: chromiumArguments });
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
      const from = performance.now();
      await page.goto(address);
      await page.waitForSelector('canvas[data-ready="true"]', { timeout: 60_000 });
      const shown = (performance.now() - from) / 1000;
      const renderer = await page.evaluate(() => {
        const gl = document.createElement('canvas').getContext('webgl2');
        const info = gl?.getExtension('WEBGL_debug_renderer_info');
        return gl && info ? String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL)) : 'unknown';
      });
      const software = /swiftshader|llvmpipe|software/i.test(renderer);
      return {
        held: shown <= (software ? 10 : 5),
        reached: `${shown.toFixed(1)} s from opening the page to the first picture with the whole city (${software ? 'software' : renderer})`,
        how: `git clone, npm start, a fresh Chromium profile at 1280 × 720, waiting for the canvas to say that it is drawn; server up ${((from - at) / 1000).toFixed(1)} s before`,
      };
    } finally {
      await browser.close();
      stop(server);
    }
  },
};

const testsFresh: AcceptLine = {
  name: 'npm test from a fresh clone',
  goal: 'green, the browser tests included',
  async measure(tools) {
    clone ??= freshClone(tools);
    const ended = run(clone, 'npm', 'test', '--', '--reporter=json', '--outputFile.json=out/tests.json');
    const counts = JSON.parse(run(clone, 'cat', 'out/tests.json').output);
    return {
      held: ended.status === 0 && counts.numFailedTests === 0,
      reached: `${counts.numPassedTests} passed, ${counts.numFailedTests} failed, ${counts.numPendingTests} skipped`,
      how: `npm test in the clone, ${ended.seconds.toFixed(0)} s`,
    };
  },
};

const sameHash: AcceptLine = {
  name: 'the same hash everywhere',
  goal: 'run eco-park --until 600 --seed 7: twice in Node and once in Chromium the same finalHash; saved at 300 and resumed, the same; another seed, another',
  async measure(tools) {
    const saved = join(tools.scratch, 'at-300.bin');
    const words = ['run', 'eco-park', '--until', '600', '--json'];
    const first = hashOf(cityloom(tools.root, ...words, '--seed', '7'));
    const second = hashOf(cityloom(tools.root, ...words, '--seed', '7', '--save-at', '300', '--save-to', saved));
    const resumed = hashOf(cityloom(tools.root, ...words, '--seed', '7', '--resume', saved));
    const other = hashOf(cityloom(tools.root, ...words, '--seed', '8'));
    const { address, process: server } = await start(tools.root, 4392);
    const browser = await chromium.launch({ executablePath: tools.chromium, args: chromiumArguments });
    let inBrowser: string;
    try {
      const page = await browser.newPage();
      await page.goto(new URL('/plan?seed=7&hash=600', address).href);
      const answer = await page.waitForSelector('[data-final-hash]', { timeout: 120_000, state: 'attached' });
      inBrowser = String(await answer.getAttribute('data-final-hash'));
    } finally {
      await browser.close();
      stop(server);
    }
    return {
      held: first === second && first === inBrowser && first === resumed && other !== first,
      reached: `Node ${first}, Node ${second}, Chromium ${inBrowser}, resumed ${resumed}; seed 8: ${other}`,
      how: 'the command line in four processes of its own, and the page’s worker in Chromium through runTo',
    };
  },
};

const boundaries: AcceptLine = {
  name: 'boundaries',
  goal: 'the boundaries test fails when each forbidden edge is planted',
  async measure(tools) {
    const ended = run(
      tools.root,
      'npm',
      'test',
      '--',
      '--project',
      'engine',
      'tests/boundaries.test.ts',
      '--reporter=json',
      '--outputFile.json=out/boundaries.json',
    );
    const report = JSON.parse(run(tools.root, 'cat', 'out/boundaries.json').output);
    const planted = report.testResults[0].assertionResults.filter((test: { title: string }) =>
      test.title.startsWith('fail when'),
    );
    return {
      held: ended.status === 0 && planted.length >= 30,
      reached: `${planted.length} forbidden edges planted one at a time, each found; none in the tree`,
      how: 'tests/boundaries.test.ts',
    };
  },
};

const badInput: AcceptLine = {
  name: 'bad input',
  goal: '40 or more broken scenes and scenarios: each refused with every problem’s path, exit code 2, in under a second; none crashes, hangs or half-loads',
  async measure(tools) {
    const short: string[] = [];
    let slowest = 0;
    const judge = (
      name: string,
      path: string,
      expected: readonly { code: string; path: readonly (string | number)[] }[],
      ...more: readonly string[]
    ) => {
      const ended = cityloom(tools.root, 'validate', path, ...more, '--json');
      slowest = Math.max(slowest, ended.seconds);
      if (ended.status !== 2) return short.push(`${name}: exit code ${ended.status}`);
      if (ended.seconds >= 1) short.push(`${name}: ${ended.seconds.toFixed(2)} s`);
      const answer = JSON.parse(ended.output);
      const listed: { code: string; path: (string | number)[] }[] = answer.problems;
      for (const { code, path: at } of expected) {
        if (!listed.some((found) => found.code === code && found.path.join('/').endsWith(at.join('/'))))
          short.push(`${name}: does not list ${code} at ${at.join('/')}`);
      }
      return undefined;
    };
    cityloom(tools.root, '--version');
    for (const broken of brokenScenes) {
      const folder = join(tools.scratch, 'scenes', broken.name.replace(/[^\w-]+/g, '-'));
      mkdirSync(folder, { recursive: true });
      for (const [name, text] of broken.files()) writeFileSync(join(folder, name), text);
      judge(broken.name, folder, broken.expect);
    }
    const crossroads = join(tools.scratch, 'crossroads');
    mkdirSync(crossroads, { recursive: true });
    for (const [name, text] of asText(goodScene())) writeFileSync(join(crossroads, name), text);
    for (const broken of brokenScenarios) {
      const file = join(tools.scratch, `${broken.name.replace(/[^\w-]+/g, '-')}.json`);
      writeFileSync(file, typeof broken.text === 'string' ? broken.text : broken.text());
      judge(broken.name, file, broken.expect, ...(broken.phase === 'fit' ? ['--scene', crossroads] : []));
    }
    const count = brokenScenes.length + brokenScenarios.length;
    return {
      held: short.length === 0 && count >= 40,
      reached: `${count - new Set(short.map((text) => text.split(':')[0])).size} of ${count} refused with every path, the slowest in ${slowest.toFixed(2)} s, the start of Node included${short.length ? `; short: ${short.slice(0, 6).join('; ')}` : ''}`,
      how: 'each written as files, `cityloom validate <path> --json` as a process of its own',
    };
  },
};

const killedWorker: AcceptLine = {
  name: 'a killed worker',
  goal: 'the city goes on from the last checkpoint within 5 s; the hash at the end is that of an undisturbed run',
  async measure(tools) {
    const undisturbed = hashOf(cityloom(tools.root, 'run', 'eco-park', '--until', '600', '--seed', '7', '--json'));
    const { address, process: server } = await start(tools.root, 4393);
    const parts: string[] = [];
    let held = true;
    try {
      for (const fault of ['throw', 'hang', 'memory']) {
        const { hash, seconds } = await surviveInBrowser(
          tools,
          new URL(`/plan?seed=7&hash=600&fault=${fault}`, address),
        );
        held &&= hash === undisturbed && seconds > 0 && seconds <= 5;
        parts.push(
          `${fault}: the clock stood still for ${seconds.toFixed(1)} s, ${hash === undisturbed ? 'same hash' : `another hash (${hash})`}`,
        );
      }
    } finally {
      stop(server);
    }
    return {
      held,
      reached: parts.join('; '),
      how: 'the worker of the page throws, hangs, or fills its memory mid-run; from the last the clock said before to the first beyond it',
    };
  },
};

async function surviveInBrowser(tools: AcceptTools, address: URL): Promise<{ hash: string; seconds: number }> {
  const browser = await chromium.launch({ executablePath: tools.chromium, args: chromiumArguments });
  try {
    const page = await browser.newPage({ viewport: { width: 640, height: 360 } });
    await page.goto(address.href);
    const answer = await page.waitForSelector('[data-final-hash]', { timeout: 120_000, state: 'attached' });
    return {
      hash: String(await answer.getAttribute('data-final-hash')),
      seconds: Number(await answer.getAttribute('data-recovered-seconds')),
    };
  } finally {
    await browser.close();
  }
}

const bench: AcceptLine = {
  name: 'bench',
  goal: 'prints the cost of a step, of a frame, of a save and a load, of the wire, as JSON',
  async measure(tools) {
    const ended = cityloom(tools.root, 'bench', '--json');
    const report = JSON.parse(ended.output);
    const text = JSON.stringify(report);
    const wanted = ['step', 'frame', 'save', 'load', 'wire'];
    return {
      held: ended.status === 0 && wanted.every((name) => text.includes(`"${name}`)),
      reached: text.slice(0, 600),
      how: 'cityloom bench --json',
    };
  },
};

const specifications: AcceptLine = {
  name: 'tests are specifications',
  goal: 'laws before samples; property-based ones where they fit',
  async measure(tools) {
    const laws = run(tools.root, 'grep', '-rlE', 'fc\\.(property|asyncProperty)', 'tests').output.trim().split('\n');
    const properties = run(tools.root, 'grep', '-rhoE', 'fc\\.(property|asyncProperty)', 'tests')
      .output.trim()
      .split('\n').length;
    return {
      held: properties >= 20,
      reached: `${properties} property-based laws in ${laws.length} files`,
      how: 'counted in tests/; whether they read as specifications is for eyes',
    };
  },
};

export const lines: readonly AcceptLine[] = [
  boundaries,
  specifications,
  badInput,
  sameHash,
  killedWorker,
  bench,
  startsFresh,
  testsFresh,
];
