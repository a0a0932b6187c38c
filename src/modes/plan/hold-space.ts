import { useEffect } from 'react';
import type { EngineClient } from '../../engine/engine-face';
import { useChrome } from '../../state/chrome';
import { lookBack, useLookBack } from '../../state/look-back';
import { togglePlay } from '../../state/time-commands';
import { isPressable, isTyping } from './key-targets';

/** A shorter press plays or pauses, or presses the button that has the focus; a longer one shows A while it lasts. */
const HOLD_MS = 250;

export function useHoldSpace(engine: EngineClient | null): void {
  useEffect(() => {
    if (!engine) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isDown = false;
    const onDown = (event: KeyboardEvent) => {
      if (event.key !== ' ' || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || useChrome.getState().dialog !== null) return;
      // A button is pressed when the key comes up again; until then it may yet be a hold.
      if (!isPressable(event.target)) event.preventDefault();
      if (isDown) return;
      isDown = true;
      timer = setTimeout(() => lookBack(engine, true), HOLD_MS);
    };
    const end = () => {
      isDown = false;
      clearTimeout(timer);
      lookBack(engine, false);
    };
    const onUp = (event: KeyboardEvent) => {
      if (event.key !== ' ' || !isDown) return;
      const wasHeld = useLookBack.getState().isHeld;
      end();
      if (wasHeld) event.preventDefault();
      else if (!isPressable(event.target)) togglePlay(engine);
    };
    window.addEventListener('keydown', onDown);
    window.addEventListener('keyup', onUp);
    // A key that comes up in another window is never heard of.
    window.addEventListener('blur', end);
    return () => {
      end();
      window.removeEventListener('keydown', onDown);
      window.removeEventListener('keyup', onUp);
      window.removeEventListener('blur', end);
    };
  }, [engine]);
}
