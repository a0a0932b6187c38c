/** Water on roads as drivers meet it: the published curve of speed by depth, and nobody where cars would float. */
import { describe, expect, it } from 'vitest';
import { throughWaterMps } from '../../../sim/domains/traffic/road-water';
import { edgeSlot, type Run, run, start } from './simulate';
import { smallCity } from './small-city';

const detour = smallCity('detour', {
  nodes: { w: [-300, 0], a: [0, 0], b: [400, 0], o: [700, 0], u: [200, 220] },
  streets: {
    main: { path: ['w', 'a', 'b', 'o'], class: 'collector', lanes: 2 },
    around: { path: ['a', 'u', 'b'], class: 'collector', lanes: 1 },
  },
  gates: { w: 10_000, o: 10_000 },
});
const water = (of: Run, depthM: number) =>
  of.roadDepth!.fill(depthM, edgeSlot(of, 'main:a:b'), edgeSlot(of, 'main:a:b') + 1);

describe('water on a road', () => {
  it('slows by the curve of Pregnolato et al.: 40.7 km/h at 0.1 m, 12.4 at 0.2 m, 2.1 at 0.3 m, nothing below 0.1 m', () => {
    expect(3.6 * throughWaterMps(0.1)).toBeCloseTo(40.65, 1);
    expect(3.6 * throughWaterMps(0.2)).toBeCloseTo(12.36, 1);
    expect(3.6 * throughWaterMps(0.3)).toBeCloseTo(2.07, 1);
    expect(throughWaterMps(0.05)).toBeGreaterThan(100);
  });

  it('holds everybody on it to that speed, and lets go when it has drained', () => {
    const of = run(start(detour, 1), 200);
    const { closures, network } = of.state;
    const lane = network.roads.edgeFirstLane[edgeSlot(of, 'main:a:b')];
    const dry = closures.trackLimitMps[lane];
    water(of, 0.2);
    run(of, 120);
    expect(closures.trackLimitMps[lane]).toBeCloseTo(throughWaterMps(0.2), 12);
    water(of, 0);
    run(of, 1);
    expect(closures.trackLimitMps[lane]).toBe(dry);
  });

  it('of 0.3 m shuts it, as a happening, and below 0.2 m it opens again', () => {
    const of = run(start(detour, 1), 200);
    const told = () => of.heard.filter(({ element }) => element === 'main:a:b').map(({ code }) => code);
    water(of, 0.25);
    run(of, 5);
    expect(told()).not.toContain('traffic.road-closed');
    water(of, 0.3);
    run(of, 5);
    expect(told()).toContain('traffic.road-closed');
    water(of, 0.25);
    run(of, 5);
    expect(told()).not.toContain('traffic.road-opened');
    water(of, 0.15);
    run(of, 5);
    expect(told()).toContain('traffic.road-opened');
  });
});
