/**
 * Who has given way for long is let go: at each junction one turn at a time is held open for someone who has waited too
 * long, and those whose ways meet it stop for him if they still can. City drivers do so; without it a busy road would
 * shut its side streets for good. Not where a list of vehicles says how they drove.
 */

import type { Network } from '../network';
import { perRun } from '../per-run';

export interface Patience {
  /** By junction: the turn that is held open in this step and in the next, −1 none; and how long its driver has waited. */
  turn: Int32Array;
  next: Int32Array;
  readonly waitedS: Float64Array;
}

const PATIENCE_S = 40;

export function createPatience({ roads }: Network): Patience {
  const count = roads.junctionControl.length;
  return {
    turn: new Int32Array(count).fill(-1),
    next: new Int32Array(count).fill(-1),
    waitedS: new Float64Array(count),
  };
}

export const patienceAt = perRun((state) => {
  /** He has been refused: if nobody has waited longer there, the next step is his. */
  function notePatience(row: number, turn: number): void {
    const waitedS = state.vehicles.waitS[row];
    if (waitedS < PATIENCE_S || state.isListedDriving) return;
    const { patience, network } = state;
    const junction = network.roads.turnJunction[turn];
    if (waitedS <= patience.waitedS[junction]) return;
    patience.waitedS[junction] = waitedS;
    patience.next[junction] = turn;
  }

  /** Whether this turn is kept free for one whose way meets it. */
  function isHeldFor(turn: number): boolean {
    const { patience, network } = state;
    const { foeStart, foeTurn, turnJunction } = network.roads;
    const held = patience.turn[turnJunction[turn]];
    if (held < 0 || held === turn) return false;
    for (let k = foeStart[turn]; k < foeStart[turn + 1]; k++) if (foeTurn[k] === held) return true;
    return false;
  }

  function turnPatience(): void {
    const { patience } = state;
    const { turn, next } = patience;
    patience.turn = next;
    patience.next = turn.fill(-1);
    patience.waitedS.fill(0);
  }

  return { isHeldFor, notePatience, turnPatience };
});
