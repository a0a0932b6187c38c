/** Energy on the clock: faults on the smallest grid, a week of the flagship. */
import { energyDomain } from '../../../sim/domains/energy';
import { loadSolverInNode } from '../../../sim/hosts/solver/load-in-node';
import type { AnyDomain } from '../../../sim/ports';
import { createEngine, deskInPlace } from '../../../sim/runtime';
import { defaultScenario } from '../../../sim/scenarios';
import { balanceWatch } from '../../domains/energy/balances';
import { faultDay } from '../../domains/energy/fault-day';
import { sceneOf } from '../../domains/energy/scenes';
import type { AcceptLine } from '../line';

export const midFeeder: AcceptLine = {
  name: 'fault in mid-feeder',
  goal: 'the whole feeder trips, the upstream part returns, the tie picks up, a later overload trips',
  async measure({ root }) {
    const { heard } = faultDay(root);
    const story = heard.slice(0, 8).map(({ seconds, code, element }) => {
      const minutes = (seconds - heard[0].seconds) / 60;
      return `${minutes.toFixed(0)} min ${code.replace('energy.', '')} ${element}`;
    });
    const order = ['breaker-tripped bar-10-1:a1', 'closed bar-10-1:a1', 'closed a4:b4', 'overload-tripped bar-10-2:b1'];
    const places = order.map((what) => story.findIndex((line) => line.endsWith(what)));
    return {
      held: places.every((place, i) => place >= 0 && (i === 0 || place > places[i - 1])),
      reached: story.join('; '),
      how: 'a cable cut at three in the morning on tiny/one-feeder, whose neighbour is just thick enough for its own evening; restoration is held against enumeration in tests/domains/energy/restoration.test.ts',
    };
  },
};

const DAYS = 7;

export const week: AcceptLine = {
  name: 'a week of the flagship',
  goal: 'power, heat, cooling and gas closed to 1e-6 at every step of a simulated week; nobody without heat, cold or gas (to 1e-6); no engine between nothing and its minimum load',
  async measure({ root, say }) {
    const scene = sceneOf('eco-park', undefined, root);
    let power = 0;
    let heat = 0;
    let cold = 0;
    let gas = 0;
    let lowestGas = 0;
    let shortGas = 0;
    let asked = 0;
    let unserved = 0;
    let below = 0;
    let unsolved = 0;
    const watch = balanceWatch(energyDomain.periodSeconds);
    const watched: AnyDomain = {
      ...energyDomain,
      step(state, context) {
        energyDomain.step(state, context);
        const off = watch(state);
        power = Math.max(power, off.power);
        heat = Math.max(heat, off.heat);
        cold = Math.max(cold, off.cold);
        gas = Math.max(gas, off.gas);
        lowestGas = state.totals.lowestGasMedium;
        shortGas = state.totals.unservedGasKwh + state.totals.unsolvedGas;
        for (const kw of state.consumers.asked.heatKw) asked += kw;
        for (const kw of state.consumers.asked.coolingKw) asked += kw;
        unserved += state.totals.unservedHeatKw + state.totals.unservedColdKw;
        unsolved = state.totals.unsolvedSteps;
        const { hub, standing } = state.stations;
        for (let b = 0; b < hub.banks.length; b++) {
          const { engine, minimumLoad, sizeKw } = hub.banks[b];
          const least = standing.running[b] * minimumLoad * sizeKw;
          if (engine && standing.outputKw[b] < least - 1e-6) below++;
        }
      },
    };
    const scenario = { ...defaultScenario('eco-park'), domains: ['energy'], startDay: 15, startSeconds: 0 };
    const desk = deskInPlace([watched], { linear: await loadSolverInNode() });
    const engine = createEngine({ scene, scenario, domains: [watched], desk });
    const from = process.cpuUsage();
    for (let day = 1; day <= DAYS; day++) {
      engine.runTo(day * 86_400);
      say(`  day ${day} of ${DAYS}`);
    }
    const { user, system } = process.cpuUsage(from);
    const lack = unserved / asked;
    return {
      held:
        power < 1e-6 &&
        heat < 1e-6 &&
        cold < 1e-6 &&
        gas < 1e-6 &&
        shortGas === 0 &&
        lack < 1e-6 &&
        below === 0 &&
        unsolved === 0,
      reached: `worst step: power ${power.toExponential(1)}, heat ${heat.toExponential(1)}, cooling ${cold.toExponential(1)}, gas ${gas.toExponential(1)}; ${shortGas.toFixed(1)} kWh of gas unserved, pressure of mains no lower than ${lowestGas.toFixed(1)} % of nominal; ${lack.toExponential(1)} of heat and cold unserved; ${below} steps of an engine below its minimum, ${unsolved} without a power flow; ${((user + system) / 1e6).toFixed(0)} CPU s`,
      how: '15 to 21 January, minute by minute, ten stations planned every quarter of an hour; pipes are closed to 1e-9 in the line of the loops; gas by the pipes’ own content in every step; money follows from meters',
    };
  },
};
