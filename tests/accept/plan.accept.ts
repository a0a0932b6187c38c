import type { AcceptLine } from './line';
import { besideEachOther } from './plan/beside-each-other';
import { editInThePast } from './plan/edit-in-the-past';
import { killedBrowser } from './plan/killed-browser';
import { shelfFaults } from './plan/shelf-faults';

export const lines: readonly AcceptLine[] = [editInThePast, besideEachOther, killedBrowser, shelfFaults];
