/**
 * How many pixels to draw for each of the screen's, from how long frames take. It goes down after a few slow frames and
 * up only after many quick ones, so that it does not swing; a picture that stands still is drawn sharp.
 */
export interface PixelBudget {
  readonly most: number;
  readonly least: number;
  /** With what the first picture is drawn. */
  readonly first: number;
  /** Frames longer than this are slow, shorter than that are quick. */
  readonly slowMs: number;
  readonly quickMs: number;
}

const SLOW_FRAMES = 4;
const QUICK_FRAMES = 90;
const STEP = 0.8;
/** A gap this long is not a slow frame: nothing was asked for. */
const PAUSE_MS = 4_000;

export class PictureQuality {
  ratio: number;
  private slow = 0;
  private quick = 0;
  private readonly budget: PixelBudget;

  constructor(budget: PixelBudget) {
    this.budget = budget;
    this.ratio = budget.first;
  }

  /** The first picture stands: from here on it is as sharp as frames allow. */
  begin(): void {
    this.ratio = this.budget.most;
  }

  /** Told how long a frame took that followed another at once; true when the ratio changed. */
  frame(tookMs: number): boolean {
    if (tookMs > PAUSE_MS) return false;
    this.slow = tookMs > this.budget.slowMs ? this.slow + 1 : 0;
    this.quick = tookMs < this.budget.quickMs ? this.quick + 1 : 0;
    if (this.slow >= SLOW_FRAMES) return this.change(this.ratio * STEP);
    if (this.quick >= QUICK_FRAMES) return this.change(this.ratio / STEP);
    return false;
  }

  private change(wanted: number): boolean {
    this.slow = 0;
    this.quick = 0;
    const next = Math.min(this.budget.most, Math.max(this.budget.least, wanted));
    const changed = Math.abs(next - this.ratio) > 1e-3;
    this.ratio = next;
    return changed;
  }
}

/** Whether a renderer's name is that of a processor that only pretends to be a graphics card. */
export function drawsInSoftware(rendererName: string): boolean {
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(rendererName);
}

/** Most pixels drawn in a frame: that of a 4K screen at three quarters. */
const MOST_PIXELS = 3_840 * 2_160 * 0.5625;
/** Without a graphics card nothing is smooth; a picture that can be read comes first. */
const SOFTWARE_MOST_PIXELS = 1_050_000;
const SOFTWARE_LEAST_PIXELS = 300_000;
const onACard = { slowMs: 42, quickMs: 19 };
const inSoftware = { slowMs: 420, quickMs: 140 };

export function pixelBudget(width: number, height: number, deviceRatio: number, software: boolean): PixelBudget {
  const area = Math.max(1, width * height);
  const most = Math.min(deviceRatio, 2, Math.sqrt(MOST_PIXELS / area));
  if (!software) return { most, least: Math.min(most, 0.55), first: most, ...onACard };
  const sharpest = Math.min(most, Math.sqrt(SOFTWARE_MOST_PIXELS / area));
  const least = Math.min(sharpest, Math.sqrt(SOFTWARE_LEAST_PIXELS / area));
  // Whoever waits for the first picture waits for shaders too; it is sharpened as soon as it stands.
  return { most: sharpest, least, first: least, ...inSoftware };
}
