import { basename } from 'node:path';

/** A scene is called as its folder, as far as that is a name for addresses. */
export function sceneIdOf(folder: string): string {
  const plain = basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 64);
  return plain === '' ? 'imported' : plain;
}
