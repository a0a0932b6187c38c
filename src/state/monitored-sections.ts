import { isAlarm, isAtRest, type SectionNow, sectionNow } from './section-state';
import type { CompartmentKind } from './tunnel-book';

/** One section as it is now, with the name it goes by. */
export interface MonitoredSection {
  readonly id: string;
  readonly name: string;
  readonly kind: CompartmentKind;
  readonly now: SectionNow;
  /** 0 at rest, 1 not, 2 where somebody has to act. */
  readonly gravity: 0 | 1 | 2;
}

export const monitorColumns = ['state', 'name', 'gas', 'oxygen', 'air', 'water', 'sight'] as const;
export type MonitorColumn = (typeof monitorColumns)[number];

/** GB 8958: with less of it air is short of oxygen. */
export const SHORT_OF_OXYGEN = 0.195;

interface Named {
  readonly id: string;
  readonly name: string;
  readonly kind: CompartmentKind;
}

/** Every section of a frame; nothing before the first one. Slots are in the order of the names. */
export function monitored(rows: Float32Array, names: readonly Named[]): readonly MonitoredSection[] {
  const found: MonitoredSection[] = [];
  names.forEach((named, slot) => {
    const now = sectionNow(rows, slot);
    if (now) found.push({ ...named, now, gravity: isAlarm(now) ? 2 : isAtRest(rows, slot) ? 0 : 1 });
  });
  return found;
}

/** How much each column has to say of a section: the more, the further up. */
const weights: Readonly<Record<Exclude<MonitorColumn, 'name'>, (of: MonitoredSection) => number>> = {
  state: ({ gravity, now }) => gravity + Math.min(0.9, now.gasShare),
  gas: ({ now }) => now.gasShare,
  oxygen: ({ now }) => -now.oxygenShare,
  air: ({ now }) => now.airC,
  water: ({ now }) => now.waterM,
  sight: ({ now }) => -now.sightM,
};

/** What is worst first; equal ones by name. Turned round where that is asked. */
export function sortedBy(
  all: readonly MonitoredSection[],
  column: MonitorColumn,
  isReversed: boolean,
  language: string,
): readonly MonitoredSection[] {
  const byName = (a: MonitoredSection, b: MonitoredSection) => a.name.localeCompare(b.name, language);
  const compare =
    column === 'name'
      ? byName
      : (a: MonitoredSection, b: MonitoredSection) => weights[column](b) - weights[column](a) || byName(a, b);
  return [...all].sort(isReversed ? (a, b) => compare(b, a) : compare);
}

/** Rows stay where they lay while somebody aims at one; those that were not there follow. */
export function inHeldOrder(sorted: readonly MonitoredSection[], held: readonly string[]): readonly MonitoredSection[] {
  const placeOf = new Map(held.map((id, place) => [id, place]));
  const place = ({ id }: MonitoredSection) => placeOf.get(id) ?? held.length;
  return [...sorted].sort((a, b) => place(a) - place(b));
}
