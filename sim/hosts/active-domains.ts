import { domains } from '../domains/registry';
import type { Problem } from '../kernel';
import type { AnyDomain } from '../ports';
import { checkSteps } from '../runtime';
import { checkScenario, type Scenario } from '../scenarios';
import type { CompiledScene } from '../scene';

const known = domains.map((domain) => domain.name);

/** The domains that a scenario asks for; all of them where it names none. */
export function activeDomains({ domains: named }: Scenario): readonly AnyDomain[] {
  return named === undefined ? domains : domains.filter((domain) => named.includes(domain.name));
}

/** Whether a scenario fits this city and the domains that this engine has. */
export function checkFit(scenario: Scenario, scene: CompiledScene): Problem[] {
  return [...checkScenario(scenario, scene, known), ...checkSteps(scenario, activeDomains(scenario))];
}
