import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll } from 'vitest';
import { asText, goodScene } from '../scene/good-scene';

const root = resolve(import.meta.dirname, '../..');

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the command line as anyone would. */
export function startCityloom(words: readonly string[], cwd = root): ChildProcess {
  return spawn(process.execPath, [join(root, '.tools/cityloom.mjs'), ...words], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

export function cityloom(...words: readonly string[]): Promise<Ended> {
  return ended(startCityloom(words));
}

export function ended(child: ChildProcess): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  return new Promise((settle) => {
    child.on('close', (code, signal) => settle({ code, signal, stdout, stderr }));
  });
}

/** A folder of its own for a test file, gone when it ends. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cityloom-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function writeFolder(folder: string, files: ReadonlyMap<string, string>): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  return folder;
}

/** The crossroads of the scene tests, as a folder. */
export function crossroadsIn(folder: string): string {
  return writeFolder(join(folder, 'crossroads'), asText(goodScene()));
}
