import type { SceneSource } from '../../sim';
import { filesOfOwnScene, type SceneTexts } from '../scenarios/own-scenes';

/** How addresses call a city that somebody has brought to this browser: `?scene=own/name`. */
export const OWN = 'own/';

/** Files of the brought city that this page shows; a page shows one city. */
let own: SceneTexts = [];

/** Makes a brought city's files ready; false where this browser has no such city. Others come from the server. */
export async function readySceneSource(sceneId: string): Promise<boolean> {
  if (!sceneId.startsWith(OWN)) return true;
  const files = await filesOfOwnScene(sceneId.slice(OWN.length));
  own = files ?? [];
  return files !== null;
}

export function sceneSourceOf(sceneId: string): SceneSource {
  if (sceneId.startsWith(OWN)) return { kind: 'texts', files: own };
  return { kind: 'folder', address: `${import.meta.env.BASE_URL}scenes/${sceneId}/` };
}

/** One of a city's files, as JSON. */
export async function readSceneFile(sceneId: string, file: string): Promise<unknown> {
  const source = sceneSourceOf(sceneId);
  if (source.kind === 'texts') {
    const found = source.files.find(([name]) => name === file);
    if (!found) throw new Error(`met no ${file} in ${sceneId}, expected it`);
    return JSON.parse(found[1]);
  }
  const address = source.address + file;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}, expected 200`);
  return response.json();
}
