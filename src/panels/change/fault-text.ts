import { useText } from '../../i18n';
import type { DraftFault } from './draft';

interface Limits {
  readonly least: string;
  readonly most: string;
}

/** What is wrong with one field, in the reader's words. */
export function useFaultText(): (fault: DraftFault, limits?: Limits) => string {
  const { change } = useText();
  return (fault, limits = { least: '–', most: '–' }) => {
    switch (fault) {
      case 'below-least':
        return change.belowLeast(limits);
      case 'above-most':
        return change.aboveMost(limits);
      case 'not-number':
        return change.notNumber;
      case 'not-whole':
        return change.notWhole;
      case 'not-time':
        return change.notTime;
      case 'time-past':
        return change.timePast;
      case 'time-order':
        return change.timeOrder;
      case 'too-few':
        return change.noneChosen;
    }
  };
}
