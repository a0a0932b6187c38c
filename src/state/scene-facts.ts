import { create } from 'zustand';
import type { Language } from '../i18n';
import { readSceneFile } from './scene-source';

export type Named = Readonly<Record<Language, string>>;

/** What scene.json tells about the city itself: its name, and how far its facts can be trusted. */
export interface SceneFacts {
  readonly name: Named;
  readonly summary?: Named;
  readonly illustrative: boolean;
  readonly facts: readonly SceneFact[];
  readonly sources: readonly SceneSourceNote[];
  readonly files: readonly string[];
}

export interface SceneFact {
  readonly name: Named;
  readonly value: number | string;
  readonly unit?: string;
  readonly source: string;
  readonly confidence: string;
}

export interface SceneSourceNote {
  readonly id: string;
  readonly title: string;
  readonly publisher?: string;
  readonly licence: string;
  readonly confidence: string;
  readonly note?: string;
}

interface SceneFactsState {
  readonly facts: SceneFacts | null;
  readonly isUnread: boolean;
}

export const useSceneFacts = create<SceneFactsState>(() => ({ facts: null, isUnread: false }));

/** The page needs the name at once, before the engine has read the rest; the engine is the strict reader of all of it. */
export async function loadSceneFacts(sceneId: string): Promise<SceneFacts | null> {
  const facts = await readSceneFile(sceneId, 'scene.json').then(readFacts, () => null);
  useSceneFacts.setState({ facts, isUnread: facts === null });
  return facts;
}

/** Null where the file is not what a scene's manifest looks like; the engine then says in full what is wrong. */
export function readFacts(json: unknown): SceneFacts | null {
  const manifest = json as Partial<SceneFacts> | null;
  if (manifest?.name === undefined || !isNamed(manifest.name) || typeof manifest.illustrative !== 'boolean')
    return null;
  const { name, illustrative, summary } = manifest;
  return {
    name,
    illustrative,
    ...(isNamed(summary) && { summary }),
    facts: listOf(manifest.facts, (fact) => isNamed(fact.name) && ['string', 'number'].includes(typeof fact.value)),
    sources: listOf(
      manifest.sources,
      (source) => typeof source.title === 'string' && typeof source.licence === 'string',
    ),
    files: listOf(manifest.files, (file) => typeof file === 'string'),
  };
}

export function isNamed(value: unknown): value is Named {
  const named = value as Partial<Named> | null | undefined;
  return typeof named?.zh === 'string' && typeof named.en === 'string';
}

function listOf<T>(value: readonly T[] | undefined, fits: (entry: T) => boolean): readonly T[] {
  return Array.isArray(value) ? value.filter((entry) => entry !== null && entry !== undefined && fits(entry)) : [];
}
