import { useFrame } from '@react-three/fiber';
import { useState } from 'react';
import { usePart } from '../../state/part';
import { useStage } from '../stage/stage-context';

/** What draws rain and snow comes with the first of it. */
export function PrecipitationGate() {
  const stage = useStage();
  const [hasFallen, setFallen] = useState(false);
  useFrame(() => {
    const { rainMmPerH, snowMmPerH } = stage.weather;
    if (!hasFallen && rainMmPerH + snowMmPerH > 0) setFallen(true);
  });
  const part = usePart(hasFallen, () => import('./precipitation-layer'));
  return part && <part.PrecipitationLayer />;
}
