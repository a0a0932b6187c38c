import { usePart } from '../../state/part';
import { useWalk } from '../../state/walk';

/** The way in: what draws the inside of a gallery comes when somebody first goes there. */
export function WalkGate() {
  const isInside = useWalk((state) => state.section !== null);
  const part = usePart(isInside, () => import('./walk-layer'));
  return part && <part.WalkLayer />;
}
