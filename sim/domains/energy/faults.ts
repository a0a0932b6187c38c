import type { KnobValues } from '../../ports';
import type { IslandTold } from './grid/islands/step-islands';
import { type TellGrid, takeFaults } from './grid/step-grid';
import type { EnergyState } from './state';
import { linesHang } from './voltage';

const isOut = ({ values }: KnobValues, slot: number): boolean => values[slot] >= 0.5;

/** Brings what is broken up to date with the knobs, and has it parted from the rest. */
export function followFaults(
  { knobs, power, galleries, flooded }: EnergyState,
  tell: TellGrid,
  told: IslandTold,
): void {
  if (power === null) return;
  const { grid, positions } = power;
  const branches = knobs['branch.out'];
  const transformers = knobs['transformer.out'];
  const buses = knobs['bus.out'];
  // What hangs does not burn with a gallery.
  const { lost, lostCause } = linesHang({ knobs }) ? NONE : (galleries?.cables ?? NONE);
  for (let link = 0; link < grid.linkCount; link++) {
    const slot = link - grid.branchCount;
    positions.linkOut[link] = (slot < 0 ? isOut(branches, link) || lost[link] === 1 : isOut(transformers, slot))
      ? 1
      : 0;
  }
  for (let node = 0; node < grid.nodeCount; node++)
    positions.nodeOut[node] = isOut(buses, node) || flooded.isOut[node] === 1 ? 1 : 0;
  const causeOf = (link: number): number => {
    if (link < 0) return Math.max(anyCause(branches, transformers, buses), newestLoss(flooded.isOut, flooded.cause));
    const slot = link - grid.branchCount;
    const own = slot < 0 ? branches.causes[link] : transformers.causes[slot];
    if (own > 0) return own;
    if (slot < 0 && lost[link] === 1) return lostCause[link];
    return Math.max(
      anyCause(branches, transformers, buses),
      newestLoss(lost, lostCause),
      newestLoss(flooded.isOut, flooded.cause),
    );
  };
  takeFaults(power, causeOf, tell, told);
}

const NONE = { lost: new Uint8Array(0), lostCause: new Int32Array(0) };

function newestLoss(lost: Uint8Array, cause: Int32Array): number {
  let newest = 0;
  for (let branch = 0; branch < lost.length; branch++) if (lost[branch] === 1) newest = Math.max(newest, cause[branch]);
  return newest;
}

/** A breaker trips for what is broken beyond it; with several faults at once, for the newest. */
function anyCause(...knobs: readonly KnobValues[]): number {
  let newest = 0;
  for (const { values, causes } of knobs) {
    for (let slot = 0; slot < values.length; slot++) if (values[slot] >= 0.5) newest = Math.max(newest, causes[slot]);
  }
  return newest;
}
