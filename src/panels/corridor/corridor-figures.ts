/** What a time–distance diagram says in numbers: who came through, how fast, and at which signal they stood. */
import type { CorridorPlan } from '../../../sim';
import type { CorridorRecord } from '../../state/corridor-record';

/** Whoever is slower stands, or will the next moment. */
const STANDS_MPS = 1;
/** A row is told every other second: two that lie further apart are two visits of one vehicle. */
const TOGETHER_S = 6;
/** Whoever was seen so near to both ends has come all the way; in metres, what ten seconds make at a town's speed. */
const NEAR_END_M = 150;

export interface CorridorFigures {
  /** On it at the end of the window. */
  readonly vehicles: number;
  /** Metres driven over seconds spent, of everybody in the window. */
  readonly meanMps: number | undefined;
  /** Who came all the way, and their mean time. */
  readonly through: number;
  readonly throughSeconds: number | undefined;
  readonly lines: readonly { readonly passed: number; readonly unstopped: number }[];
}

interface Visit {
  seconds: number;
  distanceM: number;
  readonly beganSeconds: number;
  readonly beganM: number;
  stood: boolean;
  isThrough: boolean;
}

export function figuresOf(record: CorridorRecord, plan: CorridorPlan, fromSeconds: number): CorridorFigures {
  const visits = new Map<number, Visit>();
  const lines = plan.lines.map(() => ({ passed: 0, unstopped: 0 }));
  let [drivenM, spentS, through, throughS] = [0, 0, 0, 0];
  for (let k = record.numberFrom(fromSeconds); k < record.count; k++) {
    const at = record.at(k);
    const seconds = record.seconds[at];
    const distanceM = record.distanceM[at];
    const who = record.who[at];
    const before = visits.get(who);
    if (before === undefined || seconds - before.seconds > TOGETHER_S || distanceM < before.distanceM - 1) {
      const begun = { seconds, distanceM, beganSeconds: seconds, beganM: distanceM };
      visits.set(who, { ...begun, stood: record.speedMps[at] < STANDS_MPS, isThrough: false });
      continue;
    }
    drivenM += distanceM - before.distanceM;
    spentS += seconds - before.seconds;
    for (let line = 0; line < lines.length; line++) {
      const { atM } = plan.lines[line];
      if (!(before.distanceM <= atM && distanceM > atM)) continue;
      lines[line].passed++;
      if (!before.stood) lines[line].unstopped++;
      before.stood = false;
    }
    if (record.speedMps[at] < STANDS_MPS) before.stood = true;
    before.seconds = seconds;
    before.distanceM = distanceM;
    if (!before.isThrough && before.beganM < NEAR_END_M && distanceM > plan.lengthM - NEAR_END_M) {
      before.isThrough = true;
      through++;
      throughS += seconds - before.beganSeconds;
    }
  }
  const newest = record.count > 0 ? record.seconds[record.at(record.count - 1)] : Number.NaN;
  let vehicles = 0;
  for (const { seconds } of visits.values()) if (seconds === newest) vehicles++;
  return {
    vehicles,
    meanMps: spentS > 0 ? drivenM / spentS : undefined,
    through,
    throughSeconds: through > 0 ? throughS / through : undefined,
    lines,
  };
}
