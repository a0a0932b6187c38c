import { create } from 'zustand';
import { isNamed, type Named, type SceneFacts } from './scene-facts';
import { readSceneFile } from './scene-source';

export interface NamedView {
  readonly id: string;
  readonly name: Named;
}

export const useViews = create<{ readonly views: readonly NamedView[] }>(() => ({ views: [] }));

/** The names of the scene's points of view; a scene may have none. */
export async function loadViews(sceneId: string, facts: SceneFacts): Promise<void> {
  if (!facts.files.includes('views.json')) return;
  const json = await readSceneFile(sceneId, 'views.json').catch(() => null);
  const views = (json as { readonly views?: unknown } | null)?.views;
  if (!Array.isArray(views)) return;
  useViews.setState({ views: views.filter((view) => typeof view?.id === 'string' && isNamed(view.name)) });
}
