import { useEffect } from 'react';
import { useCompare } from '../../state/compare';
import { differenceBytes, useDifferenceMap } from '../../state/difference-map';
import { type Stage, showSelection } from '../stage/stage';
import { writeDifference } from './road-state';

/** Colours streets by how another scenario differs, while somebody wants to see that. */
export function useDifferences(stage: Stage): void {
  const quantity = useDifferenceMap((state) => state.quantity);
  const found = useCompare((state) => (quantity === null ? null : state.found));
  useEffect(() => {
    const bytes = found && quantity !== null ? differenceBytes(found, quantity) : null;
    // A comparison of a city with other streets is no map of this one.
    const fits = bytes !== null && bytes.length === stage.city.edgeCount;
    if (fits) writeDifference(stage.edgeState, bytes);
    stage.uniforms.uShowDifference.value = fits ? 1 : 0;
    showSelection(stage);
    stage.wake();
  }, [stage, quantity, found]);
}
