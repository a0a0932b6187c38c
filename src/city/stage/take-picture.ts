import type { Camera, Scene, WebGLRenderer } from 'three';

/** As many pixels as a wall shows (3840 × 2160), whatever the screen has. */
const MOST_PIXELS = 8_300_000;
const MOST_RATIO = 2;

/** Draws the city once more, sharper than the screen where that is coarse, with the names that stand over it. */
export function takePicture(
  renderer: WebGLRenderer,
  scene: Scene,
  camera: Camera,
  isSoftware: boolean,
): HTMLCanvasElement {
  const { clientWidth: width, clientHeight: height } = renderer.domElement;
  // Where a processor draws, a picture of that size takes half a minute.
  const ratio = isSoftware ? 1 : Math.min(MOST_RATIO, Math.sqrt(MOST_PIXELS / (width * height)));
  const before = renderer.getPixelRatio();
  const picture = document.createElement('canvas');
  picture.width = Math.floor(width * ratio);
  picture.height = Math.floor(height * ratio);
  const context = picture.getContext('2d', { alpha: false });
  if (!context) throw new Error('met a browser without a canvas for pictures');
  // Beside another run's city only a part of the canvas is drawn; the picture is of this city, and whole.
  const isDivided = renderer.getScissorTest();
  renderer.setScissorTest(false);
  renderer.setPixelRatio(ratio);
  renderer.render(scene, camera);
  // The context keeps what it has drawn until this turn of the page's loop ends, and no longer.
  context.drawImage(renderer.domElement, 0, 0, picture.width, picture.height);
  renderer.setScissorTest(isDivided);
  renderer.setPixelRatio(before);
  renderer.render(scene, camera);
  drawNames(context, renderer.domElement, ratio);
  return picture;
}

function drawNames(context: CanvasRenderingContext2D, canvas: HTMLCanvasElement, ratio: number): void {
  const place = canvas.getBoundingClientRect();
  const names = canvas.parentElement?.querySelectorAll<HTMLElement>('.city-label:not([hidden])') ?? [];
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  for (const name of names) {
    const { left, top, width, height } = name.getBoundingClientRect();
    const { fontWeight, fontSize, fontFamily, color, opacity } = getComputedStyle(name);
    const isPale =
      canvas.parentElement?.dataset.night === 'true' || canvas.parentElement?.dataset.look === 'control-room';
    const at = [(left + width / 2 - place.left) * ratio, (top + height / 2 - place.top) * ratio] as const;
    context.globalAlpha = Number(opacity);
    context.font = `${fontWeight} ${Number.parseFloat(fontSize) * ratio}px ${fontFamily}`;
    context.lineWidth = 3 * ratio;
    context.strokeStyle = isPale ? 'rgb(13 19 28 / 0.85)' : 'rgb(252 250 245 / 0.9)';
    context.strokeText(name.textContent, ...at);
    context.fillStyle = color;
    context.fillText(name.textContent, ...at);
  }
  context.globalAlpha = 1;
}
