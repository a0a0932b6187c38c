import { askDemand, settleDemand } from '../demand';
import { type Weather, type WeatherNow, weatherAt } from '../weather';
import type { Consumers } from './consumers';

/** Walls remember some days. */
const DAYS_BEFORE = 4;
const STEP_S = 3_600;

/** A run begins with rooms as the days before have left them: lived through hour by hour, with all that was asked for. */
export function warmRooms(
  { demand, asked, supply, controls }: Pick<Consumers, 'demand' | 'asked' | 'supply' | 'controls'>,
  weather: Weather,
  now: WeatherNow,
): void {
  for (let seconds = -DAYS_BEFORE * 86_400; seconds < 0; seconds += STEP_S) {
    weatherAt(weather, seconds + STEP_S / 2, now);
    askDemand(demand, now, controls, STEP_S, asked);
    settleDemand(demand, asked, supply, STEP_S);
  }
}
