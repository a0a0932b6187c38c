import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** pandapipes' heat networks, with whatever other cases of that collection somebody laid beside them. */
const WITHIN = 'shared/data/energy/gas_water_stanet';

export const heatReferences = join(besideCheckout(import.meta.dirname), WITHIN);
export const hasHeatReferences = existsSync(heatReferences);

function besideCheckout(from: string): string {
  let at = from;
  while (!existsSync(join(at, WITHIN)) && dirname(at) !== at) at = dirname(at);
  return at;
}
