import { useChrome } from '../../state/chrome';
import { useWalk } from '../../state/walk';
import type { Walker } from './walker';

const KEYS = new Set([
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'KeyW',
  'KeyA',
  'KeyS',
  'KeyD',
  'KeyR',
  'KeyF',
  'PageUp',
  'PageDown',
  'ShiftLeft',
  'ShiftRight',
]);
/** A notch of the wheel is a step. */
const WHEEL_M = 1.2;

/**
 * Hands and keys of whoever walks inside: they are caught before the city's own listeners hear of them. Returns how to
 * stop.
 */
export function listenInside(canvas: HTMLCanvasElement, walker: Walker, wake: () => void): () => void {
  const holder = canvas.parentElement ?? canvas;
  let finger: number | null = null;
  let [x, y] = [0, 0];
  const isOurs = (event: Event) => event.target === canvas;
  const take = (event: Event) => {
    event.stopPropagation();
    wake();
  };
  const down = (event: PointerEvent) => {
    if (!isOurs(event)) return;
    take(event);
    canvas.focus({ preventScroll: true });
    if (finger !== null) return;
    finger = event.pointerId;
    [x, y] = [event.clientX, event.clientY];
    canvas.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent) => {
    if (!isOurs(event)) return;
    event.stopPropagation();
    if (event.pointerId !== finger) return;
    walker.look(event.clientX - x, event.clientY - y);
    [x, y] = [event.clientX, event.clientY];
    wake();
  };
  const up = (event: PointerEvent) => {
    if (!isOurs(event)) return;
    take(event);
    if (event.pointerId === finger) finger = null;
  };
  const wheel = (event: WheelEvent) => {
    if (!isOurs(event)) return;
    event.preventDefault();
    take(event);
    walker.advance(Math.sign(-event.deltaY) * WHEEL_M);
  };
  const caught = (event: Event) => {
    if (isOurs(event)) take(event);
  };
  const key = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || useChrome.getState().dialog !== null) return;
    if (event.code === 'Escape') {
      event.preventDefault();
      event.stopImmediatePropagation();
      useWalk.getState().leave();
      return;
    }
    if (!KEYS.has(event.code) || (event.target !== canvas && event.target !== document.body)) return;
    walker.press(event.code);
    event.preventDefault();
    take(event);
  };
  const keyUp = (event: KeyboardEvent) => walker.release(event.code);
  const blur = () => walker.releaseAll();
  const listeners: readonly (readonly [string, EventListener])[] = [
    ['pointerdown', down as EventListener],
    ['pointermove', move as EventListener],
    ['pointerup', up as EventListener],
    ['pointercancel', up as EventListener],
    ['dblclick', caught],
  ];
  for (const [name, listener] of listeners) holder.addEventListener(name, listener, { capture: true });
  holder.addEventListener('wheel', wheel, { capture: true, passive: false });
  window.addEventListener('keydown', key, { capture: true });
  window.addEventListener('keyup', keyUp);
  window.addEventListener('blur', blur);
  const pads = useWalk.subscribe(({ push }) => {
    walker.push = push;
    if (push !== 0) wake();
  });
  return () => {
    for (const [name, listener] of listeners) holder.removeEventListener(name, listener, { capture: true });
    holder.removeEventListener('wheel', wheel, { capture: true });
    window.removeEventListener('keydown', key, { capture: true });
    window.removeEventListener('keyup', keyUp);
    window.removeEventListener('blur', blur);
    pads();
  };
}
