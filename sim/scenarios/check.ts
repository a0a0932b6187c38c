import { type CheckOptions, checkInterventions } from '../interventions';
import { type Problem, problem, warning } from '../kernel';
import { knobs } from '../ports';
import type { CompiledScene } from '../scene/compiled';
import type { Scenario } from './scenario';

/** Domains that there is something to turn in. */
const turnable = [...new Set<string>(Object.values(knobs).map((knob) => knob.domain))];

/**
 * Whether a scenario that was read fits this city and this engine, whose domains are the `known` ones. Errors forbid the
 * run; warnings are said and the run is made.
 */
export function checkScenario(
  scenario: Scenario,
  scene: CompiledScene,
  known: readonly string[] = turnable,
  tables: Pick<CheckOptions, 'kinds' | 'knobs'> = {},
): Problem[] {
  if (scenario.scene !== scene.id) {
    const message = `expected a scenario for the scene '${scene.id}', found one for '${scenario.scene}'`;
    return [problem('scenario.other-scene', ['scene'], message)];
  }
  const problems: Problem[] = [];
  if (scenario.sceneHash !== undefined && scenario.sceneHash !== scene.hash) {
    const message = `it was made for the content ${scenario.sceneHash}; this scene is ${scene.hash} now`;
    problems.push(warning('scenario.scene-has-changed', ['sceneHash'], message));
  }
  scenario.domains?.forEach((name, index) => {
    if (known.includes(name)) return;
    const message = `expected one of: ${known.join(', ')}; found '${name}'`;
    problems.push(problem('scenario.unknown-domain', ['domains', index], message));
  });
  const days = scene.scene.weather?.days ?? [];
  if (scenario.weatherDay !== undefined && !days.some((day) => day.id === scenario.weatherDay)) {
    const names = days.map((day) => day.id).join(', ') || 'none';
    const message = `expected a day of the scene's weather: ${names}; found '${scenario.weatherDay}'`;
    problems.push(problem('scenario.unknown-weather-day', ['weatherDay'], message));
  }
  const domains = scenario.domains ?? known;
  problems.push(...checkInterventions(scenario.interventions, scene, { ...tables, domains }));
  scenario.interventions.forEach(({ id, fromSeconds }, index) => {
    if (fromSeconds < scenario.durationSeconds) return;
    const message = `'${id}' begins at ${fromSeconds} s, not before the end of the run at ${scenario.durationSeconds} s`;
    problems.push(warning('intervention.after-the-end', ['interventions', index, 'fromSeconds'], message));
  });
  return problems;
}
