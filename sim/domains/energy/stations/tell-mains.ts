/** What burst mains of heat and cold mean for others: water in galleries and streets, and pits where they are dug up. */
import type { GalleryPorts, Told } from '../galleries/gallery-ports';
import type { LoopRun } from './loops';

export function tellMains(
  loops: readonly LoopRun[],
  { galleryInflow, streetInflow, streetPit }: GalleryPorts['mains'],
): void {
  for (const { values, causes } of [galleryInflow, streetInflow, streetPit]) {
    values.fill(0);
    causes.fill(0);
  }
  for (const { mains, breaks } of loops) {
    for (let b = 0; b < breaks.brokenForS.length; b++) {
      if (breaks.brokenForS[b] < 0) continue;
      const { section, drainNode, edge } = mains.placeOf(b);
      const out = breaks.outM3PerS[b];
      const cause = breaks.began[b];
      if (section >= 0) add(galleryInflow, section, out, cause);
      if (drainNode >= 0) add(streetInflow, drainNode, out, cause);
      if (edge >= 0 && breaks.isShutOff[b] === 1) add(streetPit, edge, 1, breaks.last[b]);
    }
  }
}

/** Of two at one place the larger is named. */
function add({ values, causes }: Told, at: number, value: number, cause: number): void {
  if (value <= 0) return;
  if (value >= values[at]) causes[at] = cause;
  values[at] += value;
}
