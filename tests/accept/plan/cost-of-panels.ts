/** What the panels cost beside the picture: they follow the run too. */
import type { AcceptLine } from '../line';
import { median } from '../picture/city-on-show';
import { ourCost } from '../picture/cost-of-frames';

const CARS = 20_000;
const MOST_TIMES = 1.3;

export const costOfPanels: AcceptLine = {
  name: 'panels beside the picture',
  goal: 'a frame with the panels open costs the main thread at most 1.3 × the picture alone',
  async measure(tools) {
    const { rounds, withPanels } = await ourCost(tools, CARS);
    const alone = median(rounds.map(({ mainMsPerFrame }) => mainMsPerFrame));
    return {
      held: withPanels <= MOST_TIMES * alone,
      reached: `${(withPanels / alone).toFixed(2)} ×: ${withPanels.toFixed(2)} ms a frame with changes, happenings, figures and the board of alarms open, ${alone.toFixed(2)} ms with all put away`,
      how: `processor time of the main thread by /proc, draw calls swallowed, Hunnan’s 12,163 buildings with all its networks and ${CARS} cars, running ten times faster than life`,
    };
  },
};
