import type { Unit } from '../../kernel';

export interface Kpi {
  readonly unit: Unit;
  /** Which way is better for the people of the city; 'none' where it depends. */
  readonly better: 'less' | 'more' | 'none';
  /** Differences up to this share of the baseline's value count as none; measured with changes that should do nothing. */
  readonly deadband: number;
  /** The formula in words; a view shows it translated by the KPI's name, this is its meaning for whoever reads the code. */
  readonly formula: string;
}
