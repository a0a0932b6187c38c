/** A scene's files from our own server: only names that a scene may have, only from our origin, within a budget. */
import { fail, type Problem, parseJson, problem, type Result, succeed } from '../kernel';
import { sceneFiles } from '../scene';

export interface FetchOptions {
  readonly fetch: typeof fetch;
  /** Of the page and its worker; nothing is asked of another. */
  readonly origin: string;
  readonly mostBytes?: number;
  progress?(share: number): void;
}

const MOST_SCENE_BYTES = 256 * 1024 * 1024;
const MANIFEST = 'scene.json';

export async function fetchScene(address: string, options: FetchOptions): Promise<Result<ReadonlyMap<string, string>>> {
  const folder = ownFolder(address, options.origin);
  if (!folder.ok) return folder;
  const budget = { bytesLeft: options.mostBytes ?? MOST_SCENE_BYTES };
  const manifest = await fetchText(folder.value, MANIFEST, options, budget);
  if (!manifest.ok) return manifest;

  const files = new Map([[MANIFEST, manifest.value]]);
  const names = namedFiles(manifest.value);
  const problems: Problem[] = [];
  let arrived = 0;
  await Promise.all(
    names.map(async (name) => {
      const text = await fetchText(folder.value, name, options, budget);
      if (text.ok) files.set(name, text.value);
      else problems.push(...text.problems);
      options.progress?.(++arrived / names.length);
    }),
  );
  return problems.length > 0 ? fail(problems) : succeed(files);
}

/** An address of our own that ends in a folder under scenes/. */
function ownFolder(address: string, origin: string): Result<URL> {
  const shown = JSON.stringify(address.slice(0, 200));
  const refused = (what: string) => fail([problem('scene.address', [], `met the address ${shown}, ${what}`)]);
  if (!URL.canParse(address, origin)) return refused('which is none');
  const url = new URL(address.endsWith('/') ? address : `${address}/`, origin);
  if (url.origin !== origin) return refused(`expected one of ${origin}`);
  if (url.search !== '' || url.hash !== '' || !/\/scenes\/[a-z0-9-]+(\/[a-z0-9-]+)*\/$/.test(url.pathname)) {
    return refused("expected a scene's folder");
  }
  return succeed(url);
}

/** The files that the manifest names, as far as a scene can have such files; the reader then judges the manifest. */
function namedFiles(manifest: string): string[] {
  const json = parseJson(manifest, { maxBytes: 16 * 1024 * 1024 });
  const files: unknown = json.ok ? (json.value as { files?: unknown } | null)?.files : undefined;
  if (!Array.isArray(files)) return [];
  return [...new Set(files)].filter(
    (name): name is string => typeof name === 'string' && Object.hasOwn(sceneFiles, name),
  );
}

async function fetchText(
  folder: URL,
  name: string,
  options: FetchOptions,
  budget: { bytesLeft: number },
): Promise<Result<string>> {
  const refused = (code: string, what: string) => fail([problem(code, [name], what)]);
  try {
    const response = await options.fetch(new URL(name, folder), { redirect: 'error', credentials: 'same-origin' });
    if (!response.ok) {
      await response.body?.cancel();
      return refused('scene.not-served', `the server answered ${response.status}, expected the file`);
    }
    const parts: Uint8Array[] = [];
    const reader = response.body!.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      budget.bytesLeft -= value.length;
      if (budget.bytesLeft < 0) {
        await reader.cancel();
        return refused('scene.too-large', 'the scene is larger than the budget for its files');
      }
      parts.push(value);
    }
    return succeed(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(joined(parts)));
  } catch (error) {
    const met = error instanceof Error ? error.message : String(error);
    return refused('scene.not-served', `it could not be fetched or is not UTF-8: ${met.slice(0, 200)}`);
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
