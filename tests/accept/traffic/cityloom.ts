/** The command line as anyone calls it, in a process of its own. */
import { spawnSync } from 'node:child_process';
import type { AcceptTools, Outcome } from '../line';

export function cityloom(tools: AcceptTools, ...words: readonly string[]) {
  const from = performance.now();
  const ended = spawnSync('node', ['.tools/cityloom.mjs', ...words, '--json'], {
    cwd: tools.root,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const seconds = (performance.now() - from) / 1000;
  const document = ended.stdout === '' ? undefined : JSON.parse(ended.stdout);
  return { status: ended.status, document, seconds };
}

/** As above, and it must end well. */
export function answer(tools: AcceptTools, ...words: readonly string[]) {
  const { status, document, seconds } = cityloom(tools, ...words);
  if (status !== 0)
    throw new Error(`cityloom ${words.join(' ')} ended with ${status}: ${JSON.stringify(document).slice(0, 400)}`);
  return { document, seconds };
}

export function notMeasured(why: string): Outcome {
  return { held: false, reached: `not measured: ${why}`, how: '' };
}

export const percent = (share: number, digits = 1) => `${(100 * share).toFixed(digits)} %`;
