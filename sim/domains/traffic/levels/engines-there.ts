import type { Response } from './response';
import { FIRE_ENGINE } from './response-fleet';

/** Fire engines that have come to each road and are still at work there, and the happening that said so of the last of them. */
export function tellEngines({ calls, arrival }: Response, count: Float64Array, causes: Int32Array): void {
  count.fill(0);
  causes.fill(0);
  for (let call = 0; call < calls.count; call++) {
    if (calls.service[call] !== FIRE_ENGINE || arrival[call] === 0 || calls.clearedSeconds[call] >= 0) continue;
    count[calls.edge[call]]++;
    causes[calls.edge[call]] = arrival[call];
  }
}
