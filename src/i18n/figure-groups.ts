import type { KpiName } from '../../sim';
import { drainageWords } from './en-drainage';
import { energyWords } from './en-energy';
import { telecomWords } from './en-telecom';
import { tunnelWords } from './en-tunnel';
import { waterWords } from './en-water';
import { worksWords } from './en-works';

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

/** The part of the city that a kind of change is made to: where its words stand. */
export function kindGroup(kind: string): FigureGroup {
  if (Object.hasOwn(tunnelWords.kinds, kind)) return 'tunnel';
  if (Object.hasOwn(drainageWords.kinds, kind)) return 'drainage';
  if (Object.hasOwn(waterWords.kinds, kind)) return 'water';
  if (Object.hasOwn(worksWords.kinds, kind)) return 'works';
  if (Object.hasOwn(telecomWords.kinds, kind)) return 'telecom';
  return Object.hasOwn(energyWords.kinds, kind) ? 'energy' : 'traffic';
}
