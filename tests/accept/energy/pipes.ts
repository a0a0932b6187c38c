/** Networks of pipes: against STANET, and a town's worth of gas in the time that is asked. */

import { benchPipes } from '../../../sim/hosts/cli/commands/bench-pipes';
import { makeGasTown } from '../../../sim/hosts/cli/gas-town';
import { compareWithStanet, stanetCases, stanetFolder } from '../../importers/pandapipes/references';
import type { AcceptLine } from '../line';
import { notMeasured } from '../traffic/cityloom';

const MOST_RELATIVE = 2e-3;
const MOST_COLD_MS = 60;

export const stanetNetworks: AcceptLine = {
  name: 'gas and water networks',
  goal: 'pressures within 2e-3 relative of STANET’s on every network of the reference folder',
  async measure(tools) {
    const folder = stanetFolder(tools.root);
    const cases = stanetCases(folder);
    if (cases.length === 0) return notMeasured('no reference networks lie beside this checkout');
    const found = cases.map((name) => ({ name, ...compareWithStanet(folder, name) }));
    for (const { name, pressure, velocityMps } of found) {
      tools.say(`${name}: ${pressure.toExponential(1)}, ${velocityMps.toFixed(4)} m/s`);
    }
    const worst = found.reduce((a, b) => (b.pressure > a.pressure ? b : a));
    const fastest = Math.max(...found.map(({ velocityMps }) => velocityMps));
    return {
      held: found.every(({ pressure, outcome }) => pressure <= MOST_RELATIVE && outcome.state === 'converged'),
      reached: `${found.length} networks, worst ${worst.pressure.toExponential(1)} (${worst.name}); speeds within ${fastest.toFixed(4)} m/s`,
      how: 'the pandapipes files as they are, friction, fluid, fittings, heights, pumps and valves from the file; gauge pressures of every junction that STANET has',
    };
  },
};

export const gasTown: AcceptLine = {
  name: 'gas network of 2,500 nodes',
  goal: 'at most 60 ms from nothing',
  async measure() {
    const { nodes, links, iterations, firstMs, coldMsMedian, warmMsMedian, linePackMsMedian } = benchPipes(
      makeGasTown(),
    );
    return {
      held: nodes >= 2_500 && coldMsMedian <= MOST_COLD_MS,
      reached: `${coldMsMedian.toFixed(1)} ms for ${nodes} nodes and ${links} links in ${iterations} iterations (the process's first ${firstMs.toFixed(0)} ms); ${warmMsMedian.toFixed(1)} ms after a change, ${linePackMsMedian.toFixed(1)} ms a step of line-pack`,
      how: 'a made town: two pressure levels, 34 regulators, meshed streets with dead ends, heights; plan of the matrix included, median of 15',
    };
  },
};
