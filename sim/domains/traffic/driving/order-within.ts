/**
 * The order within a junction in a city of ours: that in which leave was given to enter it, or to go on from a place to
 * wait in it. Whoever passes before one who is within already comes before him.
 */
import { perRun } from '../per-run';
import { withinJunction } from './city-gaps';
import { NEVER } from './junction-foes';

const BEFORE_S = 0.01;
const ONE_AFTER_THE_OTHER_S = 1e-6;

export const orderWithin = perRun((state) => {
  /** Who has not passed his place to wait has not come yet, unless he is given leave again: then with his old number. */
  function beginDecision(row: number): void {
    const { vehicles, intents, links, network, totals } = state;
    const turn = vehicles.track[row] - network.roads.laneCount;
    if (turn < 0) intents.comesS[row] = totals.elapsedSeconds;
    else if (links.holdM[turn] >= 0 && vehicles.positionM[row] <= links.holdM[turn]) {
      intents.comesS[row] = vehicles.conflictS[row];
      vehicles.conflictS[row] = NEVER;
    }
  }

  /** Where nobody was asked (a light that changed too late to stop at), he comes as the last. */
  function noteLeave(row: number, turn: number, at: number, unasked: boolean): void {
    const { vehicles, intents, totals, links } = state;
    const nowS = totals.elapsedSeconds + ++intents.leaves * ONE_AFTER_THE_OTHER_S;
    const beforeUsS = unasked ? Number.NEGATIVE_INFINITY : withinJunction.beforeUsS;
    const afterUsS = unasked ? Number.POSITIVE_INFINITY : withinJunction.afterUsS;
    const latestS = Math.min(nowS, afterUsS - BEFORE_S);
    const comesS = latestS > beforeUsS ? latestS : 0.5 * (beforeUsS + Math.min(nowS, afterUsS));
    if (intents.link[at] < links.turnCount) {
      // Of several junctions ahead only the next: it is the one that he may come into in this step.
      if (at === intents.start[row]) intents.comesS[row] = comesS;
    } else if (isWithin(row, turn) && vehicles.conflictS[row] === NEVER) {
      vehicles.conflictS[row] = intents.comesS[row] < NEVER ? intents.comesS[row] : comesS;
    }
  }

  function isWithin(row: number, turn: number): boolean {
    const { vehicles, network } = state;
    return vehicles.track[row] === network.roads.laneCount + turn;
  }

  return { beginDecision, noteLeave };
});
