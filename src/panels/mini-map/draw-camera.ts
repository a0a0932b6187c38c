import type { CameraPlace } from '../../state/camera-place';
import type { Look } from '../../state/look';
import type { PlanFrame } from './plan-frame';

const RAD = Math.PI / 180;
/** How far ahead of the eye the fan of what is seen goes, over the way to what is looked at. */
const BEYOND = 1.7;
const LEAST_FAN_PIXELS = 16;
const EYE_PIXELS = 4;

const inks: Readonly<Record<Look, { readonly eye: string; readonly rim: string; readonly fan: string }>> = {
  maquette: { eye: '#1f3f97', rim: '#ffffff', fan: '31, 63, 151' },
  'control-room': { eye: '#ffd166', rim: '#0b1420', fan: '255, 209, 102' },
};

/** The camera on the plan: a dot where the eye is, a fan over what it sees. */
export function drawCamera(context: CanvasRenderingContext2D, frame: PlanFrame, place: CameraPlace, look: Look): void {
  const { eye, rim, fan } = inks[look];
  const heading = place.headingDeg * RAD;
  const flatM = Math.cos(place.pitchDeg * RAD) * place.distanceM;
  const [x, y] = frame.toPixels(place.x - Math.sin(heading) * flatM, place.y - Math.cos(heading) * flatM);
  const length = Math.max(LEAST_FAN_PIXELS * frame.ratio, BEYOND * flatM * frame.scale);
  const half = Math.min(80, place.wideDeg / 2) * RAD;
  // On a canvas angles run clockwise from the right.
  const middle = heading - Math.PI / 2;
  const fade = context.createRadialGradient(x, y, 0, x, y, length);
  fade.addColorStop(0, `rgba(${fan}, 0.55)`);
  fade.addColorStop(1, `rgba(${fan}, 0.08)`);
  context.beginPath();
  context.moveTo(x, y);
  context.arc(x, y, length, middle - half, middle + half);
  context.closePath();
  context.fillStyle = fade;
  context.fill();
  context.beginPath();
  context.arc(x, y, EYE_PIXELS * frame.ratio, 0, 2 * Math.PI);
  context.fillStyle = eye;
  context.fill();
  context.lineWidth = 1.5 * frame.ratio;
  context.strokeStyle = rim;
  context.stroke();
}
