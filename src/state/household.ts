import { create } from 'zustand';
import { asElementId, type Household } from '../../sim';
import type { EngineClient } from '../engine/engine-face';

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

const ASK_EVERY_MS = 1_500;

/** Asks after a household of a building until it is told to stop: roads fill, and power fails, while one looks. */
export function followHousehold(engine: EngineClient, building: string, number: number): () => void {
  const id = asElementId(building);
  if (useHousehold.getState().building !== building)
    useHousehold.setState({ building, number: 0, now: null, without: null });
  let isGone = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isCurrent = () => !isGone && useHousehold.getState().building === building;
  const stop = engine.baseline.active$.subscribe((isActive) => {
    if (!isActive) useHousehold.setState({ without: null });
  });
  const ask = async () => {
    // Not waited for: a run beside that is lost never answers.
    void engine.baseline.householdOf(id, number).then((without) => isCurrent() && useHousehold.setState({ without }));
    const now = await engine.householdOf(id, number);
    if (!isCurrent()) return;
    useHousehold.setState({ now });
    // Who lives in a building does not change: where nobody does, nobody is asked again.
    if (now !== null) timer = setTimeout(ask, ASK_EVERY_MS);
  };
  void ask();
  return () => {
    isGone = true;
    clearTimeout(timer);
    stop.unsubscribe();
  };
}
