/** What pairs of runs come to. It comes when somebody compares, with the statistics that it needs. */
import { compareEdges, comparePairs, compareSeries, type RunPair } from '../../sim';

/** Null while they are too few. */
export function judgePairs(pairs: readonly RunPair[]) {
  const compared = comparePairs(pairs);
  if (!compared.ok) return null;
  return { comparison: compared.value, series: compareSeries(pairs), edges: compareEdges(pairs) };
}
