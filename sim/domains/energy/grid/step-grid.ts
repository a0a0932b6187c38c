import { carries } from './flow';
import { type GridRun, solveGrid } from './grid-run';
import { stepOverloads } from './overloads';
import { clearFaults } from './protection';
import { causeAt } from './supply-causes';
import { stepSwitching, takeStock } from './switching';
import { stepTaps } from './taps';
import { isCool } from './thermal';

/** What the grid says of itself; answers the happening's id. */
export type TellGrid = (
  code: 'energy.breaker-tripped' | 'energy.overload-tripped' | 'energy.switch-closed' | 'energy.switch-opened',
  link: number,
  cause: number,
) => number;

/** What the rest of the city does to the grid's people and cables. */
export interface GridSurroundings {
  /** From a call until the crew is at a link. */
  readonly crewComesS: (link: number) => number;
  /** By branch: the happening that makes it carry less than it is rated for; 0 none. */
  readonly limitCause: Int32Array;
}

/** After knobs have broken or mended something: protection parts what must be parted, at once. */
export function takeFaults(run: GridRun, causeOf: (link: number) => number, tell: TellGrid): void {
  const { grid, positions, switching, linkCause } = run;
  takeStock(grid, positions, switching);
  clearFaults(grid, positions, (link) => {
    linkCause[link] = tell('energy.breaker-tripped', link, causeOf(link));
  });
}

/** One minute: switching that is due, the flow that follows, the warmth that follows from the flow, taps. */
export function stepGrid(
  run: GridRun,
  nowS: number,
  stepS: number,
  automatic: boolean,
  tell: TellGrid,
  { crewComesS, limitCause }: GridSurroundings,
): void {
  const { grid, positions, switching, linkCause, taps, flow, sectionKw, thermal } = run;
  stepSwitching(automatic ? grid : { ...grid, linkAutomatic: byHand(grid.linkCount) }, positions, switching, {
    nowS,
    sectionKw,
    isCool: (link) => isCool(thermal, link),
    carries: (open) => carries(flow, grid, positions, open),
    moved: (link, toOpen, cause) => {
      linkCause[link] = tell(toOpen === 1 ? 'energy.switch-opened' : 'energy.switch-closed', link, cause);
    },
    causeAt: (section) => causeAt(run, section),
    crewComesS,
  });
  solveGrid(run);
  const parted = stepOverloads(run, stepS, (link, hot) => {
    linkCause[link] = tell('energy.overload-tripped', link, limitCause[hot] || linkCause[hot]);
  });
  if (parted) solveGrid(run);
  stepTaps(grid, taps, flow.circuit.tapStep, flow.now.results.vm);
}

function byHand(linkCount: number): Uint8Array {
  return new Uint8Array(linkCount);
}
