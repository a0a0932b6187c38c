import type { Box } from './largest-box';

/** Divides a box into equal cells of about the usual size, with a gap between them for light, lanes and fire engines. */
export function cellsOf(box: Box, usualWidthM: number, usualDepthM: number, gapM: number): Box[] {
  const columns = Math.max(1, Math.round((box.width + gapM) / (usualWidthM + gapM)));
  const rows = Math.max(1, Math.round((box.depth + gapM) / (usualDepthM + gapM)));
  const width = (box.width - (columns - 1) * gapM) / columns;
  const depth = (box.depth - (rows - 1) * gapM) / rows;
  const cells: Box[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      cells.push({ x: box.x + column * (width + gapM), y: box.y + row * (depth + gapM), width, depth });
    }
  }
  return cells;
}
