import type { Unit } from '../kernel';

export interface Kpi {
  readonly unit: Unit;
  /** Which way is better for the people of the city; 'none' where it depends. */
  readonly better: 'less' | 'more' | 'none';
  /** Differences up to this share of the baseline's value count as none; measured with changes that should do nothing. */
  readonly deadband: number;
  /** The formula in words; a view shows it translated by the KPI's name, this is its meaning for whoever reads the code. */
  readonly formula: string;
}

/** Every figure the city is judged by, on one page: its unit, its formula, which way is better. */
export const kpis = {
  'traffic.trips-inserted': {
    unit: 'trips',
    better: 'none',
    deadband: 0,
    formula: 'trips that have entered the network since the start',
  },
  'traffic.trips-arrived': {
    unit: 'trips',
    better: 'more',
    deadband: 0.005,
    formula: 'trips that have reached their destination since the start',
  },
  'traffic.trips-waiting': {
    unit: 'trips',
    better: 'less',
    deadband: 0.01,
    formula: 'trips whose departure is due and that have found no room to enter',
  },
  'traffic.trips-running': { unit: 'veh', better: 'none', deadband: 0.01, formula: 'vehicles in the network now' },
  'traffic.trips-stuck': {
    unit: 'veh',
    better: 'less',
    deadband: 0,
    formula: 'vehicles that have not moved for five minutes',
  },
  'traffic.trips-diverted': {
    unit: 'trips',
    better: 'less',
    deadband: 0,
    formula: 'trips that changed route or destination because a road was shut',
  },
  'traffic.mean-duration': {
    unit: 's',
    better: 'less',
    deadband: 0.005,
    formula:
      'time from entering to arriving, or to now for trips under way, averaged over all trips inserted since the start',
  },
  'traffic.mean-time-loss': {
    unit: 's',
    better: 'less',
    deadband: 0.01,
    formula:
      'duration less the time the distance driven would take at the baseline limit, averaged over all trips inserted, plus the wait to enter',
  },
  'traffic.mean-waiting': {
    unit: 's',
    better: 'less',
    deadband: 0.01,
    formula: 'time below 0.1 m/s, averaged over all trips inserted',
  },
  'traffic.delay': {
    unit: 'veh·h',
    better: 'less',
    deadband: 0.01,
    formula: 'time lost by all trips together, arrived, under way and waiting to enter',
  },
  'traffic.distance': { unit: 'veh·km', better: 'none', deadband: 0.005, formula: 'distance driven by all vehicles' },
  'traffic.mean-speed': {
    unit: 'km/h',
    better: 'more',
    deadband: 0.005,
    formula: 'distance driven over time spent, all vehicles, over the last KPI window',
  },
} as const satisfies Record<string, Kpi>;

export type KpiName = keyof typeof kpis;
