import type { Happening } from '../../sim';
import { CauseIndex } from './cause-graph';

const shared = new CauseIndex();

/** One index for the page, brought up to the record. */
export const causeIndexOf = (record: readonly Happening[]): CauseIndex => shared.update(record);
