import { useEffect, useState } from 'react';
import { useChrome } from '../../state/chrome';
import { usePart } from '../../state/part';
import type { BuiltTunnels } from '../build/tunnels/built-tunnels';
import { useStage } from '../stage/stage-context';

/** The galleries, which are built last; nothing where a scene has none. */
export function TunnelLayer() {
  const { tunnels } = useStage();
  const [built, setBuilt] = useState<BuiltTunnels | null>(null);
  useEffect(() => {
    let isGone = false;
    // Whoever opened the stage says what went wrong.
    tunnels.then((made) => !isGone && setBuilt(made)).catch(() => {});
    return () => {
      isGone = true;
    };
  }, [tunnels]);
  const stands = useChrome((state) => state.cityStands);
  const part = usePart(built !== null && stands, () => import('./galleries'));
  return built && part && <part.Galleries built={built} />;
}
