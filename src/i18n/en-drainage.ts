import type { DrainageWords } from './drainage-words-shape';

/** Drainage's words in English. */
export const drainageWords: DrainageWords = {
  kpis: {
    'drainage.rain': { name: 'Rain', formula: 'Rain that falls now.' },
    'drainage.worst-depth': {
      name: 'Deepest water on a road',
      formula: 'Deepest water that stands on any road now.',
    },
    'drainage.deepest': {
      name: 'Deepest water so far',
      formula: 'Deepest water that has stood on any road since the start.',
    },
    'drainage.flooded-roads': {
      name: 'Flooded roads',
      formula: 'Length of the roads on which water stands 0.15 m deep or more somewhere now, each direction by itself.',
    },
    'drainage.most-flooded-roads': {
      name: 'Most flooded roads',
      formula: 'The most that flooded roads have come to at any time since the start.',
    },
    'drainage.on-roads': { name: 'Water on streets', formula: 'Water that stands on streets now.' },
    'drainage.outfall': {
      name: 'Water drained off',
      formula: 'Water that has left by outfalls, and over the banks beside them, since the start.',
    },
    'drainage.into-galleries': {
      name: 'Rain into tunnels',
      formula: 'Water that has run from streets into utility tunnels since the start.',
    },
  },
  kinds: {
    cloudburst: {
      name: 'Cloudburst',
      does: 'A storm falls on all of the city, shaped by its own curve of intensity (Chicago). Drains fill, streets flood; shallow water slows traffic, 0.3 m shuts a road. A high tide holds the drains back.',
      fields: {
        measure: { name: 'How much', options: { 'return-period': 'By return period', total: 'By total' } },
        years: { name: 'Return period' },
        total: { name: 'Total' },
        minutes: { name: 'Lasts' },
        peak: { name: 'Peak after' },
        tide: { name: 'Water at outfalls higher by' },
      },
    },
    'steady-rain': {
      name: 'Steady rain',
      does: 'Rain of one strength falls on all of the city.',
      fields: { intensity: { name: 'Intensity' } },
    },
    snowfall: {
      name: 'Snowfall',
      does: 'Cold air comes within an hour, and with it snow, told as the water that it melts to. It lies and melts, blocks photovoltaics, and slows traffic by up to two fifths until roads are cleared.',
      fields: { intensity: { name: 'Intensity' }, temperature: { name: 'No warmer than' } },
    },
    fog: {
      name: 'Fog',
      does: 'Fog rolls in within a quarter of an hour. Drivers go no faster than they can stop within what they see.',
      fields: { visibility: { name: 'Visibility' } },
    },
    'drain-pump-outage': {
      name: 'Drain pumps out',
      does: 'Pumps that lift storm water stand; where they were needed the water stays.',
      fields: {},
    },
  },
  weather: {
    roads: 'Water on roads',
    shut: 'shut',
    rain: 'Rain',
    snow: 'Snow',
    lies: 'Snow lying, as water',
    sees: 'Visibility',
  },
  happeningTexts: {
    'drainage.main-full': (p) => `Drain runs full: ${p.place}`,
    'drainage.road-flooded': (p) => `Road flooded: ${p.place}`,
    'drainage.road-drained': (p) => `Road drained: ${p.place}`,
    'drainage.water-in-gallery': (p) => `Rain runs into a tunnel: ${p.place}`,
    'drainage.switchgear-flooded': (p) => `Switchgear under water: ${p.place}`,
    'drainage.switchgear-dry': (p) => `Switchgear dry again: ${p.place}`,
  },
};
