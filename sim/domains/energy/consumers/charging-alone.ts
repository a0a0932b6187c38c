import type { RunSettings } from '../../../ports';
import type { CompiledScene } from '../../../scene/compiled';
import { chargeCars, type Steer } from '../charging/charge-cars';
import { CHARGER_KW, comeAndGo, type Fleet, KWH_A_DAY } from '../charging/come-and-go';
import { createHomeCars, type HomeCars } from '../charging/home-cars';
import { type ChargingProfile, chargingAt, createChargingProfile, growCharging } from '../demand';
import { noTotals } from '../totals';
import type { WeatherNow } from '../weather';
import { SECONDS_A_DAY } from '../weather/calendar';

/** Cars that come to charge by published habits, where nobody drives in the run; with traffic it tells who charges. */
export interface ChargingAlone {
  readonly profile: ChargingProfile;
  readonly cars: HomeCars;
  readonly sitesKw: Float64Array;
  readonly homesKw: Float64Array;
}

const LIVED_STEP_S = 900;

export function chargingAlone(
  scene: CompiledScene,
  { seed, domains }: RunSettings,
  words: Uint32Array,
): ChargingAlone | null {
  if (domains === undefined || domains.includes('traffic')) return null;
  return {
    profile: createChargingProfile(scene, seed),
    cars: createHomeCars(scene, seed, words),
    sitesKw: new Float64Array(scene.elements['charging-site'].count),
    homesKw: new Float64Array(scene.elements.building.count),
  };
}

/** So that who came home before a run begins is plugged in and charging. */
export function liveTheDayBefore({ cars, homesKw }: ChargingAlone, startSeconds: number): void {
  const totals = noTotals();
  const nobody = new Float64Array(homesKw.length);
  const powered = new Float64Array(homesKw.length).fill(1);
  const steer: Steer = { followers: 0, signal: nobody, back: nobody, fromHour: Number.NaN };
  const fleet = { electricShare: cars.usualShare, furtherKw: CHARGER_KW };
  for (let clockS = startSeconds - SECONDS_A_DAY; clockS < startSeconds; clockS += LIVED_STEP_S) {
    const stepS = Math.min(LIVED_STEP_S, startSeconds - clockS);
    comeAndGo(cars, fleet, clockS, stepS, totals);
    chargeCars(cars, steer, clockS, stepS, powered, homesKw, totals);
  }
}

export function stepSites(
  { profile, cars, sitesKw }: ChargingAlone,
  fleet: Fleet,
  now: WeatherNow,
  stepS: number,
): void {
  growCharging(profile, (fleet.electricShare - cars.usualShare) * cars.withoutCharger * KWH_A_DAY);
  chargingAt(profile, now.dayIndex, now.secondOfDay, stepS, sitesKw);
}
