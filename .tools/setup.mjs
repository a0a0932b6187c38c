// Makes a fresh checkout ready: the right Node, the packages of the lockfile, a Chromium for the browser tests.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = new URL('..', import.meta.url).pathname;

function stop(message) {
  console.error(`cityloom: ${message}`);
  process.exit(1);
}

export function ensureNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 20))
    stop(`Node 20.20 or newer is needed; this is ${process.versions.node}.`);
}

/** Installs what the lockfile names, once per lockfile. */
export function ensurePackages() {
  ensureNode();
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules/.cityloom-installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('cityloom: installing packages …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // `npm ci` refuses a lockfile written where some other platform's optional binaries were not on offer; `install` with
  // nothing to save takes the same locked versions. Our packages ship ready to run; none needs its install script.
  // What builds is a development package: wanted also where NODE_ENV says production.
  const run = spawnSync(
    npm,
    ['install', '--no-save', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    },
  );
  if (run.status !== 0) stop('the packages could not be installed (npm install failed); is the network there?');
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(stamp, lock);
}

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

async function findChromium() {
  const named = process.env.CITYLOOM_CHROMIUM;
  if (named) return existsSync(named) ? named : stop(`CITYLOOM_CHROMIUM names ${named}, which does not exist.`);
  const usual = usualPlaces.find((place) => existsSync(place));
  if (usual) return usual;
  const { chromium } = await import('playwright-core');
  const bundled = chromium.executablePath();
  return bundled && existsSync(bundled) ? bundled : undefined;
}

/** Path of a Chromium: one that is installed, else Debian's where we may install it, else Playwright's own. */
export async function ensureChromium() {
  let found = await findChromium();
  if (found) return found;
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    console.error("cityloom: installing Debian's Chromium for the browser tests …");
    const apt = (...args) =>
      spawnSync('apt-get', args, {
        stdio: ['ignore', 2, 2],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    apt('update', '-qq');
    apt('install', '-y', '-qq', '--no-install-recommends', 'chromium');
    found = await findChromium();
    if (found) return found;
  }
  console.error("cityloom: fetching Playwright's Chromium for the browser tests …");
  spawnSync('node', [join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium'], {
    stdio: ['ignore', 2, 2],
  });
  found = await findChromium();
  return (
    found ??
    stop(
      'no Chromium was found or could be installed for the browser tests. Install one, or name it in CITYLOOM_CHROMIUM.',
    )
  );
}
