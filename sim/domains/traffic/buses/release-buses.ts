/** Once a step: who is due comes to his stop, and runs that are due go to the queue of their first stop, if their bus is back. */

import type { Trip } from '../demand/trips';
import { queueTripFirst } from '../demand/waiting';
import type { TrafficState } from '../state';
import { BUS } from '../vehicle-kinds';
import { BUS_HOUR, giveRunBack, HELD, RUNS, takeRun } from './bus-runs';
import { type Buses, followPlans } from './buses';
import { putDown } from './call-at-stop';
import { isStopShut } from './drive-run';
import { comeToStop } from './passengers';

const DAY_S = 86_400;

const trip: Trip = { originEdge: 0, originPlace: 0, destinationEdge: 0, destinationPlace: -1, kind: BUS };

export function releaseBuses(state: TrafficState): void {
  const { buses, people, settings, totals, pace } = state;
  if (buses === null) return;
  const nowS = totals.elapsedSeconds;
  const untilClockS = settings.startSeconds + nowS;
  if (people !== null) followPlans(buses, people, untilClockS - pace.stepS);
  releaseRiders(buses, untilClockS, settings.startSeconds);
  holdDueRuns(buses, untilClockS, settings.startSeconds);
  const { runs } = buses;
  if (runs.count === 0) return;
  for (let run = 0; run < runs.state.length; run++) {
    if (runs.state[run] !== HELD || runs.holdsS[run] > nowS || buses.readyS[runs.bus[run]] > nowS) continue;
    setOut(state, buses, run);
  }
}

/** Everybody who is at his stop by a time on the clock. */
export function releaseRiders(buses: Buses, untilClockS: number, startSeconds: number): void {
  const { riders, passengers, sums } = buses;
  if (riders === null || riders.count === 0) return;
  for (;;) {
    const at = buses.nextRider;
    if (at === riders.count) {
      buses.nextRider = 0;
      buses.riderDay++;
      continue;
    }
    const comesS = buses.riderDay * DAY_S + riders.secondOfDay[at];
    if (comesS > untilClockS) return;
    buses.nextRider++;
    sums.due++;
    comeToStop(
      passengers,
      riders.from[at],
      riders.to[at],
      riders.onAgain[at],
      riders.offLast[at],
      comesS - startSeconds,
    );
  }
}

/** Every run that the timetable begins by a time on the clock has its place; it goes when it may. */
export function holdDueRuns(buses: Buses, untilClockS: number, startSeconds: number): void {
  const { secondOfDay } = buses.plan;
  if (secondOfDay.length === 0) return;
  for (;;) {
    if (buses.nextRun === secondOfDay.length) {
      buses.nextRun = 0;
      buses.runDay++;
      continue;
    }
    const dueClockS = buses.runDay * DAY_S + secondOfDay[buses.nextRun];
    if (dueClockS > untilClockS) return;
    holdRun(buses, buses.nextRun, buses.runDay, dueClockS - startSeconds);
    buses.nextRun++;
  }
}

/** The timetable counts its days from the one before the run's, so that no number is below zero. */
export function holdRun({ plan, runs }: Buses, ofDay: number, day: number, dueS: number): number {
  const run = takeRun(runs);
  const line = plan.lines[plan.lineOf[ofDay]];
  const sinceFirst = (day - plan.daysAfter[ofDay] + 1) * line.beginsS.length + plan.numberOf[ofDay];
  runs.state[run] = HELD;
  runs.key[run] = (day + 1) * plan.secondOfDay.length + ofDay;
  runs.line[run] = plan.lineOf[ofDay];
  runs.bus[run] = line.firstBus + (((sinceFirst % line.fleet) + line.fleet) % line.fleet);
  runs.next[run] = 0;
  runs.dueS[run] = dueS;
  runs.holdsS[run] = dueS;
  runs.firstAboard[run] = -1;
  return run;
}

/** From the first of its stops that is open; a run that has none is not driven, and its bus waits for the next. */
function setOut(state: TrafficState, buses: Buses, run: number): void {
  const { plan, runs, sums, readyS } = buses;
  const { stops } = plan.lines[runs.line[run]];
  while (runs.next[run] < stops.length && isStopShut(state, stops[runs.next[run]])) {
    runs.next[run]++;
    sums.stopsSkipped++;
  }
  if (runs.next[run] >= stops.length) {
    putDown(buses, run);
    giveRunBack(runs, run);
    return;
  }
  trip.originEdge = plan.halts[stops[runs.next[run]]].edge;
  trip.destinationEdge = trip.originEdge;
  runs.state[run] = RUNS;
  readyS[runs.bus[run]] = Number.POSITIVE_INFINITY;
  queueTripFirst(state.waiting, BUS_HOUR, runs.key[run], trip, runs.holdsS[run]);
}
