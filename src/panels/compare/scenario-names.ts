import { scenarioName, useText } from '../../i18n';
import { useCompare } from '../../state/compare';
import { keptOf, useScenarios } from '../../state/scenarios';

/** What A and B are called now. */
export function useScenarioNames(): { readonly a: string; readonly b: string } {
  const text = useText();
  const { entries, current } = useScenarios();
  const againstId = useCompare((state) => state.againstId);
  const against = keptOf(entries).find(({ id }) => id === againstId);
  const name = (kept: Parameters<typeof scenarioName>[0] | null | undefined) =>
    kept ? scenarioName(kept, text) : text.scenarios.baseline;
  return { a: name(against), b: name(current) };
}
