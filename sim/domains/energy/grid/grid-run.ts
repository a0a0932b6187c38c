import type { Decoder, Encoder } from '../../../kernel';
import type { CompiledScene } from '../../../scene/compiled';
import { createFlow, type Flow, solveFlow } from './flow';
import { compileGrid, type Grid } from './grid';
import { createIslands, type Islands, loadIslands, saveIslands } from './islands/islands';
import { noOperations } from './operations';
import { findFaulty, findLive, normalPositions, type Positions } from './positions';
import type { Switching } from './switching';
import { stepTaps } from './taps';
import { coldLinks, settleHeat, type Thermal } from './thermal';

/** The grid on the clock: where its switches and taps stand, how warm it is, what is decided; and what flows. */
export interface GridRun {
  readonly grid: Grid;
  readonly positions: Positions;
  readonly switching: Switching;
  readonly islands: Islands;
  readonly thermal: Thermal;
  readonly taps: Int32Array;
  /** Happening that led to where gear stands now; 0 none. */
  readonly linkCause: Int32Array;
  /** Wanted at each node, supplied or not. */
  readonly wantedKw: Float64Array;
  readonly wantedKvar: Float64Array;
  /** Given by generators at each node that has voltage. */
  readonly givenKw: Float64Array;
  /** Part of it: what sun and wind could give, and the share of that they may. */
  readonly skyKw: Float64Array;
  readonly skyShare: Float64Array;
  /** Drawn less given, where there is voltage. */
  readonly netKw: Float64Array;
  readonly netKvar: Float64Array;
  /** The same as the control room reckons with it, everything back on the grid; and what each section would draw then. */
  readonly tryKw: Float64Array;
  readonly tryKvar: Float64Array;
  readonly sectionKw: Float64Array;
  readonly flow: Flow;
}

export function startGrid(scene: CompiledScene): GridRun | null {
  const grid = compileGrid(scene);
  if (grid === null) return null;
  const overhead = new Set(
    grid.file.branches.flatMap(({ id, kind }) => (kind === 'overhead' ? [scene.elements.branch.slotOf(id)] : [])),
  );
  const nodes = () => new Float64Array(grid.nodeCount);
  const flow = createFlow(grid, scene);
  return {
    grid,
    positions: normalPositions(grid),
    switching: { operations: noOperations(), searchFromS: 0 },
    islands: createIslands(scene, grid, grid.sections),
    thermal: coldLinks(grid, (link) => overhead.has(link as never)),
    taps: flow.circuit.tapOfFile.slice(),
    linkCause: new Int32Array(grid.gearCount),
    wantedKw: nodes(),
    wantedKvar: nodes(),
    givenKw: nodes(),
    skyKw: nodes(),
    skyShare: nodes().fill(1),
    netKw: nodes(),
    netKvar: nodes(),
    tryKw: nodes(),
    tryKvar: nodes(),
    sectionKw: new Float64Array(grid.sections.count),
    flow,
  };
}

/** What has voltage draws and gives; the rest waits. */
export function gatherNet(run: GridRun): void {
  const { grid, positions, wantedKw, wantedKvar, givenKw, netKw, netKvar } = run;
  for (let node = 0; node < grid.nodeCount; node++) {
    const live = positions.live[grid.sections.ofNode[node]];
    netKw[node] = live * (wantedKw[node] - givenKw[node]);
    netKvar[node] = live * wantedKvar[node];
  }
}

export function solveGrid(run: GridRun): void {
  gatherNet(run);
  solveFlow(run.flow, run.grid, run.positions, run.taps, run);
}

const MOST_TAP_ROUNDS = 20;

/** A run begins with its taps where they would have come to, and its cables as warm as they would be. */
export function settleGrid(run: GridRun): void {
  for (let round = 0; round < MOST_TAP_ROUNDS; round++) {
    solveGrid(run);
    if (!stepTaps(run.grid, run.taps, run.flow.circuit.tapStep, run.flow.now.results.vm)) break;
  }
  settleHeat(run.thermal, run.flow.now.results.loading);
}

export function saveGrid(run: GridRun, out: Encoder): void {
  const { positions, switching, thermal, taps, linkCause, wantedKw, wantedKvar, givenKw } = run;
  const { operations } = switching;
  out.uint8s(positions.open).uint8s(positions.linkOut).uint8s(positions.nodeOut).uint8s(positions.supplyOff);
  out.float64s(Float64Array.from(operations.dueS)).float64s(Float64Array.from(operations.link));
  out.float64s(Float64Array.from(operations.toOpen)).float64s(Float64Array.from(operations.cause));
  out.f64(operations.crewThereS).f64(operations.crewFreeS).f64(switching.searchFromS);
  out.float64s(thermal.heat).int32s(taps).int32s(linkCause);
  out.float64s(wantedKw).float64s(wantedKvar).float64s(givenKw);
  saveIslands(run.islands, out);
}

export function loadGrid(run: GridRun, from: Decoder): void {
  const { grid, positions, switching, thermal, taps, linkCause, wantedKw, wantedKvar, givenKw } = run;
  const { operations } = switching;
  from.uint8s(positions.open);
  from.uint8s(positions.linkOut);
  from.uint8s(positions.nodeOut);
  from.uint8s(positions.supplyOff);
  operations.dueS = [...from.float64s()];
  operations.link = [...from.float64s()];
  operations.toOpen = [...from.float64s()];
  operations.cause = [...from.float64s()];
  operations.crewThereS = from.f64();
  operations.crewFreeS = from.f64();
  switching.searchFromS = from.f64();
  from.float64s(thermal.heat);
  from.int32s(taps);
  from.int32s(linkCause);
  from.float64s(wantedKw);
  from.float64s(wantedKvar);
  from.float64s(givenKw);
  loadIslands(run.islands, positions.holds, from);
  findFaulty(grid, positions);
  findLive(grid, positions);
  // Flows follow from the rest: what a view or a figure asks before the next step is the same as before the save.
  solveGrid(run);
}
