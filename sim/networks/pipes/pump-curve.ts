/** A pump's characteristic: through its points where there are as many as the polynomial takes, nearest by squares where more. */
import type { PumpCurve } from './network';

export interface CurvePoint {
  readonly flowM3PerS: number;
  readonly liftPa: number;
}

/** Undefined where the points do not decide the polynomial. */
export function fitPumpCurve(points: readonly CurvePoint[], degree: number): PumpCurve | undefined {
  const size = degree + 1;
  const widest = points.reduce((most, { flowM3PerS }) => Math.max(most, Math.abs(flowM3PerS)), 0);
  const scale = widest > 0 ? widest : 1;
  // Normal equations of flows scaled to 1, which are well enough conditioned for the few powers a pump needs.
  const rows = Array.from({ length: size }, () => new Float64Array(size + 1));
  const powers = new Float64Array(2 * size - 1);
  for (const { flowM3PerS, liftPa } of points) {
    powers[0] = 1;
    for (let k = 1; k < powers.length; k++) powers[k] = (powers[k - 1] * flowM3PerS) / scale;
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) rows[i][j] += powers[i + j];
      rows[i][size] += powers[i] * liftPa;
    }
  }
  for (let k = 0; k < size; k++) {
    let best = k;
    for (let i = k + 1; i < size; i++) if (Math.abs(rows[i][k]) > Math.abs(rows[best][k])) best = i;
    [rows[k], rows[best]] = [rows[best], rows[k]];
    if (!(Math.abs(rows[k][k]) > 1e-12)) return undefined;
    for (let i = 0; i < size; i++) {
      if (i === k) continue;
      const factor = rows[i][k] / rows[k][k];
      for (let j = k; j <= size; j++) rows[i][j] -= factor * rows[k][j];
    }
  }
  let unscale = 1;
  const coefficients = rows.map((row, k) => {
    const value = (row[size] / row[k]) * unscale;
    unscale /= scale;
    return value;
  });
  return { coefficients };
}

/**
 * Lift in Pa into out[0], its change with m³/s into out[1]. Beyond its run-out a pump holds back what is pushed through
 * it, as the curve goes on; pushed from behind it lifts as at no flow.
 */
export function evaluatePumpCurve({ coefficients }: PumpCurve, flowM3PerS: number, out: Float64Array): void {
  const flow = Math.max(flowM3PerS, 0);
  let lift = 0;
  let slope = 0;
  for (let k = coefficients.length - 1; k >= 0; k--) {
    slope = slope * flow + lift;
    lift = lift * flow + coefficients[k];
  }
  out[0] = lift;
  out[1] = flowM3PerS < 0 ? 0 : slope;
}
