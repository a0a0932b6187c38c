/** When somebody who comes to a stop would be at another by the timetable: nobody waits there for a bus that comes no more today. */
import type { BusLine, BusPlan } from './bus-line';
import { footSeconds, type Journeys } from './journeys';

/** Who would wait for longer does not go there at all. */
const WAITS_AT_MOST_S = 3_600;
const DAY_S = 86_400;

/** Second of the day at which he is at his last stop; infinite where on one of his rides no bus would come within an hour. */
export function arrivesS(
  plan: BusPlan,
  journeys: Journeys,
  second: number,
  from: number,
  to: number,
  onAgain: number,
  offLast: number,
): number {
  const offS = rideS(plan, journeys, second, from, to);
  if (onAgain < 0 || offS === Number.POSITIVE_INFINITY) return offS;
  return rideS(plan, journeys, offS + footSeconds(plan, to, onAgain), onAgain, offLast);
}

function rideS({ lines }: BusPlan, journeys: Journeys, second: number, from: number, to: number): number {
  const most = journeys.direct[from * journeys.stopCount + to];
  let best = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    const { stops, offsetS } = line;
    for (let on = 0; on < stops.length; on++) {
      if (stops[on] !== from) continue;
      for (let off = on + 1; off < stops.length; off++) {
        if (stops[off] !== to || offsetS[off] - offsetS[on] > most) continue;
        const comesS = nextCallS(line, on, second);
        if (comesS - second <= WAITS_AT_MOST_S) best = Math.min(best, comesS + offsetS[off] - offsetS[on]);
      }
    }
  }
  return best;
}

/** The next time a bus is due at one of a line's stops; those of the day before may run on past midnight. */
function nextCallS({ beginsS, offsetS, headwayS }: BusLine, place: number, second: number): number {
  if (beginsS.length === 0) return Number.POSITIVE_INFINITY;
  let best = Number.POSITIVE_INFINITY;
  for (let shiftS = -DAY_S; shiftS <= DAY_S; shiftS += DAY_S) {
    const firstS = beginsS[0] + offsetS[place] + shiftS;
    const run = Math.max(0, Math.ceil((second - firstS) / headwayS));
    if (run < beginsS.length) best = Math.min(best, firstS + run * headwayS);
  }
  return best;
}
