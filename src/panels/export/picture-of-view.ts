export interface ViewPicture {
  readonly blob: Blob;
  readonly width: number;
  readonly height: number;
}

/** A canvas as a file, no wider than asked for. */
export async function pictureOfView(
  drawn: HTMLCanvasElement,
  type: 'image/png' | 'image/jpeg',
  mostPixels = drawn.width,
): Promise<ViewPicture> {
  const scale = Math.min(1, mostPixels / drawn.width);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(drawn.width * scale);
  canvas.height = Math.round(drawn.height * scale);
  canvas.getContext('2d', { alpha: false })?.drawImage(drawn, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, 0.88));
  if (!blob) throw new Error('met a canvas that gives no picture');
  return { blob, width: canvas.width, height: canvas.height };
}
