/** From the runs of one seed to plain numbers: what is expected of them, what the place is like, what an absorbed failure leaves. */
import { kpis, type LimitName } from '../../../sim/ports';
import { marginAfter } from '../../../sim/studies';
import type { CaseRuns } from './live-pairs';
import type { Expectation, Figure, LivedRun, PairedCase } from './row';

export interface SeedFigures {
  /** In the order of the case's expectations. */
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly placebo: readonly number[] | null;
  /** In the order of the case's conditions. */
  readonly conditions: readonly number[];
  readonly margin: AbsorbedMargin | null;
}

/** What is nearest to a limit at the end, of all that the change has brought nearer to one. */
export interface AbsorbedMargin {
  readonly limit: LimitName;
  readonly element: string;
  readonly left: number;
  readonly leftBefore: number;
}

export function figuresOf(of: PairedCase, runs: CaseRuns): SeedFigures {
  const { a, b, placebo, alone } = runs;
  const values = of.expected.map(({ figure }) => {
    if (typeof figure === 'object') {
      if (alone)
        throw new Error('met a figure of two runs where changes are held against their sum, expected one of a run');
      return [...figure.of(a, b), placebo ? figure.of(a, placebo)[1] : 0];
    }
    const before = alone
      ? figureOf(figure, alone.first) + figureOf(figure, alone.second) - figureOf(figure, alone.none)
      : figureOf(figure, a);
    return [before, figureOf(figure, b), placebo ? figureOf(figure, placebo) : 0];
  });
  return {
    a: values.map(([before]) => before),
    b: values.map(([, after]) => after),
    placebo: placebo ? values.map(([, , idle]) => idle) : null,
    conditions: (of.conditions ?? []).map(({ figure }) => figureOf(figure, a)),
    margin: of.isAbsorbed ? marginOf(a, b) : null,
  };
}

function figureOf(figure: Figure, run: LivedRun): number {
  const value = typeof figure === 'function' ? figure(run) : run.end[figure];
  if (value === undefined || Number.isNaN(value)) {
    throw new Error(`met no value of ${typeof figure === 'function' ? 'a figure' : figure}, expected one of each run`);
  }
  return value;
}

function marginOf(a: LivedRun, b: LivedRun): AbsorbedMargin | null {
  // Nothing stands aside as "the failed element itself": no element has an empty name.
  const nobody = { domain: '', elementKind: 'edge', element: '' as never } as const;
  const { margin } = marginAfter(nobody, { usedAtEnd: b.strains }, { usedAtEnd: a.strains }, a.scene);
  if (!margin) return null;
  const { limit, element, left, leftBefore } = margin;
  return { limit, element, left, leftBefore };
}

export function deadbandOf({ figure, bandAs }: Expectation): number {
  if (bandAs !== undefined) return kpis[bandAs].deadband;
  if (typeof figure === 'string') return kpis[figure].deadband;
  return typeof figure === 'object' ? (figure.deadband ?? 0) : 0;
}
