import type { CoreSystem, InterventionKindName } from '../../../sim';
import { type FigureGroup, kindGroup } from '../../i18n';

const systemOfGroup: Readonly<Record<FigureGroup, CoreSystem>> = {
  traffic: 'transport',
  energy: 'energy',
  park: 'energy',
  tunnel: 'government',
  water: 'water',
  drainage: 'water',
  telecom: 'communication',
  works: 'government',
};

/** Kinds that are about another system than the part of the city that they are listed under. */
const others: Partial<Record<InterventionKindName, CoreSystem>> = {
  'grow-city': 'people',
  'event-demand': 'people',
  'call-help': 'people',
  'gas-leak': 'energy',
  'gallery-flooding': 'water',
  fog: 'transport',
  snowfall: 'transport',
};

/** The one of the six core systems that a change acts on first. */
export function systemOfKind(kind: string): CoreSystem {
  return others[kind as InterventionKindName] ?? systemOfGroup[kindGroup(kind)];
}
