import { useMemo } from 'react';
import type { Happening } from '../../../sim';
import type { CauseIndex } from '../../state/cause-graph';
import { causeIndexOf } from '../../state/cause-index';
import { useRun } from '../../state/run';

/** The page's index; a new object each time the record has grown, so that lists are made anew. */
export function useCauseIndex(): { readonly index: CauseIndex; readonly record: readonly Happening[] } {
  const record = useRun((state) => state.happenings);
  return useMemo(() => ({ index: causeIndexOf(record), record }), [record]);
}
