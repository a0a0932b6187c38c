import type { Grid } from './grid';

/**
 * On-load tap changers of the transformers from the grid above: one tap at a time, when the voltage that they feed has
 * been out of its band for a step. The target lies in the middle of the 10.0 to 10.7 kV that Chinese utilities hold at
 * 10 kV busbars (SD 325-89, reverse voltage control); the band must be wider than half a tap, or the changer hunts.
 */
const TARGET_VM = 1.03;
const BAND_OF_STEP = 0.8;
/** Eight taps each way, the usual 110 ± 8 × 1.25 %. */
const MOST_TAPS = 8;
const ON_LOAD_KILOVOLTS = 35;

/** Whether a transformer can change its taps under load. */
export function hasTapChanger(grid: Grid, transformer: number, tapStep: Float64Array): boolean {
  const link = grid.branchCount + transformer;
  return tapStep[transformer] > 0 && grid.nodeKilovolts[grid.linkFrom[link]] >= ON_LOAD_KILOVOLTS;
}

/** Moves taps by the voltages of the last flow; `vm` by node, 0 where there is none. Answers whether any has moved. */
export function stepTaps(grid: Grid, taps: Int32Array, tapStep: Float64Array, vm: Float64Array): boolean {
  let moved = false;
  for (let slot = 0; slot < taps.length; slot++) {
    if (!hasTapChanger(grid, slot, tapStep)) continue;
    const volts = vm[grid.linkTo[grid.branchCount + slot]];
    if (volts === 0 || Math.abs(volts - TARGET_VM) <= BAND_OF_STEP * tapStep[slot]) continue;
    // A higher ratio gives a lower voltage behind it.
    const wanted = taps[slot] + (volts > TARGET_VM ? 1 : -1);
    if (Math.abs(wanted) > MOST_TAPS) continue;
    taps[slot] = wanted;
    moved = true;
  }
  return moved;
}
