import { describe, expect, it } from 'vitest';
import { figures, patch, run, start } from '../simulate';
import { avenue, watchCalls, withLines } from './bus-town';

describe('a bus line on an empty avenue', () => {
  const { city, eastward } = avenue(6, { signals: ['b', 'd'] });
  const scene = withLines(city, [{ edges: eastward, headwaySeconds: 300 }]);

  it('begins its runs at the first, every headway, and makes each stop of each run in order', () => {
    const of = start(scene);
    const { calls, look } = watchCalls();
    run(of, 1_500, look);
    const begins = calls.filter(({ place }) => place === 0).map(({ atS }) => atS);
    expect(begins.length).toBe(5);
    begins.forEach((atS, k) => {
      expect(Math.abs(atS - (60 + 300 * k))).toBeLessThanOrEqual(1);
    });
    const keys = [...new Set(calls.map(({ key }) => key))];
    for (const key of keys.slice(0, 3)) {
      expect(calls.filter((call) => call.key === key).map(({ place }) => place)).toEqual([0, 1, 2, 3, 4, 5]);
    }
    expect(of.state.totals.haltsMissed).toBe(0);
  });

  it('keeps the timetable where nobody is in its way, and takes its buses off the road at the last stop', () => {
    // Every 307 s, so that the buses of the hour meet the signals at all times of their cycles.
    const of = start(withLines(city, [{ edges: eastward, headwaySeconds: 307 }]));
    const { calls, look } = watchCalls();
    run(of, 7_200, look);
    const [line] = of.state.buses!.plan.lines;
    const late = calls.filter(({ place }) => place === 5).map(({ atS }, k) => atS - (60 + 307 * k) - line.offsetS[5]);
    expect(late.length).toBeGreaterThan(20);
    const mean = late.reduce((a, b) => a + b, 0) / late.length;
    expect(Math.abs(mean)).toBeLessThan(0.05 * line.offsetS[5]);
    // Two signals are not met at all times alike by one bus.
    for (const each of late) expect(Math.abs(each)).toBeLessThan(90);
    const at = figures(of);
    expect(at['traffic.trips-arrived']).toBe(late.length);
    expect(at['traffic.bus-headway-variation']).toBeLessThan(0.15);
    expect(at['traffic.bus-time-loss']).toBeGreaterThan(0);
  });

  it('has its buses under way when a run begins in the middle of the day', () => {
    const of = start(withLines(city, [{ edges: eastward, headwaySeconds: 120, firstSeconds: 20_000 }]));
    const [line] = of.state.buses!.plan.lines;
    run(of, 180);
    expect(of.state.vehicles.count).toBeGreaterThanOrEqual(Math.floor(line.offsetS[5] / 120) - 1);
    expect(figures(of)['traffic.bus-delay']).toBeLessThan(30);
  });

  it('a bus that cannot drive at its pace is late, and its line never has more buses out than it owns', () => {
    const slow = (limitMps: number | null) => {
      const of = start(withLines(city, [{ edges: eastward, headwaySeconds: 120 }]));
      if (limitMps !== null) {
        const { edgeCount } = scene.roads;
        const turns = Array.from({ length: edgeCount }, (_, slot) => ({
          knob: 'edge.speed-limit' as const,
          slot,
          value: limitMps,
          cause: 7,
        }));
        patch(of, turns);
      }
      const { calls, look } = watchCalls();
      let most = 0;
      run(of, 3_600, (each) => {
        look(each);
        most = Math.max(most, each.state.vehicles.count);
      });
      return { delay: figures(of)['traffic.bus-delay'], most, fleet: of.state.buses!.plan.lines[0].fleet, calls };
    };
    const plain = slow(null);
    const slowed = slow(4);
    expect(plain.most).toBeLessThanOrEqual(plain.fleet);
    expect(slowed.most).toBe(slowed.fleet);
    expect(slowed.delay).toBeGreaterThan(plain.delay + 120);
    // Late runs begin late: fewer of them than the timetable has.
    const begun = ({ calls }: typeof plain) => calls.filter(({ place }) => place === 0).length;
    expect(begun(slowed)).toBeLessThan(begun(plain));
  });

  it('that runs past midnight runs on in the early hours, by the timetable of the day before', () => {
    const late = withLines(city, [{ edges: eastward, headwaySeconds: 600, firstSeconds: 80_000, lastSeconds: 90_200 }]);
    const of = start(late, 1, 0);
    const { calls, look } = watchCalls();
    run(of, 5_400, look);
    // 80 000 s and 600 s each: at 400 s past midnight, and every 600 s from then until 90 200 − 86 400 = 3 800 s.
    const begins = calls.filter(({ place }) => place === 0).map(({ atS }) => atS);
    expect(begins.map((atS) => Math.round(atS / 10) * 10)).toEqual([200, 800, 1_400, 2_000, 2_600, 3_200, 3_800]);
  });
});
