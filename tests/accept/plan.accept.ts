import type { AcceptLine } from './line';
import { besideEachOther } from './plan/beside-each-other';
import { costOfPanels } from './plan/cost-of-panels';
import { editInThePast } from './plan/edit-in-the-past';
import { firstDelta } from './plan/first-delta';
import { killedBrowser } from './plan/killed-browser';
import { shelfFaults } from './plan/shelf-faults';

export const lines: readonly AcceptLine[] = [
  firstDelta,
  editInThePast,
  besideEachOther,
  killedBrowser,
  shelfFaults,
  costOfPanels,
];
