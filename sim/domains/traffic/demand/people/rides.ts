/** Ways of a day that are ridden in a bus from one place in the city to another, for the buses that carry them. */
import type { Plan } from './plan';
import { BUS } from './survey';

export interface Rides {
  readonly count: number;
  /** When he sets out, in seconds of the day, and the edges of both ends; in the order of persons. */
  readonly secondOfDay: Float64Array;
  readonly fromEdge: Int32Array;
  readonly toEdge: Int32Array;
}

export interface RideList {
  readonly secondOfDay: number[];
  readonly fromEdge: number[];
  readonly toEdge: number[];
}

const DAY_SECONDS = 86_400;

export const createRideList = (): RideList => ({ secondOfDay: [], fromEdge: [], toEdge: [] });

export function addRides(list: RideList, plan: Plan): void {
  let edge = plan.homeEdge;
  for (let leg = 0; leg < plan.legs; leg++) {
    if (plan.mode[leg] === BUS && edge >= 0 && plan.edge[leg] >= 0 && edge !== plan.edge[leg]) {
      const at = plan.departSeconds[leg];
      list.secondOfDay.push(at - DAY_SECONDS * Math.floor(at / DAY_SECONDS));
      list.fromEdge.push(edge);
      list.toEdge.push(plan.edge[leg]);
    }
    edge = plan.edge[leg];
  }
}

export function ridesOf({ secondOfDay, fromEdge, toEdge }: RideList): Rides {
  return {
    count: secondOfDay.length,
    secondOfDay: Float64Array.from(secondOfDay),
    fromEdge: Int32Array.from(fromEdge),
    toEdge: Int32Array.from(toEdge),
  };
}
