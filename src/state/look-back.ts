import { Subscription } from 'rxjs';
import { create } from 'zustand';
import type { EngineClient } from '../engine/engine-face';
import { otherShare, useSplit } from './split';

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
  showOther(engine);
}

/** While somebody looks back the whole picture is the other city's; a divided one has both again afterwards. */
function showOther(engine: EngineClient): void {
  const { isHeld } = useLookBack.getState();
  engine.baseline.show(isHeld ? 'instead' : useSplit.getState().isOn ? 'beside' : 'away');
}

/** Share of the picture, from its left edge, that is the other city's own; none while that one has all of it. */
export function dividedAt(): number {
  return useLookBack.getState().isHeld ? 0 : otherShare();
}

export function followLookBack(engine: EngineClient): () => void {
  const owner = new Subscription();
  useLookBack.setState({ isHeld: false, shownSeconds: null });
  owner.add(useSplit.subscribe(() => showOther(engine)));
  owner.add(engine.baseline.shownSeconds$.subscribe((shownSeconds) => useLookBack.setState({ shownSeconds })));
  return () => owner.unsubscribe();
}
