import { create } from 'zustand';
import { type PanelName, useChrome } from './chrome';

/** What one is shown first, in this order; where panels take turns, the one that opens for it. */
export const tourStops = [
  { name: 'city', place: '.city', panel: null },
  { name: 'change', place: '.change', panel: 'change' },
  { name: 'figures', place: '.figures', panel: 'figures' },
  { name: 'time', place: '.transport', panel: null },
  { name: 'happenings', place: '.happenings', panel: 'happenings' },
  { name: 'scenarios', place: '.ab-chip', panel: null },
] as const satisfies readonly { readonly name: string; readonly place: string; readonly panel: PanelName | null }[];

interface TourState {
  /** Which stop one is at; null while nobody is shown round. */
  readonly stop: number | null;
}

export const useTour = create<TourState>(() => ({ stop: null }));

export function goToStop(stop: number): void {
  const { panel } = tourStops[stop] ?? {};
  // A panel that is hidden, or under another on a narrow screen, cannot be shown.
  if (panel) useChrome.getState().openPanelNow(panel);
  else if (useChrome.getState().panelsHidden) useChrome.getState().togglePanels();
  useTour.setState({ stop });
}

export function beginTour(): void {
  const { showDialog, acted } = useChrome.getState();
  showDialog(null);
  acted();
  goToStop(0);
}

export function endTour(): void {
  useTour.setState({ stop: null });
}
