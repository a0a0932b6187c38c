import type { KpiName } from './kpis';

/**
 * The six core systems of a city (IBM, A vision of smarter cities, 2009: people, business and government, transport,
 * communication, water, energy), each with the figures that show what a change does there. The first is its headline.
 * Utility tunnels are the city's own works: who runs and pays for them is government, what happens in them is felt by what
 * lies in them.
 */
export const coreSystems = {
  people: [
    'traffic.mean-duration',
    'traffic.walker-delay',
    'traffic.crash-severity',
    'traffic.ambulance-response',
    'energy.buildings-dark',
    'water.buildings-short',
  ],
  government: ['energy.cost', 'works.capex', 'works.site-days', 'tunnel.crew-hours', 'tunnel.alarms'],
  transport: ['traffic.delay', 'traffic.mean-speed', 'traffic.bus-delay', 'traffic.parking-search', 'traffic.co2'],
  communication: ['telecom.mean-age', 'telecom.nodes-lost', 'telecom.sections-unheard', 'telecom.crash-known'],
  water: ['water.unserved', 'water.burst-loss', 'drainage.most-flooded-roads', 'tunnel.highest-water'],
  energy: [
    'energy.unserved-electricity',
    'energy.unserved-heat',
    'energy.unserved-cooling',
    'energy.unserved-gas',
    'energy.breaker-trips',
    'energy.worst-loading',
    'energy.network-losses',
    'energy.co2',
  ],
} as const satisfies Readonly<Record<string, readonly KpiName[]>>;

export type CoreSystem = keyof typeof coreSystems;
export const coreSystemNames = Object.keys(coreSystems) as readonly CoreSystem[];
