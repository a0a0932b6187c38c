import type { Kpi } from './kpi';

/** Figures of the water mains. */
export const waterKpis = {
  'water.lowest-pressure': {
    unit: 'm',
    better: 'more',
    deadband: 0.005,
    formula:
      'lowest pressure at any node of the mains where somebody asks for water, in metres of water, over the last minute',
  },
  'water.supplied': {
    unit: 'm³',
    better: 'none',
    deadband: 0.005,
    formula: 'water that has come to customers since the start, what seeps out of mains included',
  },
  'water.unserved': {
    unit: 'm³',
    better: 'less',
    deadband: 0,
    formula:
      'water that was asked for and did not come since the start; by the root of the pressure below the service pressure',
  },
  'water.buildings-short': {
    unit: 'count',
    better: 'less',
    deadband: 0,
    formula: 'buildings to which less than 98 % of what they ask for comes, over the last minute',
  },
  'water.burst-loss': {
    unit: 'm³',
    better: 'less',
    deadband: 0,
    formula: 'water that has escaped from burst mains since the start',
  },
  'water.pump-electricity': {
    unit: 'kWh',
    better: 'less',
    deadband: 0.005,
    formula: 'power that the pumps of the water works have drawn since the start',
  },
} as const satisfies Record<string, Kpi>;
