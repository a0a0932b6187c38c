import type { Look } from '../../state/look';
import type { Atmosphere } from './atmosphere';
import type { ShownWeather } from './shown-weather';

type Rgb = readonly [number, number, number];

/** Light and air as weather leaves them, and the colour of fog and falling snow seen from within. */
export interface WeatheredAir extends Atmosphere {
  readonly mist: Rgb;
}

/** Fog is drawn so deep: it thins by a factor of e over this height. */
export const FOG_DEPTH_M = 26;
/** What of the sun's beam is left under a sky that is all cloud: none in truth, so much that form is still seen (Kasten & Czeplak 1980: a quarter of all light). */
const BEAM_LEFT = 0.14;

/**
 * Clouds take the beam and give the sky more to shine with, less of it in all; they take its colour too. Heavy rain is
 * darker, snow on the ground lights from below. By looking, after the shares of radiation that the engine reckons with.
 */
export function underWeather(clear: Atmosphere, weather: ShownWeather, look: Look): WeatheredAir {
  const isRoom = look === 'control-room';
  const overcast = smooth(0.3, 1, weather.cloud);
  const dark = 0.36 * smooth(0.5, 45, weather.rainMmPerH) + 0.12 * smooth(0.2, 5, weather.snowMmPerH);
  const fogged = 1 - Math.exp(-weather.fogPerM * FOG_DEPTH_M * 2);
  const veiled = Math.max(overcast, fogged);
  const dim = 1 - dark;
  const greyed = (colour: Rgb, towards: number, share: number): Rgb => {
    const grey = towards * dim;
    return mix(colour, [grey * 0.975, grey * 1, grey * 1.005], share);
  };
  const zenithLight = light(clear.zenith);
  const horizonLight = light(clear.horizon);
  const share = veiled * (isRoom ? 0.5 : 0.92);
  const zenith = greyed(clear.zenith, zenithLight * 0.55 + horizonLight * 0.33, share);
  const horizon = greyed(clear.horizon, horizonLight * 0.9, share);
  const skyLight = greyed(clear.skyLight, light(clear.skyLight) * 1.02, share * 0.9);
  const day = 1 - clear.night;
  const white = weather.groundSnow * (isRoom ? 0.25 : 0.8);
  const groundLight = mix(clear.groundLight, mix(skyLight, [1, 1, 1], 0.25), white);
  // Night fog over a city is lit by it from below.
  const nightMist: Rgb = isRoom ? [0.1, 0.138, 0.182] : [0.15, 0.152, 0.172];
  const mist = mix(nightMist, mix(horizon, [0.9, 0.91, 0.92], 0.35 * (1 - dark)), isRoom ? 0 : day);
  return {
    zenith,
    horizon,
    sun: mix(clear.sun, [1, 1, 1], 0.6 * veiled),
    sunIntensity: clear.sunIntensity * (1 - (1 - BEAM_LEFT) * (isRoom ? 0.4 : 1) * veiled),
    skyLight,
    groundLight,
    skyIntensity:
      clear.skyIntensity * (1 + (isRoom ? 0.1 : (1.3 + 0.25 * weather.groundSnow) * day) * veiled) * (1 - 0.75 * dark),
    night: clear.night,
    mist,
  };
}

const light = ([r, g, b]: Rgb): number => 0.3 * r + 0.55 * g + 0.15 * b;

const mix = (a: Rgb, b: Rgb, share: number): Rgb => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
];

function smooth(from: number, to: number, value: number): number {
  const share = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return share * share * (3 - 2 * share);
}
