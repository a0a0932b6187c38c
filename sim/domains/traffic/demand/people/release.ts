/** From plans to trips: who is due joins the queue of the edge that his car stands on. */
import { streamOf } from '../../../../kernel';
import { endWay, STILL_WAITS, setOut } from '../../charging';
import { leaveSpace } from '../../parking/parking';
import type { TrafficState } from '../../state';
import type { Trip } from '../trips';
import { queueTrip } from '../waiting';
import { drivesToday } from './charge';
import { CALLER, carLegOfKey, classOfWord, isPeopleHour, OUTSIDER, PEOPLE_DAY, wordOfKey } from './identity';
import { planOf } from './people';
import { FIRST_PLACE, PLACES } from './person';
import { arrive, nextDeparture, type Progress, putOff, staysHome } from './progress';

const HELD_BACK = streamOf('traffic.people.held-back');
const DAY_SECONDS = 86_400;

const trip: Trip = { originEdge: 0, originPlace: 0, destinationEdge: 0, destinationPlace: 0, kind: 0 };

/** Queues everybody who is due up to a time of day, those in time and those who are late, by their times. */
export function releasePeople(state: TrafficState, untilSeconds: number): void {
  const { people, progress } = state;
  if (people === null || progress === null) return;
  for (;;) {
    const due = nextDeparture(people, progress, untilSeconds);
    if (due === null) return;
    if (drivesToday(people, progress, due)) depart(state, progress, due.key, due.day, due.atSeconds);
  }
}

function depart(state: TrafficState, progress: Progress, key: number, day: number, atSeconds: number): void {
  const planned = tripOf(state, progress, key, trip);
  if (isHeldBack(state, key, day)) {
    staysHome(progress, key);
    return;
  }
  const staysSeconds = state.charging === null ? 0 : setOut(state, state.charging, key, day, atSeconds, trip);
  if (staysSeconds > 0) {
    putOff(progress, key, day, atSeconds + staysSeconds);
    return;
  }
  const lateBySeconds = atSeconds - day * DAY_SECONDS - planned;
  if (lateBySeconds > 1) {
    progress.lateDepartures++;
    progress.lateBySeconds += lateBySeconds;
  }
  progress.elsewhere.delete(wordOfKey(key));
  if (state.parking !== null) leaveSpace(state.parking, wordOfKey(key));
  queueTrip(state.waiting, PEOPLE_DAY + day, key, trip, atSeconds - state.settings.startSeconds);
}

/** Fills in the trip of a driven way; answers the second of the plan's day at which it was to begin. */
export function tripOf(state: TrafficState, progress: Progress, key: number, out: Trip): number {
  const people = state.people!;
  const word = wordOfKey(key);
  const leg = carLegOfKey(key);
  out.kind = planOf(people, word);
  const { plan, ground } = people;
  const at = plan.carLeg[leg];
  const elsewhere = progress.elsewhere.get(word);
  if (elsewhere !== undefined) {
    out.originEdge = elsewhere.edge;
    out.originPlace = elsewhere.place;
  } else if (plan.fromGate[leg] >= 0) {
    out.originEdge = ground.gateInEdge[plan.fromGate[leg]];
    out.originPlace = -1;
  } else {
    out.originEdge = plan.fromEdge[leg];
    out.originPlace = plan.fromPlace[leg];
  }
  if (plan.gate[at] >= 0) {
    out.destinationEdge = ground.gateOutEdge[plan.gate[at]];
    out.destinationPlace = -1;
  } else {
    out.destinationEdge = plan.edge[at];
    out.destinationPlace = plan.place[at];
  }
  return plan.departSeconds[at];
}

/** A gate with less than its share of trips: some of those who would come in by it stay away that day. */
function isHeldBack(state: TrafficState, key: number, day: number): boolean {
  const { plan, luck } = state.people!;
  const word = wordOfKey(key);
  const cls = classOfWord(word);
  if (carLegOfKey(key) !== 0 || (cls !== OUTSIDER && cls !== CALLER)) return false;
  const factor = state.closures.gateDemandKnob[plan.homeGate];
  return factor < 1 && luck.uniform(HELD_BACK, day, word) >= factor;
}

/** To be told of every vehicle that ends its journey, before its row is cleared. */
export function tellArrival(state: TrafficState, row: number): void {
  const { people, progress, vehicles, network, settings, totals } = state;
  if (people === null || progress === null || !isPeopleHour(vehicles.tripHour[row])) return;
  const lane = vehicles.track[row];
  const edge = network.trackEdge[lane];
  // A car that ended at the very end of an edge is parked where it can get out into the lane of its next turn.
  const share = vehicles.positionM[row] / network.roads.trackLengthM[lane];
  const place = Math.max(FIRST_PLACE, Math.min(FIRST_PLACE + PLACES, share));
  const nowSeconds = settings.startSeconds + totals.elapsedSeconds;
  const walkSeconds = state.charging === null ? 0 : endWay(state, state.charging, row, edge, nowSeconds);
  if (walkSeconds === STILL_WAITS) return;
  arrive(people, progress, vehicles.tripHour[row], vehicles.tripKey[row], edge, place, nowSeconds + walkSeconds);
}
