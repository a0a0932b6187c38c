import type { Kpi } from './kpi';

/** Figures of what is heard of the city. */
export const telecomKpis = {
  'telecom.nodes-lost': {
    unit: 'count',
    better: 'less',
    deadband: 0,
    formula: 'nodes that no exchange hears, for want of power, of a whole fibre, or because they were put out, now',
  },
  'telecom.sensors-heard': {
    unit: '%',
    better: 'more',
    deadband: 0,
    formula: 'share of the sensors with a telecom node that are covered and heard, now',
  },
  'telecom.mean-age': {
    unit: 's',
    better: 'less',
    deadband: 0,
    formula:
      'time since a sensor was last heard, averaged over all sensors with a telecom node and over the run so far',
  },
  'telecom.worst-age': {
    unit: 's',
    better: 'less',
    deadband: 0,
    formula: 'time since that sensor was last heard which has been silent for longest, now',
  },
  'telecom.sections-unheard': {
    unit: 'count',
    better: 'less',
    deadband: 0,
    formula: 'sections of galleries whose controllers the control centre does not hear, now',
  },
  'telecom.crash-known': {
    unit: 's',
    better: 'less',
    deadband: 0,
    formula: 'time after which a crash would be known, averaged over all roads as they are heard now',
  },
} as const satisfies Record<string, Kpi>;
