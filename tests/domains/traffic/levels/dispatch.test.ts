import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  createDriveOrders,
  type ResponseRules,
  stepResponse,
  type TravelTimes,
  unitArrived,
  usualResponse,
} from '../../../../sim/domains/traffic/levels/dispatch';
import {
  AMBULANCE,
  AT_STATION,
  addCall,
  type Call,
  createCalls,
  createResponseFleet,
  FIRE_ENGINE,
  HANDS_OVER,
  ON_SCENE,
  RETURNS,
  type Station,
  savedCallFields,
  savedFleetFields,
  TO_HOSPITAL,
  TO_SCENE,
} from '../../../../sim/domains/traffic/levels/response-fleet';
import { responseFigures } from '../../../../sim/domains/traffic/levels/response-times';

/** Edges stand in a row, 30 s apart; those from 900 on cannot be reached. */
const SECONDS_PER_EDGE = 30;
const travel: TravelTimes = {
  expectedSeconds: (from, to) =>
    from >= 900 || to >= 900 ? Number.POSITIVE_INFINITY : Math.abs(from - to) * SECONDS_PER_EDGE,
};
const rules: ResponseRules = { ...usualResponse, hospitalEdges: [0, 40] };

/** The city around the fleet: units drive a row of edges, one every 30 s. */
function town(stations: readonly Station[], ofRules = rules) {
  const fleet = createResponseFleet(stations);
  const calls = createCalls(100);
  const orders = createDriveOrders(fleet, calls);
  const goal = new Int32Array(fleet.count).fill(-1);
  const state = { now: 0 };
  function run(seconds: number, everyStep: () => void = () => {}): void {
    for (const end = state.now + seconds; state.now < end; state.now += 10) {
      if (state.now % SECONDS_PER_EDGE === 0) {
        for (let unit = 0; unit < fleet.count; unit++) {
          if (goal[unit] < 0) continue;
          fleet.atEdge[unit] += Math.sign(goal[unit] - fleet.atEdge[unit]);
          if (fleet.atEdge[unit] !== goal[unit]) continue;
          goal[unit] = -1;
          unitArrived(fleet, calls, unit, state.now);
        }
      }
      stepResponse(fleet, calls, state.now, ofRules, travel, orders);
      for (let i = 0; i < orders.count; i++) {
        goal[orders.unit[i]] = orders.edge[i];
      }
      // One that is already where it was sent arrives at once.
      for (let unit = 0; unit < fleet.count; unit++) {
        if (goal[unit] < 0 || goal[unit] !== fleet.atEdge[unit]) continue;
        goal[unit] = -1;
        unitArrived(fleet, calls, unit, state.now);
      }
      everyStep();
    }
  }
  return { fleet, calls, orders, goal, state, run };
}

const callAt = (edge: number, more: Partial<Call> = {}): Call => ({
  service: AMBULANCE,
  edge,
  urgency: 1,
  calledSeconds: 0,
  workSeconds: 600,
  handOverSeconds: 900,
  cause: -1,
  ...more,
});

it('the unit that is expected first goes: handling, turning out and the drive make the response time', () => {
  const { calls, run } = town([
    { service: AMBULANCE, edge: 2, units: 1 },
    { service: AMBULANCE, edge: 20, units: 1 },
    { service: FIRE_ENGINE, edge: 12, units: 1 },
  ]);
  addCall(calls, callAt(14));
  run(600);
  expect(calls.unit[0]).toBe(1);
  expect(calls.assignedSeconds[0]).toBe(60);
  expect(calls.arrivedSeconds[0]).toBe(60 + 60 + 6 * SECONDS_PER_EDGE);
});

it('an ambulance brings the patient to the nearest hospital and returns; a fire engine returns from the scene', () => {
  const { fleet, calls, run } = town([
    { service: AMBULANCE, edge: 20, units: 1 },
    { service: FIRE_ENGINE, edge: 20, units: 1 },
  ]);
  addCall(calls, callAt(30));
  addCall(calls, callAt(30, { service: FIRE_ENGINE, handOverSeconds: 0 }));
  const seen = [new Set<number>(), new Set<number>()];
  run(6_000, () => {
    seen[0].add(fleet.state[0]);
    seen[1].add(fleet.state[1]);
  });
  expect(seen[0].has(TO_HOSPITAL) && seen[0].has(HANDS_OVER)).toBe(true);
  expect(seen[1].has(TO_HOSPITAL)).toBe(false);
  expect(Array.from(fleet.state)).toEqual([AT_STATION, AT_STATION]);
  expect(Array.from(fleet.atEdge)).toEqual([20, 20]);
  expect(calls.clearedSeconds[0]).toBeGreaterThan(calls.clearedSeconds[1]);
});

it('a unit on its way home answers the next call from where it is, without turning out again', () => {
  const { fleet, calls, run, state } = town([{ service: FIRE_ENGINE, edge: 0, units: 1 }]);
  addCall(calls, callAt(20, { service: FIRE_ENGINE, workSeconds: 100, handOverSeconds: 0 }));
  while (fleet.state[0] !== RETURNS) run(10);
  const calledSeconds = state.now;
  addCall(calls, callAt(22, { service: FIRE_ENGINE, calledSeconds, handOverSeconds: 0 }));
  run(300);
  expect(fleet.state[0]).toBe(ON_SCENE);
  expect(calls.arrivedSeconds[1] - calledSeconds).toBeLessThan(60 + 6 * SECONDS_PER_EDGE);
});

it('a more urgent call takes the nearest unit off a less urgent one, which waits for another', () => {
  const { fleet, calls, run } = town([
    { service: AMBULANCE, edge: 0, units: 1 },
    { service: AMBULANCE, edge: 36, units: 1 },
  ]);
  addCall(calls, callAt(15));
  run(300);
  expect(calls.unit[0]).toBe(0);
  addCall(calls, callAt(10, { urgency: 3, calledSeconds: 240 }));
  run(60);
  expect(calls.unit[1]).toBe(0);
  expect(calls.unit[0]).toBe(1);
  expect(fleet.state[0]).toBe(TO_SCENE);
  run(2_000);
  expect(calls.arrivedSeconds[0]).toBeGreaterThan(0);
});

it('with nobody free the most urgent call is served first, then the oldest', () => {
  const { calls, run } = town([{ service: FIRE_ENGINE, edge: 10, units: 1 }]);
  const fire = { service: FIRE_ENGINE, handOverSeconds: 0, workSeconds: 300 };
  addCall(calls, callAt(10, fire));
  addCall(calls, callAt(11, { ...fire, calledSeconds: 120 }));
  addCall(calls, callAt(12, { ...fire, calledSeconds: 110 }));
  addCall(calls, callAt(13, { ...fire, calledSeconds: 200, urgency: 2 }));
  run(4_000);
  const order = [0, 1, 2, 3].sort((a, b) => calls.arrivedSeconds[a] - calls.arrivedSeconds[b]);
  expect(order).toEqual([0, 3, 2, 1]);
});

it('a call that nobody can reach stays open, is counted as unanswered, and keeps nobody from the others', () => {
  const { calls, run, state } = town([{ service: AMBULANCE, edge: 10, units: 1 }]);
  addCall(calls, callAt(950, { urgency: 3 }));
  addCall(calls, callAt(12));
  run(1_200);
  expect(calls.arrivedSeconds[0]).toBe(-1);
  expect(calls.arrivedSeconds[1]).toBeGreaterThan(0);
  const figures = responseFigures(calls, AMBULANCE, state.now);
  expect(figures).toMatchObject({ calls: 2, unanswered: 1, withinTarget: 0.5 });
  expect(figures.p90Seconds).toBe(state.now);
});

it('with no way to a hospital the ambulance stays with the patient', () => {
  const { fleet, calls, run } = town([{ service: AMBULANCE, edge: 10, units: 1 }], { ...rules, hospitalEdges: [950] });
  addCall(calls, callAt(12));
  run(3_000);
  expect(fleet.state[0]).toBe(ON_SCENE);
  expect(calls.clearedSeconds[0]).toBe(-1);
});

const manyCalls = fc.array(
  fc.record({
    service: fc.constantFrom(AMBULANCE, FIRE_ENGINE),
    edge: fc.integer({ min: 0, max: 40 }),
    urgency: fc.integer({ min: 0, max: 3 }),
    calledSeconds: fc.integer({ min: 0, max: 3_000 }),
    workSeconds: fc.integer({ min: 0, max: 900 }),
    handOverSeconds: fc.integer({ min: 0, max: 900 }),
    cause: fc.constant(-1),
  }),
  { maxLength: 12 },
);
const stations: readonly Station[] = [
  { service: AMBULANCE, edge: 5, units: 2 },
  { service: AMBULANCE, edge: 30, units: 1 },
  { service: FIRE_ENGINE, edge: 18, units: 2 },
];

it('at every moment each call has at most one unit and each unit one call; in the end all are answered and home', () => {
  fc.assert(
    fc.property(manyCalls, (list) => {
      const { fleet, calls, run } = town(stations);
      for (const call of list) addCall(calls, call);
      run(25_000, () => {
        for (let unit = 0; unit < fleet.count; unit++) {
          const call = fleet.call[unit];
          const free = fleet.state[unit] === AT_STATION || fleet.state[unit] === RETURNS;
          if (call < 0 !== free) throw new Error(`unit ${unit} in state ${fleet.state[unit]} has call ${call}`);
          if (call >= 0 && calls.unit[call] !== unit) throw new Error(`call ${call} has another unit than ${unit}`);
          if (call >= 0 && calls.service[call] !== fleet.service[unit]) throw new Error('the wrong service came');
        }
      });
      expect(Array.from(fleet.state).every((state) => state === AT_STATION)).toBe(true);
      for (let call = 0; call < calls.count; call++) {
        const { calledSeconds, assignedSeconds, arrivedSeconds, clearedSeconds } = calls;
        expect(assignedSeconds[call]).toBeGreaterThanOrEqual(calledSeconds[call] + 60);
        expect(arrivedSeconds[call]).toBeGreaterThanOrEqual(assignedSeconds[call]);
        expect(clearedSeconds[call]).toBeGreaterThanOrEqual(arrivedSeconds[call]);
      }
    }),
    { numRuns: 15 },
  );
});

it('resuming from the saved fields equals going straight on', () => {
  const straight = town(stations);
  const resumed = town(stations);
  const list = [callAt(12), callAt(25, { urgency: 2, calledSeconds: 300 }), callAt(3, { calledSeconds: 500 })];
  for (const call of list) {
    addCall(straight.calls, call);
    addCall(resumed.calls, call);
  }
  straight.run(900);
  resumed.run(900);
  const after = town(stations);
  for (const field of savedFleetFields) after.fleet[field].set(resumed.fleet[field]);
  for (const field of savedCallFields) after.calls[field].set(resumed.calls[field]);
  after.calls.count = resumed.calls.count;
  after.goal.set(resumed.goal);
  after.state.now = resumed.state.now;
  straight.run(3_000);
  after.run(3_000);
  expect(after.calls).toEqual(straight.calls);
  expect(after.fleet).toEqual(straight.fleet);
});

it('a list of calls that is full says so', () => {
  const calls = createCalls(1);
  expect(addCall(calls, callAt(1))).toBe(0);
  expect(addCall(calls, callAt(1))).toBe(-1);
});

it('hears calls for as long as a run lives: the oldest that is over gives way, none that is still open', () => {
  const calls = createCalls(3);
  const call = (calledSeconds: number): Call => ({
    service: AMBULANCE,
    edge: 1,
    urgency: 1,
    calledSeconds,
    workSeconds: 900,
    handOverSeconds: 0,
    cause: 1,
  });
  for (const at of [10, 20, 30]) expect(addCall(calls, call(at))).toBeGreaterThanOrEqual(0);
  expect(addCall(calls, call(40))).toBe(-1);
  for (const row of [1, 2]) {
    calls.unit[row] = 0;
    calls.arrivedSeconds[row] = 500;
    calls.clearedSeconds[row] = 900;
  }
  expect(addCall(calls, call(50))).toBe(1);
  expect([calls.unit[1], calls.arrivedSeconds[1], calls.clearedSeconds[1]]).toEqual([-1, -1, -1]);
  expect(responseFigures(calls, AMBULANCE, 1_000)).toMatchObject({ calls: 3, unanswered: 2 });
});
