/**
 * From stop to stop by line: what the best line costs on average, and the best way with one change. A line is taken if
 * riding it at once is no worse than waiting for the best one (the rule of common lines: Chriqui and Robillard 1975).
 * Costs are seconds in a vehicle: waiting and walking weigh what they weigh in the choice of mode (people/impedance.ts),
 * and a wait is half a headway. Left out: that who knows the timetable comes in time, and two changes.
 */
import type { BusPlan } from './bus-line';

export interface Journeys {
  readonly stopCount: number;
  /** By from · stops + to: cost with the best single line, and with a change; infinite where there is none. */
  readonly direct: Float64Array;
  readonly changed: Float64Array;
  /** Likewise: where to get off and where to get on again. */
  readonly changeOff: Int32Array;
  readonly changeOn: Int32Array;
}

/** −0.0876 and −0.0409 a minute on foot and waiting, −0.0248 in a vehicle. */
export const FOOT_WEIGHT = 0.0876 / 0.0248;
const WAIT_WEIGHT = 0.0409 / 0.0248;
/** Nobody likes to change: five minutes in a vehicle, the lower end of what TCRP Report 165 lists for transfers. */
const CHANGE_S = 300;
/** Between two stops that people change at. */
const CHANGE_WITHIN_M = 250;
/** On foot, by ways that are longer than the straight line: as in people/impedance.ts. */
export const FOOT_S_PER_M = 1.3 / 1.25;

export function journeysOf(plan: BusPlan): Journeys {
  const { lines, xM, yM } = plan;
  const n = xM.length;
  const direct = new Float64Array(n * n).fill(Number.POSITIVE_INFINITY);
  for (const { stops, offsetS, headwayS } of lines) {
    for (let i = 0; i < stops.length; i++) {
      for (let j = i + 1; j < stops.length; j++) {
        const at = stops[i] * n + stops[j];
        const cost = (WAIT_WEIGHT * headwayS) / 2 + offsetS[j] - offsetS[i];
        if (cost < direct[at]) direct[at] = cost;
      }
    }
  }
  const reach = Array.from({ length: n }, (_, from) => {
    const found: number[] = [];
    for (let to = 0; to < n; to++) if (to !== from && direct[from * n + to] < Number.POSITIVE_INFINITY) found.push(to);
    return found;
  });
  const near = Array.from({ length: n }, (_, of) => stopsNear(plan, xM[of], yM[of], CHANGE_WITHIN_M));
  const changed = new Float64Array(n * n).fill(Number.POSITIVE_INFINITY);
  const changeOff = new Int32Array(n * n).fill(-1);
  const changeOn = new Int32Array(n * n).fill(-1);
  for (let from = 0; from < n; from++) {
    for (const off of reach[from]) {
      for (const on of near[off]) {
        const sofar = direct[from * n + off] + CHANGE_S + FOOT_WEIGHT * footSeconds(plan, off, on);
        for (const to of reach[on]) {
          const cost = sofar + direct[on * n + to];
          const at = from * n + to;
          if (to === from || cost >= changed[at]) continue;
          changed[at] = cost;
          changeOff[at] = off;
          changeOn[at] = on;
        }
      }
    }
  }
  return { stopCount: n, direct, changed, changeOff, changeOn };
}

export function footSeconds({ xM, yM }: BusPlan, from: number, to: number): number {
  const dx = xM[from] - xM[to];
  const dy = yM[from] - yM[to];
  return FOOT_S_PER_M * Math.sqrt(dx * dx + dy * dy);
}

export function stopsNear({ xM, yM }: BusPlan, x: number, y: number, withinM: number): number[] {
  const found: number[] = [];
  for (let stop = 0; stop < xM.length; stop++) {
    const dx = xM[stop] - x;
    const dy = yM[stop] - y;
    if (dx * dx + dy * dy <= withinM * withinM) found.push(stop);
  }
  return found;
}
