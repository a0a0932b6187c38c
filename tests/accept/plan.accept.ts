import type { AcceptLine } from './line';
import { besideEachOther } from './plan/beside-each-other';
import { editInThePast } from './plan/edit-in-the-past';

export const lines: readonly AcceptLine[] = [editInThePast, besideEachOther];
