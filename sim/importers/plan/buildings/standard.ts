import type { Building } from '../../../scene/schema/buildings';
import { diceFor } from '../land/dice';
import type { GrownBuilding } from '../land/grow-land';

/** How a house is built: the year, the envelope, the roof. The park opened for building in 2013. */

const PASSIVE_HOUSE_SHARE = 0.16; // 1.17 Mm² reported for 2025 of about 7.3 Mm² planned

export function envelopeOf({ id, use, parcel }: GrownBuilding): Pick<Building, 'envelope' | 'builtYear'> {
  if (use === 'utility' || use === 'car-park') return {};
  const dice = diceFor(`${parcel}/standard`);
  const builtYear = dice.whole(2013, 2025);
  const suited =
    use === 'housing' || use === 'office' || use === 'research' || use === 'kindergarten' || use === 'school';
  const passive = suited && dice.next() < PASSIVE_HOUSE_SHARE * 1.7;
  // One in five of the rest goes beyond the code of its day; id keeps the draw apart from its neighbours'.
  const better = diceFor(`${id}/envelope`).next() < 0.2;
  return { builtYear, envelope: passive ? 'passive-house' : better ? 'low-energy' : 'code' };
}

/** Share of the roof that panels fit on, after plant, stairs and shade; usual survey values by kind of roof. */
export function roofForSunOf({ form, use }: GrownBuilding): number {
  if (use === 'utility' || use === 'energy-station') return 0.2;
  if (form === 'hall') return 0.65;
  if (form === 'sawtooth-hall') return 0.45;
  if (form === 'tower' || form === 'point-block' || form === 'landmark') return 0.15;
  if (form === 'slab') return 0.35;
  return 0.4;
}
