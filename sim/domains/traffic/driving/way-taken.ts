/** How much of the way that a lane leads is taken by others. */
import { laneLengthM } from '../network';
import { perRun } from '../per-run';
import { edgeOnRoute } from '../vehicles';
import { laneChoice, MOST_LANES } from './best-lanes';

/** By lane of the edge at hand: what those ahead take of it. */
export const aheadM = new Float64Array(MOST_LANES);

/** No more than so many times its length is taken of a way, and so much more of its short edges. */
const FULLEST = 1.25;
const FULLEST_MORE_M = 100;

export const wayTaken = perRun((state) => {
  const { turnTowards } = laneChoice(state);
  const { edgeCount } = state.network.roads;
  const edgeLengthM = Float64Array.from({ length: edgeCount }, (_, edge) => laneLengthM(state.network, edge));

  /**
   * Whether others take more than so much of the way as far as a lane leads: ahead on this edge, on the next lane, then on
   * the mean of each edge. Looks no further than it takes to know.
   */
  function isTaken(row: number, lane: number, aheadM: number, reachM: number, mostM: number): boolean {
    const { vehicles, network, laneLoadM, edgeLoadM } = state;
    const { trackLengthM, turnToLane } = network.roads;
    let sumM = aheadM;
    if (sumM > mostM) return true;
    let leftM = reachM - trackLengthM[lane];
    if (leftM <= 0) return false;
    const turn = turnTowards(row, lane);
    if (turn < 0) return false;
    sumM += laneLoadM[turnToLane[turn]];
    leftM -= trackLengthM[turnToLane[turn]];
    for (let k = 2; leftM > 0 && sumM <= mostM && sumM + FULLEST * leftM + FULLEST_MORE_M > mostM; k++) {
      const edge = edgeOnRoute(vehicles, row, k);
      if (edge < 0) break;
      sumM += edgeLoadM[edge];
      leftM -= edgeLengthM[edge];
    }
    return sumM > mostM;
  }

  return isTaken;
});
