/** How much of the way that a lane leads is taken by others. */
import { laneAt } from '../network';
import { perRun } from '../per-run';
import { MOST_LANES } from './best-lanes';
import { LEADS, LEADS_ENDS } from './chain';

/** The tracks side by side that are at hand, lanes of an edge or ways through a junction; and what those ahead take of each. */
export const abreast = new Int32Array(MOST_LANES);
export const aheadM = new Float64Array(MOST_LANES);

export const wayTaken = perRun((state) => {
  /**
   * Whether others take more than so much of the way that a lane leads without a change: ahead on this edge, and on every
   * lane after it. Looks no further than it takes to know. `place`: of the lane among those of the row; of a way through a
   * junction it is the lane that it leads to.
   */
  function isTaken(track: number, place: number, aheadM: number, mostM: number): boolean {
    const { vehicles, network, laneLoadM } = state;
    const { laneTurnStart, laneTurns, turnToLane } = network.roads;
    let sumM = aheadM;
    let on = laneAt(network, track);
    for (let k = place * LEADS; k < (place + 1) * LEADS && sumM <= mostM; k++) {
      if (vehicles.leads[k] === LEADS_ENDS) break;
      on = turnToLane[laneTurns[laneTurnStart[on] + vehicles.leads[k]]];
      sumM += laneLoadM[on];
    }
    return sumM > mostM;
  }

  return isTaken;
});
