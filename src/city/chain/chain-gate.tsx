import { useCauseView } from '../../state/cause-view';
import { usePart } from '../../state/part';

/** What draws the chain of causes comes when somebody first asks for one. */
export function ChainGate() {
  const isAsked = useCauseView((state) => state.focus !== null);
  const part = usePart(isAsked, () => import('./chain-layer'));
  return part && <part.ChainLayer />;
}
