import { create } from 'zustand';
import type { EngineClient } from '../engine/engine-face';

/** The divider stands at least so far from either edge: it can always be seen and taken hold of. */
export const NEAREST_THE_EDGE = 0.06;
const MIDDLE = 0.5;

interface SplitState {
  readonly isOn: boolean;
  /** Whether the other city's picture stands; while there is none, the page's own is whole. */
  readonly isDrawn: boolean;
  /** Time of the run that it shows; null before its first frame. */
  readonly shownSeconds: number | null;
  /** How far from the left the divider stands, as a share of the picture's width. */
  readonly at: number;
}

/** A's city to the left of a divider and B's to its right, under one camera. */
const whole: SplitState = { isOn: false, isDrawn: false, shownSeconds: null, at: MIDDLE };

export const useSplit = create<SplitState>(() => whole);

/** Share of the picture, from its left edge, that shows A's city; 0 while it is not split. */
export function otherShare({ isOn, isDrawn, at }: SplitState = useSplit.getState()): number {
  return isOn && isDrawn ? at : 0;
}

export function toggleSplit(): void {
  useSplit.setState(({ isOn }) => ({ isOn: !isOn, isDrawn: false, shownSeconds: null }));
}

export function moveDivider(at: number): void {
  useSplit.setState({ at: Math.min(1 - NEAREST_THE_EDGE, Math.max(NEAREST_THE_EDGE, at)) });
}

export function followSplit(engine: EngineClient): () => void {
  useSplit.setState(whole);
  // Another one's first picture comes with its first frame.
  const active = engine.baseline.active$.subscribe(() => useSplit.setState({ isDrawn: false, shownSeconds: null }));
  return () => active.unsubscribe();
}
