import { describe, expect, it } from 'vitest';
import { trafficDomain } from '../../../sim/domains/traffic';
import { edgeSlot, figures, patch, type Run, run, start } from './simulate';
import { smallCity } from './small-city';

const road = smallCity('road', {
  nodes: { w: [-500, 0], a: [0, 0], e: [500, 0], s: [0, -200] },
  streets: {
    main: { path: ['w', 'a', 'e'], class: 'arterial', lanes: 2 },
    side: { path: ['a', 's'], class: 'local', lanes: 1 },
  },
  gates: { w: 24_000, e: 24_000 },
});

function crashOn(of: Run, value: number | null, lanes = 1) {
  const first = of.scene.roads.edgeFirstLane[edgeSlot(of, 'main:w:a')];
  const turns = Array.from({ length: lanes }, (_, i) => ({
    knob: 'lane.crash' as const,
    slot: first + i,
    value,
    cause: 7,
  }));
  return { first, inverse: patch(of, turns) };
}

const standing = ({ state: { vehicles } }: Run, lane: number) => {
  const row = [...vehicles.track.keys()].filter((r) => vehicles.track[r] === lane && vehicles.haltLeftS[r] >= 0);
  return row.map((r) => ({ row: r, atM: vehicles.positionM[r], mps: vehicles.speedMps[r] }));
};

describe('a crash', () => {
  it('stops the next car near its place; the others drive on beside it', () => {
    const of = run(start(road), 120);
    const { first } = crashOn(of, 0.5);
    run(of, 120);
    const stood = standing(of, first);
    expect(stood).toHaveLength(1);
    const lengthM = road.roads.trackLengthM[first];
    expect(stood[0].mps).toBe(0);
    expect(stood[0].atM).toBeGreaterThan(0.5 * lengthM - 60);
    expect(stood[0].atM).toBeLessThan(0.5 * lengthM + 60);
    const before = figures(of)['traffic.trips-arrived'];
    run(of, 300);
    expect(figures(of)['traffic.trips-arrived'] - before).toBeGreaterThan(30);
  });

  it('over all lanes lets nobody by until it is cleared, and then everybody', () => {
    const of = run(start(road), 120);
    const { first, inverse } = crashOn(of, 0.5, 2);
    run(of, 120);
    expect([standing(of, first).length, standing(of, first + 1).length]).toEqual([1, 1]);
    const past = () => {
      const { vehicles } = of.state;
      let count = 0;
      for (let row = 0; row < vehicles.rowEnd; row++) {
        const ahead = vehicles.track[row] === first || vehicles.track[row] === first + 1;
        if (ahead && vehicles.positionM[row] > 0.5 * road.roads.trackLengthM[first] + 80) count++;
      }
      return count;
    };
    run(of, 60);
    expect(past()).toBe(0);
    patch(of, inverse);
    run(of, 40);
    expect(standing(of, first)).toEqual([]);
    expect(past()).toBeGreaterThan(0);
    const at = figures(of);
    expect(at['traffic.trips-inserted']).toBe(at['traffic.trips-arrived'] + at['traffic.trips-running']);
  });

  it('is told with its cause, named as the cause of the queue behind it, and told again when it is cleared', () => {
    const of = run(start(road), 120);
    const { inverse } = crashOn(of, 0.2, 2);
    run(of, 400);
    patch(of, inverse);
    run(of, 10);
    const crash = of.heard.find(({ code }) => code === 'traffic.crash')!;
    expect(crash.causes).toEqual([7]);
    const queue = of.heard.find(({ code }) => code === 'traffic.queue-spillback')!;
    expect(of.heard.filter(({ code }) => code === 'traffic.crash').map(({ id }) => id)).toContain(queue.causes[0]);
    const cleared = of.heard.filter(({ code }) => code === 'traffic.crash-cleared');
    const crashes = of.heard.filter(({ code }) => code === 'traffic.crash').map(({ id }) => id);
    expect(cleared.flatMap(({ causes }) => causes).sort()).toEqual(crashes);
  });

  it('is saved as it stands: loading and stepping on equals stepping straight on', () => {
    const of = run(start(road), 120);
    crashOn(of, 0.5);
    run(of, 60);
    const saved = trafficDomain.save(of.state);
    const loaded: Run = { ...of, heard: [], state: trafficDomain.load(road, of.state.settings, saved) };
    run(of, 60);
    run(loaded, 60);
    expect(trafficDomain.save(loaded.state)).toEqual(trafficDomain.save(of.state));
  });
});
