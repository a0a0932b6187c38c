/** Row 29 of the systems: a clicked building shows the day's load curve and its peers. */

import { defaultScenario } from '../../../sim/scenarios';
import { dayLoads } from '../../../sim/studies';
import { dayBeside } from '../../../src/state/day-loads';
import { sceneOf } from '../../domains/energy/scenes';
import { desk } from '../../runtime/desk';
import type { AcceptLine } from '../line';

export const buildingDay: AcceptLine = {
  name: 'systems 29: a building’s day and its peers',
  goal: 'for every building of the flagship a load curve of the day, beside those of its kind',
  async measure({ root }) {
    const scene = sceneOf('eco-park', undefined, root);
    const from = performance.now();
    const lived = await dayLoads({
      scene,
      scenario: { ...defaultScenario('eco-park'), startDay: 20 },
      deskOf: () => desk,
    });
    if (!lived.ok) throw new Error(JSON.stringify(lived.problems));
    const loads = lived.value;
    const seconds = (performance.now() - from) / 1_000;
    const days = loads.ids.map((id) => dayBeside(loads, id, 'electricity'));
    const whole = days.filter((day) => day !== undefined && day.dayKwh > 0 && day.own.length === 96);
    const withPeers = whole.filter((day) => (day?.peers ?? 0) > 0);
    const spread = whole.map((day) => day?.moreThanMiddle ?? 0).sort((a, b) => a - b);
    const at = (share: number) => `${(100 * spread[Math.floor(share * (spread.length - 1))]).toFixed(0)} %`;
    return {
      held: whole.length === loads.ids.length && withPeers.length === whole.length,
      reached: `${whole.length} of ${loads.ids.length} buildings with a curve of 96 quarter hours, ${withPeers.length} with peers; against the middle of their kind one in ten stands at ${at(0.1)} or less, nine in ten at ${at(0.9)} or less; ${(days.reduce((sum, day) => sum + (day?.dayKwh ?? 0), 0) / 1_000).toFixed(0)} MWh in all; lived in ${seconds.toFixed(1)} s`,
      how: 'two January days of the flagship in quarter hours, energy alone, of which the second is shown; the inspector calls the same function in a worker',
    };
  },
};
