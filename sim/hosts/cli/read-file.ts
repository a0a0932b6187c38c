/** Reading what a person named: regular files within a budget of bytes, and one clear problem for anything else. */
import { constants } from 'node:fs';
import { type FileHandle, open, opendir, stat } from 'node:fs/promises';
import { decodeUtf8, fail, problem, type Result, succeed } from '../../kernel';

/** One file of a city, or one scenario; a larger one is refused unread. */
export const MOST_FILE_BYTES = 128 * 1024 * 1024;
const MOST_FOLDER_ENTRIES = 2_000;
const CHUNK_BYTES = 1024 * 1024;

const meanings: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EACCES: 'may not be read',
  EPERM: 'may not be read',
  EISDIR: 'is a folder, expected a file',
  ENOTDIR: 'leads through something that is not a folder',
  ELOOP: 'is a link that leads back to itself',
  ENAMETOOLONG: 'has too long a name',
  EMFILE: 'cannot be opened: too many files are open',
};

export async function readBytes(path: string, mostBytes = MOST_FILE_BYTES): Promise<Result<Uint8Array>> {
  let handle: FileHandle | undefined;
  try {
    // Without O_NONBLOCK a named pipe would hold us here until somebody writes to it.
    handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const about = await handle.stat();
    if (about.isDirectory()) return refused('file.not-a-file', meanings.EISDIR);
    if (!about.isFile()) return refused('file.not-a-file', 'is no regular file');
    if (about.size > mostBytes) return tooLarge(about.size, mostBytes);
    return await readAll(handle, about.size, mostBytes);
  } catch (error) {
    return refusedBySystem(path, error);
  } finally {
    await handle?.close();
  }
}

export async function readText(path: string, mostBytes = MOST_FILE_BYTES): Promise<Result<string>> {
  const bytes = await readBytes(path, mostBytes);
  return bytes.ok ? decode(bytes.value) : bytes;
}

/** Names of what lies directly in a folder, sorted. */
export async function listFolder(path: string): Promise<Result<readonly string[]>> {
  const names: string[] = [];
  try {
    for await (const entry of await opendir(path)) {
      names.push(entry.name);
      if (names.length > MOST_FOLDER_ENTRIES) {
        return refused('folder.too-many', `holds more than ${MOST_FOLDER_ENTRIES} entries; this is no scene folder`);
      }
    }
  } catch (error) {
    return refusedBySystem(path, error);
  }
  return succeed(names.sort());
}

export async function kindOfPath(path: string): Promise<Result<'file' | 'folder'>> {
  try {
    const about = await stat(path);
    if (about.isDirectory()) return succeed('folder');
    return about.isFile() ? succeed('file') : refused('file.not-a-file', 'is neither a file nor a folder');
  } catch (error) {
    return refusedBySystem(path, error);
  }
}

/** Node's own decoder is the quick one; ours says where it went wrong. */
function decode(bytes: Uint8Array): Result<string> {
  try {
    return succeed(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return decodeUtf8(bytes);
  }
}

async function readAll(file: FileHandle, size: number, most: number): Promise<Result<Uint8Array>> {
  // A file may grow while it is read, and some say 0 and hold something: the budget counts what really comes.
  let bytes = new Uint8Array(size + 1);
  let used = 0;
  for (;;) {
    if (used === bytes.length) {
      const wider = new Uint8Array(bytes.length + CHUNK_BYTES);
      wider.set(bytes);
      bytes = wider;
    }
    const { bytesRead } = await file.read(bytes, used, bytes.length - used, used);
    if (bytesRead === 0) return succeed(bytes.subarray(0, used));
    used += bytesRead;
    if (used > most) return tooLarge(used, most);
  }
}

function tooLarge(bytes: number, most: number): Result<never> {
  return refused('file.too-large', `has ${bytes} bytes or more, expected at most ${most}`);
}

function refused(code: string, what: string): Result<never> {
  return fail([problem(code, [], `it ${what}`)]);
}

function refusedBySystem(path: string, error: unknown): Result<never> {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) {
    const nul = path.includes('\0');
    if (nul) return refused('file.unreadable', 'has a NUL character in its name');
    throw error;
  }
  return refused(code === 'ENOENT' ? 'file.missing' : 'file.unreadable', meanings[code] ?? `cannot be read (${code})`);
}
