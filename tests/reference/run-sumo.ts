/** SUMO as it is installed on this machine, where it is; each call is a process of its own. */
import { spawnSync } from 'node:child_process';

let found: string | null | undefined;

/** The version that answers, or undefined where there is none. */
export function sumoVersion(): string | undefined {
  if (found === undefined) {
    const asked = spawnSync('sumo', ['--version'], { encoding: 'utf8' });
    found = /Version (\S+)/.exec(asked.stdout ?? '')?.[1] ?? null;
  }
  return found ?? undefined;
}

/** Runs SUMO to its end; undefined where it is not installed. */
export function runSumo(words: readonly string[], folder: string): string | undefined {
  return sumoVersion() === undefined
    ? undefined
    : runTool('sumo', ['--no-step-log', 'true', '--xml-validation', 'never', ...words], folder);
}

/** A program of SUMO's; whatever it complains of ends the measurement. */
export function runTool(program: string, words: readonly string[], folder: string): string {
  const ended = spawnSync(program, words, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (ended.status !== 0) throw new Error(`${program} ${words.join(' ')}: ${ended.stderr?.slice(-2_000)}`);
  return ended.stdout;
}
