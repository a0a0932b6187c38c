/**
 * Inspection robots: they run to and fro through every compartment, evenly spread, so that each place is passed once an
 * interval in either direction. Where they are is a matter of time alone; nothing has to be saved.
 */
import type { Galleries } from './galleries';

/** Speed of rail-guided inspection robots on patrol (makers' sheets: 0 to 1 m/s). */
const PATROL_MPS = 0.8;
/** A laser that finds 1,000 ppm beside it, 2 % of the lower explosive limit (open-path handhelds find 5 ppm·m). */
export const ROBOT_FINDS = 0.02;

/** How many a compartment of this length needs for one passing an interval. */
export function robotsNeeded(lengthM: number, intervalS: number): number {
  return intervalS > 0 ? Math.max(1, Math.ceil((2 * lengthM) / (PATROL_MPS * intervalS))) : 0;
}

/** Tells where each robot is: its section, and metres from that section's start. */
export function eachRobot(
  { sections, compartments }: Galleries,
  intervalS: number,
  nowS: number,
  take: (section: number, atM: number, robot: number) => void,
): void {
  if (!(intervalS > 0)) return;
  let robot = 0;
  for (let c = 0; c < compartments.count; c++) {
    const first = compartments.order[compartments.start[c]];
    const last = compartments.order[compartments.start[c + 1] - 1];
    const fromM = sections.fromM[first];
    const lengthM = sections.fromM[last] + sections.lengthM[last] - fromM;
    const count = robotsNeeded(lengthM, intervalS);
    for (let k = 0; k < count; k++, robot++) {
      // All of the loop passes in count intervals, whatever the length: robots run as fast as that asks for.
      const turns = nowS / (count * intervalS) + k / count;
      const loopM = (turns - Math.floor(turns)) * 2 * lengthM;
      const atM = fromM + (loopM < lengthM ? loopM : 2 * lengthM - loopM);
      for (let i = compartments.start[c]; i < compartments.start[c + 1]; i++) {
        const s = compartments.order[i];
        if (atM < sections.fromM[s] || atM > sections.fromM[s] + sections.lengthM[s]) continue;
        take(s, atM - sections.fromM[s], robot);
        break;
      }
    }
  }
}
