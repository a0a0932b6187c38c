/** Switches against too little gas before engines and boilers: they shut at once, and open when pressure has stayed. */
import { burnerNeeds, RESTART_MARGIN, RESTART_S } from './city-gas';
import type { GasRun } from './gas-run';

/** Relative to the pressure; less is rounding. */
const BAND = 1e-6;

export function stepSwitches({ plan, solver, tripped, backForS, plannedKgPerS }: GasRun, seconds: number): void {
  for (let g = 0; g < plan.groups.length; g++) {
    const { node, burner } = plan.groups[g];
    const { needsPa, tripsBelowPa } = burnerNeeds[burner];
    const pressure = solver.pressurePa[node];
    if (tripped[g] === 0) {
      // Who burns nothing is shut anyway; his switch would not let him start.
      if (pressure < tripsBelowPa * (1 - BAND)) {
        tripped[g] = 1;
        backForS[g] = 0;
        plannedKgPerS[node] = 0;
      }
    } else {
      backForS[g] = pressure >= needsPa * RESTART_MARGIN ? backForS[g] + seconds : 0;
      if (backForS[g] >= RESTART_S) tripped[g] = 0;
    }
  }
}
