import type { Kpi } from './kpi';

/** Figures of the park as a whole, against the reference city that it is held to. */
export const parkKpis = {
  'park.clean-share': {
    unit: '%',
    better: 'more',
    deadband: 0.005,
    formula:
      'gas, and what sun, wind and ground gave (0.1229 kgce/kWh), over these and power bought (0.33, the grid of 2012), since the start',
  },
  'park.renewable-share': {
    unit: '%',
    better: 'more',
    deadband: 0.005,
    formula: 'what sun, wind and ground gave over all energy, likewise',
  },
  'park.energy-saving': {
    unit: '%',
    better: 'more',
    deadband: 0.005,
    formula:
      'fossil energy less than in the reference city since the start: the same people and weather, standard buildings, coal heat at 62 %, grid power at 0.33 kgce/kWh',
  },
  'park.co2-cut': {
    unit: '%',
    better: 'more',
    deadband: 0.005,
    formula: 'carbon dioxide less than in the reference city, coal at 2.60 kg/kgce in boilers and for the grid',
  },
  'park.co2-cut-today': {
    unit: '%',
    better: 'more',
    deadband: 0.005,
    formula: 'likewise, with the grid of Shandong in 2022 (0.641 kg/kWh) on both sides',
  },
  'park.so2-cut': {
    unit: '%',
    better: 'more',
    deadband: 0.005,
    formula: 'sulphur dioxide, likewise, by factors fitted to the published figure (coal 6.8, gas 0.474 kg/tce)',
  },
  'park.nox-cut': {
    unit: '%',
    better: 'more',
    deadband: 0.005,
    formula: 'nitrogen oxides, likewise, by fitted factors (coal 7.0, gas 3.3 kg/tce)',
  },
  'park.dust-cut': {
    unit: '%',
    better: 'more',
    deadband: 0.005,
    formula: 'dust, likewise, by fitted factors (coal 1.13, gas 0.215 kg/tce)',
  },
  'park.coal-saved': {
    unit: 't',
    better: 'more',
    deadband: 0.005,
    formula: 'standard coal that the reference city has burnt more since the start',
  },
  'park.reference-heat': {
    unit: 'kWh',
    better: 'none',
    deadband: 0.005,
    formula: 'heat that the reference city has taken since the start, from boilers of coal',
  },
  'park.reference-cooling': {
    unit: 'kWh',
    better: 'none',
    deadband: 0.005,
    formula: 'cold that chillers have made there since the start, 3.5 for each kWh of power',
  },
  'park.reference-electricity': {
    unit: 'kWh',
    better: 'none',
    deadband: 0.005,
    formula: 'power that it has drawn from the grid since the start, chillers and charging included',
  },
  'park.intensity': {
    unit: 'tce/10k ¥',
    better: 'less',
    deadband: 0.005,
    formula:
      'fossil energy over what the park makes in the same time; 6.34 billion yuan a year, implied by the published figures',
  },
  'park.monitored-share': {
    unit: '%',
    better: 'more',
    deadband: 0.002,
    formula:
      'of the energy handed over to houses, chargers and signals since the start (electricity, heat, cold, gas, a kWh for a kWh), what passed a meter there that could be heard in that moment: its telecom node and the way to the exchange had power',
  },
  'park.monitored-electricity': {
    unit: '%',
    better: 'more',
    deadband: 0.002,
    formula: 'likewise, of electricity alone',
  },
  'park.monitored-heat': { unit: '%', better: 'more', deadband: 0.002, formula: 'likewise, of heat alone' },
  'park.monitored-cooling': { unit: '%', better: 'more', deadband: 0.002, formula: 'likewise, of cold alone' },
  'park.monitored-gas': {
    unit: '%',
    better: 'more',
    deadband: 0.002,
    formula: 'likewise, of gas alone, as burnt in buildings',
  },
} as const satisfies Record<string, Kpi>;
