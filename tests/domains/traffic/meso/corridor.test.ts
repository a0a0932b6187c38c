import { describe, expect, it } from 'vitest';
import { corridor, driveMeso, driveMicro, type Flow, meanOf } from './corridor';

const SATURATION_PER_H = 1_876;
const SIGNALS = 4;
const APART_M = 300;
/** Shares of the cycle that the plan's signals give to the main road, by its lanes. */
const greenShare = [Number.NaN, 0.49, 0.55];

function through(lanes: number, saturation: number): Flow[] {
  const perHour = saturation * SATURATION_PER_H * lanes * greenShare[lanes];
  return [
    { from: 'w', to: 'e', perHour },
    { from: 'e', to: 'w', perHour: perHour / 2 },
  ];
}

function withTurns(lanes: number, saturation: number, perHour: number): Flow[] {
  const sides = Array.from({ length: SIGNALS }, (_, i) => i + 1);
  return [
    ...through(lanes, saturation),
    ...sides.flatMap((i) => [
      { from: `n${i}`, to: `s${i}`, perHour },
      { from: `s${i}`, to: 'e', perHour },
      { from: 'w', to: `n${i}`, perHour: perHour / 2 },
      { from: 'w', to: `s${i}`, perHour: perHour / 2 },
    ]),
  ];
}

function compare(lanes: number, flows: readonly Flow[]): number {
  const scene = corridor({ lanes, signals: SIGNALS, apartM: APART_M }, flows, 0.6);
  const micro = driveMicro(scene, 3_600);
  const meso = driveMeso(scene, 3_600);
  expect(meso.inAll.size).toBe(micro.inAll.size);
  return meanOf(meso.inAll.values()) / meanOf(micro.inAll.values()) - 1;
}

describe('a corridor of four signals takes as long in queues as it does driven', () => {
  for (const lanes of [1, 2]) {
    for (const saturation of [0.5, 0.8, 0.95]) {
      it(`well within 10 % at a saturation of ${saturation}, lanes each way: ${lanes}`, () => {
        expect(Math.abs(compare(lanes, through(lanes, saturation)))).toBeLessThan(0.08);
      });
    }
  }

  it('within 10 % with side streets, and left turns that wait for a gap, on two lanes', () => {
    expect(Math.abs(compare(2, withTurns(2, 0.65, 60)))).toBeLessThan(0.1);
  });

  it('within 10 % where those who turn left hold up a single lane', () => {
    expect(Math.abs(compare(1, withTurns(1, 0.65, 40)))).toBeLessThan(0.1);
  });
});
