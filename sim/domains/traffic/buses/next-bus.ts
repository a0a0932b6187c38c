/** When somebody who comes to a stop would be at another by the timetable: nobody waits there for a bus that comes no more today. */
import type { BusLine, BusPlan } from './bus-line';
import { footSeconds, type Journeys } from './journeys';

/** Who would wait for longer does not go there at all. */
const WAITS_AT_MOST_S = 3_600;
const DAY_S = 86_400;

/** By from · stops + to: the lines that one takes there, and where on each of them one gets on and off. */
export type RidesByStops = Map<
  number,
  readonly { readonly line: BusLine; readonly on: number; readonly off: number }[]
>;

/** Second of the day at which he is at his last stop; infinite where on one of his rides no bus would come within an hour. */
export function arrivesS(
  plan: BusPlan,
  journeys: Journeys,
  known: RidesByStops,
  second: number,
  from: number,
  to: number,
  onAgain: number,
  offLast: number,
): number {
  const offS = rideS(ridesBetween(plan, journeys, known, from, to), second);
  if (onAgain < 0 || offS === Number.POSITIVE_INFINITY) return offS;
  return rideS(ridesBetween(plan, journeys, known, onAgain, offLast), offS + footSeconds(plan, to, onAgain));
}

function rideS(rides: ReturnType<typeof ridesBetween>, second: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (const { line, on, off } of rides) {
    const comesS = nextCallS(line, on, second);
    if (comesS - second > WAITS_AT_MOST_S) continue;
    best = Math.min(best, comesS + line.offsetS[off] - line.offsetS[on]);
  }
  return best;
}

function ridesBetween({ lines }: BusPlan, journeys: Journeys, known: RidesByStops, from: number, to: number) {
  const pair = from * journeys.stopCount + to;
  const before = known.get(pair);
  if (before) return before;
  const most = journeys.direct[pair];
  const rides: { line: BusLine; on: number; off: number }[] = [];
  for (const line of lines) {
    const { stops, offsetS } = line;
    for (let on = 0; on < stops.length; on++) {
      if (stops[on] !== from) continue;
      for (let off = on + 1; off < stops.length; off++) {
        if (stops[off] === to && offsetS[off] - offsetS[on] <= most) rides.push({ line, on, off });
      }
    }
  }
  known.set(pair, rides);
  return rides;
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
