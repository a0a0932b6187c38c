/**
 * What cars draw at home where nobody drives: for years of energy alone. Each home building has the electric cars of its
 * residents that have a charger of their own; they are plugged in with the last way home and charge until they are full,
 * each every few days. Many together are a smooth curve, so it is their mean that is given and nobody is drawn by lot.
 */
import type { CompiledScene } from '../../../scene/compiled';
import { HOURS_A_DAY } from '../weather/calendar';
import { normalShareBelow } from '../weather/variates';

export interface HomeCharging {
  /** Cars with a charger of their own, by building in the order of the element table. */
  readonly cars: Float64Array;
  /** Kilowatts of one such car, mean over days, in the middle of each hour. */
  readonly hourlyKw: Float64Array;
}

/**
 * 353 million vehicles for 1,409 million people (Ministry of Public Security, National Bureau of Statistics, 2024); of
 * them 18.13 of 345 million battery-electric in June 2024, unless the scene says how many of its cars are.
 */
const CARS_A_PERSON = 0.25;
const ELECTRIC_SHARE = 18.13 / 345;
/** 7.12 million private chargers for these 18.13 million (National Energy Administration, June 2024). */
const OWN_CHARGER_SHARE = 7.12 / 18.13;
/** 12,500 km a year at 0.15 kWh/km, nine tenths of what is drawn reaching the cells. */
const KWH_A_DAY = (12_500 * 0.15) / 0.9 / 365;
const CHARGER_KW = 7;
/** Plugged in about twice a week. */
const CHARGES_A_DAY = 0.28;
/** Last way home, NHTS; Qian, Zhou, Allan & Yuan, IEEE Transactions on Power Systems 26, 2011. */
const COMES_HOME_H = 17.6;
const DEVIATION_H = 3.4;
const STEPS_AN_HOUR = 12;

export function createHomeCharging(scene: CompiledScene): HomeCharging {
  const electric = scene.scene.demand?.electricCarShare ?? ELECTRIC_SHARE;
  const residents = new Map((scene.scene.buildings?.buildings ?? []).map((one) => [one.id, one.residents ?? 0]));
  const cars = Float64Array.from(
    scene.elements.building.ids,
    (id) => (residents.get(id) ?? 0) * CARS_A_PERSON * electric * OWN_CHARGER_SHARE,
  );
  return { cars, hourlyKw: hourlyOfACar() };
}

/** Kilowatts by building, at a moment of any day. */
export function homeChargingAt({ cars, hourlyKw }: HomeCharging, secondOfDay: number, into: Float64Array): void {
  const at = secondOfDay / 3_600 - 0.5 + HOURS_A_DAY;
  const whole = Math.floor(at);
  const share = at - whole;
  const from = hourlyKw[whole % HOURS_A_DAY];
  const kw = from + share * (hourlyKw[(whole + 1) % HOURS_A_DAY] - from);
  for (let i = 0; i < cars.length; i++) into[i] = cars[i] * kw;
}

/** Who came so long ago that he is still charging: the arrivals of the hours before, over the clock's ring. */
function hourlyOfACar(): Float64Array {
  const hourlyKw = new Float64Array(HOURS_A_DAY);
  const lastsH = KWH_A_DAY / CHARGES_A_DAY / CHARGER_KW;
  for (let hour = 0; hour < HOURS_A_DAY; hour++) {
    for (let step = 0; step < STEPS_AN_HOUR; step++) {
      const at = hour + (step + 0.5) / STEPS_AN_HOUR;
      for (let turn = -2; turn <= 2; turn++) {
        const since = at + turn * HOURS_A_DAY - COMES_HOME_H;
        const charging = normalShareBelow(since / DEVIATION_H) - normalShareBelow((since - lastsH) / DEVIATION_H);
        hourlyKw[hour] += (CHARGES_A_DAY * CHARGER_KW * charging) / STEPS_AN_HOUR;
      }
    }
  }
  return hourlyKw;
}
