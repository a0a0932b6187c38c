import type { ElectricityFile } from '../schema/electricity';

type Switch = ElectricityFile['switches'][number];
type Branch = Pick<ElectricityFile['branches'][number], 'from' | 'to' | 'feeder'>;

/** The end of its branch that a switch stands at: the one it names; else a feeder's busbar, else where the branch comes from. */
export function endOf({ at }: Pick<Switch, 'at'>, { from, to, feeder }: Branch, barOf: ReadonlyMap<string, string>) {
  const bus = at ?? (feeder !== undefined && barOf.get(feeder) === to ? to : from);
  return bus === to ? 'to' : 'from';
}

/** The busbar of each feeder, for `endOf`. */
export const barsOf = (feeders: ElectricityFile['feeders']): ReadonlyMap<string, string> =>
  new Map(feeders.map(({ id, bus }) => [id, bus]));
