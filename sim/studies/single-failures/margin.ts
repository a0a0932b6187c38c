import type { ElementId } from '../../kernel';
import { type LimitName, limits } from '../../ports';
import type { CompiledScene } from '../../scene';
import type { Lived } from './forks';
import type { SingleFailure } from './list-failures';

/** What is nearest to a limit when the grace is over. */
export interface Margin {
  readonly limit: LimitName;
  readonly element: ElementId;
  /** Share of the limit that is left; below 0 it is passed. */
  readonly left: number;
  /** The same without the failure. */
  readonly leftBefore: number;
  /** False where the failure has brought nothing nearer to a limit: then it is what is nearest in its own network. */
  readonly isFelt: boolean;
}

/** Below this share of a limit a change is the day's own. */
const FELT = 0.005;

/** Of all that the failure has brought nearer to a limit, what is nearest; and how many it has pushed past one. */
export function marginAfter(
  { domain, elementKind, element }: Pick<SingleFailure, 'domain' | 'elementKind' | 'element'>,
  lived: Pick<Lived, 'usedAtEnd'>,
  undisturbed: Pick<Lived, 'usedAtEnd'>,
  { elements }: CompiledScene,
): { readonly margin: Margin | null; readonly passed: readonly Margin[] } {
  let margin: Margin | null = null;
  const passed: Margin[] = [];
  const offer = (one: Margin) => {
    if (margin === null || (one.isFelt && !margin.isFelt)) margin = one;
    else if (one.isFelt === margin.isFelt && one.left < margin.left) margin = one;
  };
  for (const [limit, used] of lived.usedAtEnd) {
    const { per, domain: owner } = limits[limit];
    const usual = undisturbed.usedAtEnd.get(limit);
    for (let slot = 0; slot < used.length; slot++) {
      const id = elements[per].ids[slot];
      if (Number.isNaN(used[slot]) || (per === elementKind && id === element)) continue;
      const before = usual === undefined || Number.isNaN(usual[slot]) ? 0 : usual[slot];
      const isFelt = used[slot] - before > FELT;
      if (!isFelt && owner !== domain) continue;
      const one = { limit, element: id, left: 1 - used[slot], leftBefore: 1 - before, isFelt };
      offer(one);
      if (isFelt && used[slot] >= 1 && before < 1) passed.push(one);
    }
  }
  return { margin, passed };
}
