import type { InterventionKind } from '../../../sim';
import { type FigureGroup, kindGroup } from '../../i18n';
import type { CompartmentKind } from '../../state/tunnel-book';
import type { IconName } from '../../ui/icon';

/** The sign of each kind of change; those without have a common one. */
export const kindIcons: Readonly<Record<string, IconName>> = {
  'close-road': 'road',
  'limit-speed': 'speed',
  'event-demand': 'crowd',
  'grow-city': 'crowd',
  'guide-parking': 'parking',
  'guide-drivers': 'road',
  crash: 'crash',
  'one-way': 'one-way',
  'reserve-lane': 'bus-lane',
  'filter-traffic': 'filter',
  'charge-driving': 'charge',
  'green-wave': 'wave',
  'control-signals': 'signal',
  'favour-vehicles': 'priority',
  'open-planned-road': 'new-road',
  'call-help': 'call',
  'substation-outage': 'outage',
  'cut-cable': 'cut',
  'machine-outage': 'outage',
  'cut-gas-main': 'cut',
  'burst-heat-main': 'cut',
  'burst-cooling-main': 'cut',
  'gas-shortage': 'outage',
  'heat-wave': 'sun',
  'cold-snap': 'cold',
  clouds: 'cloud',
  'station-battery': 'energy',
  'station-engines': 'energy',
  'station-heat-pumps': 'house',
  'rooftop-solar': 'solar',
  'retrofit-buildings': 'house',
  'raise-voltage': 'energy',
  'overhead-lines': 'energy',
  'demand-response': 'hold-back',
  'busbar-fault': 'outage',
  'dispatch-aim': 'energy',
  'pan-energy-mix': 'energy',
  'electric-cars': 'energy',
  'managed-charging': 'hold-back',
  'time-of-use': 'charge',
  'control-room': 'call',
  'burst-water-main': 'cut',
  'shut-water-main': 'outage',
  'water-pump-outage': 'outage',
  'fight-fire': 'call',
  'gas-leak': 'gas-leak',
  'gallery-flooding': 'water',
  'gallery-fire': 'fire',
  'gallery-ventilation': 'fan',
  'inspection-robots': 'robot',
  'detector-faults': 'detector',
  'gallery-orders': 'order',
  cloudburst: 'cloud',
  'steady-rain': 'cloud',
  snowfall: 'cold',
  fog: 'cloud',
  'drain-pump-outage': 'outage',
  'build-gallery': 'new-road',
  'settle-plans': 'split',
  'street-works': 'road',
};

/** Changes to the networks themselves: while one is being made, they are drawn. */
export const showsEnergy: ReadonlySet<string> = new Set([
  'substation-outage',
  'cut-cable',
  'cut-gas-main',
  'burst-heat-main',
  'burst-cooling-main',
  'gas-shortage',
  'rooftop-solar',
  'raise-voltage',
  'overhead-lines',
  'demand-response',
  'busbar-fault',
  'machine-outage',
  'electric-cars',
  'managed-charging',
  'time-of-use',
  'control-room',
  'station-battery',
  'station-engines',
  'station-heat-pumps',
]);

/** Where only compartments of one kind can take a change, the form leads there. */
export const compartmentFor: Readonly<Record<string, CompartmentKind>> = { 'gas-leak': 'gas' };

/** Changes to the whole city that mean its galleries: offered only where it has some. */
export const needsGalleries: ReadonlySet<string> = new Set(['inspection-robots']);

/** Once made, they are to be seen: also those whose places are no sections. */
export const showsTunnels: ReadonlySet<string> = new Set([
  'gas-leak',
  'gallery-flooding',
  'gallery-fire',
  'gallery-ventilation',
  'inspection-robots',
  'detector-faults',
  'gallery-orders',
]);

/** Kinds by the part of the city that they change, in their own order. */
export function groupedKinds(
  kinds: readonly InterventionKind[],
): readonly { readonly group: FigureGroup; readonly of: readonly InterventionKind[] }[] {
  const groups = new Map<FigureGroup, InterventionKind[]>();
  for (const kind of kinds) {
    const group = groups.get(kindGroup(kind.kind));
    if (group) group.push(kind);
    else groups.set(kindGroup(kind.kind), [kind]);
  }
  return [...groups].map(([group, of]) => ({ group, of }));
}
