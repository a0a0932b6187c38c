/** Queues every listed vehicle that is due, each before the edge that it starts on. */
import { streamOf } from '../../../kernel';
import type { TrafficState } from '../state';
import { dueAt, LISTED_HOUR } from './listed';
import { drawPlace, type ListedPlan } from './listed-plan';
import type { Trip } from './trips';
import { queueTrip } from './waiting';

export const LISTED_TYPE = streamOf('traffic.listed.type');
export const LISTED_WAY = streamOf('traffic.listed.way');

const trip: Trip = { originEdge: 0, originPlace: -1, destinationEdge: 0, destinationPlace: -1, kind: 0 };

/** Queues everyone who is due up to a time of day, each before the edge that he starts on. */
export function releaseListed(state: TrafficState, untilSeconds: number): void {
  const { listed, waiting, luck, settings } = state;
  if (listed === null) return;
  const { plan, order } = listed;
  while (listed.next < order.length && dueAt(listed, listed.next) <= untilSeconds) {
    const key = order[listed.next++];
    const going = listed.going[key];
    const way = plan.wayOf[going] === null ? null : plan.ways[drawWay(state, plan, key)];
    trip.originEdge = way === null ? plan.fromEdge[going] : way[0];
    trip.destinationEdge = way === null ? plan.toEdge[going] : way[way.length - 1];
    trip.kind = plan.kinds[drawPlace(plan.typeOf[going], luck.uniform(LISTED_TYPE, LISTED_HOUR, key))];
    queueTrip(waiting, LISTED_HOUR, key, trip, listed.dueSeconds[key] - settings.startSeconds);
  }
}

function drawWay(state: TrafficState, plan: ListedPlan, key: number): number {
  const draw = plan.wayOf[state.listed!.going[key]]!;
  return drawPlace(draw, state.luck.uniform(LISTED_WAY, LISTED_HOUR, key));
}
