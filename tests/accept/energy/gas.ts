/** The flagship's gas with everything on at once, and what a step of it costs. */
import { energyDomain } from '../../../sim/domains/energy';
import { advanceGas } from '../../../sim/domains/energy/gas/advance';
import { burnerNeeds, HOUSE_NEEDS_PA } from '../../../sim/domains/energy/gas/city-gas';
import { addBuildings } from '../../../sim/domains/energy/gas/gas-run';
import { gasImbalance } from '../../domains/energy/balances';
import { sceneOf } from '../../domains/energy/scenes';
import type { AcceptLine } from '../line';

const MOST_STEP_MS = 2;
const STEP_S = 60;
const SETTLE_STEPS = 60;
const TIMED_STEPS = 500;
const MOST_BURNERS_SHARE = 0.05;

export const gasDesignDay: AcceptLine = {
  name: 'gas with everything on',
  goal: 'every engine and boiler at full load and all kitchens of a January evening: nobody short, all pressures above what is needed; a step of 60 s ≤ 2 ms',
  async measure({ root }) {
    const scene = sceneOf('eco-park', undefined, root);
    const { gas, stations, consumers, knobs } = energyDomain.create(scene, {
      seed: 1,
      startDay: 20,
      startSeconds: 18 * 3_600,
      baseStepSeconds: 0.5,
    });
    const { plan, plannedKgPerS, wantedKg, servedKg, solver, balance } = gas!;
    addBuildings(plan, consumers!.asked.gasKw, plannedKgPerS);
    for (const { station, burner, node } of plan.groups) {
      for (const { kind, count, sizeKw, efficiency } of stations!.network.stations[station].banks) {
        const isOne = kind === (burner === 'engine' ? 'chp-engine' : 'gas-boiler');
        if (isOne) plannedKgPerS[node] += ((count * sizeKw) / efficiency / 3_600) * plan.kgPerKwh;
      }
    }
    const full = plannedKgPerS.slice();
    const milliseconds: number[] = [];
    let short = 0;
    let off = 0;
    for (let step = 0; step < SETTLE_STEPS + TIMED_STEPS; step++) {
      // Nothing stands still in a city: each step wants something else.
      const share = step < SETTLE_STEPS ? 1 : 1 - MOST_BURNERS_SHARE * ((step * 7) % 10) * 0.1;
      for (let n = 0; n < full.length; n++) plannedKgPerS[n] = share * full[n];
      const from = performance.now();
      advanceGas(gas!, knobs, STEP_S);
      if (step >= SETTLE_STEPS) milliseconds.push(performance.now() - from);
      for (let n = 0; n < full.length; n++) if (servedKg[n] < wantedKg[n] * (1 - 1e-9)) short++;
      off = Math.max(off, gasImbalance(balance));
    }
    milliseconds.sort((a, b) => a - b);
    const median = milliseconds[TIMED_STEPS / 2];
    const lowestKpa = Math.min(...plan.groups.map(({ node }) => solver.pressurePa[node])) / 1_000;
    const houses = [...new Set(plan.buildingNode)].filter((node) => node >= 0);
    const lowestHouseKpa =
      Math.min(...houses.map((node) => Math.min(solver.pressurePa[node], plan.nominalPa[node]))) / 1_000;
    const enough = lowestKpa * 1_000 >= burnerNeeds.boiler.needsPa && lowestHouseKpa * 1_000 >= HOUSE_NEEDS_PA;
    const wanted = full.reduce((sum, kg) => sum + kg, 0);
    return {
      held: short === 0 && enough && off < 1e-6 && median <= MOST_STEP_MS,
      reached: `${wanted.toFixed(2)} kg/s, ${short} short; stations no lower than ${lowestKpa.toFixed(0)} kPa, houses than ${lowestHouseKpa.toFixed(2)} kPa; balance ${off.toExponential(1)}; ${median.toFixed(2)} ms a step (slowest in twenty ${milliseconds[Math.floor(0.95 * TIMED_STEPS)].toFixed(2)})`,
      how: `${plan.network.nodes.count} nodes and ${plan.network.links.count} links, line-pack in every step, each with other wants`,
    };
  },
};
