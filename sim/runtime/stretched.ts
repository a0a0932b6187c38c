import { type Problem, problem } from '../kernel';
import type { AnyDomain } from '../ports';
import type { Scenario } from '../scenarios';

type Asked = Pick<Scenario, 'stepSeconds'>;

/** The domains with the steps that a scenario asks for; a step that a domain does not allow is a mistake of the caller's. */
export function stretched(domains: readonly AnyDomain[], { stepSeconds }: Asked): AnyDomain[] {
  return domains.map((domain) => {
    const wanted = stepSeconds?.[domain.name];
    if (wanted === undefined || wanted === domain.periodSeconds) return domain;
    const wrong = whyNot(domain, wanted, domains);
    if (wrong !== null) throw new Error(`met steps of ${wanted} s for '${domain.name}', ${wrong.expected}`);
    return { ...domain, periodSeconds: wanted };
  });
}

/** What a scenario asks of steps that the domains cannot do. */
export function checkSteps({ stepSeconds = {} }: Asked, domains: readonly AnyDomain[]): Problem[] {
  return Object.entries(stepSeconds).flatMap(([name, wanted]) => {
    const domain = domains.find((each) => each.name === name);
    if (domain === undefined) {
      const message = `expected a domain of the run: ${domains.map((each) => each.name).join(', ')}; found '${name}'`;
      return [problem('scenario.unknown-domain', ['stepSeconds', name], message)];
    }
    const wrong = whyNot(domain, wanted, domains);
    return wrong === null ? [] : [problem(wrong.code, ['stepSeconds', name], `${wrong.expected}; found ${wanted}`)];
  });
}

/**
 * Longer steps are for runs in which nobody meets the domain: what another writes each minute it would look at once in a
 * quarter of an hour and take for the whole of it, so that energy would not add up, and the other would hear a quarter of
 * an hour late of what it is told.
 */
function whyNot(
  domain: AnyDomain,
  wanted: number,
  domains: readonly AnyDomain[],
): { readonly code: string; readonly expected: string } | null {
  const { periodSeconds, otherPeriodsSeconds = [] } = domain;
  if (wanted === periodSeconds) return null;
  if (!otherPeriodsSeconds.includes(wanted)) {
    const allowed = [periodSeconds, ...otherPeriodsSeconds].map((seconds) => `${seconds} s`).join(' or ');
    return { code: 'scenario.step-length', expected: `expected ${allowed}` };
  }
  for (const other of domains) {
    if (other === domain) continue;
    const port =
      domain.reads.find((each) => (other.writes as readonly string[]).includes(each)) ??
      domain.writes.find((each) => (other.reads as readonly string[]).includes(each));
    if (port === undefined) continue;
    const expected = `expected ${periodSeconds} s beside '${other.name}', which it meets at ${port}`;
    return { code: 'scenario.step-length', expected };
  }
  return null;
}
