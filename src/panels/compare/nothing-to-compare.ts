import { useCompare } from '../../state/compare';
import { useEdits } from '../../state/edits';

/** Whether A and B are the same city: B has no change yet, and A is the baseline. */
export function useNothingToCompare(): boolean {
  const hasChanges = useEdits((state) => state.history.list.length > 0);
  const againstId = useCompare((state) => state.againstId);
  return !hasChanges && againstId === null;
}
