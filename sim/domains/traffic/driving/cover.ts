/** How long a way takes from a speed, speeding up evenly. */

export function coverS(distanceM: number, mps: number, mps2: number): number {
  return (Math.sqrt(mps * mps + 2 * mps2 * distanceM) - mps) / mps2;
}

/** The same up to a limit, or at a higher speed that one already has. */
export function secondsToCover(distanceM: number, mps: number, mps2: number, limitMps: number): number {
  if (mps >= limitMps) return distanceM / mps;
  const untilLimitM = (limitMps * limitMps - mps * mps) / (2 * mps2);
  if (distanceM <= untilLimitM) return coverS(distanceM, mps, mps2);
  return (limitMps - mps) / mps2 + (distanceM - untilLimitM) / limitMps;
}
