/** A day that the scene's weather file describes hour by hour. */
import type { CompiledScene } from '../../../scene/compiled';

export interface NamedHours {
  /** 1 January to 12 December. */
  readonly month: number;
  readonly meanC: number;
  readonly airC: Float64Array;
  readonly cloud: Float64Array;
  readonly windMps: Float64Array;
  readonly rainMmPerH: Float64Array;
}

export function namedDayOf({ scene }: CompiledScene, id: string): NamedHours {
  const day = scene.weather?.days.find((one) => one.id === id);
  if (!day) throw new Error(`expected a day of the scene's weather, found '${id}'`);
  return {
    month: day.month,
    meanC: day.hours.reduce((sum, hour) => sum + hour.temperatureC / day.hours.length, 0),
    airC: Float64Array.from(day.hours, (hour) => hour.temperatureC),
    cloud: Float64Array.from(day.hours, (hour) => hour.cloud),
    windMps: Float64Array.from(day.hours, (hour) => hour.windMps),
    rainMmPerH: Float64Array.from(day.hours, (hour) => hour.rainMmPerH),
  };
}
