import type { RawFiles } from './migrations';
import { type ProblemList, shown } from './problem-list';
import { sceneFiles } from './schema/scene';

const known = Object.keys(sceneFiles).join(', ');

/** A scene has only files that a scene may have, and the manifest names exactly those that are there. */
export function checkFileNames(raw: RawFiles, unread: ReadonlySet<string>, list: ProblemList): void {
  const there = new Set([...raw.keys(), ...unread]);
  there.delete('scene.json');
  for (const name of there) {
    if (Object.hasOwn(sceneFiles, name)) continue;
    list.error('scene.unknown-file', [name.slice(0, 80)], `expected scene.json and any of ${known}`);
  }

  const named = namesInManifest(raw);
  if (named === undefined) return;
  const seen = new Set<string>();
  for (let i = 0; i < named.length; i++) {
    const name = named[i];
    const path = ['scene.json', 'files', i];
    if (typeof name !== 'string') continue;
    if (seen.has(name)) list.error('scene.duplicate-file', path, `${shown(name)} is named twice`);
    seen.add(name);
    if (!Object.hasOwn(sceneFiles, name)) {
      list.error('scene.unknown-file', path, `expected any of ${known}; found ${shown(name)}`);
    } else if (!there.has(name)) {
      list.error('scene.absent-file', path, `the manifest names ${shown(name)}, but there is no such file`);
    }
  }
  for (const name of there) {
    if (seen.has(name) || !Object.hasOwn(sceneFiles, name)) continue;
    list.error('scene.unnamed-file', [name], `the file is there, but the manifest's "files" does not name it`);
  }
}

/** Files that the manifest promises and that are not there: what they would name is unknown too. */
export function promisedFiles(raw: RawFiles): string[] {
  return (namesInManifest(raw) ?? []).filter((name): name is string => typeof name === 'string' && !raw.has(name));
}

function namesInManifest(raw: RawFiles): readonly unknown[] | undefined {
  const named = (raw.get('scene.json') as { files?: unknown } | null)?.files;
  return Array.isArray(named) ? named : undefined;
}
