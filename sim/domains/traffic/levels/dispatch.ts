/**
 * Who goes where. The most urgent call first, then the oldest; to it the unit that is expected there first, by the
 * travel times of the moment and the crew's time to get ready, which is what most control rooms do. A unit on its way
 * home is free. One on its way to a less urgent call is taken off it where it is nearest, and that call waits for another.
 *
 * Left out: keeping stations covered by moving idle units, crews' breaks, calls that turn out to be harmless.
 */
import {
  AMBULANCE,
  AT_STATION,
  type Calls,
  HANDS_OVER,
  ON_SCENE,
  RETURNS,
  type ResponseFleet,
  TO_HOSPITAL,
  TO_SCENE,
  TURNS_OUT,
  WALKS,
} from './response-fleet';

export interface TravelTimes {
  /** Infinity where no way leads there. */
  expectedSeconds(fromEdge: number, toEdge: number): number;
}

export interface ResponseRules {
  /** From the call to the alarm in the station: NFPA 1710 (2020) asks for 60 s. */
  readonly handlingSeconds: number;
  /** From the alarm to wheels rolling, ambulance and fire engine: NFPA 1710 asks for 60 and 80 s. */
  readonly turnOutSeconds: readonly [ambulance: number, fireEngine: number];
  readonly hospitalEdges: readonly number[];
}

export const usualResponse = { handlingSeconds: 60, turnOutSeconds: [60, 80] } as const;

/** Where units have to drive to now; the engine sets them on their way. */
export interface DriveOrders {
  count: number;
  readonly unit: Int32Array;
  readonly edge: Int32Array;
  /** Only within a step: calls that nobody can answer yet. */
  readonly passedOver: Uint8Array;
}

export function createDriveOrders(fleet: ResponseFleet, calls: Calls): DriveOrders {
  // A unit gets at most three in one step: off a call, what its time was up for, and what overrides it.
  const most = 3 * fleet.count;
  return {
    count: 0,
    unit: new Int32Array(most),
    edge: new Int32Array(most),
    passedOver: new Uint8Array(calls.capacity),
  };
}

/** Once a step; what it orders is read in order, a later order of a unit replacing the earlier one. */
export function stepResponse(
  fleet: ResponseFleet,
  calls: Calls,
  nowSeconds: number,
  rules: ResponseRules,
  travel: TravelTimes,
  orders: DriveOrders,
): void {
  orders.count = 0;
  orders.passedOver.fill(0);
  for (let unit = 0; unit < fleet.count; unit++) endWait(fleet, calls, unit, nowSeconds, rules, travel, orders);
  for (;;) {
    const call = nextCall(calls, orders.passedOver, nowSeconds, rules);
    if (call < 0) return;
    const unit = firstThere(fleet, calls, call, nowSeconds, rules, travel);
    if (unit < 0) orders.passedOver[call] = 1;
    else assign(fleet, calls, unit, call, nowSeconds, rules, orders);
  }
}

/** Nobody is needed any more: who is on his way there is ordered home, after the orders of the step. One that is being worked at is finished. */
export function callOff(
  fleet: ResponseFleet,
  calls: Calls,
  call: number,
  nowSeconds: number,
  orders: DriveOrders,
): boolean {
  if (calls.arrivedSeconds[call] >= 0 || calls.clearedSeconds[call] >= 0) return false;
  calls.clearedSeconds[call] = nowSeconds;
  const unit = calls.unit[call];
  if (unit < 0) return true;
  calls.unit[call] = -1;
  fleet.call[unit] = -1;
  if (fleet.state[unit] === TURNS_OUT) fleet.state[unit] = AT_STATION;
  else send(fleet, orders, unit, RETURNS, fleet.homeEdge[unit]);
  return true;
}

/** The engine says that a unit has come to where it was sent, or as near to a call as it can drive. */
export function unitArrived(
  fleet: ResponseFleet,
  calls: Calls,
  unit: number,
  nowSeconds: number,
  walkSeconds = 0,
): void {
  const call = fleet.call[unit];
  switch (fleet.state[unit]) {
    case TO_SCENE:
      if (walkSeconds > 0) {
        fleet.state[unit] = WALKS;
        fleet.untilSeconds[unit] = nowSeconds + walkSeconds;
        return;
      }
      fleet.atEdge[unit] = calls.edge[call];
      beginWork(fleet, calls, unit, nowSeconds);
      return;
    case TO_HOSPITAL:
      fleet.state[unit] = HANDS_OVER;
      fleet.untilSeconds[unit] = nowSeconds + calls.handOverSeconds[call];
      return;
    case RETURNS:
      fleet.state[unit] = AT_STATION;
      fleet.atEdge[unit] = fleet.homeEdge[unit];
      return;
    default:
      throw new Error(`met the arrival of unit ${unit} in state ${fleet.state[unit]}, expected one that drives`);
  }
}

function beginWork(fleet: ResponseFleet, calls: Calls, unit: number, nowSeconds: number): void {
  const call = fleet.call[unit];
  fleet.state[unit] = ON_SCENE;
  calls.arrivedSeconds[call] = nowSeconds;
  fleet.untilSeconds[unit] = nowSeconds + calls.workSeconds[call];
}

function endWait(
  fleet: ResponseFleet,
  calls: Calls,
  unit: number,
  nowSeconds: number,
  rules: ResponseRules,
  travel: TravelTimes,
  orders: DriveOrders,
): void {
  const state = fleet.state[unit];
  if (state !== TURNS_OUT && state !== WALKS && state !== ON_SCENE && state !== HANDS_OVER) return;
  if (nowSeconds < fleet.untilSeconds[unit]) return;
  if (state === WALKS) {
    beginWork(fleet, calls, unit, nowSeconds);
    return;
  }
  const call = fleet.call[unit];
  if (state === TURNS_OUT) {
    send(fleet, orders, unit, TO_SCENE, calls.edge[call]);
    return;
  }
  if (state === ON_SCENE && fleet.service[unit] === AMBULANCE && calls.handOverSeconds[call] > 0) {
    const hospital = nearest(fleet.atEdge[unit], rules.hospitalEdges, travel);
    // With no way to any hospital it stays with the patient and asks again.
    if (hospital >= 0) send(fleet, orders, unit, TO_HOSPITAL, hospital);
    return;
  }
  calls.clearedSeconds[call] = nowSeconds;
  fleet.call[unit] = -1;
  send(fleet, orders, unit, RETURNS, fleet.homeEdge[unit]);
}

function send(fleet: ResponseFleet, orders: DriveOrders, unit: number, state: number, edge: number): void {
  fleet.state[unit] = state;
  orders.unit[orders.count] = unit;
  orders.edge[orders.count++] = edge;
}

function nextCall(
  calls: Calls,
  passedOver: Uint8Array,
  nowSeconds: number,
  { handlingSeconds }: ResponseRules,
): number {
  let best = -1;
  for (let call = 0; call < calls.count; call++) {
    if (calls.unit[call] >= 0 || calls.clearedSeconds[call] >= 0 || passedOver[call] === 1) continue;
    if (nowSeconds < calls.calledSeconds[call] + handlingSeconds) continue;
    if (
      best < 0 ||
      calls.urgency[call] > calls.urgency[best] ||
      (calls.urgency[call] === calls.urgency[best] && calls.calledSeconds[call] < calls.calledSeconds[best])
    ) {
      best = call;
    }
  }
  return best;
}

/** Of equals the one with the lowest number; −1 where nobody is free or nobody can get there. */
function firstThere(
  fleet: ResponseFleet,
  calls: Calls,
  call: number,
  nowSeconds: number,
  { turnOutSeconds }: ResponseRules,
  travel: TravelTimes,
): number {
  let best = -1;
  let bestSeconds = Number.POSITIVE_INFINITY;
  for (let unit = 0; unit < fleet.count; unit++) {
    if (fleet.service[unit] !== calls.service[call]) continue;
    const state = fleet.state[unit];
    let readySeconds = 0;
    if (state === AT_STATION) readySeconds = turnOutSeconds[fleet.service[unit]];
    else if (state === TURNS_OUT || state === TO_SCENE) {
      if (calls.urgency[fleet.call[unit]] >= calls.urgency[call]) continue;
      if (state === TURNS_OUT) readySeconds = Math.max(0, fleet.untilSeconds[unit] - nowSeconds);
    } else if (state !== RETURNS) continue;
    const seconds = readySeconds + travel.expectedSeconds(fleet.atEdge[unit], calls.edge[call]);
    if (seconds < bestSeconds) {
      best = unit;
      bestSeconds = seconds;
    }
  }
  return best;
}

function assign(
  fleet: ResponseFleet,
  calls: Calls,
  unit: number,
  call: number,
  nowSeconds: number,
  { turnOutSeconds }: ResponseRules,
  orders: DriveOrders,
): void {
  const before = fleet.call[unit];
  if (before >= 0) {
    calls.unit[before] = -1;
    calls.assignedSeconds[before] = -1;
  }
  fleet.call[unit] = call;
  calls.unit[call] = unit;
  calls.assignedSeconds[call] = nowSeconds;
  switch (fleet.state[unit]) {
    case AT_STATION:
      fleet.state[unit] = TURNS_OUT;
      fleet.untilSeconds[unit] = nowSeconds + turnOutSeconds[fleet.service[unit]];
      return;
    case TURNS_OUT:
      return;
    default:
      send(fleet, orders, unit, TO_SCENE, calls.edge[call]);
  }
}

function nearest(fromEdge: number, edges: readonly number[], travel: TravelTimes): number {
  let best = -1;
  let bestSeconds = Number.POSITIVE_INFINITY;
  for (const edge of edges) {
    const seconds = travel.expectedSeconds(fromEdge, edge);
    if (seconds < bestSeconds) {
      best = edge;
      bestSeconds = seconds;
    }
  }
  return best;
}
