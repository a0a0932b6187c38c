import type { StationsRun } from './stations-run';

/** Counts the machines of each bank that are in order: all but those that a knob has taken out. */
export function countInOrder({ hub, unitSlot, inOrder }: StationsRun, out: Float64Array): void {
  for (let b = 0; b < inOrder.length; b++) {
    const broken = unitSlot[b] < 0 || Number.isNaN(out[unitSlot[b]]) ? 0 : out[unitSlot[b]];
    inOrder[b] = Math.max(0, hub.banks[b].count - Math.round(broken));
  }
}
