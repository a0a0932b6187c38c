import { type Problem, problem } from '../kernel';
import type { AnyDomain } from '../ports';
import type { Scenario } from '../scenarios';

/** The domains with the steps that a scenario asks for; a step that a domain does not allow is a mistake of the caller's. */
export function stretched(domains: readonly AnyDomain[], { stepSeconds }: Pick<Scenario, 'stepSeconds'>): AnyDomain[] {
  return domains.map((domain) => {
    const wanted = stepSeconds?.[domain.name];
    if (wanted === undefined || wanted === domain.periodSeconds) return domain;
    if (domain.otherPeriodsSeconds?.includes(wanted)) return { ...domain, periodSeconds: wanted };
    throw new Error(`met steps of ${wanted} s for '${domain.name}', expected ${allowed(domain)}`);
  });
}

/** What a scenario asks of steps that the domains cannot do. */
export function checkSteps(
  { stepSeconds = {} }: Pick<Scenario, 'stepSeconds'>,
  domains: readonly AnyDomain[],
): Problem[] {
  return Object.entries(stepSeconds).flatMap(([name, wanted]) => {
    const domain = domains.find((each) => each.name === name);
    if (domain === undefined) {
      const message = `expected a domain of the run: ${domains.map((each) => each.name).join(', ')}; found '${name}'`;
      return [problem('scenario.unknown-domain', ['stepSeconds', name], message)];
    }
    if (wanted === domain.periodSeconds || domain.otherPeriodsSeconds?.includes(wanted)) return [];
    return [problem('scenario.step-length', ['stepSeconds', name], `expected ${allowed(domain)}; found ${wanted}`)];
  });
}

function allowed({ periodSeconds, otherPeriodsSeconds = [] }: AnyDomain): string {
  return [periodSeconds, ...otherPeriodsSeconds].map((seconds) => `${seconds} s`).join(' or ');
}
