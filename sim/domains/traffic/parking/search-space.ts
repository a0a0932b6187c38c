/**
 * On turning into the street where one means to park: a space, or on to another street. Who is told which streets have
 * spaces drives to the nearest that has; who is not tries one of those around, and so on. After a quarter of an hour he
 * stops where he is. Drivers are told of those streets whose spaces report, a share that a change can raise,
 * and are heard; what was heard before is not told on.
 */
import { type Luck, streamOf } from '../../../kernel';
import { isBoundForSite } from '../charging';
import { carLegOfKey, classOfWord, isPeopleHour, LORRY, wordOfKey } from '../demand/people/identity';
import { planOf } from '../demand/people/people';
import { HOME, WORK } from '../demand/people/survey';
import { laneLengthM } from '../network';
import { takeFoundWay } from '../routing/route';
import { findWay } from '../routing/search';
import type { TrafficState } from '../state';
import { edgeOnRoute } from '../vehicles';
import { NOT_SEARCHING, type Parking, takeSpace } from './parking';

const REPORTS = streamOf('traffic.parking.reports');
const NEXT_STREET = streamOf('traffic.parking.next-street');
const PLACE = streamOf('traffic.parking.place');
const GIVES_UP_S = 900;

/** Call it when a row has come onto a lane, before its lanes are planned. */
export function searchSpace(state: TrafficState, row: number): void {
  const { parking, vehicles, network, totals, people } = state;
  if (parking === null || people === null || !isPeopleHour(vehicles.tripHour[row])) return;
  if (edgeOnRoute(vehicles, row, 1) >= 0) return;
  const edge = network.trackEdge[vehicles.track[row]];
  if (edge !== vehicles.destinationEdge[row] || parking.spaces.count[edge] === 0) return;
  const word = wordOfKey(vehicles.tripKey[row]);
  if (state.charging !== null && isBoundForSite(state, state.charging, row)) return;
  const seeks = parking.seeksFromS[row] !== NOT_SEARCHING;
  if (!seeks && !wantsSpace(state, vehicles.tripKey[row])) return;
  const nowS = totals.elapsedSeconds;
  if (parking.taken[edge] < parking.spaces.count[edge]) {
    takeSpace(parking, word, edge);
    parking.parked++;
    endSearch(parking, row, nowS);
    return;
  }
  if (!seeks) parking.seeksFromS[row] = nowS;
  const goesOn = nowS - parking.seeksFromS[row] < GIVES_UP_S && canStillStop(state, row);
  if (goesOn && driveOn(state, parking, row, edge)) return;
  parking.gaveUp++;
  endSearch(parking, row, nowS);
}

/** To be told of everyone who leaves the road: one who still searched has stopped somewhere. */
export function stopSearch({ parking, totals }: TrafficState, row: number): void {
  if (parking === null || parking.seeksFromS[row] === NOT_SEARCHING) return;
  parking.gaveUp++;
  endSearch(parking, row, totals.elapsedSeconds);
}

function endSearch(parking: Parking, row: number, nowS: number): void {
  if (parking.seeksFromS[row] !== NOT_SEARCHING) parking.searchedSeconds += nowS - parking.seeksFromS[row];
  parking.seeksFromS[row] = NOT_SEARCHING;
  parking.tries[row] = 0;
}

/** Who lives or works there, and a lorry, needs none of the public ones. */
function wantsSpace({ people }: TrafficState, key: number): boolean {
  const word = wordOfKey(key);
  if (classOfWord(word) === LORRY) return false;
  planOf(people!, word);
  const { plan } = people!;
  const leg = carLegOfKey(key);
  if (leg >= plan.carLegs) return false;
  const at = plan.carLeg[leg];
  return plan.gate[at] < 0 && plan.activity[at] !== HOME && plan.activity[at] !== WORK;
}

/** Before the end of the lane, where a light may be red for who had meant to stay in the street. */
function canStillStop({ vehicles, network, drivers, pace }: TrafficState, row: number): boolean {
  const mps = vehicles.speedMps[row];
  const leftM = network.roads.trackLengthM[vehicles.track[row]] - vehicles.positionM[row];
  return leftM > (mps * mps) / (2 * drivers.decelMps2[vehicles.type[row]]) + 2 * mps * pace.stepS;
}

/** On to another street; false where there is none to try. */
function driveOn(state: TrafficState, parking: Parking, row: number, edge: number): boolean {
  const { vehicles, chance, search, network, closures, edges, drivers } = state;
  const key = vehicles.tripKey[row];
  const tries = ++parking.tries[row];
  const target = nextStreet(state, parking, edge, key, tries);
  if (target < 0) return false;
  const classes = drivers.classes[vehicles.type[row]];
  if (!findWay(search, network, closures, edges, edge, target, vehicles.whim[row], classes)) return false;
  vehicles.destinationEdge[row] = target;
  vehicles.destinationM[row] = (0.3 + 0.5 * chance.coming.uniform(PLACE, tries, key)) * laneLengthM(network, target);
  takeFoundWay(state, row, 0);
  return true;
}

function nextStreet(
  { closures, luck, chance }: TrafficState,
  parking: Parking,
  edge: number,
  key: number,
  tries: number,
): number {
  const { spaces, taken } = parking;
  const from = spaces.nearStart[edge];
  const to = spaces.nearStart[edge + 1];
  const { parkingHeard } = closures;
  const [share] = closures.knobs['city.parking-guidance'].values;
  let others = 0;
  for (let k = from; k < to; k++) {
    const other = spaces.near[k];
    if (closures.edgeClosed[other] === 1) continue;
    if (!reports(luck, other, share, parkingHeard)) others++;
    else if (taken[other] < spaces.count[other]) return other;
  }
  // No street that is known to have a space: one of those that nothing is known of.
  let left = Math.floor(chance.coming.uniform(NEXT_STREET, tries, key) * others);
  for (let k = from; k < to; k++) {
    const other = spaces.near[k];
    if (closures.edgeClosed[other] === 1 || reports(luck, other, share, parkingHeard)) continue;
    if (left-- === 0) return other;
  }
  return -1;
}

function reports(luck: Luck, edge: number, share: number, heard: Float64Array | null): boolean {
  return share > 0 && luck.uniform(REPORTS, 0, edge) < share && (heard === null || heard[edge] > 0);
}

/** Mean over all who wanted a space, those who still search with their time so far. */
export function meanSearchSeconds({ parking, vehicles, totals }: TrafficState): number {
  if (parking === null) return 0;
  let seconds = parking.searchedSeconds;
  let searching = 0;
  for (let row = 0; row < vehicles.rowEnd; row++) {
    if (parking.seeksFromS[row] === NOT_SEARCHING) continue;
    searching++;
    seconds += totals.elapsedSeconds - parking.seeksFromS[row];
  }
  const all = parking.parked + parking.gaveUp + searching;
  return all > 0 ? seconds / all : 0;
}
