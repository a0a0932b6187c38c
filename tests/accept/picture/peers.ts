/** The peers of the shared tools (deck.gl by an ordinary and by an expert's hand), built and served outside the project. */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { AcceptTools } from '../line';

/** Of those in the tool: positions given as they lie in memory, and matrices written by hand, the best an expert gets. */
export type Peer = 'mesh-bin' | 'mesh-mat';

export interface Peers {
  addressOf(peer: Peer, width: number, height: number): string;
  end(): void;
}

const PORT = 4397;
const MODULES = 'node_modules/vite/package.json';
const BUILT = 'dist/deck.html';

/** Text where they cannot be had: why. */
export async function servePeers(tools: AcceptTools): Promise<Peers | string> {
  const tool = join(tools.root, '../shared/tools/render-peers');
  if (!existsSync(join(tool, 'deck.ts'))) return 'the shared tools are not beside this checkout';
  // Kept from one run to the next; nothing of it lies within the project.
  const folder = join(tmpdir(), 'cityloom-render-peers');
  mkdirSync(folder, { recursive: true });
  for (const name of ['city.ts', 'deck.ts', 'deck.html', 'package.json', 'vite.config.ts']) {
    cpSync(join(tool, name), join(folder, name), { mode: 0 });
  }
  const run = (command: string, ...words: string[]) =>
    spawnSync(command, words, { cwd: folder, stdio: ['ignore', 2, 2] }).status;
  if (!existsSync(join(folder, MODULES))) {
    tools.say('installing deck.gl in a folder of its own …');
    if (run('npm', 'install', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error') !== 0)
      return 'their packages could not be installed';
  }
  if (!existsSync(join(folder, BUILT)) && run('npx', '--no-install', 'vite', 'build') !== 0)
    return 'they could not be built';
  const server = spawn('npx', ['--no-install', 'vite', 'preview', '--port', String(PORT)], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  const origin = await new Promise<string | null>((resolve) => {
    let said = '';
    server.stdout.on('data', (chunk) => {
      said += chunk;
      // Where the port is taken it says another.
      const address = /http:\/\/localhost:\d+/.exec(stripVTControlCharacters(said))?.[0];
      if (address) resolve(address);
    });
    server.on('exit', () => resolve(null));
  });
  if (origin === null) return 'their server did not start';
  return {
    addressOf: (peer, width, height) => `${origin}/deck.html?nb=5000&nv=20000&v=${peer}&w=${width}&h=${height}`,
    end: () => process.kill(-server.pid!, 'SIGTERM'),
  };
}
