/** How well modelled flows agree with counted ones, by the statistic of G. E. Havers: it forgives more where more drives. */

export interface Counted {
  /** Slot of the edge, hour of the day, vehicles in that hour. */
  readonly edge: number;
  readonly hour: number;
  readonly count: number;
}

export interface GehRow extends Counted {
  readonly model: number;
  readonly geh: number;
}

export interface GehTable {
  readonly rows: readonly GehRow[];
  /** Share of rows below 5; 0.85 is what is asked of a model. */
  readonly shareBelow5: number;
  readonly meanGeh: number;
  readonly counted: number;
  readonly modelled: number;
}

/** Of vehicles an hour. */
export function gehOf(model: number, count: number): number {
  const sum = model + count;
  return sum === 0 ? 0 : Math.sqrt((2 * (model - count) * (model - count)) / sum);
}

export function gehTable(counts: readonly Counted[], model: Float64Array): GehTable {
  const rows = counts.map((row, i) => ({ ...row, model: model[i], geh: gehOf(model[i], row.count) }));
  const sum = (value: (row: GehRow) => number) => rows.reduce((total, row) => total + value(row), 0);
  const each = rows.length > 0 ? 1 / rows.length : 0;
  return {
    rows,
    shareBelow5: each * sum(({ geh }) => (geh < 5 ? 1 : 0)),
    meanGeh: each * sum(({ geh }) => geh),
    counted: sum(({ count }) => count),
    modelled: sum((row) => row.model),
  };
}
