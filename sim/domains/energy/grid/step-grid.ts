import { carries } from './flow';
import { SWITCH } from './gear';
import type { Grid } from './grid';
import { type GridRun, solveGrid } from './grid-run';
import { joinGrid, keepOff } from './islands/join';
import {
  beginIslands,
  curtailSky,
  holdIslands,
  type IslandTold,
  loseFaulty,
  noteIslands,
} from './islands/step-islands';
import { lookAhead } from './outlook';
import { stepOverloads } from './overloads';
import { clearFaults } from './protection';
import { causeAt, newestCause } from './supply-causes';
import { stepSwitching, takeStock } from './switching';
import { stepTaps } from './taps';
import { isCool } from './thermal';

/** What the grid says of itself; answers the happening's id. */
export type TellGrid = (
  code:
    | 'energy.breaker-tripped'
    | 'energy.overload-tripped'
    | 'energy.switch-closed'
    | 'energy.switch-opened'
    | 'energy.load-shed',
  link: number,
  cause: number,
) => number;

/** What the rest of the city does to the grid's people and cables. */
export interface GridSurroundings {
  /** From a call until the crew is at a link. */
  readonly crewComesS: (link: number) => number;
  /** By branch: the happening that makes it carry less than it is rated for; 0 none. */
  readonly limitCause: Int32Array;
  /** By bus: above 0 where the control room reaches the gear; null where it reaches all. */
  readonly busHeard: Float64Array | null;
}

/** After knobs have broken or mended something: protection parts what must be parted, at once. */
export function takeFaults(run: GridRun, causeOf: (link: number) => number, tell: TellGrid, told: IslandTold): void {
  const { grid, positions, switching, linkCause } = run;
  takeStock(grid, positions, switching);
  clearFaults(grid, positions, (link) => {
    linkCause[link] = tell('energy.breaker-tripped', link, causeOf(link));
  });
  loseFaulty(run, causeOf(-1), told);
}

/** One minute: switching that is due, islands that begin or end, the flow that follows, the warmth that follows from the flow, taps. */
export function stepGrid(
  run: GridRun,
  nowS: number,
  stepS: number,
  automatic: boolean,
  tell: TellGrid,
  told: IslandTold,
  { crewComesS, limitCause, busHeard }: GridSurroundings,
): void {
  const { grid, positions, switching, islands, linkCause, taps, flow, sectionKw, thermal } = run;
  const causeOf = (section: number) => causeAt(run, section);
  lookAhead(run);
  stepSwitching(
    automatic ? withinReach(grid, busHeard) : { ...grid, linkAutomatic: byHand(grid.gearCount) },
    positions,
    switching,
    {
      nowS,
      sectionKw,
      isCool: (gear) => isCool(thermal, grid.gearLink[gear]),
      carries: (open) => carries(flow, grid, positions, open),
      moved: (link, toOpen, cause) => {
        linkCause[link] = tell(toOpen === 1 ? 'energy.switch-opened' : 'energy.switch-closed', link, cause);
      },
      kept: islands.partedBy,
      rejoin: () => joinGrid(run, told),
      causeAt: causeOf,
      crewComesS,
    },
  );
  beginIslands(run, nowS, causeOf, told);
  curtailSky(run);
  solveGrid(run);
  holdIslands(run, nowS, told);
  const parted = stepOverloads(run, stepS, (link, hot) => {
    keepOff(run, link, nowS);
    linkCause[link] = tell('energy.overload-tripped', link, limitCause[hot] || linkCause[hot] || newestCause(run));
  });
  if (parted) {
    solveGrid(run);
    holdIslands(run, nowS, told);
  }
  noteIslands(run);
  stepTaps(grid, taps, flow.circuit.tapStep, flow.now.results.vm);
}

function byHand(gearCount: number): Uint8Array {
  return new Uint8Array(gearCount);
}

/**
 * Isolating and restoring are decided in the control room: gear that it does not reach waits for the crew. Protection, the
 * relays of an island and the automatic transfer of ties that stand open (they look at both their sides) act by themselves.
 */
function withinReach(grid: Grid, busHeard: Float64Array | null): Grid {
  if (busHeard === null || busHeard.every((heard) => heard > 0)) return grid;
  const { gearNode, linkGear, normallyOpen } = grid;
  const linkAutomatic = grid.linkAutomatic.map((automatic, gear) => {
    const bus = gearNode[gear];
    const actsAlone = (normallyOpen[gear] === 1 && linkGear[gear] !== SWITCH) || bus >= busHeard.length;
    return actsAlone || busHeard[bus] > 0 ? automatic : 0;
  });
  return { ...grid, linkAutomatic };
}
