import type { TelecomWords } from './telecom-words-shape';

/** Telecom's words in English. */
export const telecomWords: TelecomWords = {
  kpis: {
    'telecom.nodes-lost': {
      name: 'Telecom nodes lost',
      formula: 'Nodes that no exchange hears now: without power, without a whole fibre, or put out.',
    },
    'telecom.sensors-heard': {
      name: 'Sensors heard',
      formula: 'Share of the sensors that are covered and heard now.',
    },
    'telecom.mean-age': {
      name: 'Mean age of data',
      formula: 'Time since a sensor was last heard, averaged over all sensors and over the run so far.',
    },
    'telecom.worst-age': {
      name: 'Oldest data',
      formula: 'Time since the sensor was last heard that has been silent for longest.',
    },
    'telecom.sections-unheard': {
      name: 'Tunnel sections not heard',
      formula:
        'Sections whose controllers the control centre does not hear now. They act by themselves, and nobody knows.',
    },
    'telecom.crash-known': {
      name: 'Time until a crash is known',
      formula:
        'Averaged over all roads as they are heard now: three minutes and a report’s interval with a detector on the road, ten minutes until somebody calls without.',
    },
  },
  kinds: {
    'sensor-coverage': {
      name: 'Radio coverage for devices (NB-IoT)',
      does: 'Only so many devices of each class are heard. What is not covered grows old: free spaces are not told, crashes are known later, alarms in tunnels reach nobody, meters do not count.',
      fields: {
        parkingPercent: { name: 'Parking spaces, by road' },
        metersPercent: { name: 'Meters' },
        galleriesPercent: { name: 'Tunnel sections' },
        roadsPercent: { name: 'Road detectors' },
      },
    },
    'telecom-outage': {
      name: 'Telecom outage',
      does: 'The chosen nodes fall silent, and whoever is heard only through them. Data keep their last value and grow old; switches wait for a crew; tunnels’ controllers work on alone. Signals keep their plans.',
      fields: { hours: { name: 'How long' } },
    },
  },
  happeningTexts: {
    'telecom.node-lost': (p) => `Telecom node lost: ${p.place}`,
    'telecom.node-back': (p) => `Telecom node back: ${p.place}`,
    'telecom.section-unheard': (p) => `The control centre no longer hears ${p.place}`,
    'telecom.section-back': (p) => `The control centre hears ${p.place} again`,
    'telecom.data-stale': () => 'Sensors have fallen silent; their data are growing old',
    'telecom.data-back': () => 'All sensors are heard again',
  },
};
