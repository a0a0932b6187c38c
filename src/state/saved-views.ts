import { create } from 'zustand';
import { dropView, type KeptView, keepView, keptViews } from '../scenarios/views-shelf';
import { useCamera } from './camera';
import { useCameraPlace } from './camera-place';

interface SavedViewsState {
  readonly city: string;
  readonly views: readonly KeptView[];
  /** The one that was taken away last, until the next is: it can be brought back. */
  readonly removed: KeptView | null;
  /** Whether the browser keeps them beyond this visit. */
  readonly isKept: boolean;
}

const none: SavedViewsState = { city: '', views: [], removed: null, isKept: true };

export const useSavedViews = create<SavedViewsState>(() => none);

const LONGEST_NAME = 60;

export async function loadSavedViews(city: string): Promise<void> {
  useSavedViews.setState({ ...none, city });
  const views = await keptViews(city).catch(() => null);
  if (useSavedViews.getState().city !== city) return;
  useSavedViews.setState(views === null ? { isKept: false } : { views });
}

/** Keeps where the camera is now. */
export async function saveView(name: string): Promise<void> {
  const { place } = useCameraPlace.getState();
  const { city, views } = useSavedViews.getState();
  if (place === null) return;
  const { wideDeg: _, ...orbit } = place;
  // Two that are made in one instant keep their order too.
  const madeMs = Math.max(Date.now(), (views.at(-1)?.madeMs ?? 0) + 1);
  const view = { city, id: crypto.randomUUID(), name: name.trim().slice(0, LONGEST_NAME), madeMs, ...orbit };
  useSavedViews.setState({ views: [...views, view] });
  useSavedViews.setState({ isKept: await keepView(view) });
}

export async function renameView(view: KeptView, name: string): Promise<void> {
  const renamed = { ...view, name: name.trim().slice(0, LONGEST_NAME) };
  useSavedViews.setState(({ views }) => ({ views: views.map((each) => (each.id === view.id ? renamed : each)) }));
  useSavedViews.setState({ isKept: await keepView(renamed) });
}

export async function removeView(view: KeptView): Promise<void> {
  useSavedViews.setState(({ views }) => ({ views: views.filter(({ id }) => id !== view.id), removed: view }));
  await dropView(view);
}

export async function bringViewBack(): Promise<void> {
  const { removed } = useSavedViews.getState();
  if (removed === null) return;
  useSavedViews.setState(({ views }) => ({
    views: [...views, removed].sort((a, b) => a.madeMs - b.madeMs),
    removed: null,
  }));
  useSavedViews.setState({ isKept: await keepView(removed) });
}

export function goToSavedView({ x, y, distanceM, headingDeg, pitchDeg }: KeptView): void {
  useCamera.getState().flyTo({ kind: 'place', x, y, distanceM, headingDeg, pitchDeg });
}
