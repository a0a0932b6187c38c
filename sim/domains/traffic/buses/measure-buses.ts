/** What buses are judged by: their timetable, the waits at stops, how regularly they come, and whom they carry. */
import type { KpiName } from '../../../ports';
import type { TrafficState } from '../state';
import { NO_RUN } from './bus-runs';
import type { Buses } from './buses';

export function measureBuses({ buses, totals }: TrafficState, add: (kpi: KpiName, value: number) => void): void {
  if (buses === null) return;
  const { sums, passengers, riders } = buses;
  const overdue = overdueCalls(buses, totals.elapsedSeconds);
  const calls = sums.calls + overdue.calls;
  if (calls > 0) add('traffic.bus-delay', (sums.lateS + overdue.lateS) / calls);
  if (sums.headways > 0)
    add(
      'traffic.bus-headway-variation',
      Math.sqrt(sums.deviationsS2 / sums.headways) / (sums.headwayS / sums.headways),
    );
  if (riders === null) return;
  const still = stillWaiting(buses, totals.elapsedSeconds);
  const waits = sums.boarded + still.count;
  if (waits > 0) add('traffic.bus-wait', (sums.waitedS + still.seconds) / waits);
  add('traffic.bus-passengers-carried', sums.arrived);
  add('traffic.bus-passengers-aboard', passengers.aboard);
  add('traffic.bus-passengers-waiting', still.count);
  add('traffic.bus-passengers-left-behind', sums.leftBehind);
}

/** The next stop of each bus where it should have been by now: one that does not get on is behind, not out of the count. */
function overdueCalls({ plan, runs }: Buses, nowS: number): { calls: number; lateS: number } {
  let calls = 0;
  let lateS = 0;
  for (let run = 0; run < runs.state.length; run++) {
    if (runs.state[run] === NO_RUN) continue;
    const { offsetS } = plan.lines[runs.line[run]];
    const dueS = runs.dueS[run] + offsetS[Math.min(runs.next[run], offsetS.length - 1)];
    if (nowS <= dueS || runs.stands[run] === 1) continue;
    calls++;
    lateS += nowS - dueS;
  }
  return { calls, lateS };
}

/** Those on foot from one stop to another are not there yet. */
function stillWaiting({ passengers }: Buses, nowS: number): { count: number; seconds: number } {
  const { first, next, sinceS } = passengers;
  let count = 0;
  let seconds = 0;
  for (let stop = 0; stop < first.length; stop++) {
    for (let who = first[stop]; who >= 0; who = next[who]) {
      if (sinceS[who] > nowS) continue;
      count++;
      seconds += nowS - sinceS[who];
    }
  }
  return { count, seconds };
}
