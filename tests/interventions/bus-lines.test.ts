/** What changes do to the buses of a line, not only to those that a list sends along. */
import { describe, expect, it } from 'vitest';
import { withLines } from '../domains/traffic/buses/bus-town';
import { figures, type Run } from '../domains/traffic/simulate';
import { smallCity } from '../domains/traffic/small-city';
import { type Flow, withFlows } from './listed-traffic';
import { change, differenceOf, pairs, signOf } from './paired';

const avenue = smallCity('avenue', {
  nodes: {
    w: [-400, 0],
    k1: [0, 0],
    k2: [400, 0],
    k3: [800, 0],
    e: [1200, 0],
    n1: [0, 250],
    n2: [400, 250],
    n3: [800, 250],
    s1: [0, -250],
    s2: [400, -250],
    s3: [800, -250],
  },
  streets: {
    avenue: { path: ['w', 'k1', 'k2', 'k3', 'e'], class: 'arterial', lanes: 2 },
    one: { path: ['n1', 'k1', 's1'], lanes: 1 },
    two: { path: ['n2', 'k2', 's2'], lanes: 1 },
    three: { path: ['n3', 'k3', 's3'], lanes: 1 },
  },
  signals: ['k1', 'k2', 'k3'],
});
const along = ['avenue:w:k1', 'avenue:k1:k2', 'avenue:k2:k3', 'avenue:k3:e'];
const line = withLines(avenue, [{ edges: along, headwaySeconds: 90, firstSeconds: 24_000 }], 20);
const sides = ['one', 'two', 'three'].flatMap((street, i): Flow[] => [
  { class: 'car', from: `${street}:n${i + 1}:k${i + 1}`, to: `${street}:k${i + 1}:s${i + 1}`, perHour: 200 },
  { class: 'car', from: `${street}:s${i + 1}:k${i + 1}`, to: `${street}:k${i + 1}:n${i + 1}`, perHour: 200 },
]);
const cars = (perHour: number): Flow[] => [{ class: 'car', from: along[0], to: along[3], perHour }, ...sides];

const timeLost = (_: unknown, of: Run) => figures(of)['traffic.bus-time-loss'];
const behind = (_: unknown, of: Run) => figures(of)['traffic.bus-delay'];

describe('the buses of a line', () => {
  it('lose less time on a lane of their own near saturation (T2), and are less behind their timetable', () => {
    const list = pairs({
      scene: withFlows(line, cars(1_350), 1_400),
      change: change('reserve-lane', along, { bothDirections: false }),
      seeds: 6,
      warmSeconds: 240,
      seconds: 900,
    });
    expect(signOf(differenceOf(list, timeLost))).toBe(-1);
    expect(signOf(differenceOf(list, behind))).toBe(-1);
  });

  it('lose less time where signals favour them (T11)', () => {
    const list = pairs({
      scene: withFlows(line, cars(500), 1_400),
      change: change('favour-vehicles', ['signal:k1', 'signal:k2', 'signal:k3'], { who: 'bus' }),
      seeds: 4,
      warmSeconds: 240,
      seconds: 900,
    });
    expect(signOf(differenceOf(list, timeLost))).toBe(-1);
  });
});
