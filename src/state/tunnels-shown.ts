import { useLook } from './look';
import { useSelection } from './selection';

type Selection = Pick<ReturnType<typeof useSelection.getState>, 'placing' | 'selected'>;

/** Whether the galleries are opened up: because somebody asked for it, or because a change or a choice is about them. */
export function tunnelsAreShown(): boolean {
  return useLook.getState().showTunnels || isMeant(useSelection.getState());
}

/** The same for a component. */
export function useTunnelsShown(): boolean {
  const isAsked = useLook((state) => state.showTunnels);
  const isAbout = useSelection(isMeant);
  return isAsked || isAbout;
}

/** Whether a change to galleries is being placed: until that is over, they are open whatever is asked. */
export function useTunnelsNeeded(): boolean {
  return useSelection((state) => state.placing !== null && isMeant(state));
}

/** Opens the galleries, or closes them together with what was picked of them. */
export function toggleTunnels(): void {
  const { placing, selected, pick } = useSelection.getState();
  if (placing && isMeant({ placing, selected })) return;
  const isShown = tunnelsAreShown();
  useLook.getState().setShowTunnels(!isShown);
  if (isShown && isMeant({ placing, selected })) pick(null);
}

function isMeant({ placing, selected }: Selection): boolean {
  return placing ? placing.kinds.includes('gallery-section') : selected?.kind === 'gallery-section';
}
