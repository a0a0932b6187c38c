import type { StoreApi } from 'zustand';
import { type Problem, type Result, type Scenario, stringifyStable } from '../../sim';
import type { EngineClient, Errand } from '../engine/engine-face';
import { scenarioNow } from './scenario-now';

/** What a store knows of a study that takes its time. */
export interface StudyState {
  /** How much of it is lived; null while nobody asks. */
  readonly share: number | null;
  /** Of which scenario what is known is. */
  readonly of: string;
  readonly problems: readonly Problem[];
}

type Ask<Found> = (engine: EngineClient, scenario: Scenario, errand: Errand) => Promise<Result<Found>>;

/** Energy alone of the scenario that is open, lived in a worker: asked anew it begins anew, and tells how far it is. */
export function energyAlone<Found, State extends StudyState>(
  { setState, getState, getInitialState }: StoreApi<State>,
  ask: Ask<Found>,
  known: (found: Found) => Partial<State>,
) {
  let errand: AbortController | null = null;
  const tell = (told: Partial<StudyState>, more: Partial<State> = {}) =>
    setState({ ...told, ...more } as Partial<State>);
  /** What was lived of it is lost; what was found before stays. */
  const stop = () => {
    errand?.abort();
    errand = null;
    tell({ share: null });
  };
  return {
    async live(engine: EngineClient): Promise<void> {
      const scenario = scenarioNow();
      if (scenario === null) return;
      errand?.abort();
      const mine = new AbortController();
      errand = mine;
      tell({ share: 0, problems: [] });
      const answer = await ask(engine, scenario, {
        signal: mine.signal,
        progressed: (share) => errand === mine && tell({ share }),
      });
      if (errand !== mine) return;
      errand = null;
      if (answer.ok) tell({ share: null, of: stringifyStable(scenario) }, known(answer.value));
      else tell({ share: null, problems: answer.problems });
    },
    stop,
    forget(): void {
      stop();
      setState(getInitialState());
    },
    /** Whether what is known is of another scenario than the one that is open. */
    isOutOfDate(): boolean {
      const scenario = scenarioNow();
      return scenario !== null && getState().of !== stringifyStable(scenario);
    },
  };
}
