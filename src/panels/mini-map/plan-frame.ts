import type { CityPlan } from '../../state/mini-map';

/** A plan on a canvas, north up: from metres to pixels of the canvas and, of the page, back. */
export interface PlanFrame {
  /** Pixels of the canvas. */
  readonly width: number;
  readonly height: number;
  /** Of them, those that one of the page has. */
  readonly ratio: number;
  /** Pixels of the canvas a metre. */
  readonly scale: number;
  apply(context: CanvasRenderingContext2D): void;
  toPixels(x: number, y: number): readonly [number, number];
  /** From a place on the page, measured from the canvas's corner. */
  toMetres(left: number, top: number): readonly [number, number];
}

/** The whole extent as large as it fits, in the middle. */
export function planFrame(
  { minX, minY, maxX, maxY }: CityPlan['extent'],
  pageWidth: number,
  pageHeight: number,
  ratio: number,
): PlanFrame {
  const width = Math.round(pageWidth * ratio);
  const height = Math.round(pageHeight * ratio);
  const scale = Math.min(width / (maxX - minX), height / (maxY - minY));
  const left = width / 2 - (scale * (minX + maxX)) / 2;
  const top = height / 2 + (scale * (minY + maxY)) / 2;
  return {
    width,
    height,
    ratio,
    scale,
    apply: (context) => context.setTransform(scale, 0, 0, -scale, left, top),
    toPixels: (x, y) => [left + scale * x, top - scale * y],
    toMetres: (onLeft, onTop) => [(onLeft * ratio - left) / scale, (top - onTop * ratio) / scale],
  };
}
