import { spawn } from 'node:child_process';
import type { AcceptTools } from './line';

const PORT = 4396;

/** The product as `npm start` serves it, until `end` is called. */
export function serveApp(tools: AcceptTools): Promise<{ readonly address: string; end(): void }> {
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
      if (address) resolve({ address, end: () => process.kill(-server.pid!, 'SIGTERM') });
    });
    server.on('exit', (code) => reject(new Error(`npm start ended with ${code}`)));
  });
}
