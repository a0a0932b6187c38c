/** The format's standard pumps, as pandapipes documents them: points of m³/h and bar, and the polynomial drawn through. */
import { fitPumpCurve, type PumpCurve } from '../../networks/pipes';

const M3_PER_H = 1 / 3_600;
const BAR = 1e5;

const points: Readonly<Record<string, readonly (readonly [flowM3PerH: number, liftBar: number])[]>> = {
  P1: [
    [0, 6.1],
    [19, 5.8],
    [83, 4],
  ],
  P2: [
    [0, 10],
    [40, 8.4],
    [60, 7],
    [80, 4.5],
    [90, 3],
  ],
  P3: [
    [0, 5],
    [100, 4.999],
    [200, 4.998],
  ],
};
const DEGREE = 2;

export const pumpTypes: readonly string[] = Object.keys(points);

export function pumpCurveOf(type: string): PumpCurve | undefined {
  if (!Object.hasOwn(points, type)) return undefined;
  return fitPumpCurve(
    points[type].map(([flow, lift]) => ({ flowM3PerS: flow * M3_PER_H, liftPa: lift * BAR })),
    DEGREE,
  );
}
