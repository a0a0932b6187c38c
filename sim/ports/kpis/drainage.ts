import type { Kpi } from './kpi';

/** Figures of rain, drains and flooded roads. */
export const drainageKpis = {
  'drainage.rain': { unit: 'mm/h', better: 'none', deadband: 0, formula: 'rain that falls now' },
  'drainage.worst-depth': {
    unit: 'm',
    better: 'less',
    deadband: 0.01,
    formula: 'deepest water on a road now',
  },
  'drainage.deepest': {
    unit: 'm',
    better: 'less',
    deadband: 0.01,
    formula: 'deepest water on a road since the start',
  },
  'drainage.flooded-roads': {
    unit: 'km',
    better: 'less',
    deadband: 0,
    formula: 'length of the edges on which water stands 0.15 m deep or more somewhere now',
  },
  'drainage.most-flooded-roads': {
    unit: 'km',
    better: 'less',
    deadband: 0,
    formula: 'the most of that at any time since the start',
  },
  'drainage.on-roads': { unit: 'm³', better: 'less', deadband: 0.01, formula: 'water that stands on streets now' },
  'drainage.outfall': {
    unit: 'm³',
    better: 'none',
    deadband: 0.005,
    formula: 'water that has left by outfalls and over the banks beside them since the start',
  },
  'drainage.into-galleries': {
    unit: 'm³',
    better: 'less',
    deadband: 0,
    formula: 'water that has run from streets into utility tunnels since the start',
  },
} as const satisfies Record<string, Kpi>;
