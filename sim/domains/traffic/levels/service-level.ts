/**
 * Level of service from control delay: A to E by the limits of the Highway Capacity Manual (2000, exhibits 16-2 and
 * 17-2; the same in 2010 and later), F beyond, and F wherever more comes than can pass (2010, exhibit 18-4).
 */
export const serviceLevels = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type ServiceLevel = (typeof serviceLevels)[number];

/** Longest delay of A to E. Drivers bear a signal's wait longer than one of their own. */
const SIGNAL_LIMITS_S = [10, 20, 35, 55, 80];
const GIVE_WAY_LIMITS_S = [10, 15, 25, 35, 50];

/** Position in the list of levels; saturation is v/c, 0 where it is not known. */
export function serviceLevelIndex(delaySeconds: number, signalised: boolean, saturation = 0): number {
  if (saturation > 1) return 5;
  const limits = signalised ? SIGNAL_LIMITS_S : GIVE_WAY_LIMITS_S;
  let level = 0;
  while (level < limits.length && delaySeconds > limits[level]) level++;
  return level;
}

export function serviceLevelOf(delaySeconds: number, signalised: boolean, saturation = 0): ServiceLevel {
  return serviceLevels[serviceLevelIndex(delaySeconds, signalised, saturation)];
}
