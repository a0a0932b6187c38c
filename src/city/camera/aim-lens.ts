import type { PerspectiveCamera } from 'three';
import type { CameraControl } from './camera-control';
import { placeCamera } from './orbit';

const eye = [0, 0, 0];
const target = [0, 0, 0];

/** Stands the lens where the camera's hand has it, with a near plane that spares the depth it needs far away. */
export function aimLens(lens: PerspectiveCamera, { orbit, terrain }: CameraControl): void {
  placeCamera(orbit, terrain, eye, target);
  lens.position.set(eye[0], eye[1], eye[2]);
  lens.lookAt(target[0], target[1], target[2]);
  const near = Math.min(40, Math.max(0.4, orbit.distanceM * 0.03));
  if (Math.abs(near - lens.near) > 0.02 * lens.near) {
    lens.near = near;
    lens.updateProjectionMatrix();
  }
  lens.updateMatrixWorld();
}
