import type { KpiName } from '../../sim';

/** Figures of the moment that say how the city stands. What adds up from the start grows whatever happens. */
export const mainFigures: readonly KpiName[] = [
  'traffic.mean-speed',
  'traffic.trips-running',
  'traffic.trips-waiting',
  'traffic.trips-stuck',
  'traffic.control-delay',
  'traffic.queue-95',
  'traffic.junctions-at-f',
  'traffic.approaches-over-capacity',
  'traffic.bus-passengers-waiting',
  'traffic.ambulance-reach',
  'traffic.fire-reach',
  'energy.electric-demand',
  'energy.loading-now',
  'energy.buildings-dark',
  'energy.line-pack',
  'energy.co2-now',
  'tunnel.sections-drowned',
  'water.lowest-pressure',
  'water.buildings-short',
  'telecom.nodes-lost',
  'telecom.sections-unheard',
  'drainage.worst-depth',
  'drainage.flooded-roads',
  'works.sites-open',
];
