import { expm1 } from '../../kernel';

const SERIES_HOLDS_BELOW = 0.1;

/** Mean of e^(z·x) for x from 0 to 1, which is (e^z − 1) / z; near zero by its series, to the last bit or two. */
export function meanOfExponential(z: number): number {
  if (z > SERIES_HOLDS_BELOW || z < -SERIES_HOLDS_BELOW) return expm1(z) / z;
  return (
    1 +
    (z / 2) *
      (1 + (z / 3) * (1 + (z / 4) * (1 + (z / 5) * (1 + (z / 6) * (1 + (z / 7) * (1 + (z / 8) * (1 + z / 9)))))))
  );
}
