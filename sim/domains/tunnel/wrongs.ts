/** What is wrong in a section and nobody has found yet: the clock of detection runs from its beginning to the first alarm. */
import type { KnobValues } from '../../ports';
import type { TunnelKnobs } from './knobs';
import { FOUND, NOTHING_WRONG, type SectionState } from './section-state';
import type { TunnelRun } from './state';
import type { Totals } from './totals';

const isTurned = ({ values }: KnobValues, slot: number): boolean => values[slot] > 0;

export const hasHole = (knobs: TunnelKnobs, { gasMended }: SectionState, s: number): boolean =>
  isTurned(knobs['gallery-section.gas-hole'], s) && gasMended[s] === 0;
export const hasFire = (knobs: TunnelKnobs, { fireMended }: SectionState, s: number): boolean =>
  isTurned(knobs['gallery-section.fire'], s) && fireMended[s] === 0;
export const hasInflow = (knobs: TunnelKnobs, { inflowMended }: SectionState, s: number): boolean =>
  isTurned(knobs['gallery-section.inflow'], s) && inflowMended[s] === 0;

/** What has been mended stays so until the change that broke it ends; then it may break again. */
export function forgetMended(knobs: TunnelKnobs, { gasMended, fireMended, inflowMended }: SectionState): void {
  for (let s = 0; s < gasMended.length; s++) {
    if (!isTurned(knobs['gallery-section.gas-hole'], s)) gasMended[s] = 0;
    if (!isTurned(knobs['gallery-section.fire'], s)) fireMended[s] = 0;
    if (!isTurned(knobs['gallery-section.inflow'], s)) inflowMended[s] = 0;
  }
}

export function watchWrongs({ sections }: TunnelRun, knobs: TunnelKnobs, bursts: Float64Array, nowS: number): void {
  const { wrongSinceS } = sections;
  for (let s = 0; s < wrongSinceS.length; s++) {
    const isWrong =
      hasHole(knobs, sections, s) || hasFire(knobs, sections, s) || hasInflow(knobs, sections, s) || bursts[s] > 0;
    if (isWrong && wrongSinceS[s] === NOTHING_WRONG) wrongSinceS[s] = nowS;
    else if (!isWrong) wrongSinceS[s] = NOTHING_WRONG;
  }
}

/** An alarm, or a robot, has found what is wrong here or next door. */
export function noteFound({ sections, plan }: TunnelRun, totals: Totals, section: number, nowS: number): void {
  const { wrongSinceS } = sections;
  const { before, after } = plan.galleries.sections;
  for (const s of [section, before[section], after[section]]) {
    if (s < 0 || wrongSinceS[s] < 0) continue;
    totals.foundCount++;
    totals.foundAfterS += nowS - wrongSinceS[s];
    wrongSinceS[s] = FOUND;
  }
}

/** Averaged over what was found and what was not, which counts to now; null where nothing has been wrong. */
export function detectionTimeS({ sections }: TunnelRun, totals: Totals): number | null {
  let count = totals.foundCount;
  let seconds = totals.foundAfterS;
  for (const since of sections.wrongSinceS) {
    if (since < 0) continue;
    count++;
    seconds += totals.elapsedS - since;
  }
  return count === 0 ? null : seconds / count;
}
