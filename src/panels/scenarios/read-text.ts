import { fail, problem, type Result, succeed } from '../../../sim';

/** As a scene's reader has it for the largest of its files. */
const MOST_BYTES = 128 * 1024 * 1024;

/** A file as text: unpacked where it is packed, in UTF-8, or in one byte a letter where its format is that old. */
export async function readText(
  file: Pick<File, 'size' | 'arrayBuffer'>,
  name: string,
  old: boolean,
): Promise<Result<string>> {
  const tooLarge = () => fail([problem('file.too-large', [name], `expected at most ${MOST_BYTES} bytes`)]);
  if (file.size > MOST_BYTES) return tooLarge();
  try {
    const packed = new Uint8Array(await file.arrayBuffer());
    const bytes = packed[0] === 0x1f && packed[1] === 0x8b ? await unpacked(packed) : packed;
    return bytes === null ? tooLarge() : decoded(bytes, name, old);
  } catch (error) {
    return fail([problem('file.unreadable', [name], `it could not be read: ${String(error).slice(0, 200)}`)]);
  }
}

function decoded(bytes: Uint8Array, name: string, old: boolean): Result<string> {
  try {
    return succeed(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    if (old) return succeed(new TextDecoder('latin1').decode(bytes));
    return fail([problem('file.not-utf8', [name], 'expected text in UTF-8')]);
  }
}

/** Null where there is more in it than a file may hold. */
async function unpacked(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array | null> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > MOST_BYTES) {
      await reader.cancel();
      return null;
    }
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
