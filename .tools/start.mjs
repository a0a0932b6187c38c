// npm start: everything from a fresh checkout to the city on the screen. --no-open, --port N, --host ADDRESS.
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { ensurePackages } from './setup.mjs';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4173' },
    host: { type: 'string', default: '127.0.0.1' },
    'no-open': { type: 'boolean', default: false },
  },
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 1 || port > 65_535) {
  console.error(`cityloom: --port expects a number from 1 to 65535, found ${values.port}`);
  process.exit(2);
}

ensurePackages();
const { ensureBuilt } = await import('./build.mjs');
await ensureBuilt();
const { preview } = await import('vite');
const root = new URL('..', import.meta.url).pathname;
const server = await preview({
  root: `${root}src`,
  configFile: `${root}vite.config.ts`,
  preview: { port, host: values.host, strictPort: false },
  logLevel: 'warn',
});
const address = new URL('plan', server.resolvedUrls?.local[0] ?? server.resolvedUrls?.network[0]).href;
console.log(`Cityloom is at ${address}   (Ctrl+C ends it)`);

const screen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
if (!values['no-open'] && !process.env.CI && screen) {
  const [command, ...args] =
    process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
  const opener = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
  opener.on('error', () => console.log('No browser could be opened from here; open the address above.'));
  opener.unref();
}
