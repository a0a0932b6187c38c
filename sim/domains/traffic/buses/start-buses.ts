/**
 * Who is at stops and in buses when a run begins. Up to then the buses kept their timetable: their calls are made in the
 * order of time, with the passengers of the plans, and each bus that is between two stops comes onto the road at the
 * next one when it is due there.
 */
import type { TrafficState } from '../state';
import { giveRunBack } from './bus-runs';
import { type Buses, createBusSums, resumeBuses } from './buses';
import { callAtStop } from './call-at-stop';
import { holdRun, releaseRiders } from './release-buses';

const DAY_S = 86_400;

interface Call {
  readonly atS: number;
  readonly run: number;
  readonly stop: number;
}

/** On a state with no bus yet: lives the timetable up to its present time. */
export function startBuses(state: TrafficState): void {
  const { buses, settings, totals } = state;
  if (buses === null) return;
  const nowS = totals.elapsedSeconds;
  const { plan, runs } = buses;
  const longestS = plan.lines.reduce(
    (most, { offsetS, headwayS }) => Math.max(most, offsetS[offsetS.length - 1] + headwayS),
    0,
  );
  resumeBuses(state, settings.startSeconds + nowS - longestS);
  const calls: Call[] = [];
  for (const { run, dueS } of runsDue(buses, settings.startSeconds, nowS)) {
    plan.lines[runs.line[run]].offsetS.forEach((offset, stop) => {
      if (dueS + offset <= nowS) calls.push({ atS: dueS + offset, run, stop });
    });
  }
  calls.sort((a, b) => a.atS - b.atS || a.run - b.run || a.stop - b.stop);
  for (const { atS, run, stop } of calls) {
    releaseRiders(buses, settings.startSeconds + atS, settings.startSeconds);
    runs.next[run] = stop;
    callAtStop(buses, run, atS);
  }
  releaseRiders(buses, settings.startSeconds + nowS, settings.startSeconds);
  for (let run = 0; run < runs.state.length; run++) {
    if (runs.state[run] === 0) continue;
    const { offsetS, stops, returnS } = plan.lines[runs.line[run]];
    let next = 0;
    while (next < stops.length && runs.dueS[run] + offsetS[next] <= nowS) next++;
    if (next === stops.length) {
      buses.readyS[runs.bus[run]] = runs.dueS[run] + offsetS[next - 1] + returnS;
      giveRunBack(runs, run);
      continue;
    }
    runs.next[run] = next;
    runs.holdsS[run] = runs.dueS[run] + offsetS[next];
  }
  forgetRides(buses);
}

/** Counting begins: those who are there are the first. */
export function forgetRides({ passengers, sums }: Buses): void {
  Object.assign(sums, createBusSums(), { due: passengers.waiting + passengers.aboard });
}

function runsDue(buses: Buses, startSeconds: number, nowS: number): { run: number; dueS: number }[] {
  const { secondOfDay } = buses.plan;
  const found: { run: number; dueS: number }[] = [];
  while (secondOfDay.length > 0) {
    if (buses.nextRun === secondOfDay.length) {
      buses.nextRun = 0;
      buses.runDay++;
      continue;
    }
    const dueS = buses.runDay * DAY_S + secondOfDay[buses.nextRun] - startSeconds;
    if (dueS > nowS) break;
    found.push({ run: holdRun(buses, buses.nextRun, buses.runDay, dueS), dueS });
    buses.nextRun++;
  }
  return found;
}
