/** Queues every trip that is due before the edge that it starts on: listed ones, persons', and those drawn by the hour. */

import type { TrafficState } from '../state';
import { drawDeparture, planHour } from './departures';
import { releasePeople } from './people/release';
import { releaseListed } from './release-listed';
import type { Trip } from './trips';
import { queueTrip } from './waiting';

const trip: Trip = { originEdge: 0, originPlace: 0, destinationEdge: 0, destinationPlace: 0, kind: 0 };

/** Queues every trip that is due up to a time of day, hour by hour. */
export function releaseDepartures(state: TrafficState, fromSeconds: number, untilSeconds: number): void {
  const { demand, departures, waiting, settings } = state;
  releaseListed(state, untilSeconds);
  releasePeople(state, untilSeconds);
  if (!demand) return;
  const lastHour = Math.floor(untilSeconds / 3600);
  if (departures.hour < Math.floor(fromSeconds / 3600)) planHour(state, Math.floor(fromSeconds / 3600), fromSeconds);
  for (;;) {
    while (departures.next < departures.keys.length && departures.dueSeconds[departures.next] <= untilSeconds) {
      const dueS = departures.dueSeconds[departures.next] - settings.startSeconds;
      const hour = departures.hours[departures.next];
      const key = departures.keys[departures.next++];
      if (drawDeparture(state, hour, key, trip)) queueTrip(waiting, hour, key, trip, dueS);
    }
    if (departures.hour >= lastHour) return;
    planHour(state, departures.hour + 1, fromSeconds);
  }
}
