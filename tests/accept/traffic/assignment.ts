/** Equilibrium: Braess's paradox, and a network whose optimum is exact by construction. */

import { problemOfTntp } from '../../../sim/hosts/cli/tntp-problem';
import { readTntpNetwork, readTntpTrips } from '../../../sim/importers/tntp';
import { assign } from '../../../sim/studies/assignment';
import { buildLoom } from '../../studies/assignment/loom';
import { problemOf, tables } from '../../studies/assignment/networks';
import type { AcceptLine } from '../line';

/** Braess (1968) with the numbers of the textbooks: 10x, 50 + x, 50 + x, 10x and the bridge at 10 + x, six trips. */
const BRAESS = [
  [0, 2, 0, 10, 1, 1],
  [0, 3, 50, 1, 1, 1],
  [2, 1, 50, 1, 1, 1],
  [3, 1, 0, 10, 1, 1],
  [2, 3, 10, 1, 1, 1],
] as const;
const TRIPS = 6;
const GAP = 1e-6;

const braessWith = (links: readonly (typeof BRAESS)[number][]) =>
  assign(problemOf(tables(4, links, [[0, 1, TRIPS]])), { relativeGap: GAP });

export const braess: AcceptLine = {
  name: 'Braess',
  goal: 'closing the road makes everyone faster: 92 → 83',
  async measure() {
    const open = braessWith(BRAESS).totalCost / TRIPS;
    const closed = braessWith(BRAESS.slice(0, 4)).totalCost / TRIPS;
    return {
      held: Math.abs(open - 92) < 0.01 && Math.abs(closed - 83) < 0.01,
      reached: `${open.toFixed(4)} with the bridge, ${closed.toFixed(4)} without`,
      how: `user equilibrium of six trips at a relative gap of ${GAP}`,
    };
  },
};

export const equilibrium: AcceptLine = {
  name: 'equilibrium',
  goal: 'relative gap < 1e-4 on Braess and a network of ≥ 20 nodes made for it (TNTP format); known optimum within 1e-4',
  async measure() {
    const loom = buildLoom();
    const [network, trips] = [readTntpNetwork(loom.network), readTntpTrips(loom.trips)];
    if (!network.ok || !trips.ok) throw new Error('the network of our own could not be read');
    const problem = problemOfTntp(network.value, trips.value);
    if (!problem.ok) throw new Error('the network of our own could not be read');
    const found = assign(problem.value, { relativeGap: GAP });
    const small = braessWith(BRAESS);
    const off = Math.abs(found.totalCost / loom.tstt - 1);
    const objectiveOff = Math.abs(found.beckmann / loom.beckmann - 1);
    return {
      held: found.relativeGap < 1e-4 && small.relativeGap < 1e-4 && off < 1e-4 && objectiveOff < 1e-4,
      reached: `gap ${found.relativeGap.toExponential(1)} and ${small.relativeGap.toExponential(1)}; total ${found.totalCost.toFixed(3)} of ${loom.tstt} (${off.toExponential(1)} off), objective ${objectiveOff.toExponential(1)} off`,
      how: `${problem.value.nodeCount} nodes written and read as TNTP, their equilibrium exact by construction; Algorithm B`,
    };
  },
};
