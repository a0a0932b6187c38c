/** When each sensor was last heard. One that is heard reports at every multiple of its interval; what is silent ages. */
import type { TelecomRun } from './state';

/** What is due in this very moment does not come any more. */
export function fallSilent({ plan, lastS, resumesS }: TelecomRun, sensor: number, nowS: number): void {
  // Silent again before it had reported: what it said before is still the last.
  if (nowS <= resumesS[sensor] && resumesS[sensor] > 0) return;
  const intervalS = plan.intervalS[sensor];
  lastS[sensor] = Math.max(0, (Math.ceil(nowS / intervalS) - 1) * intervalS);
}

export function speakAgain({ plan, resumesS }: TelecomRun, sensor: number, nowS: number): void {
  const intervalS = plan.intervalS[sensor];
  resumesS[sensor] = Math.ceil(nowS / intervalS) * intervalS;
}

/** Seconds since it was last heard. */
export function ageS({ plan, isHeard, lastS, resumesS }: TelecomRun, sensor: number, nowS: number): number {
  if (isHeard[sensor] === 1 && nowS >= resumesS[sensor]) return nowS % plan.intervalS[sensor];
  return nowS - lastS[sensor];
}

/** All ages together: those who are heard at half their interval, as on the mean, the others at what they are. */
export function allAgesS(run: TelecomRun, nowS: number): number {
  const { plan, isHeard, lastS, derived } = run;
  let sumS = derived.heardAgeS;
  if (derived.silent === 0) return sumS;
  for (const sensor of plan.speaking) if (isHeard[sensor] === 0) sumS += nowS - lastS[sensor];
  return sumS;
}
