import type { Orbit } from '../camera/orbit';

const RAD = Math.PI / 180;

/** From metres east and north to pixels of a canvas and back, as a camera from straight above would see them. */
export class FlatFrame {
  readonly width: number;
  readonly height: number;
  /** Pixels of the canvas over those of the page. */
  readonly ratio: number;
  /** Pixels a metre. */
  readonly scale: number;
  private readonly orbit: Pick<Orbit, 'x' | 'y'>;
  private readonly sin: number;
  private readonly cos: number;

  constructor(orbit: Orbit, width: number, height: number, ratio: number, fieldOfViewDeg: number) {
    this.width = width;
    this.height = height;
    this.ratio = ratio;
    this.orbit = { x: orbit.x, y: orbit.y };
    this.scale = height / (2 * orbit.distanceM * Math.tan((fieldOfViewDeg * RAD) / 2));
    this.sin = Math.sin(orbit.headingDeg * RAD);
    this.cos = Math.cos(orbit.headingDeg * RAD);
  }

  apply(context: CanvasRenderingContext2D): void {
    const { scale, sin, cos, orbit, width, height } = this;
    const [a, b, c, d] = [scale * cos, -scale * sin, -scale * sin, -scale * cos];
    context.setTransform(a, b, c, d, width / 2 - a * orbit.x - c * orbit.y, height / 2 - b * orbit.x - d * orbit.y);
  }

  toPixels(x: number, y: number): [number, number] {
    const [dx, dy] = [x - this.orbit.x, y - this.orbit.y];
    return [
      this.width / 2 + this.scale * (dx * this.cos - dy * this.sin),
      this.height / 2 - this.scale * (dx * this.sin + dy * this.cos),
    ];
  }

  toMetres(px: number, py: number): [number, number] {
    const right = (px - this.width / 2) / this.scale;
    const ahead = (this.height / 2 - py) / this.scale;
    return [this.orbit.x + right * this.cos + ahead * this.sin, this.orbit.y - right * this.sin + ahead * this.cos];
  }
}
