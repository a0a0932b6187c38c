import { useEffect, useState } from 'react';
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
  const part = usePart(built !== null, () => import('./galleries'));
  return built && part && <part.Galleries built={built} />;
}
