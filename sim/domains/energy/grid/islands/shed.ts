import type { GridRun } from '../grid-run';
import { conducts, findLive, type Positions } from '../positions';
import { blockView, type MoveLink } from './grow';

/**
 * Parts one piece from an island that is too much for its battery, as relays for low frequency and the inverter's own
 * limit do (DL/T 428). Pieces in which nobody is who may not go without come first; of those the smallest that is enough,
 * else the largest. Answers whether there was one.
 */
export function shedPiece(run: GridRun, former: number, excessKw: number, move: MoveLink): boolean {
  const { grid, positions, islands } = run;
  const view = blockView(run, former);
  let best: { link: number; kw: number; isVital: boolean } | null = null;
  for (let link = 0; link < grid.gearCount; link++) {
    if (grid.linkAutomatic[link] === 0 || !conducts(grid, positions, link)) continue;
    const from = grid.sections.gearFrom[link];
    const to = grid.sections.gearTo[link];
    if (from === to || positions.island[from] !== former + 1 || positions.island[to] !== former + 1) continue;
    const lost = lostWithout(run, former, link);
    let kw = 0;
    let isVital = false;
    for (const section of lost) {
      kw += view.netKw[section];
      isVital ||= islands.isVital[section] === 1;
    }
    // What feeds more in than it draws is no relief.
    if (kw <= 0) continue;
    const each = { link, kw, isVital };
    if (best === null || isSooner(each, best, excessKw)) best = each;
  }
  if (best === null) return false;
  move(best.link, 1, former);
  findLive(grid, positions);
  return true;
}

interface Piece {
  readonly kw: number;
  readonly isVital: boolean;
}

function isSooner(a: Piece, b: Piece, excessKw: number): boolean {
  if (a.isVital !== b.isVital) return b.isVital;
  const enoughA = a.kw >= excessKw;
  if (enoughA !== b.kw >= excessKw) return enoughA;
  return enoughA ? a.kw < b.kw : a.kw > b.kw;
}

/** Sections of the island that its battery reaches over this link only. */
function lostWithout({ grid, positions, islands }: GridRun, former: number, link: number): number[] {
  const { linkStart, linkAt, linkLeadsTo, ofNode } = grid.sections;
  const without: Positions = { ...positions, open: positions.open.slice() };
  without.open[link] = 1;
  const reached = new Set([ofNode[islands.node[former]]]);
  for (const section of reached) {
    for (let k = linkStart[section]; k < linkStart[section + 1]; k++) {
      if (conducts(grid, without, linkAt[k])) reached.add(linkLeadsTo[k]);
    }
  }
  const lost: number[] = [];
  for (let section = 0; section < grid.sections.count; section++) {
    if (positions.island[section] === former + 1 && !reached.has(section)) lost.push(section);
  }
  return lost;
}
