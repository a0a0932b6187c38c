import type { RunSettings } from '../../../ports';
import type { CompiledScene } from '../../../scene/compiled';
import {
  type ChargingProfile,
  chargingAt,
  createChargingProfile,
  createHomeCharging,
  type HomeCharging,
  homeChargingAt,
} from '../demand';
import type { WeatherNow } from '../weather';

/** Cars that come to charge by published habits, where nobody drives in the run; with traffic it tells who charges. */
export interface ChargingAlone {
  readonly profile: ChargingProfile;
  readonly homes: HomeCharging;
  readonly sitesKw: Float64Array;
  readonly homesKw: Float64Array;
}

export function chargingAlone(scene: CompiledScene, { seed, domains }: RunSettings): ChargingAlone | null {
  if (domains === undefined || domains.includes('traffic')) return null;
  return {
    profile: createChargingProfile(scene, seed),
    homes: createHomeCharging(scene),
    sitesKw: new Float64Array(scene.elements['charging-site'].count),
    homesKw: new Float64Array(scene.elements.building.count),
  };
}

export function stepCharging(
  { profile, homes, sitesKw, homesKw }: ChargingAlone,
  now: WeatherNow,
  stepS: number,
): void {
  chargingAt(profile, now.dayIndex, now.secondOfDay, stepS, sitesKw);
  homeChargingAt(homes, now.secondOfDay, homesKw);
}
