/**
 * What cells take: constant current up to four fifths, then constant voltage, with a current that fades in proportion to
 * what is still missing (CC–CV, any textbook; Guzzella and Sciarretta, Vehicle Propulsion Systems, ch. 4), until it is a
 * twentieth of the capacity an hour: that is full. Left out: warmth, age, and the steps of makers' own curves.
 */
import { CHARGER_EFFICIENCY } from '../emissions/battery';

/** One capacity an hour: from 30 to 80 % in half an hour, as Chinese makers promise of a quick charger. */
const MOST_PER_S = 1 / 3_600;
export const TAPERS_FROM = 0.8;
/** Where the fading current has come down to a twentieth of the capacity an hour. */
export const FULL = 0.99;

/** Power from the grid that a car can use, by how full it is; what is lost on the way to the cells included. */
export function acceptedW(chargeJ: number, capacityJ: number): number {
  const share = chargeJ / capacityJ;
  const fades = share <= TAPERS_FROM ? 1 : Math.max(0, (1 - share) / (1 - TAPERS_FROM));
  return (MOST_PER_S * capacityJ * fades) / CHARGER_EFFICIENCY;
}
