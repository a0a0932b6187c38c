/** Row 34 of the systems: a playbook put into effect when something happens, beside the same run without. */
import { changeOfStep, type Intervention, playbookFor, playbookNameOf, responderOf } from '../../../sim/interventions';
import type { Happening, KpiName } from '../../../sim/ports';
import type { RunResult } from '../../../sim/studies';
import { sceneOf } from '../../domains/energy/scenes';
import type { AcceptLine } from '../line';
import { change, HOUR_S, livedOnFlagship, lostTransformers, TICK_S } from './flagship-run';

interface Case {
  readonly name: string;
  readonly scenario: object;
  readonly happens: readonly object[];
  readonly figure: KpiName;
}

const cases: readonly Case[] = [
  {
    name: 'five of six transformers lost on a January noon',
    scenario: { startDay: 15, startSeconds: 12 * HOUR_S, durationSeconds: 10 * HOUR_S, domains: ['energy'] },
    happens: lostTransformers,
    figure: 'energy.unserved-electricity',
  },
  {
    name: 'no gas from six on a January morning',
    scenario: { startDay: 15, startSeconds: 0, durationSeconds: 20 * HOUR_S, domains: ['energy'] },
    happens: [change('gas-shortage', 6 * HOUR_S, { pressure: 0 })],
    figure: 'energy.unserved-heat',
  },
];

export const playbookLine: AcceptLine = {
  name: 'systems 34: a playbook',
  goal: 'a playbook applied when it happens beats none on the same seed; the log states who did what when',
  async measure(tools) {
    const told: string[] = [];
    let held = true;
    for (const of of cases) {
      tools.say(of.name);
      const without = livedOnFlagship(tools, of.scenario, of.happens);
      const steps = stepsOf(without);
      const by = livedOnFlagship(tools, of.scenario, [...of.happens, ...steps]);
      const value = ({ totals }: RunResult) => totals[of.figure]?.value ?? Number.NaN;
      const log = logOf(by);
      held &&= value(by) < value(without) && log.length === steps.length && steps.length > 0;
      told.push(
        `${of.name}: ${of.figure} ${value(without).toFixed(0)} → ${value(by).toFixed(0)} ${by.totals[of.figure]?.unit}; ${log.join(', ')}`,
      );
    }
    return {
      held,
      reached: told.join('; '),
      how: 'cityloom run eco-park, seed 7, without, then with what the playbook of the first alarm has done at its time; the log from the run’s own happenings. The crash’s playbook is told in `accept -- interventions`: T11 and the line on guidance',
    };
  },
};

/** As somebody does who opens the playbook the moment that its alarm comes. */
function stepsOf({ happenings }: RunResult): Intervention[] {
  const scene = sceneOf('eco-park');
  for (const alarm of happenings as readonly Happening[]) {
    const playbook = playbookFor(alarm.code);
    if (playbook === undefined) continue;
    return playbook.steps.map((step, i) =>
      changeOfStep(
        step,
        `${playbookNameOf(playbook, step)}-${i + 1}`,
        alarm.tick * TICK_S,
        (kind) => scene.elements[kind].ids,
      ),
    );
  }
  return [];
}

function logOf({ happenings, scenario }: RunResult): string[] {
  return (happenings as readonly Happening[]).flatMap(({ code, element, tick }) => {
    const who = responderOf(element);
    if (code !== 'intervention.started' || who === undefined) return [];
    const clock = new Date(1_000 * (scenario.startSeconds + tick * TICK_S)).toISOString().slice(11, 16);
    return [`${clock} ${who}: ${element.split('.')[0]}`];
  });
}
