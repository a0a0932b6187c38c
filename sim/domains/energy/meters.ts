import { FEED_IN_YUAN, powerYuanPerKwh } from './dispatch';
import { GRID_KILOVOLTS } from './grid/grid';
import type { GridRun } from './grid/grid-run';
import type { Totals } from './totals';
import { SECONDS_A_DAY } from './weather/calendar';

const QUARTER_S = 900;
const PERCENT = 100;
/** Points above this are the grid above's own, whose voltage is not the park's doing. */
const PARK_KILOVOLTS = 20;

/** What flowed through the step that ends now, by the power flow of its beginning: energies, peaks, extremes. */
export function meterGrid(run: GridRun, totals: Totals, clockS: number, stepS: number, peakToValley: number): void {
  const { grid, positions, flow, wantedKw } = run;
  const { results } = flow.now;
  const kwPerUnit = 1_000 * flow.circuit.baseMva;
  const hours = stepS / 3_600;
  let servedKw = 0;
  let unservedKw = 0;
  for (let node = 0; node < grid.nodeCount; node++) {
    const live = positions.live[grid.sections.ofNode[node]];
    servedKw += live * wantedKw[node];
    unservedKw += (1 - live) * wantedKw[node];
  }
  for (let i = 0; i < grid.supplyNode.length; i++) {
    // At the park's own end: what is lost before it is not the park's.
    const kw = -results.pTo[flow.circuit.firstSupplyRow + i] * kwPerUnit;
    totals.importQuarterKwh += kw * hours;
    if (kw > 0) totals.importedKwh += kw * hours;
    else totals.exportedKwh -= kw * hours;
    totals.costYuan += kw * hours * (kw > 0 ? powerYuanPerKwh(clockS, peakToValley) : FEED_IN_YUAN);
  }
  totals.lossKwh += lossKw(run) * hours;
  for (const kw of run.islands.gaveKw) totals.islandKwh += Math.max(0, kw) * hours;
  totals.demandKw = servedKw;
  totals.unservedKw = unservedKw;
  totals.servedKwh += servedKw * hours;
  totals.unservedKwh += unservedKw * hours;
  totals.quarterKwh += servedKw * hours;
  if (((clockS + stepS) % SECONDS_A_DAY) % QUARTER_S < stepS) {
    totals.peakKw = Math.max(totals.peakKw, overQuarterKw(totals.quarterKwh));
    totals.quarterKwh = 0;
    totals.importPeakKw = Math.max(totals.importPeakKw, overQuarterKw(totals.importQuarterKwh));
    totals.importQuarterKwh = 0;
  }
  if (!flow.converged) totals.unsolvedSteps++;
  totals.worstLoading = Math.max(totals.worstLoading, PERCENT * loadingNow(run, false));
  totals.worstHouseLoading = Math.max(totals.worstHouseLoading, PERCENT * loadingNow(run, true));
  for (let node = 0; node < grid.nodeCount; node++) {
    const vm = PERCENT * results.vm[node];
    if (vm === 0 || grid.nodeKilovolts[node] > PARK_KILOVOLTS) continue;
    if (vm < totals.lowestVm) totals.lowestVm = vm;
    if (vm > totals.highestVm) totals.highestVm = vm;
  }
}

const overQuarterKw = (kwh: number): number => (kwh * 3_600) / QUARTER_S;

/** Mean since the start, while no quarter of an hour is over yet; until then there is no peak to tell. */
export const soFarKw = (kwh: number, { elapsedS }: Totals): number => (elapsedS > 0 ? (kwh * 3_600) / elapsedS : 0);

/** Of the transformers that houses hang on, or of everything else. */
export function loadingNow({ grid, flow }: GridRun, ofHouses: boolean): number {
  const { loading } = flow.now.results;
  let most = 0;
  for (let link = 0; link < grid.linkCount; link++) {
    const isHouses = link >= grid.branchCount && grid.nodeKilovolts[grid.linkFrom[link]] < GRID_KILOVOLTS;
    if (isHouses === ofHouses && loading[link] > most) most = loading[link];
  }
  return most;
}

/** What goes into links and does not come out, and the iron of transformers. */
export function lossKw({ grid, flow }: GridRun): number {
  const { pFrom, pTo } = flow.now.results;
  let lost = flow.now.losses().shuntP;
  for (let link = 0; link < grid.linkCount; link++) lost += pFrom[link] + pTo[link];
  return lost * 1_000 * flow.circuit.baseMva;
}
