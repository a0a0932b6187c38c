/**
 * Gas in a step: what engines, boilers and houses would burn is asked of the pipes, and what they got is what they
 * burnt. Machines that got less gave less, in proportion; the heat that is missing is owed by their station.
 */
import type { Consumers } from '../consumers/consumers';
import type { StationsRun } from '../stations/stations-run';
import { advanceGas, SHORT_BY } from './advance';
import type { GasKnobs } from './breaks';
import { addBuildings, type GasRun } from './gas-run';
import type { BurnerGroup } from './plan';

/** Boilers that go short try at least this much of what they could burn. */
const LEAST_SHARE = 0.05;

export function stepGas(
  run: GasRun,
  stations: StationsRun | null,
  { asked, supply }: Consumers,
  knobs: GasKnobs,
  stepS: number,
): void {
  const { plan, plannedKgPerS, wantedKg, servedKg, groupShare } = run;
  const { tripped, mostShare } = run.switches;
  const { groups, kgPerKwh, buildingNode } = plan;
  plannedKgPerS.fill(0);
  addBuildings(plan, asked.gasKw, plannedKgPerS);
  for (let g = 0; g < groups.length; g++) {
    let kw = 0;
    if (stations !== null) for (const b of banksOf(stations, groups[g])) kw += stations.standing.gasKw[b];
    plannedKgPerS[groups[g].node] = (kw * kgPerKwh) / 3_600;
  }
  // A group that trips takes nothing for the rest of the step, but what it wanted is what its machines were set to.
  const groupKg = groups.map(({ node }) => plannedKgPerS[node] * stepS);
  advanceGas(run, knobs, stepS);
  for (let building = 0; building < buildingNode.length; building++) {
    const node = buildingNode[building];
    supply.gas[building] = node < 0 ? 1 : shareOf(servedKg[node], wantedKg[node]);
  }
  for (let g = 0; g < groups.length; g++) {
    const { node, station } = groups[g];
    wantedKg[node] = groupKg[g];
    groupShare[g] = shareOf(servedKg[node], groupKg[g]);
    if (stations === null || (groupShare[g] === 1 && tripped[g] === 0)) continue;
    if (tripped[g] === 0) mostShare[g] = Math.max(LEAST_SHARE, mostShare[g] * groupShare[g]);
    cutBack(stations, station, banksOf(stations, groups[g]), groupShare[g], tripped[g] === 1, stepS / 3_600);
  }
}

/** Without a need a share is whole; what is whole but for rounding is whole. */
function shareOf(served: number, wanted: number): number {
  if (wanted <= 0) return 1;
  const share = served / wanted;
  return share > 1 - SHORT_BY ? 1 : share;
}

function banksOf({ roles }: StationsRun, { station, burner }: BurnerGroup): readonly number[] {
  return burner === 'engine' ? roles[station].engines : roles[station].boilers;
}

function cutBack(
  { hub, standing }: StationsRun,
  station: number,
  banks: readonly number[],
  share: number,
  isShut: boolean,
  hours: number,
): void {
  let missingKw = 0;
  for (const b of banks) {
    const made = hub.banks[b].engine ? standing.heatKw : standing.outputKw;
    missingKw += made[b] * (1 - share);
    standing.outputKw[b] *= share;
    standing.heatKw[b] *= share;
    standing.gasKw[b] *= share;
    if (isShut) standing.running[b] = 0;
  }
  const spared = Math.min(standing.dumpedKw[station], missingKw);
  standing.dumpedKw[station] -= spared;
  standing.owedHeatKwh[station] += (missingKw - spared) * hours;
}
