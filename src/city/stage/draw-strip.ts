import type { Camera, Scene, WebGLRenderer } from 'three';

interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** Draws what lies between two shares of the picture's width, and nothing else: who draws the rest draws it elsewhere. */
export function drawStrip(
  renderer: WebGLRenderer,
  scene: Scene,
  camera: Camera,
  { width, height }: PageSize,
  from: number,
  to: number,
): void {
  const isWhole = from <= 0 && to >= 1;
  renderer.setScissorTest(!isWhole);
  if (!isWhole) renderer.setScissor(from * width, 0, (to - from) * width, height);
  renderer.render(scene, camera);
}
