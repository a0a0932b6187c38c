import type { CameraControl } from './camera-control';

export interface InputTarget {
  readonly control: CameraControl;
  readonly fieldOfViewDeg: number;
  wake(): void;
  /** The ground under a place of the canvas, if there is any. */
  groundAt(clientX: number, clientY: number): { readonly x: number; readonly y: number } | null;
  point(clientX: number, clientY: number): void;
  leave(): void;
  click(clientX: number, clientY: number): void;
}

const KEYS = new Set([
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'KeyW',
  'KeyA',
  'KeyS',
  'KeyD',
  'KeyQ',
  'KeyE',
  'KeyR',
  'KeyF',
  'Equal',
  'Minus',
  'NumpadAdd',
  'NumpadSubtract',
]);
/** A press that moves less than this is a click. */
const CLICK_PIXELS = 5;
const WHEEL_ZOOM = 0.0011;
const DOUBLE_CLICK_NEARER = 0.4;

/** Listens to pointers, wheel and keys on the canvas. Returns how to stop. */
export function listen(canvas: HTMLCanvasElement, target: InputTarget): () => void {
  const pointers = new Map<number, { x: number; y: number }>();
  let travelled = 0;
  let turning = false;
  const { control } = target;
  const pinch = () => {
    const [a, b] = [...pointers.values()];
    return {
      x: (a.x + b.x) / 2,
      y: (a.y + b.y) / 2,
      spread: Math.hypot(b.x - a.x, b.y - a.y),
      angle: Math.atan2(b.y - a.y, b.x - a.x),
    };
  };
  let fingers: ReturnType<typeof pinch> | null = null;

  const down = (event: PointerEvent) => {
    canvas.focus({ preventScroll: true });
    canvas.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (pointers.size === 1) {
      travelled = 0;
      turning = event.button !== 0 || event.ctrlKey || event.shiftKey || event.metaKey;
    }
    fingers = pointers.size === 2 ? pinch() : null;
    if (pointers.size > 1) travelled = Number.POSITIVE_INFINITY;
  };
  const move = (event: PointerEvent) => {
    const before = pointers.get(event.pointerId);
    if (!before) return target.point(event.clientX, event.clientY);
    const dx = event.clientX - before.x;
    const dy = event.clientY - before.y;
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (pointers.size === 2 && fingers) {
      const now = pinch();
      control.zoom(fingers.spread / Math.max(1, now.spread), target.groundAt(now.x, now.y));
      let turned = now.angle - fingers.angle;
      if (turned > Math.PI) turned -= 2 * Math.PI;
      if (turned < -Math.PI) turned += 2 * Math.PI;
      control.turnDegrees((-turned * 180) / Math.PI);
      control.pan(now.x - fingers.x, now.y - fingers.y, canvas.clientHeight, target.fieldOfViewDeg);
      fingers = now;
    } else if (pointers.size === 1) {
      travelled += Math.hypot(dx, dy);
      if (travelled <= CLICK_PIXELS) return;
      if (turning) control.turn(dx, dy);
      else control.pan(dx, dy, canvas.clientHeight, target.fieldOfViewDeg);
    } else if (pointers.size === 3) {
      control.turn(0, dy / 3);
    }
    target.wake();
  };
  const up = (event: PointerEvent) => {
    const known = pointers.delete(event.pointerId);
    fingers = null;
    if (known && event.type === 'pointerup' && travelled <= CLICK_PIXELS && event.button === 0 && pointers.size === 0) {
      target.click(event.clientX, event.clientY);
    }
  };
  const wheel = (event: WheelEvent) => {
    event.preventDefault();
    const pixels =
      event.deltaMode === 1 ? event.deltaY * 32 : event.deltaMode === 2 ? event.deltaY * 400 : event.deltaY;
    const bounded = Math.max(-400, Math.min(400, pixels));
    control.zoom(
      Math.exp(bounded * WHEEL_ZOOM * (event.ctrlKey ? 4 : 1)),
      target.groundAt(event.clientX, event.clientY),
    );
    target.wake();
  };
  const double = (event: MouseEvent) => {
    const ground = target.groundAt(event.clientX, event.clientY);
    if (!ground) return;
    const { orbit } = control;
    control.flyTo({ ...orbit, x: ground.x, y: ground.y, distanceM: orbit.distanceM * DOUBLE_CLICK_NEARER });
    target.wake();
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.code === 'Home') control.flyTo(control.home);
    else if (KEYS.has(event.code)) control.press(event.code);
    else return;
    event.preventDefault();
    target.wake();
  };
  const keyUp = (event: KeyboardEvent) => control.release(event.code);
  // While nothing has the focus, the city has it: whoever presses an arrow first thing means the camera.
  const fromNowhere = (obey: (event: KeyboardEvent) => void) => (event: KeyboardEvent) => {
    if (event.target === document.body && !event.defaultPrevented) obey(event);
  };
  const looseKeyDown = fromNowhere(keyDown);
  const looseKeyUp = fromNowhere(keyUp);
  const blur = () => control.releaseAll();
  const menu = (event: Event) => event.preventDefault();
  const leave = () => target.leave();

  const listeners: [string, EventListener][] = [
    ['pointerdown', down as EventListener],
    ['pointermove', move as EventListener],
    ['pointerup', up as EventListener],
    ['pointercancel', up as EventListener],
    ['pointerleave', leave],
    ['dblclick', double as EventListener],
    ['keydown', keyDown as EventListener],
    ['keyup', keyUp as EventListener],
    ['blur', blur],
    ['contextmenu', menu],
  ];
  for (const [name, listener] of listeners) canvas.addEventListener(name, listener);
  canvas.addEventListener('wheel', wheel, { passive: false });
  window.addEventListener('keydown', looseKeyDown);
  window.addEventListener('keyup', looseKeyUp);
  window.addEventListener('blur', blur);
  return () => {
    for (const [name, listener] of listeners) canvas.removeEventListener(name, listener);
    canvas.removeEventListener('wheel', wheel);
    window.removeEventListener('keydown', looseKeyDown);
    window.removeEventListener('keyup', looseKeyUp);
    window.removeEventListener('blur', blur);
  };
}
