import { create } from 'zustand';
import { type OwnScene, ownScenes, removeOwnScene } from '../scenarios/own-scenes';

/** A city that has just come in whole. */
export interface Brought {
  readonly id: string;
  readonly warnings: number;
  readonly noted: number;
}

interface OwnScenesState {
  readonly scenes: readonly OwnScene[];
  readonly brought: readonly Brought[];
  /** Things that are being read. */
  readonly reading: number;
}

/** Cities that somebody has brought to this browser. */
export const useOwnScenes = create<OwnScenesState>(() => ({ scenes: [], brought: [], reading: 0 }));

export async function refreshOwnScenes(): Promise<void> {
  useOwnScenes.setState({ scenes: await ownScenes() });
}

export async function forgetOwnScene(id: string): Promise<void> {
  await removeOwnScene(id);
  await refreshOwnScenes();
}
