/**
 * A bus at a stop: who gets off, who gets on, and how long it stands.
 *
 * Dwell after TCRP Report 165 (2013), Transit Capacity and Quality of Service Manual, chapter 6: doors, and the slower of
 * two flows, for people get on at the front and off in the middle, as Chinese city buses have it: t = t_oc + max(N_on ·
 * t_on, N_off · t_off). Boarding with a card 2.75 s each, half a second more with people standing; alighting by a rear
 * door 1.75 s; opening and closing 2 to 5 s. Every stop is made, as is the rule there.
 */
import type { BusLine } from './bus-line';
import type { Buses } from './buses';
import { footSeconds } from './journeys';
import { goHome, joinStop, leaveStop } from './passengers';

export const DOORS_S = 3.5;
export const BOARDING_S = 2.75;
export const BOARDING_AMONG_STANDING_S = 0.5;
export const ALIGHTING_S = 1.75;
/** A city bus of 12 m: seats, and with those who stand. Ours, about what makers of such buses state in China. */
export const SEATS = 32;
export const CAPACITY = 80;

/** Everything that happens when a bus has come to its next stop; answers for how long it means to stand. */
export function callAtStop(buses: Buses, run: number, nowS: number): number {
  const { plan, runs, sums } = buses;
  const line = plan.lines[runs.line[run]];
  const at = runs.next[run];
  sums.calls++;
  sums.lateS += Math.max(0, nowS - runs.dueS[run] - line.offsetS[at]);
  noteHeadway(buses, run, line, at, nowS);
  const off = letOff(buses, run, line, at, nowS);
  const onS = letOn(buses, run, line, at, nowS, true);
  return Math.max(buses.leastDwellS, DOORS_S + Math.max(onS, off * ALIGHTING_S));
}

/** Those who came while it stood: how much longer that takes. */
export function letMoreOn(buses: Buses, run: number, nowS: number): number {
  const line = buses.plan.lines[buses.runs.line[run]];
  return letOn(buses, run, line, buses.runs.next[run], nowS, false);
}

/** Between two runs of one day of the timetable: before the first there was the night. */
function noteHeadway(buses: Buses, run: number, line: BusLine, at: number, nowS: number): void {
  const { calledS, calledDay, sums, runs, plan } = buses;
  const call = line.firstCall + at;
  const ofDay = runs.key[run] % plan.lineOf.length;
  const day = Math.floor(runs.key[run] / plan.lineOf.length) - plan.daysAfter[ofDay];
  if (calledDay[call] === day && calledS[call] > Number.NEGATIVE_INFINITY) {
    const deviationS = nowS - calledS[call] - line.headwayS;
    sums.headways++;
    sums.headwayS += line.headwayS;
    sums.deviationsS2 += deviationS * deviationS;
  }
  calledS[call] = nowS;
  calledDay[call] = day;
}

/** Off gets who is there, and who would never get there any more. */
function letOff(buses: Buses, run: number, line: BusLine, at: number, nowS: number): number {
  const { runs, passengers } = buses;
  const stop = line.stops[at];
  let off = 0;
  let before = -1;
  for (let who = runs.firstAboard[run]; who >= 0; ) {
    const after = passengers.next[who];
    const to = passengers.to[who];
    if (to !== stop && placeOf(line, to, at + 1) >= 0) {
      before = who;
      who = after;
      continue;
    }
    if (before < 0) runs.firstAboard[run] = after;
    else passengers.next[before] = after;
    runs.aboard[run]--;
    passengers.aboard--;
    off++;
    goesOnFrom(buses, who, stop, nowS);
    who = after;
  }
  return off;
}

function goesOnFrom({ plan, passengers, sums }: Buses, who: number, stop: number, nowS: number): void {
  const onAgain = passengers.onAgain[who];
  if (onAgain < 0) {
    sums.arrived++;
    goHome(passengers, who);
    return;
  }
  passengers.to[who] = passengers.offLast[who];
  passengers.onAgain[who] = -1;
  passengers.offLast[who] = -1;
  passengers.sinceS[who] = nowS + footSeconds(plan, stop, onAgain);
  joinStop(passengers, who, onAgain);
}

/** First come, first served, until it is full; answers how long they take to get in. */
function letOn(buses: Buses, run: number, line: BusLine, at: number, nowS: number, isFirst: boolean): number {
  const { runs, passengers, sums } = buses;
  const stop = line.stops[at];
  let seconds = 0;
  let before = -1;
  for (let who = passengers.first[stop]; who >= 0; ) {
    const after = passengers.next[who];
    if (passengers.sinceS[who] > nowS || !takes(buses, line, at, passengers.to[who])) {
      before = who;
    } else if (runs.aboard[run] >= CAPACITY) {
      if (isFirst) sums.leftBehind++;
      before = who;
    } else {
      leaveStop(passengers, stop, who, before);
      sums.boarded++;
      sums.waitedS += nowS - passengers.sinceS[who];
      passengers.sinceS[who] = nowS;
      passengers.next[who] = runs.firstAboard[run];
      runs.firstAboard[run] = who;
      seconds += runs.aboard[run] >= SEATS ? BOARDING_S + BOARDING_AMONG_STANDING_S : BOARDING_S;
      runs.aboard[run]++;
      passengers.aboard++;
    }
    who = after;
  }
  return seconds;
}

/** Whether somebody for that stop gets into a bus of this line: if it goes there and waiting for a better one gains nothing. */
function takes({ journeys }: Buses, line: BusLine, at: number, to: number): boolean {
  const there = placeOf(line, to, at + 1);
  if (there < 0) return false;
  return line.offsetS[there] - line.offsetS[at] <= journeys.direct[line.stops[at] * journeys.stopCount + to];
}

/** Place of a stop among those of a line from a place on; −1 where it does not come any more. */
function placeOf({ stops }: BusLine, stop: number, from: number): number {
  for (let place = from; place < stops.length; place++) if (stops[place] === stop) return place;
  return -1;
}

/** A run that ends: whoever is still aboard has to get off, wherever it is. */
export function putDown({ runs, passengers, sums }: Buses, run: number): void {
  for (let who = runs.firstAboard[run]; who >= 0; ) {
    const after = passengers.next[who];
    sums.stranded++;
    passengers.aboard--;
    goHome(passengers, who);
    who = after;
  }
  runs.firstAboard[run] = -1;
  runs.aboard[run] = 0;
}
