import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** pandapipes' heat networks, with whatever other cases of that collection somebody laid beside them. */
const WITHIN = 'shared/data/energy/gas_water_stanet';

/** The folder beside a checkout, however deep that lies. */
export function heatReferencesBeside(from: string): string {
  let at = from;
  while (!existsSync(join(at, WITHIN)) && dirname(at) !== at) at = dirname(at);
  return join(at, WITHIN);
}

export const hasHeatReferences = (folder: string): boolean => existsSync(folder);
