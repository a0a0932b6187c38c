import { useMemo } from 'react';
import type { Happening } from '../../../sim';
import { CauseIndex } from '../../state/cause-graph';
import { useRun } from '../../state/run';

const shared = new CauseIndex();

/** One index for the page, brought up to the record; a new object each time it has grown, so that lists are made anew. */
export function useCauseIndex(): { readonly index: CauseIndex; readonly record: readonly Happening[] } {
  const record = useRun((state) => state.happenings);
  return useMemo(() => ({ index: shared.update(record), record }), [record]);
}
