import type { InterventionKindName, KpiName } from '../../sim';

/** A figure's group is the part of its name before the dot. */
export type FigureGroup = KpiName extends infer Name
  ? Name extends `${infer Group}.${string}`
    ? Group
    : never
  : never;

export type FigureGroups = Readonly<Record<FigureGroup, string>>;

export function groupOf(name: KpiName): FigureGroup {
  return name.slice(0, name.indexOf('.')) as FigureGroup;
}

/** The part of the city that each kind of change is made to. */
const kindGroups = {
  'gas-leak': 'tunnel',
  'gallery-flooding': 'tunnel',
  'gallery-fire': 'tunnel',
  'gallery-ventilation': 'tunnel',
  'inspection-robots': 'tunnel',
  'detector-faults': 'tunnel',
  'gallery-orders': 'tunnel',
  cloudburst: 'drainage',
  'steady-rain': 'drainage',
  snowfall: 'drainage',
  fog: 'drainage',
  'drain-pump-outage': 'drainage',
  'burst-water-main': 'water',
  'shut-water-main': 'water',
  'water-pump-outage': 'water',
  'fight-fire': 'water',
  'build-gallery': 'works',
  'settle-plans': 'works',
  'street-works': 'works',
  'sensor-coverage': 'telecom',
  'telecom-outage': 'telecom',
  'substation-outage': 'energy',
  'cut-cable': 'energy',
  'machine-outage': 'energy',
  'cut-gas-main': 'energy',
  'burst-heat-main': 'energy',
  'burst-cooling-main': 'energy',
  'gas-shortage': 'energy',
  'heat-wave': 'energy',
  'cold-snap': 'energy',
  'station-battery': 'energy',
  'station-engines': 'energy',
  'station-heat-pumps': 'energy',
  clouds: 'energy',
  'rooftop-solar': 'energy',
  'raise-voltage': 'energy',
  'overhead-lines': 'energy',
  'demand-response': 'energy',
  'retrofit-buildings': 'energy',
  'pan-energy-mix': 'energy',
  'busbar-fault': 'energy',
  'dispatch-aim': 'energy',
  'electric-cars': 'energy',
  'managed-charging': 'energy',
  'time-of-use': 'energy',
  'control-room': 'energy',
  'close-road': 'traffic',
  'limit-speed': 'traffic',
  'call-help': 'traffic',
  crash: 'traffic',
  'one-way': 'traffic',
  'reserve-lane': 'traffic',
  'filter-traffic': 'traffic',
  'charge-driving': 'traffic',
  'green-wave': 'traffic',
  'control-signals': 'traffic',
  'favour-vehicles': 'traffic',
  'open-planned-road': 'traffic',
  'guide-parking': 'traffic',
  'guide-drivers': 'traffic',
  'grow-city': 'traffic',
  'event-demand': 'traffic',
} as const satisfies Readonly<Record<InterventionKindName, FigureGroup>>;

export function kindGroup(kind: string): FigureGroup {
  return Object.hasOwn(kindGroups, kind) ? kindGroups[kind as InterventionKindName] : 'traffic';
}
