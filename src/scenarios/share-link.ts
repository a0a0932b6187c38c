import { fail, problem, type Result, readScenario, type Scenario } from '../../sim';

const MARK = '#scenario=';
/** Longer ones are cut by chat programs and mail; a file is the better way then. */
export const LONGEST_LINK = 8_000;
/** What a link of that length can unfold to without being made to harm. */
const MOST_BYTES = 4 * 1024 * 1024;

/** An address that carries the whole scenario in its fragment, which no server ever sees. */
export async function linkTo(scenario: Scenario, city: string, page: URL): Promise<string> {
  const packed = await through(
    new TextEncoder().encode(JSON.stringify(scenario)),
    new CompressionStream('deflate-raw'),
  );
  const link = new URL(page);
  link.search = new URLSearchParams({ scene: city }).toString();
  link.hash = MARK + base64Url(packed);
  return link.href;
}

/** What a fragment carries; undefined where it carries none. */
export async function scenarioInFragment(fragment: string): Promise<Result<Scenario> | undefined> {
  if (!fragment.startsWith(MARK)) return undefined;
  try {
    const packed = fromBase64Url(fragment.slice(MARK.length));
    const text = await through(packed, new DecompressionStream('deflate-raw'), MOST_BYTES);
    return readScenario(new TextDecoder('utf-8', { fatal: true }).decode(text));
  } catch {
    return fail([problem('link.damaged', [], 'expected a whole link, found one that was cut or changed on its way')]);
  }
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  most = Number.POSITIVE_INFINITY,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts: BlobPart[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.byteLength;
    if (length > most) throw new Error('met a link that unfolds without end');
    parts.push(part.value as BlobPart);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function base64Url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}
