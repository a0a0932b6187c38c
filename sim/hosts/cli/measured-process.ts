/** A program run to its end, with the processor time of the whole process: the shell's own count of its children. */
import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { Failure, Interrupted } from './refusal';

export interface MeasuredProcess {
  readonly stdout: string;
  readonly stderr: string;
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
}

/** Undefined where there is no such program. */
export async function measureProcess(
  program: string,
  words: readonly string[],
  folder: string,
  signal: AbortSignal,
): Promise<MeasuredProcess | undefined> {
  const before = performance.now();
  const child = spawn('sh', ['-c', '"$@"; code=$?; times >&2; exit $code', 'sh', program, ...words], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    said.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said.stderr += chunk;
  });
  const code = await new Promise<number | null>((settle, reject) => {
    child.on('error', reject);
    child.on('close', settle);
  }).catch((error: Error) => {
    if (signal.aborted) throw new Interrupted();
    throw error;
  });
  const NOT_FOUND = 127;
  if (code === NOT_FOUND) return undefined;
  if (code !== 0) {
    const message = `${program} ended with ${code}: ${said.stderr.slice(-1_000)}`;
    throw new Failure([{ severity: 'error', code: 'bench.program-failed', path: [], message }]);
  }
  const wallSeconds = (performance.now() - before) / 1000;
  return { ...said, cpuSeconds: secondsOf(said.stderr), wallSeconds };
}

/** The last line of `times`: user and system time of the children, as 1m2.5s 0m0.1s. */
function secondsOf(text: string): number {
  const [line] = text.trimEnd().split('\n').slice(-1);
  let seconds = 0;
  for (const [, minutes, rest] of line.matchAll(/(\d+)m([\d.]+)s/g)) seconds += 60 * Number(minutes) + Number(rest);
  return seconds;
}
