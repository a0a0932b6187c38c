/**
 * How long people waited for help: from the call to the unit's arrival, with handling, waiting for a free unit, turning
 * out and the drive. A call that nobody has reached yet counts with the time so far, so that help that never comes does
 * not improve the figure.
 */
import type { Calls } from './response-fleet';
import { percentile } from './winners-and-losers';

/**
 * An ambulance within 8 minutes (NFPA 1710 (2020): 480 s of travel for advanced life support, taken here from the call
 * on), a fire engine within 5 minutes of the alarm (建标 152-2017, 城市消防站建设标准).
 */
export const RESPONSE_TARGET_S = [480, 300] as const;

export interface ResponseFigures {
  readonly calls: number;
  readonly unanswered: number;
  readonly meanSeconds: number;
  readonly p50Seconds: number;
  readonly p90Seconds: number;
  /** Of all calls, the share answered within the target; a call still open within it counts as neither. */
  readonly withinTarget: number;
}

export function responseFigures(calls: Calls, service: number, nowSeconds: number): ResponseFigures {
  const targetSeconds = RESPONSE_TARGET_S[service];
  const times: number[] = [];
  let unanswered = 0;
  let within = 0;
  let undecided = 0;
  for (let call = 0; call < calls.count; call++) {
    if (calls.service[call] !== service) continue;
    const answered = calls.arrivedSeconds[call] >= 0;
    if (!answered && calls.clearedSeconds[call] >= 0) continue; // called off
    const seconds = (answered ? calls.arrivedSeconds[call] : nowSeconds) - calls.calledSeconds[call];
    times.push(seconds);
    if (!answered) unanswered++;
    if (seconds <= targetSeconds) {
      if (answered) within++;
      else undecided++;
    }
  }
  const sorted = Float64Array.from(times).sort();
  let sum = 0;
  for (const seconds of sorted) sum += seconds;
  const decided = sorted.length - undecided;
  return {
    calls: sorted.length,
    unanswered,
    meanSeconds: sorted.length > 0 ? sum / sorted.length : 0,
    p50Seconds: percentile(sorted, 0.5),
    p90Seconds: percentile(sorted, 0.9),
    withinTarget: decided > 0 ? within / decided : 1,
  };
}
