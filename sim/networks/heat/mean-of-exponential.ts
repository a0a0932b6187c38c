import { exp, expm1 } from '../../kernel';

const SERIES_HOLDS_BELOW = 0.1;

/** Mean of e^(z·x) for x from 0 to 1, which is (e^z − 1) / z; near zero by its series, to the last bit or two. */
export function meanOfExponential(z: number): number {
  if (z > SERIES_HOLDS_BELOW || z < -SERIES_HOLDS_BELOW) return expm1(z) / z;
  return (
    1 +
    z *
      (1 / 2 +
        z *
          (1 / 6 + z * (1 / 24 + z * (1 / 120 + z * (1 / 720 + z * (1 / 5040 + z * (1 / 40320 + z * (1 / 362880))))))))
  );
}

/** e^z by the same series where it holds: what a step does to water in a pipe is mostly so little. */
export function exponential(z: number): number {
  if (z > SERIES_HOLDS_BELOW || z < -SERIES_HOLDS_BELOW) return exp(z);
  return 1 + z * meanOfExponential(z);
}
