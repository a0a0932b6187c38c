import { useEffect, useRef } from 'react';
import type { InterventionKind } from '../../../sim';
import { useChrome } from '../../state/chrome';
import { useEdits } from '../../state/edits';
import { usePlaces } from '../../state/places';
import { usePlans } from '../../state/plans';
import { useSelection } from '../../state/selection';
import { compartmentFor, showsEnergy } from './kind-looks';

/**
 * While a kind of change is chosen, clicks in the city choose its places and Escape leaves it, from the first moment: the
 * form's code may still be on its way.
 */
export function usePlacing(kind: InterventionKind | null, onClose: () => void): void {
  const close = useRef(onClose);
  close.current = onClose;
  const tunnels = usePlaces((state) => state.book?.tunnels);
  useEffect(() => {
    if (!kind) return;
    const { startPlacing, stopPlacing } = useSelection.getState();
    useEdits.getState().dismissRefusal();
    const compartment = compartmentFor[kind.kind];
    const disputed = kind.targets.inConflict ? usePlans.getState().plans?.conflicts : undefined;
    const sections = compartment && tunnels ? tunnels.ofKind(compartment) : null;
    const among = disputed ? new Set(disputed.map(({ parcelId }) => parcelId)) : sections;
    const elements = kind.targets.most > 0 ? [kind.targets.kind] : [];
    startPlacing(elements, kind.targets.most, showsEnergy.has(kind.kind), among);
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && useChrome.getState().dialog === null) close.current();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
      stopPlacing();
    };
  }, [kind, tunnels]);
}
