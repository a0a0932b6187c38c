/**
 * Ways through a junction that lie side by side between the same two roads: from one to another of them one changes as
 * from lane to lane. Those on which one may wait within the junction part there, and are left out.
 */
import type { Network } from '../network';

export interface WaysAbreast {
  /** Ways of group g stand in `turns` from start[g] on, from the kerb inwards. */
  readonly start: Int32Array;
  readonly turns: Int32Array;
  /** By turn: its group, −1 where it lies alone; and its place there. */
  readonly group: Int32Array;
  readonly place: Uint8Array;
}

export function waysAbreast({ roads }: Network, holdM: Float64Array): WaysAbreast {
  const { turnCount, turnFromLane, turnToLane, laneTurnStart, laneTurns, laneEdge } = roads;
  const group = new Int32Array(turnCount).fill(-1);
  const place = new Uint8Array(turnCount);
  const start = [0];
  const turns: number[] = [];

  /** The way beside a turn, one lane further in. */
  function nextInwards(turn: number): number {
    const lane = turnFromLane[turn] + 1;
    if (laneEdge[lane] !== laneEdge[turnFromLane[turn]]) return -1;
    for (let k = laneTurnStart[lane]; k < laneTurnStart[lane + 1]; k++) {
      const to = turnToLane[laneTurns[k]];
      if (to !== turnToLane[turn] + 1 || laneEdge[to] !== laneEdge[turnToLane[turn]]) continue;
      return holdM[laneTurns[k]] >= 0 ? -1 : laneTurns[k];
    }
    return -1;
  }

  // Lanes are numbered from the kerb, so the outermost of a group is met first.
  const byLane = Array.from({ length: turnCount }, (_, turn) => turn).sort((a, b) => turnFromLane[a] - turnFromLane[b]);
  for (const first of byLane) {
    if (group[first] >= 0 || holdM[first] >= 0 || nextInwards(first) < 0) continue;
    for (let turn = first; turn >= 0; turn = nextInwards(turn)) {
      group[turn] = start.length - 1;
      place[turn] = turns.length - start[start.length - 1];
      turns.push(turn);
    }
    start.push(turns.length);
  }
  return { start: Int32Array.from(start), turns: Int32Array.from(turns), group, place };
}
