/**
 * Whole files or none: written under a temporary name in the same folder, flushed to the disk, renamed. Whoever reads
 * the final name never sees a half, whatever kills us.
 */
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Temporary files of this process that are being written now, to be removed when it is interrupted. */
const underWay = new Set<string>();

export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
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
    throw error;
  } finally {
    underWay.delete(temporary);
  }
  await flushFolder(folder);
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
