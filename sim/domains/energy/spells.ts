/**
 * Heat waves and cold snaps that somebody asked for: they come within half a day of being called, stay as long as the
 * knob is turned, and go within half a day after. Sky and wind change with them as the weather's own events say.
 */
import { type Decoder, type Encoder, secondsFromHours } from '../../kernel';
import type { KnobValues } from '../../ports';
import { coldSnap, heatWave, type WeatherEvent } from './weather';

const COMES_WITHIN_S = secondsFromHours(12);

/** How far each has come, 0 to 1, and by how many degrees it is to be. */
export interface Spells {
  heatStrength: number;
  heatK: number;
  coldStrength: number;
  coldK: number;
}

export const noSpells = (): Spells => ({ heatStrength: 0, heatK: 0, coldStrength: 0, coldK: 0 });

export function stepSpells(spells: Spells, heat: KnobValues, cold: KnobValues, stepS: number): void {
  const step = stepS / COMES_WITHIN_S;
  if (!Number.isNaN(heat.values[0])) spells.heatK = heat.values[0];
  if (!Number.isNaN(cold.values[0])) spells.coldK = cold.values[0];
  spells.heatStrength = moved(spells.heatStrength, Number.isNaN(heat.values[0]) ? -step : step);
  spells.coldStrength = moved(spells.coldStrength, Number.isNaN(cold.values[0]) ? -step : step);
}

const moved = (strength: number, by: number): number => Math.min(1, Math.max(0, strength + by));

/** As the weather knows events: begun as long ago as they have come. */
export function eventsNow(spells: Spells, seconds: number): readonly WeatherEvent[] {
  const events: WeatherEvent[] = [];
  const since = (strength: number) => seconds - strength * COMES_WITHIN_S;
  const endless = { rampSeconds: COMES_WITHIN_S, toSeconds: Number.POSITIVE_INFINITY };
  if (spells.heatStrength > 0) events.push({ ...heatWave(since(spells.heatStrength), 1, spells.heatK), ...endless });
  if (spells.coldStrength > 0) events.push({ ...coldSnap(since(spells.coldStrength), 1, -spells.coldK), ...endless });
  return events;
}

export function saveSpells({ heatStrength, heatK, coldStrength, coldK }: Spells, out: Encoder): void {
  out.f64(heatStrength).f64(heatK).f64(coldStrength).f64(coldK);
}

export function loadSpells(spells: Spells, from: Decoder): void {
  spells.heatStrength = from.f64();
  spells.heatK = from.f64();
  spells.coldStrength = from.f64();
  spells.coldK = from.f64();
}
