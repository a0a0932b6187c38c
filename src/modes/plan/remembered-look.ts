import { type Look, useLook } from '../../state/look';
import { recall, remember } from '../../state/remembered';

/** Starts in the look chosen last time, else in what the device asks for; tells the page's styles of every change. */
export function keepLook(): void {
  const kept = recall('look');
  const asked: Look = globalThis.matchMedia?.('(prefers-color-scheme: dark)').matches ? 'control-room' : 'maquette';
  const show = (look: Look) => {
    document.documentElement.dataset.look = look;
  };
  useLook.subscribe((state, before) => {
    if (state.look === before.look) return;
    remember('look', state.look);
    show(state.look);
  });
  const first = kept === 'maquette' || kept === 'control-room' ? kept : asked;
  show(first);
  if (first !== useLook.getState().look) useLook.setState({ look: first });
}

/** Shows the energy networks and the galleries where they were shown last time. */
export function keepLayers(): void {
  useLook.subscribe((state, before) => {
    if (state.showEnergy !== before.showEnergy) remember('energy', state.showEnergy ? 'yes' : 'no');
    if (state.showTunnels !== before.showTunnels) remember('tunnels', state.showTunnels ? 'yes' : 'no');
  });
  if (recall('energy') === 'yes') useLook.setState({ showEnergy: true });
  if (recall('tunnels') === 'yes') useLook.setState({ showTunnels: true });
}
