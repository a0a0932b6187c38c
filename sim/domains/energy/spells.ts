/**
 * Heat waves and cold snaps that somebody asked for: they come within half a day of being called, stay as long as the
 * knob is turned, and go within half a day after. Sky and wind change with them as the weather's own events say. Clouds
 * are quicker: the edge of a field of them passes over the park within minutes.
 */
import { type Decoder, type Encoder, secondsFromHours } from '../../kernel';
import type { KnobValues } from '../../ports';
import { coldSnap, heatWave, type WeatherEvent } from './weather';

const COMES_WITHIN_S = secondsFromHours(12);
/** Four kilometres of park at 13 m/s, a usual wind at the height of cumulus. */
const CLOUDS_COME_WITHIN_S = 300;
/** A cold front passes. */
const AIR_COMES_WITHIN_S = secondsFromHours(1);

/** How far each has come, 0 to 1, and by how many degrees it is to be. */
export interface Spells {
  heatStrength: number;
  heatK: number;
  coldStrength: number;
  coldK: number;
  cloudStrength: number;
  /** Share of the sky. */
  cloud: number;
  airStrength: number;
  airC: number;
}

export const noSpells = (): Spells => ({
  heatStrength: 0,
  heatK: 0,
  coldStrength: 0,
  coldK: 0,
  cloudStrength: 0,
  cloud: 0,
  airStrength: 0,
  airC: 0,
});

export function stepSpells(
  spells: Spells,
  heat: KnobValues,
  cold: KnobValues,
  clouds: KnobValues,
  air: KnobValues,
  stepS: number,
): void {
  const step = stepS / COMES_WITHIN_S;
  if (!Number.isNaN(heat.values[0])) spells.heatK = heat.values[0];
  if (!Number.isNaN(cold.values[0])) spells.coldK = cold.values[0];
  if (!Number.isNaN(clouds.values[0])) spells.cloud = clouds.values[0];
  spells.heatStrength = moved(spells.heatStrength, Number.isNaN(heat.values[0]) ? -step : step);
  spells.coldStrength = moved(spells.coldStrength, Number.isNaN(cold.values[0]) ? -step : step);
  if (!Number.isNaN(air.values[0])) spells.airC = air.values[0];
  const passed = stepS / AIR_COMES_WITHIN_S;
  spells.airStrength = moved(spells.airStrength, Number.isNaN(air.values[0]) ? -passed : passed);
  const blown = stepS / CLOUDS_COME_WITHIN_S;
  spells.cloudStrength = moved(spells.cloudStrength, Number.isNaN(clouds.values[0]) ? -blown : blown);
}

const moved = (strength: number, by: number): number => Math.min(1, Math.max(0, strength + by));

/** As the weather knows events: begun as long ago as they have come; rain that was asked for brings its clouds. */
export function eventsNow(spells: Spells, seconds: number, overcast: number): readonly WeatherEvent[] {
  const events: WeatherEvent[] = [];
  const since = (strength: number) => seconds - strength * COMES_WITHIN_S;
  const endless = { rampSeconds: COMES_WITHIN_S, toSeconds: Number.POSITIVE_INFINITY };
  if (spells.heatStrength > 0) events.push({ ...heatWave(since(spells.heatStrength), 1, spells.heatK), ...endless });
  if (spells.coldStrength > 0) events.push({ ...coldSnap(since(spells.coldStrength), 1, -spells.coldK), ...endless });
  if (spells.cloudStrength > 0) {
    const rampSeconds = CLOUDS_COME_WITHIN_S;
    const fromSeconds = seconds - spells.cloudStrength * rampSeconds;
    events.push({ fromSeconds, rampSeconds, toSeconds: Number.POSITIVE_INFINITY, deltaC: 0, cloud: spells.cloud });
  }
  if (spells.airStrength > 0) {
    const fromSeconds = seconds - spells.airStrength * AIR_COMES_WITHIN_S;
    const air = { deltaC: 0, atMostC: spells.airC, toSeconds: Number.POSITIVE_INFINITY };
    events.push({ fromSeconds, rampSeconds: AIR_COMES_WITHIN_S, ...air });
  }
  if (overcast > 0) {
    const fromSeconds = seconds - overcast * CLOUDS_COME_WITHIN_S;
    events.push({
      fromSeconds,
      rampSeconds: CLOUDS_COME_WITHIN_S,
      toSeconds: Number.POSITIVE_INFINITY,
      deltaC: 0,
      cloud: 1,
    });
  }
  return events;
}

export function saveSpells(of: Spells, out: Encoder): void {
  out.f64(of.heatStrength).f64(of.heatK).f64(of.coldStrength).f64(of.coldK).f64(of.cloudStrength).f64(of.cloud);
  out.f64(of.airStrength).f64(of.airC);
}

export function loadSpells(spells: Spells, from: Decoder): void {
  spells.heatStrength = from.f64();
  spells.heatK = from.f64();
  spells.coldStrength = from.f64();
  spells.coldK = from.f64();
  spells.cloudStrength = from.f64();
  spells.cloud = from.f64();
  spells.airStrength = from.f64();
  spells.airC = from.f64();
}
