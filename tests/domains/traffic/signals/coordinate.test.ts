import { describe, expect, it } from 'vitest';
import {
  type CorridorSignal,
  coordinate,
  corridorOf,
  cycleOf,
  type SignalProgram,
  setProgram,
} from '../../../../sim/domains/traffic/signals';
import { smallCity } from '../small-city';
import { bench } from './signalled';

const GREEN_S = 30;
const program: SignalProgram = {
  control: 'fixed',
  offsetSeconds: 0,
  phases: [
    { seconds: GREEN_S, state: 'GGrr' },
    { seconds: 3, state: 'yyrr' },
    { seconds: 2, state: 'rrrr' },
    { seconds: 20, state: 'rrGG' },
    { seconds: 3, state: 'rryy' },
    { seconds: 2, state: 'rrrr' },
  ].map((phase) => ({ ...phase, minSeconds: phase.seconds, maxSeconds: phase.seconds })),
};
const street = (seconds: readonly number[]): CorridorSignal[] =>
  seconds.map((between) => ({
    program,
    leastSeconds: [5, 0, 0, 5, 0, 0],
    aheadPhases: [0],
    backPhases: [0],
    aheadSeconds: between,
    backSeconds: between,
  }));

describe('a green wave', () => {
  it('lets who keeps the street’s speed pass five signals in the full width of their green', () => {
    const signals = street([0, 22, 31, 17, 26]);
    const { programs, cycleSeconds, aheadBandSeconds } = coordinate(signals);
    expect(cycleSeconds).toBe(60);
    expect(aheadBandSeconds).toBe(GREEN_S);
    let at = 0;
    signals.forEach(({ aheadSeconds }, k) => {
      at += aheadSeconds;
      expect(programs[k].offsetSeconds).toBe(at % cycleSeconds);
    });
  });

  it('takes one cycle for all, the longest, and stretches greens alone', () => {
    const longer = {
      ...program,
      phases: program.phases.map((phase, k) => (k === 3 ? { ...phase, seconds: 44 } : phase)),
    };
    const [first, ...rest] = street([0, 20, 20]);
    const { programs, cycleSeconds } = coordinate([{ ...first, program: longer }, ...rest]);
    expect(cycleSeconds).toBe(84);
    for (const each of programs) {
      expect(cycleOf(each)).toBe(84);
      for (const k of [1, 2, 4, 5]) expect(each.phases[k].seconds).toBe(program.phases[k].seconds);
    }
  });

  it('never asks for a cycle shorter than the least greens', () => {
    const tight = street([0, 20]).map((signal) => ({ ...signal, leastSeconds: [25, 0, 0, 25, 0, 0] }));
    expect(coordinate(tight, { cycleSeconds: 40 }).cycleSeconds).toBe(60);
  });

  it('both ways finds bands wherever even blocks allow them whole', () => {
    const { aheadBandSeconds, backBandSeconds } = coordinate(street([0, 30, 30, 30, 30]), { bothWays: true });
    expect([aheadBandSeconds, backBandSeconds]).toEqual([GREEN_S, GREEN_S]);
  });

  it('both ways is never worse in sum than one way alone', () => {
    for (const blocks of [
      [0, 22, 31, 17, 26],
      [0, 14, 14, 14, 14],
      [0, 37, 8, 25, 19],
      [0, 11],
    ]) {
      const one = coordinate(street(blocks));
      const both = coordinate(street(blocks), { bothWays: true });
      const sum = ({ aheadBandSeconds, backBandSeconds }: typeof one) => aheadBandSeconds + backBandSeconds;
      expect(sum(both)).toBeGreaterThanOrEqual(sum(one));
    }
  });

  it('is laid along a street of a scene by its lengths and limits', () => {
    const nodes: Record<string, [number, number]> = { w: [-300, 0], e: [1_500, 0] };
    const path = ['w'];
    const streets: Record<string, { path: string[]; class: 'collector'; speedKmh: number }> = {};
    for (let k = 0; k < 5; k++) {
      nodes[`x${k}`] = [300 * k, 0];
      nodes[`n${k}`] = [300 * k, 250];
      nodes[`s${k}`] = [300 * k, -250];
      path.push(`x${k}`);
      streets[`side${k}`] = { path: [`n${k}`, `x${k}`, `s${k}`], class: 'collector', speedKmh: 40 };
    }
    streets.main = { path: [...path, 'e'], class: 'collector', speedKmh: 54 };
    const of = bench(smallCity('street', { nodes, streets, signals: ['x0', 'x1', 'x2', 'x3', 'x4'] }));
    const order = [0, 1, 2, 3, 4].sort((a, b) => xOf(a) - xOf(b));
    const corridor = corridorOf(of.signals, of.network, order);
    for (const { aheadSeconds } of corridor.slice(1)) expect(aheadSeconds).toBeCloseTo(300 / 15, 6);
    const { programs, aheadBandSeconds } = coordinate(corridor);
    expect(aheadBandSeconds).toBeGreaterThan(15);
    order.forEach((s, k) => {
      setProgram(of.signals, of.network, s, programs[k]);
      expect(of.signals.offsetSeconds[s]).toBe(programs[k].offsetSeconds);
    });

    function xOf(s: number): number {
      const id = of.scene.elements.junction.ids[of.network.roads.signalJunction[s]];
      const junction = of.scene.scene.roads!.junctions.find((each) => each.id === id)!;
      return of.scene.scene.roads!.nodes.find((node) => node.id === junction.node)!.at[0];
    }
  });
});
