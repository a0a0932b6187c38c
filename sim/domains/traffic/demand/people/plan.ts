/** One person's day, as planned: stops, how he gets to each, and when. Filled in by the planners, read at once. */
import { MOST_LEGS } from './identity';
import { DRIVE } from './survey';

export interface Plan {
  /** Ways of the day, from home to home; none for somebody who stays at home. */
  legs: number;
  /** What the way is for, and by which mode. */
  readonly activity: Uint8Array;
  readonly mode: Uint8Array;
  /** Where it ends: an edge and a share of its length, or a gate (edge −1). */
  readonly edge: Int32Array;
  readonly place: Float64Array;
  readonly gate: Int32Array;
  /** Seconds from midnight of the day on which the first way begins. */
  readonly departSeconds: Float64Array;
  readonly arriveSeconds: Float64Array;
  /** The least stay after it before the next way can begin. */
  readonly leastSeconds: Float64Array;
  /** The ways that are driven in a vehicle of one's own: their places among the legs. */
  carLegs: number;
  readonly carLeg: Uint8Array;
  /** Where the vehicle stands before each of those, as above; −1 in both where it is outside, beyond the gate. */
  readonly fromEdge: Int32Array;
  readonly fromPlace: Float64Array;
  readonly fromGate: Int32Array;
  homeEdge: number;
  homePlace: number;
  homeGate: number;
}

export function createPlan(): Plan {
  const most = MOST_LEGS;
  return {
    legs: 0,
    activity: new Uint8Array(most),
    mode: new Uint8Array(most),
    edge: new Int32Array(most),
    place: new Float64Array(most),
    gate: new Int32Array(most),
    departSeconds: new Float64Array(most),
    arriveSeconds: new Float64Array(most),
    leastSeconds: new Float64Array(most),
    carLegs: 0,
    carLeg: new Uint8Array(most),
    fromEdge: new Int32Array(most),
    fromPlace: new Float64Array(most),
    fromGate: new Int32Array(most),
    homeEdge: -1,
    homePlace: 0,
    homeGate: -1,
  };
}

/** Lists what is driven. Who has business on the edge where his car stands walks there and leaves it. */
export function listCarLegs(plan: Plan): void {
  plan.carLegs = 0;
  let edge = plan.homeEdge;
  let place = plan.homePlace;
  let gate = plan.homeGate;
  for (let leg = 0; leg < plan.legs; leg++) {
    if (plan.mode[leg] !== DRIVE) continue;
    if (plan.edge[leg] === edge && plan.gate[leg] === gate) {
      plan.mode[leg] = 0;
      continue;
    }
    const at = plan.carLegs++;
    plan.carLeg[at] = leg;
    plan.fromEdge[at] = edge;
    plan.fromPlace[at] = place;
    plan.fromGate[at] = gate;
    edge = plan.edge[leg];
    place = plan.place[leg];
    gate = plan.gate[leg];
  }
}
