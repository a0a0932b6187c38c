/** A Chromium of its own process group with a profile that stays, so that it can be killed as the system kills it. */
import { spawn } from 'node:child_process';
import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumArguments } from '../../set-up/chromium-arguments';

const LISTENING = /DevTools listening on (ws:\S+)/;

export interface OwnBrowser {
  readonly browser: Browser;
  readonly page: Page;
  /** All its processes at once, without a word to any of them. */
  kill(): Promise<void>;
}

export async function ownBrowser(program: string, profile: string, more: readonly string[] = []): Promise<OwnBrowser> {
  const quiet = [
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    '--noerrdialogs',
    '--accept-lang=en-GB',
    '--window-size=1366,900',
  ];
  const child = spawn(program, [...chromiumArguments, ...quiet, ...more, 'about:blank'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const over = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (chunk) => {
      said += chunk;
      const found = LISTENING.exec(said);
      if (found) resolve(found[1]);
    });
    child.once('exit', (code) => reject(new Error(`met a browser that ended with ${code}: ${said.slice(-400)}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    browser,
    page,
    async kill() {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
      await over;
    },
  };
}
