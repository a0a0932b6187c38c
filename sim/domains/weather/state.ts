import type { Decoder, Encoder } from '../../kernel';
import {
  createKnobValues,
  type KnobName,
  type KnobValues,
  loadKnobValues,
  type RunSettings,
  saveKnobValues,
  startDayOf,
} from '../../ports';
import type { CompiledScene } from '../../scene/compiled';

/** In the order in which they are saved. */
export const weatherKnobNames = ['city.fog'] as const satisfies readonly KnobName[];
export type WeatherKnobName = (typeof weatherKnobNames)[number];

/** What weather leaves behind, in the order in which it is saved; the rest is what the last step was told and found. */
export const lastingNames = [
  'groundSnowMm',
  'roadSnowMm',
  'roadWetMm',
  'southCover',
  'eastWestCover',
  'fogPerM',
  'overcast',
] as const;
export const passingNames = [
  'airC',
  'cloud',
  'windMps',
  'humidity',
  'sunWPerM2',
  'rainMmPerH',
  'snowMmPerH',
  'airPerM',
] as const;
export type Lasting = Record<(typeof lastingNames)[number], number>;
export type Passing = Record<(typeof passingNames)[number], number>;

/** Snow is told as the water that it would melt to; extinction is of light, in a metre of air. */
export interface WeatherState extends Lasting, Passing {
  readonly scene: CompiledScene;
  readonly knobs: Readonly<Record<WeatherKnobName, KnobValues>>;
  /** Of the year, 1 to 365. */
  readonly startDay: number;
}

export function createWeatherState(scene: CompiledScene, settings: RunSettings): WeatherState {
  const none = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, 0]));
  return {
    scene,
    knobs: { 'city.fog': createKnobValues(1) },
    startDay: startDayOf(scene, settings),
    ...(none(lastingNames) as Lasting),
    ...(none(passingNames) as Passing),
    airC: 15,
    humidity: 0.7,
    cloud: 0.3,
    windMps: 4,
  };
}

export function saveState(state: WeatherState, out: Encoder): Encoder {
  for (const name of weatherKnobNames) saveKnobValues(state.knobs[name], out);
  for (const name of [...lastingNames, ...passingNames]) out.f64(state[name]);
  return out;
}

export function loadState(state: WeatherState, from: Decoder): void {
  for (const name of weatherKnobNames) loadKnobValues(state.knobs[name], from);
  for (const name of [...lastingNames, ...passingNames]) state[name] = from.f64();
}
