/** A file that grows while a run goes on and bears its name only once it is whole. */
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { TextSink } from '../../domains/traffic/outputs';
import { makeFolder, underWay, unwritable } from './write-file';

const HELD_CHARACTERS = 1 << 18;

export interface FileSink extends TextSink {
  readonly path: string;
  /** Lines that were written. */
  readonly lines: number;
  /** Writes what is held, flushes it to the disk and gives the file its name. */
  finish(): void;
  abandon(): void;
}

export async function openFileSink(path: string): Promise<FileSink> {
  const folder = dirname(path);
  await makeFolder(folder);
  const temporary = join(folder, `.${basename(path)}.${process.pid}.${randomBytes(4).toString('hex')}.part`);
  const trouble = <T>(perform: () => T): T => {
    try {
      return perform();
    } catch (error) {
      abandon();
      throw unwritable(path, error);
    }
  };
  let held = '';
  let lines = 0;
  let file = -1;
  const abandon = () => {
    if (file >= 0) closeSync(file);
    file = -1;
    rmSync(temporary, { force: true });
    underWay.delete(temporary);
  };
  const empty = () => {
    const bytes = Buffer.from(held);
    held = '';
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
  };
  underWay.add(temporary);
  file = trouble(() => openSync(temporary, 'wx'));
  return {
    path,
    get lines() {
      return lines;
    },
    write(text) {
      held += text;
      lines++;
      if (held.length >= HELD_CHARACTERS) trouble(empty);
    },
    finish() {
      if (file < 0) return;
      trouble(() => {
        empty();
        fsyncSync(file);
        closeSync(file);
        file = -1;
        renameSync(temporary, path);
      });
      underWay.delete(temporary);
    },
    abandon,
  };
}
