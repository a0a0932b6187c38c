import type { Building } from '../../../../scene/schema/buildings';
import { signedArea } from '../../../geometry/polygon';

/**
 * Whose station has two transformers on a bar with a tie.
 *
 * Homes: a public distribution room has two feeds and a sectionalised 380 V bar (DL/T 5729-2016 and Q/GDW 1738-2012 on
 * 10 kV distribution rooms; kiosks with one transformer are for where none can be built). Customers of their own: those
 * with loads of the first or second class (GB 50053-2013, 3.3.1; GB 50052-2009, 3.0.7), which are hospitals and fire
 * stations (GB 51348-2019, annex A), what substations and energy stations need for themselves (GB 50059-2011: two service
 * transformers; GB 50041: boiler houses that heat a city) and whoever's fire fighting is of that class (GB 50016-2014, 10.1.1 and 10.1.2): high
 * houses, and those that ask for more than 30 L/s outside if they are works or stores, 25 L/s if they are open to the
 * public (GB 50974-2014, table 3.3.2, by volume). All from memory. Left out: theatres by their seats, shops by one floor.
 */
export function asksForTwo({ use, heightM, floors, outline }: Building): boolean {
  if (ALWAYS.has(use)) return true;
  const volumeM3 = signedArea(outline) * heightM;
  if (use === 'industry') return volumeM3 > 50_000;
  if (use === 'logistics') return volumeM3 > 20_000;
  return use !== 'utility' && use !== 'car-park' && ((heightM > HIGH_M && floors > 1) || volumeM3 > 20_000);
}

/** GB 50016-2014, 2.1.1: higher than this a house that is no home, and has more than one storey, is a high one. */
const HIGH_M = 24;
const ALWAYS: ReadonlySet<string> = new Set([
  'housing',
  'dormitory',
  'hospital',
  'fire-station',
  'substation',
  'energy-station',
]);
