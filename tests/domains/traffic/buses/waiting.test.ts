/** How long people wait, against what is known of anybody who comes to a stop at random. */
import { describe, expect, it } from 'vitest';
import { figures, start } from '../simulate';
import { avenue, checkPassengers, runWithPassengers, type SeenCall, watchCalls, withLines } from './bus-town';

const variation = (values: readonly number[]) => {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return Math.sqrt(values.reduce((sum, each) => sum + (each - mean) * (each - mean), 0) / values.length) / mean;
};
const headwaysAt = (calls: readonly SeenCall[], place: number) => {
  const times = calls
    .filter((call) => call.place === place)
    .map(({ atS }) => atS)
    .sort((a, b) => a - b);
  return times.slice(1).map((atS, i) => atS - times[i]);
};

const meanOf = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const waitOf = (gaps: readonly number[]) => (meanOf(gaps) / 2) * (1 + variation(gaps) * variation(gaps));

/** Times without a bus at a stop, and the mean headway there. */
function gapsAt(calls: readonly SeenCall[], place: number, fromS: number): { gaps: number[]; headwayS: number } {
  const there = calls
    .filter((call) => call.place === place && call.atS + call.standsS >= fromS)
    .sort((a, b) => a.atS - b.atS);
  const gaps = there.slice(1).map(({ atS }, i) => Math.max(0, atS - there[i].atS - there[i].standsS));
  return { gaps, headwayS: (there[there.length - 1].atS - there[0].atS) / (there.length - 1) };
}

const { city, eastward } = avenue(7, { signals: ['b', 'd', 'f'] });
const line = withLines(city, [{ edges: eastward, headwaySeconds: 247 }], 12);

describe('who comes to a stop at random', () => {
  it('waits half a headway and more where they differ: h/2 · (1 + c²), whatever the buses did (Welding 1957)', () => {
    const of = start(line, 3);
    const { calls, look } = watchCalls();
    const flows = eastward.slice(0, 5).map((from, i) => ({ from, to: eastward[i + 2], perHour: 120 }));
    runWithPassengers(of, 900, flows, look); // the first buses have come
    const { sums } = of.state.buses!;
    const before = { ...sums };
    const fromS = of.state.totals.elapsedSeconds;
    runWithPassengers(of, 18_000, flows, look);
    const waits = (sums.waitedS - before.waitedS) / (sums.boarded - before.boarded);
    // Nobody waits who comes while a bus stands there: the law holds of the time between one that leaves and the next that comes.
    const stops = [0, 1, 2, 3, 4].map((place) => gapsAt(calls, place, fromS));
    const law = stops.reduce((sum, { gaps, headwayS }) => sum + waitOf(gaps) * (meanOf(gaps) / headwayS), 0) / 5;
    expect(sums.leftBehind).toBe(0);
    expect(sums.boarded - before.boarded).toBeGreaterThan(2_500);
    expect(Math.abs(waits / law - 1)).toBeLessThan(0.04);
    // It would not do to leave the variation out.
    expect(variation(stops[4].gaps)).toBeGreaterThan(0.2);
    checkPassengers(of);
  });

  it('makes buses come in pairs: the more get on, the more headways part on the way (Newell and Potts 1964)', () => {
    const plain = avenue(7);
    const scene = withLines(plain.city, [{ edges: plain.eastward, headwaySeconds: 247 }], 20);
    const spread = (perHour: number) => {
      const of = start(scene, 5);
      const { calls, look } = watchCalls();
      const flows = plain.eastward.slice(0, 5).map((from, i) => ({ from, to: plain.eastward[i + 2], perHour }));
      runWithPassengers(of, 14_400, perHour > 0 ? flows : [], look);
      const at = (place: number) => variation(headwaysAt(calls, place));
      return { places: [0, 2, 4].map(at), figure: figures(of)['traffic.bus-headway-variation'] };
    };
    const [nobody, some, many] = [spread(0), spread(120), spread(360)];
    expect(nobody.places[2]).toBeLessThan(0.03);
    expect(some.places[2]).toBeGreaterThan(2 * nobody.places[2]);
    // A headway that is longer by a share finds more people by that share, and grows: at 360 an hour by a quarter each stop.
    expect(many.places[0]).toBeLessThan(0.02);
    expect(many.places[1]).toBeGreaterThan(many.places[0] + 0.05);
    expect(many.places[2]).toBeGreaterThan(1.25 * many.places[1]);
    expect(many.places[2]).toBeGreaterThan(2 * some.places[2]);
    expect([nobody.figure, some.figure, many.figure]).toEqual([nobody.figure, some.figure, many.figure].toSorted());
  });
});
