/**
 * What an island takes on. First what hangs on the battery's own point and cannot be parted from it, with its station's
 * own machines, which start once they have power; if that is too much there is no island. Then, as long as its rating and
 * what it holds allow, one block after another of those next to it: those with somebody who may not go without first, then
 * those with more load. Everything else is parted from it by breakers that machines open, and comes on later where there
 * is room again.
 */
import type { Grid } from '../grid';
import type { GridRun } from '../grid-run';
import { findLive } from '../positions';
import { type Block, type BlockView, blockAt, highSections } from './blocks';

/** Of the rating: devices that waited come on at once, and clouds come. Ours. */
const TAKES_ON_SHARE = 0.9;
/** Inverters for storage give their rated power at any power factor down to this (GB/T 36547-2018: 0.9, both ways). */
export const LEAST_POWER_FACTOR = 0.9;
/** What would last less is not taken on: the control room's crew is there after three quarters of an hour. Ours. */
const LEAST_LASTS_H = 0.5;
/** What could not give its rating for so long does not begin an island, whatever the sun would add. Ours. */
const NEARLY_EMPTY_H = 1 / 12;

export type MoveLink = (link: number, toOpen: 0 | 1, former: number) => void;

const highOf = new WeakMap<Grid, Uint8Array>();

export function blockView(
  { grid, positions, islands, wantedKw, wantedKvar, givenKw }: GridRun,
  former: number,
): BlockView {
  const isHigh = highOf.get(grid) ?? highSections(grid);
  highOf.set(grid, isHigh);
  const netKw = new Float64Array(grid.sections.count);
  const netKvar = new Float64Array(grid.sections.count);
  for (let node = 0; node < grid.nodeCount; node++) {
    netKw[grid.sections.ofNode[node]] += wantedKw[node] - givenKw[node];
    netKvar[grid.sections.ofNode[node]] += wantedKvar[node];
  }
  // Stations that stand still now will not for long; of its own a battery's island makes sure below.
  for (let other = 0; other < islands.count; other++) {
    if (other === former || islands.node[other] < 0) continue;
    const section = grid.sections.ofNode[islands.node[other]];
    if (positions.live[section] === 1) continue;
    netKw[section] += islands.ownKw[other];
    netKvar[section] += islands.returnsKvar[other];
  }
  return { grid, positions, netKw, netKvar, isVital: islands.isVital, isHigh };
}

/** Whether a battery could carry so much now: engines that it runs beside give power, and leave it what is reactive. */
function carriesNow({ islands }: GridRun, former: number, { netKw, netKvar }: Load): boolean {
  const { powerKw, giveKw, storedKwh } = islands;
  const mostKva = powerKw[former] / LEAST_POWER_FACTOR;
  return (
    netKw <= TAKES_ON_SHARE * giveKw[former] &&
    storedKwh[former] >= LEAST_LASTS_H * netKw &&
    Math.sqrt(netKw * netKw + netKvar * netKvar) <= TAKES_ON_SHARE * mostKva
  );
}

/** Whether it holds enough to begin with, for its station's own machines and for a start at all. */
function mayStart(run: GridRun, former: number): boolean {
  const { islands } = run;
  const { storedKwh, ownKw } = islands;
  return !isNearlyEmpty(run, former) && storedKwh[former] >= LEAST_LASTS_H * ownKw[former];
}

export function isNearlyEmpty({ islands }: GridRun, former: number): boolean {
  return islands.storedKwh[former] < NEARLY_EMPTY_H * islands.powerKw[former];
}

/** Begins an island where that is possible now; answers whether it was. */
export function formIsland(run: GridRun, former: number, move: MoveLink): boolean {
  const { grid, positions, islands } = run;
  const view = blockView(run, former);
  const node = islands.node[former];
  const own = blockAt(view, grid.sections.ofNode[node]);
  let sum = { netKw: own.netKw + islands.ownKw[former], netKvar: own.netKvar + islands.returnsKvar[former] };
  if (!own.isFit || !mayStart(run, former) || !carriesNow(run, former, sum)) return false;
  const taken = new Set(own.sections);
  const edges = [...own.edges];
  for (;;) {
    const best = bestNext(view, edges, taken, (block) => carriesNow(run, former, both(sum, block)));
    if (best === null) break;
    for (const section of best.sections) taken.add(section);
    edges.push(...best.edges);
    sum = both(sum, best);
  }
  positions.holds[node] = former + 1;
  for (const { link, beyond } of edges) {
    if (!taken.has(beyond) && positions.open[link] === 0) move(link, 1, former);
  }
  findLive(grid, positions);
  return true;
}

/** Brings back one block that was kept off for want of room; answers whether it did. */
export function extendIsland(run: GridRun, former: number, move: MoveLink): boolean {
  const { grid, positions, islands } = run;
  if (!islands.partedBy.includes(former + 1)) return false;
  const view = blockView(run, former);
  const taken = new Set<number>();
  const sum = { netKw: 0, netKvar: 0 };
  for (let section = 0; section < grid.sections.count; section++) {
    if (positions.island[section] !== former + 1) continue;
    taken.add(section);
    sum.netKw += view.netKw[section];
    sum.netKvar += view.netKvar[section];
  }
  const edges: { link: number; beyond: number }[] = [];
  for (const section of taken) {
    for (let k = grid.sections.linkStart[section]; k < grid.sections.linkStart[section + 1]; k++) {
      const link = grid.sections.linkAt[k];
      if (islands.partedBy[link] !== former + 1 || positions.open[link] === 0 || positions.linkOut[link] === 1)
        continue;
      edges.push({ link, beyond: grid.sections.linkLeadsTo[k] });
    }
  }
  const best = bestNext(view, edges, taken, (block) => carriesNow(run, former, both(sum, block)));
  const entry = best === null ? undefined : edges.find(({ beyond }) => best.sections.includes(beyond));
  if (best === null || entry === undefined) return false;
  move(entry.link, 0, former);
  // It comes without what lies beyond it.
  for (const { link, beyond } of best.edges) {
    if (!taken.has(beyond) && !best.sections.includes(beyond) && positions.open[link] === 0) move(link, 1, former);
  }
  findLive(grid, positions);
  return true;
}

type Load = Pick<Block, 'netKw' | 'netKvar'>;

const both = (a: Load, b: Load): Load => ({ netKw: a.netKw + b.netKw, netKvar: a.netKvar + b.netKvar });

function bestNext(
  view: BlockView,
  edges: readonly { readonly link: number; readonly beyond: number }[],
  taken: ReadonlySet<number>,
  fits: (block: Block) => boolean,
): Block | null {
  let best: Block | null = null;
  const seen = new Set<number>();
  for (const { beyond } of edges) {
    if (taken.has(beyond) || seen.has(beyond)) continue;
    const block = blockAt(view, beyond);
    for (const section of block.sections) seen.add(section);
    if (!block.isFit || block.sections.some((section) => taken.has(section)) || !fits(block)) continue;
    const isBetter = best === null || (block.isVital !== best.isVital ? block.isVital : block.netKw > best.netKw);
    if (isBetter) best = block;
  }
  return best;
}
