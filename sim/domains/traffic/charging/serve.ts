/**
 * A reckoning at one site: who has lost patience goes, who is full enough frees his plug, free plugs are taken in the
 * order of coming, and those who stand at one share what the site may draw until the next reckoning.
 */
import { CHARGER_EFFICIENCY } from '../emissions/battery';
import { acceptedW } from './acceptance';
import { AT_PLUG, type Cars, PARKED, WAITS } from './cars';
import { sharePower } from './share-power';
import { choosePlug, freePlug, joinQueue, leaveQueue, NOBODY, type Stands, takePlug } from './stands';

/** Told of everyone whose waiting ends: he stands at a plug now, or has given up. */
export type Told = (car: number, gotPlug: boolean, waitedS: number) => void;

/** Comes to a site: true where he stands at a plug at once, else he waits. */
export function comeToSite(stands: Stands, cars: Cars, car: number, site: number, nowS: number): boolean {
  cars.site[car] = site;
  cars.sinceS[car] = nowS;
  if (stands.firstWaiting[site] === NOBODY && plugIn(stands, cars, car, site, nowS)) return true;
  joinQueue(stands, cars.next, site, car);
  cars.doing[car] = WAITS;
  return false;
}

function plugIn(stands: Stands, cars: Cars, car: number, site: number, nowS: number): boolean {
  const wantedJ = (cars.targetJ[car] - cars.chargeJ[car]) / CHARGER_EFFICIENCY;
  const plug = choosePlug(stands, site, wantedJ, cars.staysUntilS[car] - nowS);
  if (plug === NOBODY) return false;
  takePlug(stands, site, plug, car);
  cars.plug[car] = plug;
  cars.doing[car] = AT_PLUG;
  return true;
}

export function unplug(stands: Stands, cars: Cars, car: number): void {
  freePlug(stands, cars.site[car], cars.plug[car]);
  cars.plug[car] = -1;
  cars.site[car] = -1;
  cars.doing[car] = PARKED;
}

/** Charges for so long; answers the energy that the site has drawn. `supply` is the share of its limit that it may draw. */
export function serveSite(
  stands: Stands,
  cars: Cars,
  site: number,
  nowS: number,
  seconds: number,
  supply: number,
  told: Told,
): number {
  const { plugStart, plugCar, plugW, limitW, firstWaiting, wantedW, givenW } = stands;
  const first = plugStart[site];
  const end = plugStart[site + 1];
  stands.drawnW[site] = 0;
  if (stands.inUse[site] === 0 && firstWaiting[site] === NOBODY) return 0;
  loseImpatient(stands, cars, site, nowS, told);
  for (let plug = first; plug < end; plug++) {
    const car = plugCar[plug];
    if (car !== NOBODY && cars.chargeJ[car] >= cars.targetJ[car]) unplug(stands, cars, car);
  }
  while (firstWaiting[site] !== NOBODY) {
    const car = firstWaiting[site];
    if (!plugIn(stands, cars, car, site, nowS)) break;
    leaveQueue(stands, cars.next, site, NOBODY, car);
    told(car, true, nowS - cars.sinceS[car]);
  }
  for (let plug = first; plug < end; plug++) {
    const car = plugCar[plug];
    wantedW[plug - first] = car === NOBODY ? 0 : Math.min(plugW[plug], wantedOf(cars, car, seconds));
  }
  sharePower(wantedW, end - first, limitW[site] * supply, givenW);
  let drawnW = 0;
  for (let plug = first; plug < end; plug++) {
    const car = plugCar[plug];
    if (car === NOBODY) continue;
    drawnW += givenW[plug - first];
    give(cars, car, givenW[plug - first], seconds);
  }
  stands.drawnW[site] = drawnW;
  return drawnW * seconds;
}

/** Power from the grid that a car would take until the next reckoning, so that it does not come out above its target. */
export function wantedOf({ chargeJ, capacityJ, targetJ }: Cars, car: number, seconds: number): number {
  const missingJ = targetJ[car] - chargeJ[car];
  if (!(missingJ > 0)) return 0;
  return Math.min(acceptedW(chargeJ[car], capacityJ[car]), missingJ / (CHARGER_EFFICIENCY * seconds));
}

export function give({ chargeJ, targetJ }: Cars, car: number, powerW: number, seconds: number): void {
  if (powerW > 0) chargeJ[car] = Math.min(targetJ[car], chargeJ[car] + powerW * seconds * CHARGER_EFFICIENCY);
}

function loseImpatient(stands: Stands, cars: Cars, site: number, nowS: number, told: Told): void {
  let before = NOBODY;
  for (let car = stands.firstWaiting[site]; car !== NOBODY; ) {
    const behind = cars.next[car];
    if (cars.patientUntilS[car] <= nowS) {
      leaveQueue(stands, cars.next, site, before, car);
      cars.doing[car] = PARKED;
      told(car, false, nowS - cars.sinceS[car]);
      cars.site[car] = -1;
    } else before = car;
    car = behind;
  }
}
