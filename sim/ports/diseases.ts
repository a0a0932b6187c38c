import type { KpiName } from './kpis';

/**
 * The four city diseases of the product's brief (城市病: shortage, pollution, congestion, hazards), each with the figures
 * that show it. The first is its headline; a change is held against all of them. Every one is the better the less.
 */
export const cityDiseases = {
  shortage: [
    'energy.unserved-electricity',
    'energy.unserved-heat',
    'energy.unserved-cooling',
    'energy.unserved-gas',
    'water.unserved',
  ],
  pollution: ['traffic.nox', 'traffic.particles', 'traffic.voc', 'traffic.co2', 'energy.co2'],
  congestion: ['traffic.delay', 'traffic.bus-delay', 'traffic.walker-delay'],
  hazards: [
    'traffic.crash-severity',
    'traffic.ambulance-reach',
    'traffic.fire-reach',
    'tunnel.explosive-air',
    'tunnel.sections-drowned',
    'drainage.most-flooded-roads',
    'telecom.sections-unheard',
  ],
} as const satisfies Readonly<Record<string, readonly KpiName[]>>;

export type CityDisease = keyof typeof cityDiseases;
