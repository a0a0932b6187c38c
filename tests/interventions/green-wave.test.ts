import { describe, expect, it } from 'vitest';
import { alongStreet, waveAlong } from '../../sim/interventions/kinds/street-wave';
import { smallCity } from '../domains/traffic/small-city';

const street = smallCity('street', {
  nodes: {
    w: [-300, 0],
    k1: [0, 0],
    k2: [400, 0],
    k3: [900, 0],
    e: [1200, 0],
    n1: [0, 200],
    s1: [0, -200],
    n2: [400, 200],
    s2: [400, -200],
    n3: [900, 200],
    s3: [900, -200],
  },
  streets: {
    avenue: { path: ['w', 'k1', 'k2', 'k3', 'e'], class: 'arterial', lanes: 2 },
    one: { path: ['n1', 'k1', 's1'], lanes: 1 },
    two: { path: ['n2', 'k2', 's2'], lanes: 1 },
    three: { path: ['n3', 'k3', 's3'], lanes: 1 },
  },
  signals: ['k1', 'k2', 'k3'],
});
const signals = ['signal:k1', 'signal:k2', 'signal:k3'];

/** When in the cycle the wave's green begins at each signal. */
const greens = (names: readonly string[], mps: number) => {
  const { stops, problems } = waveAlong(names, mps, street);
  expect(problems).toEqual([]);
  return stops.map(({ offsetSeconds }) => offsetSeconds);
};

describe('a green wave', () => {
  it('begins each green when who keeps to its speed arrives from the one before', () => {
    const mps = 12.5;
    const at = greens(signals, mps);
    const { cycleSeconds } = waveAlong(signals, mps, street).stops[0];
    const apart = (a: number, b: number) => (((b - a) % cycleSeconds) + cycleSeconds) % cycleSeconds;
    expect(Math.abs(apart(at[0], at[1]) - 400 / mps)).toBeLessThanOrEqual(1);
    expect(Math.abs(apart(at[0], at[2]) - 900 / mps)).toBeLessThanOrEqual(1);
  });

  it('leaves the first signal where it is', () => {
    const [first] = waveAlong(signals, 12.5, street).stops;
    const own = street.scene.roads!.signals.find(({ id }) => id === 'signal:k1')!;
    const before = own.phases.slice(0, first.phase).reduce((sum, { seconds }) => sum + seconds, 0);
    expect(first.offsetSeconds).toBe((own.offsetSeconds + before) % first.cycleSeconds);
  });

  it('runs from the end where the first named signal stands, in whatever order the others are named', () => {
    const [a, b, c] = signals;
    expect(alongStreet([a, c, b], false, street)).toEqual([a, b, c]);
    expect(alongStreet([c, a, b], false, street)).toEqual([c, b, a]);
    expect(alongStreet([c, a, b], true, street)).toEqual([a, b, c]);
  });

  it('has one cycle, the longest of its signals’ own', () => {
    const cycles = street.scene.roads!.signals.map(({ phases }) =>
      phases.reduce((sum, { seconds }) => sum + seconds, 0),
    );
    for (const { cycleSeconds } of waveAlong(signals, 10, street).stops) {
      expect(cycleSeconds).toBe(Math.ceil(Math.max(...cycles)));
    }
  });

  it('says which of its signals no road leads to', () => {
    const oneWay = smallCity('one-way', {
      nodes: {
        w: [-300, 0],
        k1: [0, 0],
        k2: [400, 0],
        e: [700, 0],
        n1: [0, 200],
        s1: [0, -200],
        n2: [400, 200],
        s2: [400, -200],
      },
      streets: {
        avenue: { path: ['w', 'k1', 'k2', 'e'], lanes: 2, oneWay: true },
        one: { path: ['n1', 'k1', 's1'], lanes: 1 },
        two: { path: ['n2', 'k2', 's2'], lanes: 1 },
      },
      signals: ['k1', 'k2'],
    });
    const { stops, problems } = waveAlong(['signal:k2', 'signal:k1'], 10, oneWay);
    expect(stops).toEqual([]);
    expect(problems.map(({ code, path }) => [code, path])).toEqual([['intervention.no-way-between', ['targets', 1]]]);
  });
});
