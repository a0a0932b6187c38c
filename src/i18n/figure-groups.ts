import type { KpiName } from '../../sim';

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
