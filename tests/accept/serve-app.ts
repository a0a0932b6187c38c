import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import type { AcceptTools } from './line';

/** The product as `npm start` serves it, until `end` is called. */
export async function serveApp(tools: AcceptTools): Promise<{ readonly address: string; end(): void }> {
  const server = spawn('npm', ['start', '--', '--no-open', '--port', String(await freePort())], {
    cwd: tools.root,
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout?.on('data', (chunk) => {
      said += chunk;
      const address = /Cityloom is at (\S+)/.exec(said)?.[1];
      if (address) resolve({ address, end: () => process.kill(-server.pid!, 'SIGTERM') });
    });
    server.on('exit', (code) => reject(new Error(`npm start ended with ${code}`)));
  });
}

/** Acceptances of two checkouts may run at once. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
