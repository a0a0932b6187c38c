/** Cars at their owners' own chargers: one each, as strong as one phase lets, whatever the house has besides. */
import { AT_HOME_PLUG, PARKED } from './cars';
import type { Charging } from './charging';
import { give, wantedOf } from './serve';

export const HOME_CHARGER_W = 7_000; // 220 V, 32 A: mode 3 of GB/T 18487.1-2015

/** Charges for so long; answers what all homes have drawn. `supply` is by building, null where all have theirs. */
export function serveHomes({ cars, homeW }: Charging, seconds: number, supply: Float64Array | null): number {
  homeW.fill(0);
  let drawnJ = 0;
  for (let car = 0; car < cars.count; car++) {
    if (cars.doing[car] !== AT_HOME_PLUG) continue;
    if (cars.chargeJ[car] >= cars.targetJ[car]) {
      cars.doing[car] = PARKED;
      continue;
    }
    const home = cars.home[car];
    const share = supply === null ? 1 : supply[home];
    const powerW = Math.min(HOME_CHARGER_W * share, wantedOf(cars, car, seconds));
    give(cars, car, powerW, seconds);
    homeW[home] += powerW;
    drawnJ += powerW * seconds;
  }
  return drawnJ;
}
