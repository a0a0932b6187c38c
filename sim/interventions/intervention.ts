import type { ElementId } from '../kernel';

/** A change to the city as data: a kind of the table, what it is done to, its settings, and from when to when. */
export interface Intervention {
  /** Unique in its scenario. */
  readonly id: string;
  readonly kind: string;
  readonly targets: readonly ElementId[];
  readonly settings: Readonly<Record<string, number | string | boolean>>;
  /** Simulated seconds since the start of the run; `untilSeconds` null means to the end. */
  readonly fromSeconds: number;
  readonly untilSeconds: number | null;
}
