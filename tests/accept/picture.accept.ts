import type { AcceptLine } from './line';
import { budgets } from './picture/budgets';
import { costOfFrames } from './picture/cost-of-frames';
import { endurance } from './picture/endurance';
import { loading } from './picture/loading';

/** Issue 6: what the picture may cost. Frames a second on a graphics card are not here: this machine may have none. */
export const lines: readonly AcceptLine[] = [...costOfFrames, ...budgets, ...endurance, ...loading];
