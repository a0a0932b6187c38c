import { create } from 'zustand';
import { asElementId, type Household } from '../../sim';
import type { EngineClient } from '../engine/engine-face';
import { keepAsking } from './keep-asking';

interface HouseholdState {
  readonly building: string | null;
  /** Which of the building's. */
  readonly number: number;
  /** As the run has it now; null before it has answered, and where nobody lives. */
  readonly now: Household | null;
  /** The same household where the changes are not made; null while there is no such run beside. */
  readonly without: Household | null;
  turnTo(number: number): void;
}

export const useHousehold = create<HouseholdState>((set) => ({
  building: null,
  number: 0,
  now: null,
  without: null,
  turnTo: (number) => set({ number }),
}));

/** Asks after a household of a building until it is told to stop: roads fill, and power fails, while one looks. */
export function followHousehold(engine: EngineClient, building: string, number: number): () => void {
  const id = asElementId(building);
  const isAnother = useHousehold.getState().building !== building;
  // Never beside another household than its own.
  useHousehold.setState(isAnother ? { building, number: 0, now: null, without: null } : { without: null });
  const active = engine.baseline.active$.subscribe((isActive) => {
    if (!isActive) useHousehold.setState({ without: null });
  });
  const stop = keepAsking(async (isCurrent) => {
    // Not waited for: a run beside that is lost never answers.
    void engine.baseline.householdOf(id, number).then((without) => isCurrent() && useHousehold.setState({ without }));
    const now = await engine.householdOf(id, number);
    if (!isCurrent()) return false;
    useHousehold.setState({ now });
    // Who lives in a building does not change: where nobody does, nobody is asked again.
    return now !== null;
  });
  return () => {
    stop();
    active.unsubscribe();
  };
}
