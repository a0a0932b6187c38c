/**
 * Whole files or none: written under a temporary name in the same folder, flushed to the disk, renamed. Whoever reads
 * the final name never sees a half, whatever kills us.
 */
import { randomBytes } from 'node:crypto';
import { constants, rmSync } from 'node:fs';
import { access, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Failure, refuse } from './refusal';

/** Temporary files of this process that are being written now, to be removed when it is interrupted. */
export const underWay = new Set<string>();

export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const folder = dirname(path);
  await makeFolder(folder);
  const temporary = join(folder, `.${basename(path)}.${process.pid}.${randomBytes(4).toString('hex')}.part`);
  underWay.add(temporary);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw unwritable(path, error);
  } finally {
    underWay.delete(temporary);
  }
  await flushFolder(folder);
}

/** A folder and those above it. (Node's own `recursive` never ends where a file system answers ENOENT, as /proc does.) */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' || code === 'EROFS') {
      const about = await stat(path).catch(() => undefined);
      if (about?.isDirectory()) return;
      throw unwritable(path, error);
    }
    const above = dirname(path);
    if (code !== 'ENOENT' || above === path || (await isThere(above))) throw unwritable(path, error);
    await makeFolder(above);
    await makeFolder(path);
  }
}

/** Before the work is done, whether a folder could be made and written to for its results. Makes nothing yet. */
export async function checkWritable(folder: string): Promise<void> {
  const about = await stat(folder).catch((error: NodeJS.ErrnoException) => error);
  if (about instanceof Error) {
    if (about.code !== 'ENOENT' || dirname(folder) === folder) throw unwritable(folder, about);
    return checkWritable(dirname(folder));
  }
  try {
    if (!about.isDirectory()) throw Object.assign(new Error(), { code: 'EEXIST' });
    await access(folder, constants.W_OK);
  } catch (error) {
    throw unwritable(folder, error);
  }
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

const meanings: Readonly<Record<string, string>> = {
  EACCES: 'may not be written to',
  EPERM: 'may not be written to',
  EROFS: 'lies on a disk that may only be read',
  ENOSPC: 'does not fit: the disk is full',
  EEXIST: 'is a file, expected a folder',
  EISDIR: 'is a folder, expected a file',
  ENOTEMPTY: 'is a folder, expected a file',
  ENOTDIR: 'leads through something that is not a folder',
  ENOENT: 'cannot be made there',
  ENAMETOOLONG: 'has too long a name',
};

/** Nobody asked for these: the run has failed, the call was right. */
const diskTroubles = new Set(['ENOSPC', 'EDQUOT', 'EIO', 'EMFILE', 'ENFILE']);

export function unwritable(path: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) return error;
  const refusal = refuse('file.unwritable', `it ${meanings[code] ?? `cannot be written (${code})`}`, path);
  return diskTroubles.has(code) ? new Failure(refusal.problems) : refusal;
}

export function removeUnfinished(): void {
  for (const path of underWay) rmSync(path, { force: true });
  underWay.clear();
}

/** So that the new name itself survives a power cut; systems that cannot flush a folder say so by an error. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined);
  if (!folder) return;
  await folder.sync().catch(() => undefined);
  await folder.close();
}
