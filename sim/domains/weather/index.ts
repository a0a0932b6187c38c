/**
 * Weather as it is felt: of what energy's sky and drainage's storms bring, what falls as snow and lies, how wet roads
 * are, how far one sees, and what that does to drivers and to panels. It holds the calendar of a run for whoever draws it.
 */
import { Decoder, Encoder } from '../../kernel';
import { type Domain, type FrameSection, type Patch, type SectionSpec, turnKnob } from '../../ports';
import {
  createWeatherState,
  loadState,
  saveState,
  type WeatherKnobName,
  type WeatherState,
  weatherKnobNames,
} from './state';
import { type Reads, reads, stepWeather, type Writes, writes } from './step';

export type { WeatherState } from './state';

const KIND = 'weather';
const VERSION = 1;
const PERIOD_SECONDS = 60;

/**
 * One row: day of the year on which the run began (1 to 365), °C outside, share of cloud, wind in m/s, rain and snow in
 * mm of water an hour, extinction of light per km by air with what falls, and by fog, snow that lies on the ground and
 * on roads in mm of water, film of water on roads in mm, share of panels under snow.
 */
const section: SectionSpec = { name: 'weather.now', type: 'f32', stride: 12, capacity: 1 };
const M_PER_KM = 1_000;

const encode = (state: WeatherState) => saveState(state, new Encoder(KIND, VERSION).text(state.scene.hash));

export const weatherDomain: Domain<WeatherState, Reads, Writes> = {
  name: 'weather',
  periodSeconds: PERIOD_SECONDS,
  reads,
  writes,
  create: createWeatherState,
  step: stepWeather,
  patch(state, patch): Patch {
    const inverse = patch.map((turn) => {
      if (!(weatherKnobNames as readonly string[]).includes(turn.knob)) {
        throw new Error(`met the knob '${turn.knob}', expected one of weather`);
      }
      return turnKnob(state.knobs[turn.knob as WeatherKnobName], turn);
    });
    return inverse.reverse();
  },
  measure() {},
  frameSections: () => [section],
  writeFrame(state, sections) {
    for (const each of sections) writeNow(state, each);
  },
  save: (state) => encode(state).finish(),
  encode,
  load(scene, settings, saved) {
    const state = createWeatherState(scene, settings);
    const from = new Decoder(saved, KIND, VERSION);
    const hash = from.text();
    if (hash !== scene.hash) throw new Error(`met weather saved in scene ${hash}, expected ${scene.hash}`);
    loadState(state, from);
    from.end();
    return state;
  },
};

function writeNow(state: WeatherState, into: FrameSection): void {
  const out = into.f32;
  out[0] = state.startDay;
  out[1] = state.airC;
  out[2] = state.cloud;
  out[3] = state.windMps;
  out[4] = state.rainMmPerH;
  out[5] = state.snowMmPerH;
  out[6] = state.airPerM * M_PER_KM;
  out[7] = state.fogPerM * M_PER_KM;
  out[8] = state.groundSnowMm;
  out[9] = state.roadSnowMm;
  out[10] = state.roadWetMm;
  out[11] = state.southCover;
  into.count = 1;
}
