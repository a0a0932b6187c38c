import type { WaterWords } from './water-words-shape';

/** Water's words in English. */
export const waterWords: WaterWords = {
  kpis: {
    'water.lowest-pressure': {
      name: 'Lowest water pressure',
      formula: 'Lowest pressure in the mains wherever somebody draws, in metres of water, over the last minute.',
    },
    'water.supplied': {
      name: 'Water supplied',
      formula: 'Water that has come to customers since the start, with what seeps out of mains.',
    },
    'water.unserved': {
      name: 'Water not delivered',
      formula:
        'Water that was asked for and did not come since the start: below the service pressure less comes, by the root of the pressure (Wagner).',
    },
    'water.buildings-short': {
      name: 'Buildings short of water',
      formula: 'Buildings to which less than 98 % of what they ask for comes, over the last minute.',
    },
    'water.burst-loss': {
      name: 'Water lost by bursts',
      formula: 'Water that has escaped from burst mains since the start.',
    },
    'water.pump-electricity': {
      name: 'Power of water pumps',
      formula: 'Power that the pumps of the water works have drawn since the start.',
    },
  },
  kinds: {
    'burst-water-main': {
      name: 'Water main burst',
      does: 'A main bursts and the pressure around it falls. Gauges see a large burst, people call in a small one; then valves are shut, from afar or by the crew, and the main is mended within hours. In a gallery the water runs into it.',
      fields: { hole: { name: 'Width of the hole' } },
    },
    'shut-water-main': {
      name: 'Shut a water main',
      does: 'Shuts the valves at both ends of a main. Water finds other ways where there are any.',
      fields: {},
    },
    'water-pump-outage': {
      name: 'Water pumps out',
      does: 'Pumps of the water works stop. The others run faster; where they cannot, the pressure falls and less water comes.',
      fields: {},
    },
    'fight-fire': {
      name: 'Fight a fire',
      does: 'Hydrants are opened at the chosen buildings. Who lives around them feels it where mains are narrow.',
      fields: { flow: { name: 'Water for each' } },
    },
  },
  happeningTexts: {
    'water.main-burst': (p) => `Water main burst: ${p.place}`,
    'water.burst-found': (p) => `Burst found: ${p.place}`,
    'water.crew-sent': (p) => `Crew on its way to the burst: ${p.place}`,
    'water.valve-shut': (p) => `Valve shut: ${p.place}`,
    'water.main-shut-off': (p) => `Burst main shut off: ${p.place}`,
    'water.main-mended': (p) => `Water main mended: ${p.place}`,
    'water.supply-low': (p) => `Buildings short of water, worst: ${p.place}`,
    'water.supply-back': () => 'Everybody has water again',
    'water.pump-dead': (p) => `Water pump without power: ${p.place}`,
    'water.pump-back': (p) => `Water pump runs again: ${p.place}`,
  },
};
