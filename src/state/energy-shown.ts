import type { ElementKind } from '../../sim';
import { useLook } from './look';
import { useSelection } from './selection';

/** Parts of the electrical grid: whoever picks one, or is to pick one, has to see it. */
const gridKinds: ReadonlySet<ElementKind> = new Set<ElementKind>(['branch', 'transformer', 'bus']);

/** Whether the energy networks are drawn: because somebody asked for it, or because a change or a choice is about them. */
export function energyIsShown(): boolean {
  const { placing, selected } = useSelection.getState();
  return useLook.getState().showEnergy || isAboutGrid(placing?.kinds) || isAboutGrid(selected ? [selected.kind] : []);
}

/** The same for a component. */
export function useEnergyShown(): boolean {
  const isAsked = useLook((state) => state.showEnergy);
  const isMeant = useSelection(
    ({ placing, selected }) => isAboutGrid(placing?.kinds) || isAboutGrid(selected ? [selected.kind] : []),
  );
  return isAsked || isMeant;
}

function isAboutGrid(kinds: readonly ElementKind[] = []): boolean {
  return kinds.some((kind) => gridKinds.has(kind));
}
