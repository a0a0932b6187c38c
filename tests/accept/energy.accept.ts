import { dispatchResumed, dispatchSpeed, dispatchSpeedOtherAims } from './energy/dispatch';
import type { AcceptLine } from './line';

export const lines: readonly AcceptLine[] = [dispatchSpeed, dispatchSpeedOtherAims, dispatchResumed];
