/** What followed from a failure, as a few lines for people: one for each thing that happened, with its first time and place. */
import type { Happening } from '../../ports';

export interface ChainLink {
  /** Since the failure. */
  readonly seconds: number;
  readonly code: string;
  readonly element: string;
  /** How many of these there were. */
  readonly count: number;
  /** The happening that it came of. */
  readonly because: string;
}

const STARTED = 'intervention.started';

/** Of all that goes back to the failure by its causes, the first of each kind. */
export function chainOf(heard: readonly Happening[], secondsAt: (tick: number) => number): ChainLink[] {
  const rooted = new Map<number, Happening>();
  const links = new Map<string, { -readonly [Key in keyof ChainLink]: ChainLink[Key] }>();
  for (const each of heard) {
    const cause = each.causes.map((id) => rooted.get(id)).find((one) => one !== undefined);
    if (each.code !== STARTED && cause === undefined) continue;
    rooted.set(each.id, each);
    if (cause === undefined) continue;
    const key = `${each.code} ${cause.code}`;
    const known = links.get(key);
    if (known === undefined) {
      const { code, element } = each;
      links.set(key, { seconds: secondsAt(each.tick), code, element, count: 1, because: cause.code });
    } else known.count++;
  }
  return [...links.values()];
}
