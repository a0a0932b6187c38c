import type { GridRun } from '../grid-run';
import { findLive } from '../positions';
import { mayNotClose } from '../switching';
import { end, type IslandTold, REST_S } from './step-islands';

/**
 * Who has met the grid joins it, and what he kept off himself comes back in that moment: the control room has reckoned with
 * all that hung together before there was an island, and gets it, whichever island's breakers stand in between. Where
 * there is no voltage on either side, what an island that is no more has parted is closed too, so that the grid is found
 * as it was. Each closing may bring the grid to the next.
 */
export function joinGrid(run: GridRun, { say, moved }: IslandTold): void {
  const { grid, positions, islands, linkCause } = run;
  const { open, onGrid, island } = positions;
  for (let isSettled = false; !isSettled; ) {
    isSettled = true;
    for (let former = 0; former < islands.count; former++) {
      if (islands.forming[former] === 0 || onGrid[grid.sections.ofNode[islands.node[former]]] === 0) continue;
      end(run, former);
      say('energy.island-joined', former, newest(run, islands.cause[former]));
    }
    for (let link = 0; link < grid.gearCount; link++) {
      const former = islands.partedBy[link] - 1;
      if (former < 0 || mayNotClose(grid, positions, link)) continue;
      const from = grid.sections.gearFrom[link];
      const to = grid.sections.gearTo[link];
      // Where both have supply, whether they are to be tied is for the control room.
      if (open[link] === 0 || (onGrid[from] === 1 && onGrid[to] === 1)) {
        islands.partedBy[link] = 0;
        continue;
      }
      const isFed = onGrid[from] === 1 || onGrid[to] === 1;
      if (!isFed && (islands.forming[former] === 1 || island[from] > 0 || island[to] > 0)) continue;
      open[link] = 0;
      islands.partedBy[link] = 0;
      linkCause[link] = moved(link, 0, islands.cause[former]);
      if (isFed) {
        findLive(grid, positions);
        isSettled = false;
      }
    }
  }
}

/** What grows too hot within an island its own relays part, and hand back like anything else that they keep off it. */
export function keepOff({ grid, positions, islands }: GridRun, link: number, nowS: number): void {
  const { island } = positions;
  const holder = island[grid.sections.gearFrom[link]] || island[grid.sections.gearTo[link]];
  if (holder === 0) return;
  islands.partedBy[link] = holder;
  islands.waitsUntilS[holder - 1] = nowS + REST_S;
}

/** What was last switched, or else what came before. */
function newest({ linkCause }: GridRun, otherwise: number): number {
  let last = otherwise;
  for (let link = 0; link < linkCause.length; link++) last = Math.max(last, linkCause[link]);
  return last;
}
