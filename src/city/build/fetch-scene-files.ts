import { fail, problem, type Result, sceneFiles, succeed } from '../../../sim';

/** Larger than any scene that is meant to be looked at. */
const MOST_BYTES = 256 * 1024 * 1024;

/** A scene's files as text, by name: the manifest first, then those it names. The reader judges what they say. */
export async function fetchSceneFiles(base: string): Promise<Result<ReadonlyMap<string, string>>> {
  const manifest = await fetchText(base, 'scene.json');
  if (!manifest.ok) return manifest;
  const files = new Map([['scene.json', manifest.value]]);
  const texts = await Promise.all(
    namesIn(manifest.value).map(async (name) => [name, await fetchText(base, name)] as const),
  );
  const problems = texts.flatMap(([, text]) => (text.ok ? [] : text.problems));
  if (problems.length > 0) return fail(problems);
  let bytes = 0;
  for (const [name, text] of texts) {
    if (!text.ok) continue;
    bytes += text.value.length;
    files.set(name, text.value);
  }
  if (bytes > MOST_BYTES) return fail([problem('scene.too-large', [], `the scene's files hold ${bytes} bytes`)]);
  return succeed(files);
}

function namesIn(manifest: string): string[] {
  try {
    const { files } = JSON.parse(manifest) as { files?: unknown };
    if (!Array.isArray(files)) return [];
    return [...new Set(files)].filter(
      (name): name is string => typeof name === 'string' && Object.hasOwn(sceneFiles, name),
    );
  } catch {
    return [];
  }
}

async function fetchText(base: string, name: string): Promise<Result<string>> {
  try {
    const response = await fetch(base + name, { credentials: 'same-origin', redirect: 'error' });
    if (!response.ok) {
      return fail([problem('scene.not-served', [name], `the server answered ${response.status}, expected the file`)]);
    }
    return succeed(await response.text());
  } catch (error) {
    return fail([problem('scene.not-served', [name], `it could not be fetched: ${String(error).slice(0, 200)}`)]);
  }
}
