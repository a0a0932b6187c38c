/**
 * A year of the park's energy in quarter hours, from its first of January, beside its reference city: what its published
 * figures are figures of. Nobody drives; of the scenario's changes those hold all year that are of energy and have no end.
 */
import { energyDomain } from '../domains/energy';
import { judgePublished } from '../domains/energy/reference/published';
import { checkInterventions, type Intervention } from '../interventions';
import { fail, problem, type Result, succeed } from '../kernel';
import { PUBLISHED_OF, type YearOfPark } from '../ports';
import { createEngine } from '../runtime';
import { defaultScenario, type Scenario } from '../scenarios';
import type { CompiledScene } from '../scene';
import type { StudyOfEnergy } from './day-loads';

const STEP_S = 900;
const YEAR_S = 365 * 86_400;

/** The park's year as its scenario file has it, with the changes of energy that somebody has made for good. */
export function yearScenario(scenario: Scenario, scene: CompiledScene): Scenario {
  return defaultScenario(scenario.scene, {
    seed: scenario.seed,
    domains: [energyDomain.name],
    stepSeconds: { [energyDomain.name]: STEP_S },
    startDay: 1,
    startSeconds: 0,
    durationSeconds: YEAR_S,
    interventions: ofAllYear(scenario, scene),
  });
}

export async function yearOfPark(options: StudyOfEnergy): Promise<Result<YearOfPark>> {
  const { scene, scenario } = options;
  if (scenario.scene !== PUBLISHED_OF) {
    return fail([problem('year.nothing-published', [], `met '${scenario.scene}', expected '${PUBLISHED_OF}'`)]);
  }
  const year = yearScenario(scenario, scene);
  const domains = [energyDomain];
  const engine = createEngine({ scene, domains, desk: options.deskOf(domains), unhashed: true, scenario: year });
  while (!engine.runTo(YEAR_S, options.shouldYield)) await options.yielded?.(engine.seconds / YEAR_S);
  const values = engine.measure();
  return succeed({
    rows: judgePublished((name) => values[name] ?? Number.NaN),
    changes: year.interventions.length,
    leftOut: scenario.interventions.length - year.interventions.length,
  });
}

function ofAllYear({ interventions }: Scenario, scene: CompiledScene): readonly Intervention[] {
  return interventions
    .filter(({ untilSeconds }) => untilSeconds === null)
    .filter((each) => checkInterventions([each], scene, { domains: [energyDomain.name] }).length === 0)
    .map((each) => ({ ...each, fromSeconds: 0 }));
}
