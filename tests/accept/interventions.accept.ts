import { lineOf } from './interventions/row-line';
import { rows } from './interventions/rows';
import type { AcceptLine } from './line';

export const lines: readonly AcceptLine[] = rows.map(lineOf);
