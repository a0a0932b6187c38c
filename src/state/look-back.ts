import { Subscription } from 'rxjs';
import { create } from 'zustand';
import type { EngineClient } from '../engine/engine-face';

interface LookBackState {
  /** Somebody holds the key, or a finger on the chip. */
  readonly isHeld: boolean;
  /** Time of the other run's picture that is shown; null while it has none yet, and while nobody looks. */
  readonly shownSeconds: number | null;
}

/** Whether the city shown is the one that changes are held against. */
export const useLookBack = create<LookBackState>(() => ({ isHeld: false, shownSeconds: null }));

/** Shows the other city for as long as it is on. */
export function lookBack(engine: EngineClient, isHeld: boolean): void {
  if (useLookBack.getState().isHeld === isHeld) return;
  useLookBack.setState({ isHeld });
  engine.baseline.show(isHeld);
}

export function followLookBack(engine: EngineClient): () => void {
  const owner = new Subscription();
  useLookBack.setState({ isHeld: false, shownSeconds: null });
  owner.add(engine.baseline.shownSeconds$.subscribe((shownSeconds) => useLookBack.setState({ shownSeconds })));
  return () => owner.unsubscribe();
}
