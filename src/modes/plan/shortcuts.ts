import { useEffect } from 'react';
import type { EngineClient } from '../../engine/engine-face';
import { languages } from '../../i18n';
import { useChrome } from '../../state/chrome';
import { redoLast, undoLast } from '../../state/edits';
import { toggleEnergy } from '../../state/energy-shown';
import { useFlows } from '../../state/flows';
import { useSpoken } from '../../state/language';
import { useLook } from '../../state/look';
import { toggleMiniMap } from '../../state/mini-map';
import { usePlaces } from '../../state/places';
import { toggleSplit } from '../../state/split';
import { goAhead, paces, setPace } from '../../state/time-commands';
import { toggleTunnels } from '../../state/tunnels-shown';
import { useVehicle } from '../../state/vehicle';
import { walkInside } from '../../state/walk';
import { isTyping } from './key-targets';

/** Keys that work wherever the focus is, except where somebody types or a dialog is open. */
export function useShortcuts(engine: EngineClient | null): void {
  useEffect(() => {
    if (!engine) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target) || useChrome.getState().dialog !== null) return;
      if (obey(event, engine)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [engine]);
}

/** Whether the key meant something. */
function obey(event: KeyboardEvent, engine: EngineClient): boolean {
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    if (event.altKey || (key !== 'z' && key !== 'y')) return false;
    void (key === 'y' || event.shiftKey ? redoLast(engine) : undoLast(engine));
    return true;
  }
  if (event.altKey) return false;
  const pace = paces[Number(key) - 1];
  if (pace !== undefined) {
    setPace(engine, pace);
    return true;
  }
  const act = plainKeys[key];
  act?.(engine);
  return act !== undefined;
}

const plainKeys: Readonly<Record<string, (engine: EngineClient) => void>> = {
  n: goAhead,
  t: () => {
    useChrome.getState().openPanelNow('change');
    document.querySelector<HTMLElement>('#change button, #change input')?.focus();
  },
  g: () => useLook.getState().setShowFlow(!useLook.getState().showFlow),
  b: toggleEnergy,
  u: () => (usePlaces.getState().book?.tunnels.ids.length ?? 0) > 0 && toggleTunnels(),
  i: walkInside,
  o: () => useVehicle.getState().follow(!useVehicle.getState().isFollowed),
  c: () => useChrome.getState().showDialog('compare'),
  y: () => useChrome.getState().showDialog('export'),
  x: toggleSplit,
  j: () => useChrome.getState().showDialog('views'),
  m: toggleMiniMap,
  p: () => useChrome.getState().showDialog('ahead'),
  v: () => useFlows.getState().links.length > 0 && useChrome.getState().showDialog('flows'),
  k: () => useLook.getState().setLook(useLook.getState().look === 'maquette' ? 'control-room' : 'maquette'),
  h: () => useChrome.getState().togglePanels(),
  l: () => {
    const { language, speak } = useSpoken.getState();
    speak(languages[(languages.indexOf(language) + 1) % languages.length]);
  },
  '?': () => useChrome.getState().showDialog('help'),
};
