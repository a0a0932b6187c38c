/**
 * Nodes and their power. A cabinet or a cell goes on from its battery for three hours (what GB 51194-2016 asks of base
 * stations with ordinary mains, from memory; the FCC's order 07-177 of 2007 asked for eight), an exchange from battery and
 * its own generator for a day (the same order). A battery is full again after ten hours of mains (charging at a tenth of
 * its capacity an hour, as lead batteries are).
 */
import type { TelecomGraph } from '../../scene/compile/telecom-graph';
import type { TelecomRun } from './state';

const FIELD_S = 3 * 3_600;
const EXCHANGE_S = 24 * 3_600;
const RECHARGE_S = 10 * 3_600;

export function batteryS({ count, isExchange }: TelecomGraph): Float64Array {
  return Float64Array.from({ length: count }, (_, node) => (isExchange[node] === 1 ? EXCHANGE_S : FIELD_S));
}

export interface NodePower {
  readonly supply: Float64Array;
  readonly supplyCause: Int32Array;
  /** Above 0 where a node has been put out. */
  readonly out: Float64Array;
  readonly outCause: Int32Array;
}

/** Says of each node that falls silent, or comes back, why; answers whether any did. */
export function stepNodes(
  { leftS, isUp, downCause, derived }: TelecomRun,
  { supply, supplyCause, out, outCause }: NodePower,
  stepS: number,
  tell: (code: 'telecom.node-lost' | 'telecom.node-back', node: number, cause: number) => number,
): boolean {
  const { fullS } = derived;
  let changed = false;
  for (let node = 0; node < isUp.length; node++) {
    const hasMains = supply[node] > 0;
    const isOut = out[node] > 0;
    const up = !isOut && (hasMains || leftS[node] > 0) ? 1 : 0;
    if (up !== isUp[node]) {
      changed = true;
      isUp[node] = up;
      if (up === 0) downCause[node] = tell('telecom.node-lost', node, isOut ? outCause[node] : supplyCause[node]);
      else {
        tell('telecom.node-back', node, downCause[node]);
        downCause[node] = 0;
      }
    }
    if (!hasMains) leftS[node] = Math.max(0, leftS[node] - stepS);
    else if (leftS[node] < fullS[node]) {
      leftS[node] = Math.min(fullS[node], leftS[node] + (fullS[node] * stepS) / RECHARGE_S);
    }
  }
  return changed;
}
