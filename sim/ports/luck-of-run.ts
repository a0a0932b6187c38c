/**
 * What chance brings to a run. A copy that is lived ahead has the city's past and not its future: of what has been drawn
 * so far it keeps every draw, and of what is drawn from then on none, as nobody could know it. So copies of one run part.
 */
import { createLuck, type Luck } from '../kernel';

/** Another seed, from a moment on; clock seconds since the midnight before the run. */
export interface OtherLuck {
  readonly seed: number;
  readonly fromSeconds: number;
}

export interface LuckOfRun {
  /** Of who lives where, of habits, and of all that has been. */
  readonly known: Luck;
  /** Of what is drawn at the moment at which it happens: never drawn for the past. */
  readonly coming: Luck;
  /** Of what belongs to a time, and may be drawn at any other. */
  at(clockSeconds: number): Luck;
}

export function luckOfRun({ seed, otherLuck }: { readonly seed: number; readonly otherLuck?: OtherLuck }): LuckOfRun {
  const known = createLuck(seed);
  if (otherLuck === undefined) return { known, coming: known, at: () => known };
  const coming = createLuck(otherLuck.seed);
  return { known, coming, at: (clockSeconds) => (clockSeconds < otherLuck.fromSeconds ? known : coming) };
}
