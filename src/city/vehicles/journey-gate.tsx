import { usePart } from '../../state/part';
import { useVehicle } from '../../state/vehicle';

/** What draws a vehicle's way comes with the first that is picked. */
export function JourneyGate() {
  const isPicked = useVehicle((state) => state.row !== null);
  const part = usePart(isPicked, () => import('./journey-layer'));
  return part && <part.JourneyLayer />;
}
