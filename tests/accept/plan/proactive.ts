/** Row 1 of the systems, with S5: the same centre, the same playbook and the same seed, once it has happened and before. */
import type { Happening } from '../../../sim/ports';
import type { RunResult } from '../../../sim/studies';
import type { AcceptLine, AcceptTools } from '../line';
import { change, HOUR_S, livedOnFlagship, lostTransformers, TICK_S } from './flagship-run';

const LEAST_LEAD_MINUTES = 10;

export const proactive: AcceptLine = {
  name: 'systems 1: from reactive to proactive',
  goal: 'on one seed, proactive alerts at least 10 simulated minutes before the breach and ends with less unserved energy than reactive; all domains share one clock',
  async measure(tools) {
    const none = livedWith(tools, null);
    const reactive = livedWith(tools, 'on-alarm');
    const ahead = livedWith(tools, 'on-forecast');
    const breach = minuteOf(reactive, 'energy.overload-tripped');
    const alert = minuteOf(ahead, 'energy.overload-foreseen');
    const unserved = (of: RunResult) => of.totals['energy.unserved-electricity']?.value ?? Number.NaN;
    const says = (of: RunResult) =>
      `${unserved(of).toFixed(0)} kWh, ${of.totals['energy.overload-trips']?.value} tripped by overload`;
    return {
      held: breach - alert >= LEAST_LEAD_MINUTES && unserved(ahead) < unserved(reactive),
      reached: `alert at minute ${alert.toFixed(0)}, the reactive run’s first breach at minute ${breach.toFixed(0)}: ${(breach - alert).toFixed(0)} minutes; unserved with nobody who acts ${says(none)}, reactive ${says(reactive)}, proactive ${says(ahead)}; held back ${ahead.totals['energy.held-back']?.value?.toFixed(0)} against ${reactive.totals['energy.held-back']?.value?.toFixed(0)} kWh`,
      how: 'cityloom run eco-park, seed 7, energy with telecom on one clock, a January afternoon and evening with five of six transformers lost and cars that charge from six; the control room watches the power grid alone',
    };
  },
};

const minuteOf = ({ happenings }: RunResult, code: string): number => {
  const first = (happenings as readonly Happening[]).find((each) => each.code === code);
  return first === undefined ? Number.NaN : (first.tick * TICK_S) / 60;
};

function livedWith(tools: AcceptTools, mode: 'on-alarm' | 'on-forecast' | null): RunResult {
  const day = { startDay: 15, startSeconds: 12 * HOUR_S, durationSeconds: 12 * HOUR_S, domains: ['energy', 'telecom'] };
  const room = mode === null ? [] : [change('control-room', 60, { mode, share: 40 })];
  return livedOnFlagship(tools, day, [...lostTransformers, ...room]);
}
