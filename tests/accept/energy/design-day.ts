/** The flagship's two design days with the largest unit of every station out at once. */
import { loadSolverInNode } from '../../../sim/hosts/solver/load-in-node';
import { askedAndMissed, energyAlone, largestUnits, machinesOut } from '../../domains/energy/energy-alone';
import { sceneOf } from '../../domains/energy/scenes';
import type { AcceptLine } from '../line';

const DAY_S = 86_400;
const MOST_MISSED = 1e-6;

export const designDay: AcceptLine = {
  name: 'design day with the largest unit out',
  goal: 'no unserved heat or cooling (to 1e-6 of what is asked for)',
  async measure({ root, say }) {
    const scene = sceneOf('eco-park', undefined, root);
    const linear = await loadSolverInNode();
    const found: string[] = [];
    let worst = 0;
    for (const [weatherDay, carrier] of [
      ['january-design', 'heat'],
      ['july-design', 'cooling'],
    ] as const) {
      say(`  ${weatherDay}`);
      let asked = 0;
      let missed = 0;
      let peakKw = 0;
      const out = machinesOut('out', largestUnits(scene, carrier), 1, 0, null);
      const engine = energyAlone(scene, linear, { weatherDay, startSeconds: 0, interventions: [out] }, (state) => {
        const now = askedAndMissed(state);
        asked += now.asked;
        missed += now.missed;
        peakKw = Math.max(peakKw, now.asked);
      });
      engine.runTo(DAY_S);
      worst = Math.max(worst, missed / asked);
      found.push(`${weatherDay}: up to ${(peakKw / 1_000).toFixed(0)} MW, ${(missed / asked).toExponential(1)} missed`);
    }
    return {
      held: worst < MOST_MISSED,
      reached: found.join('; '),
      how: 'energy alone, minute by minute; −5 °C on the mean as GB 50736-2012 designs heating for Qingdao, 27.3 °C on the mean and 29.4 °C at most as it designs cooling; the largest machine of every one of the ten stations out at the same time, which is each in turn, since no two stations feed one loop',
    };
  },
};
