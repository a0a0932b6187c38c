import { StateHash, stringifyStable } from '../kernel';
import type { Scenario } from './scenario';

/**
 * The same for scenarios that are the same run: its name, the order of its interventions, domains and targets and the
 * layout of its file decide nothing; every other fact does.
 */
export function scenarioHash({ name: _, ...scenario }: Scenario): string {
  const interventions = scenario.interventions
    .map((each) => ({ ...each, targets: [...each.targets].sort() }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const domains = scenario.domains && [...scenario.domains].sort();
  return new StateHash().text(stringifyStable({ ...scenario, domains, interventions })).digest();
}
