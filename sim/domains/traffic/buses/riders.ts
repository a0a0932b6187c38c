/**
 * Who comes to which stop when, on a day: persons whose plans take the bus from one place in the city to another, by the
 * stops and lines that cost them least. Who is as quick on foot walks. Ways across a gate are not of these lines: beyond
 * it there are coaches of the works and feeders of the metro (people/impedance.ts), which no scene has yet. Nobody of
 * those who ride tells his later ways that he is late.
 */
import { ordered, orderOfDay } from '../demand/people/order-of-day';
import type { Rides } from '../demand/people/rides';
import type { Network } from '../network';
import type { BusPlan } from './bus-line';
import { FOOT_S_PER_M, FOOT_WEIGHT, type Journeys, stopsNear } from './journeys';
import { arrivesS, type RidesByStops } from './next-bus';

export interface Riders {
  readonly count: number;
  /** In the order of the day: when he is at his first stop, where that is, and where he gets off, on again and off. */
  readonly secondOfDay: Float64Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly onAgain: Int32Array;
  readonly offLast: Int32Array;
  /** Persons who want to ride and whom no line takes, and those who walk because it costs less. */
  readonly unserved: number;
  readonly onFoot: number;
  /** And those who would come when no bus runs. */
  readonly tooLate: number;
}

/** Twice the 400 m that planners reckon with (TCRP Report 165, chapter 4): the weight of walking decides before that. */
const WALKS_WITHIN_M = 800;
const DAY_S = 86_400;

export function ridersOf(plan: BusPlan, journeys: Journeys, network: Network, rides: Rides): Riders {
  const { edgeStartXM, edgeStartYM, edgeEndXM, edgeEndYM } = network;
  const xOf = (edge: number) => (edgeStartXM[edge] + edgeEndXM[edge]) / 2;
  const yOf = (edge: number) => (edgeStartYM[edge] + edgeEndYM[edge]) / 2;
  const nearEdge = new Map<number, { stops: number[]; seconds: number[] }>();
  const near = (edge: number) => {
    const before = nearEdge.get(edge);
    if (before) return before;
    const byWalk = stopsNear(plan, xOf(edge), yOf(edge), WALKS_WITHIN_M)
      .map((stop) => ({ stop, walkS: footS(plan.xM[stop] - xOf(edge), plan.yM[stop] - yOf(edge)) }))
      .sort((a, b) => a.walkS - b.walkS || a.stop - b.stop);
    const found = { stops: byWalk.map(({ stop }) => stop), seconds: byWalk.map(({ walkS }) => walkS) };
    nearEdge.set(edge, found);
    return found;
  };
  const n = journeys.stopCount;
  const bestOf = (fromEdge: number, toEdge: number) => {
    const [starts, ends] = [near(fromEdge), near(toEdge)];
    const walkS = footS(xOf(fromEdge) - xOf(toEdge), yOf(fromEdge) - yOf(toEdge));
    let [cost, at, first] = [Number.POSITIVE_INFINITY, -1, 0];
    for (let i = 0; i < starts.stops.length; i++) {
      const row = starts.stops[i] * n;
      for (let j = 0; j < ends.stops.length; j++) {
        const onFootS = FOOT_WEIGHT * (starts.seconds[i] + ends.seconds[j]);
        if (onFootS >= cost) break; // and so are all that follow, which are further away
        const to = row + ends.stops[j];
        const each = onFootS + Math.min(journeys.direct[to], journeys.changed[to]);
        if (each >= cost) continue;
        cost = each;
        at = to;
        first = i;
      }
    }
    const changes = at >= 0 && journeys.changed[at] < journeys.direct[at];
    return { cost, at, walkS: at < 0 ? 0 : starts.seconds[first], changes, onFoot: FOOT_WEIGHT * walkS };
  };

  const known = new Map<number, ReturnType<typeof bestOf>>();
  const { edgeCount } = network.roads;
  const byStops: RidesByStops = new Map();
  const found = {
    second: [] as number[],
    from: [] as number[],
    to: [] as number[],
    onAgain: [] as number[],
    offLast: [] as number[],
    ride: [] as number[],
  };
  let unserved = 0;
  let onFoot = 0;
  let tooLate = 0;
  for (let ride = 0; ride < rides.count; ride++) {
    const pair = rides.fromEdge[ride] * edgeCount + rides.toEdge[ride];
    let best = known.get(pair);
    if (best === undefined) {
      best = bestOf(rides.fromEdge[ride], rides.toEdge[ride]);
      known.set(pair, best);
    }
    if (best.onFoot <= best.cost && best.cost < Number.POSITIVE_INFINITY) onFoot++;
    else if (best.at < 0) unserved++;
    else {
      const second = (rides.secondOfDay[ride] + best.walkS) % DAY_S;
      const from = Math.floor(best.at / n);
      const to = best.changes ? journeys.changeOff[best.at] : best.at % n;
      const onAgain = best.changes ? journeys.changeOn[best.at] : -1;
      const offLast = best.changes ? best.at % n : -1;
      const offS = arrivesS(plan, journeys, byStops, second, from, to, onAgain, offLast);
      if (offS === Number.POSITIVE_INFINITY) tooLate++;
      else {
        found.second.push(second);
        found.from.push(from);
        found.to.push(to);
        found.onAgain.push(onAgain);
        found.offLast.push(offLast);
        found.ride.push(ride);
      }
    }
  }
  const count = found.ride.length;
  const order = orderOfDay(found.second, found.ride, count);
  return {
    count,
    secondOfDay: ordered(new Float64Array(count), found.second, order),
    from: ordered(new Int32Array(count), found.from, order),
    to: ordered(new Int32Array(count), found.to, order),
    onAgain: ordered(new Int32Array(count), found.onAgain, order),
    offLast: ordered(new Int32Array(count), found.offLast, order),
    unserved,
    onFoot,
    tooLate,
  };
}

function footS(dxM: number, dyM: number): number {
  return FOOT_S_PER_M * Math.sqrt(dxM * dxM + dyM * dyM);
}
