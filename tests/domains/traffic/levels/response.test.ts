/** Help on the road: units of a small city with one hospital and one fire station, called by knobs, crashes and hazards. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { trafficDomain } from '../../../../sim/domains/traffic';
import { isOfResponse } from '../../../../sim/domains/traffic/levels/response';
import { AT_STATION, ON_SCENE, RETURNS, TO_SCENE } from '../../../../sim/domains/traffic/levels/response-fleet';
import { hashBytes } from '../../../../sim/kernel';
import { closeEdge, edgeSlot, figures, patch, type Run, run, start } from '../simulate';
import { servedCity } from './served-city';

const served = servedCity();
const busyServed = servedCity({ gates: { w: 14_000, o: 14_000, s: 6_000 } });
const EMERGENCY_CLASS = 8;
const call = (
  of: Run,
  edge: string,
  value: number | null,
  knob: 'edge.ambulance-call' | 'edge.fire-call' = 'edge.ambulance-call',
) => patch(of, [{ knob, slot: edgeSlot(of, edge), value, cause: 7 }]);
const codes = (of: Run) => of.heard.map(({ code }) => code);
const unitsOnRoad = ({ state: { vehicles } }: Run) =>
  Array.from(vehicles.track.keys()).filter((row) => vehicles.track[row] >= 0 && isOfResponse(vehicles.tripHour[row]));

it('who is called drives there as a vehicle among the others, works, takes the patient to hospital and goes home', () => {
  const of = run(start(served, 3), 60);
  call(of, 'main:b:o', 1);
  const drives: number[] = [];
  run(of, 400, () => drives.push(unitsOnRoad(of).length));
  expect(Math.max(...drives)).toBe(1);
  const arrived = of.heard.find(({ code }) => code === 'traffic.ambulance-arrived');
  const called = of.heard.find(({ code }) => code === 'traffic.ambulance-called');
  expect(called?.causes).toEqual([7]);
  expect(arrived?.causes).toEqual([called?.id]);
  // A minute to take the call, a minute to turn out, and a kilometre and a half to drive.
  expect(arrived?.values.seconds).toBeGreaterThan(160);
  expect(arrived?.values.seconds).toBeLessThan(400);
  expect(figures(of)['traffic.ambulance-response']).toBe(arrived?.values.seconds);
  expect([...(of.state.response?.fleet.state ?? [])]).toContain(ON_SCENE);
  run(of, 3_000);
  expect(of.state.response?.fleet.state.every((state) => state === AT_STATION)).toBe(true);
  expect(unitsOnRoad(of)).toEqual([]);
});

it('more calls than units wait, and their wait counts', () => {
  const of = start(served, 3);
  call(of, 'main:b:o', 3);
  run(of, 900);
  const { calls } = of.state.response!;
  expect(calls.count).toBe(3);
  expect([...calls.unit.subarray(0, 3)].filter((unit) => unit >= 0).length).toBe(2);
  expect(figures(of)['traffic.ambulance-response-90']).toBeGreaterThan(890);
});

it('who is called off turns round and goes home, and no response time is made of it', () => {
  const of = start(served, 3);
  patch(of, [{ knob: 'signal.priority', slot: 0, value: EMERGENCY_CLASS, cause: 5 }]);
  let asks = 0;
  const listen = ({ state: { signals } }: Run) => {
    if (signals.wantedBy[0] !== 0) asks++;
  };
  run(of, 60);
  call(of, 'main:b:o', 1);
  run(of, 150, listen);
  expect(asks).toBeGreaterThan(0);
  expect(of.state.response?.fleet.state).toContain(TO_SCENE);
  call(of, 'main:b:o', null);
  run(of, 2);
  expect(of.state.response?.fleet.state).toContain(RETURNS);
  expect(figures(of)['traffic.ambulance-response']).toBeUndefined();
  asks = 0;
  run(of, 600, listen);
  // It has passed the signal again, and asked nobody for green.
  expect(asks).toBe(0);
  expect(of.state.response?.fleet.state.every((state) => state === AT_STATION)).toBe(true);
  expect(codes(of)).not.toContain('traffic.ambulance-arrived');
});

it('a hazard that shuts roads calls one fire engine, a crash one ambulance, each because of it', () => {
  const of = run(start(served, 3), 30);
  of.roadHazard[edgeSlot(of, 'main:a:b')] = 1;
  of.roadHazard[edgeSlot(of, 'main:b:a')] = 1;
  patch(of, [
    { knob: 'lane.crash', slot: served.roads.edgeFirstLane[edgeSlot(of, 'main:w:a')] + 1, value: 0.6, cause: 9 },
  ]);
  run(of, 900);
  const because = (code: string) =>
    of.heard
      .filter((each) => each.code === code)
      .map(({ causes }) => of.heard.find(({ id }) => id === causes[0])?.code);
  expect(because('traffic.fire-engine-called')).toEqual(['traffic.road-closed']);
  expect(because('traffic.ambulance-called')).toEqual(['traffic.crash']);
  // Its goal is shut: it is there where it has got as near as it can.
  expect(codes(of)).toContain('traffic.fire-engine-arrived');
});

it('a gallery below a road calls as many as it says, because of what it says, and calls off who has not come', () => {
  const of = run(start(served, 3), 30);
  const { fireCall, ambulanceCall, callCause } = of.streets!;
  const edge = edgeSlot(of, 'main:a:b');
  callCause[edge] = 42;
  ambulanceCall[edge] = 2;
  fireCall[edge] = 1;
  // The road above is shut as well: that is the same fire, and calls nobody else.
  of.roadHazard[edge] = 1;
  run(of, 120);
  const called = (code: string) => of.heard.filter((each) => each.code === code).map(({ causes }) => causes);
  expect(called('traffic.ambulance-called')).toEqual([[42], [42]]);
  expect(called('traffic.fire-engine-called')).toEqual([[42]]);
  // One by knob beside them is one more.
  call(of, 'main:a:b', 1);
  run(of, 2);
  expect(called('traffic.ambulance-called')).toEqual([[42], [42], [42]]);
  ambulanceCall[edge] = 0;
  run(of, 2);
  const { calls } = of.state.response!;
  const waiting = Array.from({ length: calls.count }, (_, k) => k).filter(
    (k) => calls.service[k] === 0 && calls.clearedSeconds[k] < 0,
  );
  expect(waiting.length).toBe(1);
  run(of, 900);
  expect(codes(of)).toContain('traffic.fire-engine-arrived');
});

it('a shut road makes help come later', () => {
  const reach = (shut: boolean) => {
    const of = start(served, 3);
    if (shut) closeEdge(of, 'main:a:b', true);
    run(of, 30);
    call(of, 'main:b:o', 1);
    run(of, 600);
    return figures(of);
  };
  const open = reach(false);
  const shut = reach(true);
  expect(shut['traffic.ambulance-response']).toBeGreaterThan(open['traffic.ambulance-response']);
  expect(shut['traffic.ambulance-reach']).toBeGreaterThan(1.05 * open['traffic.ambulance-reach']);
});

it('to a street that is shut the crew goes on foot from the barrier, and its walk counts', () => {
  const of = start(served, 3);
  for (const edge of ['main:a:b', 'main:b:a']) closeEdge(of, edge, true);
  run(of, 30);
  call(of, 'main:b:a', 1);
  let stoodAt = -1;
  let stoodOn = '';
  run(of, 900, ({ state: { totals, network, vehicles } }) => {
    for (const row of unitsOnRoad(of)) {
      stoodAt = totals.elapsedSeconds;
      stoodOn = served.elements.edge.ids[network.trackEdge[vehicles.track[row]]];
    }
  });
  // Help is needed 0.4 of the street away from a, where the street from the hospital ends.
  const { arrivedSeconds } = of.state.response!.calls;
  const walkedM = 1.2 * (arrivedSeconds[0] - stoodAt);
  const lengthM = served.roads.edgeLengthM[edgeSlot(of, 'main:b:a')];
  const cornerM = 0.05 * served.roads.edgeLengthM[edgeSlot(of, 'south:s:a')];
  expect(stoodOn).toBe('south:s:a');
  expect(Math.abs(walkedM - 0.4 * lengthM - cornerM)).toBeLessThan(10);
});

it('where one side of a street is shut, it is across from the other', () => {
  const seconds = (shut: boolean) => {
    const of = start(served, 3);
    closeEdge(of, 'main:b:a', shut);
    run(of, 30);
    call(of, 'main:b:a', 1);
    run(of, 600);
    return figures(of)['traffic.ambulance-response'];
  };
  expect(seconds(true)).toBeLessThan(seconds(false));
});

it('nobody is lost or counted twice: who has come in has arrived or is on the road, units included', () => {
  const of = start(servedCity({ ambulances: 3, engines: 3 }), 5);
  call(of, 'main:b:o', 2);
  call(of, 'around:a:b', 2, 'edge.fire-call');
  run(of, 1_500, ({ state: { totals, vehicles } }) => {
    expect(totals.inserted).toBe(totals.arrived + vehicles.count);
  });
});

it('saved in the middle of it all, it goes on as if nothing had happened', () => {
  const bytes = (of: Run) => hashBytes(trafficDomain.save(of.state));
  const rough = (of: Run, from: number, to: number) => {
    const events: readonly (readonly [number, () => void])[] = [
      [20, () => call(of, 'main:b:o', 2)],
      [200, () => call(of, 'around:a:b', 1, 'edge.fire-call')],
      [240, () => call(of, 'main:b:o', 1)],
      [420, () => call(of, 'around:a:b', null, 'edge.fire-call')],
    ];
    let at = from;
    for (const [when, act] of events) {
      if (when < from || when >= to) continue;
      run(of, when - at);
      act();
      at = when;
    }
    return run(of, to - at);
  };
  const straight = bytes(rough(start(served, 8), 0, 700));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 699 }), (when) => {
      const before = rough(start(served, 8), 0, when);
      const state = trafficDomain.load(served, before.state.settings, trafficDomain.save(before.state));
      const after = { ...before, heard: [...before.heard], state };
      expect(bytes(after)).toBe(bytes(before));
      expect(bytes(rough(after, when, 700))).toBe(straight);
    }),
    { numRuns: 8 },
  );
});

it('where signals know it, an ambulance is there sooner: over the same calls of several days', () => {
  const seconds = (favoured: boolean) => {
    let sum = 0;
    for (let seed = 1; seed <= 6; seed++) {
      const of = start(busyServed, seed);
      if (favoured) patch(of, [{ knob: 'signal.priority', slot: 0, value: EMERGENCY_CLASS, cause: 5 }]);
      run(of, 40 + 13 * seed);
      call(of, 'main:b:o', 1);
      run(of, 500);
      sum += figures(of)['traffic.ambulance-response'];
    }
    return sum / 6;
  };
  expect(seconds(true)).toBeLessThan(seconds(false));
});

it('until the unit comes onto the road, a call changes nobody’s drive', () => {
  const without = run(start(busyServed, 3), 60);
  const withCall = run(start(busyServed, 3), 60);
  call(withCall, 'main:b:o', 1);
  for (let i = 0; i < 20; i++) {
    run(without, 5);
    run(withCall, 5);
    expect(withCall.state.vehicles.positionM).toEqual(without.state.vehicles.positionM);
  }
});
