import { dispatchResumed, dispatchSpeed } from './energy/dispatch';
import type { AcceptLine } from './line';

export const lines: readonly AcceptLine[] = [dispatchSpeed, dispatchResumed];
