import { useEffect, useState } from 'react';
import { useChrome } from '../../state/chrome';
import { usePart } from '../../state/part';
import type { BuiltEnergy } from '../build/energy/built-energy';
import { useStage } from '../stage/stage-context';

/** The energy networks, which are built after the city stands; nothing where a scene has none. */
export function EnergyLayer() {
  const { energy } = useStage();
  const [built, setBuilt] = useState<BuiltEnergy | null>(null);
  useEffect(() => {
    let isGone = false;
    // Whoever opened the stage says what went wrong.
    energy.then((made) => !isGone && setBuilt(made)).catch(() => {});
    return () => {
      isGone = true;
    };
  }, [energy]);
  const stands = useChrome((state) => state.cityStands);
  const part = usePart(built !== null && stands, () => import('./networks'));
  return built && part && <part.Networks built={built} />;
}
