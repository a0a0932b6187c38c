/** Pumps of one source, alike and side by side, all at full speed. */
import type { LoopFlows } from './loop-flows';

/** Curve through one point: 4/3 of its head at no flow, none at twice its flow (EPANET 2.2 manual, 3.1). */
const SHUT_OFF = 4 / 3;
/** Slope of a pump's curve where water would come back through it, m per m³/s: its check valve. */
const CHECK_VALVE = 1e5;

/** Head of a holding source's pumps at a flow, all of them at full speed. */
export function pumpHead({ plan, pumpsOn }: LoopFlows, source: number, flow: number): number {
  const most = SHUT_OFF * plan.pumpHeadM[source];
  if (flow <= 0) return most - CHECK_VALVE * flow;
  const each = flow / (pumpsOn[source] * plan.pumpM3PerS[source]);
  return most - (most - plan.pumpHeadM[source]) * each * each;
}

export function pumpSlope({ plan, pumpsOn }: LoopFlows, source: number, flow: number): number {
  if (flow <= 0) return CHECK_VALVE;
  const rated = pumpsOn[source] * plan.pumpM3PerS[source];
  return ((SHUT_OFF - 1) * plan.pumpHeadM[source] * 2 * flow) / (rated * rated);
}
