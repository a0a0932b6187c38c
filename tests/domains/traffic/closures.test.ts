import { describe, expect, it } from 'vitest';
import { closeEdge, edgeSlot, figures, patch, type Run, run, start } from './simulate';
import { smallCity } from './small-city';

const detour = smallCity('detour', {
  nodes: { w: [-300, 0], a: [0, 0], b: [400, 0], o: [700, 0], u: [200, 220] },
  streets: {
    main: { path: ['w', 'a', 'b', 'o'], class: 'collector', lanes: 2 },
    around: { path: ['a', 'u', 'b'], class: 'collector', lanes: 1 },
  },
  gates: { w: 10_000, o: 10_000 },
});

function entering(of: Run, edgeId: string, seconds: number): number {
  const edge = edgeSlot(of, edgeId);
  const was = new Int32Array(of.state.vehicles.capacity).fill(-1);
  let entered = 0;
  run(of, seconds, ({ state }) => {
    const { vehicles, network } = state;
    for (let row = 0; row < vehicles.rowEnd; row++) {
      const track = vehicles.track[row];
      const isOn = track >= 0 && track < network.roads.laneCount && network.trackEdge[track] === edge;
      if (isOn && was[row] >= network.roads.laneCount) entered++;
      was[row] = track;
    }
  });
  return entered;
}

describe('a road that is shut', () => {
  it('takes nobody in any more, and its traffic takes the other way', () => {
    const of = run(start(detour, 1), 300);
    expect(entering(of, 'main:a:b', 120)).toBeGreaterThan(3);
    expect(entering(of, 'around:a:b', 120)).toBeLessThan(3);
    closeEdge(of, 'main:a:b', true);
    run(of, 20); // who had leave to enter has entered
    expect(entering(of, 'main:a:b', 200)).toBe(0);
    expect(entering(of, 'around:a:b', 120)).toBeGreaterThan(3);
    expect(figures(of)['traffic.trips-diverted']).toBeGreaterThan(0);
  });

  it('is announced with its cause, and announced again when it opens', () => {
    const of = run(start(detour, 1), 60);
    closeEdge(of, 'main:a:b', true, 42);
    run(of, 30);
    closeEdge(of, 'main:a:b', false);
    run(of, 30);
    const told = of.heard.filter(({ code }) => code === 'traffic.road-closed' || code === 'traffic.road-opened');
    expect(told.map(({ code, element, causes }) => [code, element, causes])).toEqual([
      ['traffic.road-closed', 'main:a:b', [42]],
      ['traffic.road-opened', 'main:a:b', [told[0].id]],
    ]);
  });

  it('by a hazard counts like one shut by an intervention', () => {
    const of = run(start(detour, 1), 200);
    of.roadHazard[edgeSlot(of, 'main:a:b')] = 1;
    run(of, 20);
    expect(entering(of, 'main:a:b', 120)).toBe(0);
  });

  it('takes in again when it opens', () => {
    const of = run(start(detour, 1), 100);
    const inverse = closeEdge(of, 'main:a:b', true);
    run(of, 300);
    patch(of, inverse);
    run(of, 120);
    expect(entering(of, 'main:a:b', 120)).toBeGreaterThan(3);
  });

  it('as the only way makes the trips behind it wait outside, and loses none of them', () => {
    const of = run(start(detour, 1), 100);
    closeEdge(of, 'main:b:o', true);
    closeEdge(of, 'main:w:a', true);
    run(of, 600);
    const { totals, vehicles, waiting } = of.state;
    expect(figures(of)['traffic.trips-waiting']).toBeGreaterThan(20);
    expect(totals.inserted).toBe(vehicles.count + totals.arrived);
    const held = waiting.count;
    closeEdge(of, 'main:b:o', false);
    closeEdge(of, 'main:w:a', false);
    run(of, 600);
    expect(of.state.waiting.count).toBeLessThan(held / 2);
  });

  it('leaves one lane of two open: everyone passes by that one', () => {
    const of = run(start(detour, 1), 100);
    const lane = of.scene.roads.edgeFirstLane[edgeSlot(of, 'main:a:b')];
    patch(of, [{ knob: 'lane.closed', slot: lane, value: 1, cause: 3 }]);
    run(of, 60);
    let onClosed = 0;
    run(of, 300, ({ state }) => {
      if (state.tracks.first[lane] >= 0) onClosed++;
    });
    expect(onClosed).toBe(0);
    expect(entering(of, 'main:a:b', 120)).toBeGreaterThan(3);
  });
});

it('a lower limit slows the traffic, and is counted as delay against the limit that was', () => {
  const calm = run(start(detour, 1), 100);
  const slowed = run(start(detour, 1), 100);
  patch(slowed, [{ knob: 'edge.speed-limit', slot: edgeSlot(slowed, 'main:a:b'), value: 3, cause: 1 }]);
  run(calm, 900);
  run(slowed, 900);
  expect(figures(slowed)['traffic.mean-time-loss']).toBeGreaterThan(figures(calm)['traffic.mean-time-loss'] + 5);
});
