import { stepSignalBatteries } from './consumers/signal-batteries';
import type { Tripped } from './control-room/control-room';
import { settleDemand } from './demand';
import type { EnergyStep } from './energy-step';
import type { GridRun } from './grid/grid-run';
import type { IslandTold } from './grid/islands/step-islands';
import type { TellGrid } from './grid/step-grid';
import type { EnergyState } from './state';

/** Who has voltage from now on, for everyone who waits to hear it. */
export function tellSupply(
  { consumers, knobs, totals }: EnergyState,
  { grid, positions }: GridRun,
  { stepSeconds, signalSupply, siteSupply, buildingSupply, pumpSupply }: EnergyStep,
): void {
  if (consumers === null) return;
  const { buildingNode, siteNode, pumpNode, signals } = consumers;
  const isLive = (node: number) => positions.live[grid.sections.ofNode[node]] === 1;
  let dark = 0;
  for (let building = 0; building < buildingNode.length; building++) {
    const node = buildingNode[building];
    buildingSupply[building] = node < 0 || isLive(node) ? 1 : 0;
    if (buildingSupply[building] === 0) dark++;
  }
  for (let site = 0; site < siteNode.length; site++) {
    siteSupply[site] = siteNode[site] < 0 || isLive(siteNode[site]) ? 1 : 0;
  }
  for (let pump = 0; pump < pumpNode.length; pump++) {
    pumpSupply[pump] = pumpNode[pump] < 0 || isLive(pumpNode[pump]) ? 1 : 0;
  }
  stepSignalBatteries(signals, knobs['signal.battery'], isLive, stepSeconds, signalSupply);
  totals.darkBuildings = dark;
}

/** Rooms and thermostats learn what came. Who has no power has no pump either: no heat and no cold comes in. */
export function settleBuildings({ consumers, stations }: EnergyState, powered: Float64Array, stepS: number): void {
  if (consumers === null) return;
  const { demand, asked, supply } = consumers;
  supply.electricity.set(powered);
  if (stations === null) {
    supply.heat.set(powered);
    supply.cooling.set(powered);
  }
  settleDemand(demand, asked, supply, stepS);
}

/** Says what the grid did, by the name of the line or transformer; and notes what overload has parted. */
export function tellOf(
  { scene, totals }: EnergyState,
  { grid }: GridRun,
  { happen }: EnergyStep,
  parted: Tripped[],
): TellGrid {
  const { branch, transformer } = scene.elements;
  return (code, gear, cause) => {
    if (code.endsWith('tripped')) totals.trips++;
    const link = grid.gearLink[gear];
    const id = link < grid.branchCount ? branch.ids[link] : transformer.ids[link - grid.branchCount];
    const said = happen(code, id, cause > 0 ? [cause] : [], {});
    if (code === 'energy.overload-tripped') {
      totals.overloadTrips++;
      parted.push({ link, cause: said });
    }
    return said;
  };
}

/** Says what islands did, by the station whose battery holds them, and what is kept off them. */
export function tellIslandsOf(tell: TellGrid, { islands }: GridRun, { happen }: EnergyStep): IslandTold {
  return {
    say: (code, former, cause) => happen(code, islands.ids[former], cause > 0 ? [cause] : [], {}),
    moved: (link, toOpen, cause) => tell(toOpen === 1 ? 'energy.load-shed' : 'energy.switch-closed', link, cause),
  };
}
