import type { Scenario } from '../../sim';
import { useEdits } from './edits';
import { bareRun } from './scenarios';

/** The scenario as it is open now; null while the city is not. */
export function scenarioNow(): Scenario | null {
  const bare = bareRun();
  return bare && { ...bare, interventions: useEdits.getState().history.list };
}
