import { NO_GEAR } from './gear';
import type { GridRun } from './grid-run';
import { findLive } from './positions';
import { breakerFor } from './protection';
import { stepThermal } from './thermal';

/** Links warm up and cool down; one that is too hot is parted by the breaker that guards it. Answers whether any was. */
export function stepOverloads(run: GridRun, stepS: number, tripped: (link: number, hotLink: number) => void): boolean {
  const { grid, positions, thermal, switching, flow } = run;
  let parted = false;
  stepThermal(thermal, flow.now.results.loading, stepS, (hot) => {
    const breaker = breakerFor(grid, positions, hot);
    if (breaker < 0 || positions.open[breaker] === 1 || grid.linkGear[breaker] === NO_GEAR) return;
    positions.open[breaker] = 1;
    parted = true;
    tripped(breaker, hot);
  });
  if (parted) {
    findLive(grid, positions);
    switching.searchFromS = 0;
  }
  return parted;
}
