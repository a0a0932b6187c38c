import type { ElementKind } from '../../sim';
import { type Carrier, useCarriers } from './carriers';
import { useLook } from './look';
import { useSelection } from './selection';

/** Parts of the electrical grid: whoever has picked one has to see it. */
const gridKinds: ReadonlySet<ElementKind> = new Set<ElementKind>(['branch', 'transformer', 'bus']);

type Selection = Pick<ReturnType<typeof useSelection.getState>, 'placing' | 'selected'>;

/** Whether the energy networks are drawn: because somebody asked for it, or because a change or a choice is about them. */
export function energyIsShown(): boolean {
  return useLook.getState().showEnergy || isMeant(useSelection.getState());
}

/** The same for a component. */
export function useEnergyShown(): boolean {
  const isAsked = useLook((state) => state.showEnergy);
  const isAbout = useSelection(isMeant);
  return isAsked || isAbout;
}

/** Whether a change to the networks is being placed: until that is over, they are drawn whatever is asked. */
export function useEnergyNeeded(): boolean {
  return useSelection((state) => state.placing !== null && isMeant(state));
}

/** Whether a carrier's network is drawn where networks are; electricity also wherever a change or a choice is about it. */
export function carrierIsShown(carrier: Carrier): boolean {
  return useCarriers.getState().shown[carrier] || (carrier === 'electricity' && isMeant(useSelection.getState()));
}

/** Shows the networks, or takes them away together with what was picked of them. */
export function toggleEnergy(): void {
  const { placing, selected, pick } = useSelection.getState();
  if (placing && isMeant({ placing, selected })) return;
  const isShown = energyIsShown();
  useLook.getState().setShowEnergy(!isShown);
  if (isShown && isMeant({ placing, selected })) pick(null);
}

function isMeant({ placing, selected }: Selection): boolean {
  if (placing) return placing.showsEnergy || placing.kinds.some((kind) => gridKinds.has(kind));
  return selected !== null && gridKinds.has(selected.kind);
}
