/** Where names stand: beside their boxes, moved apart where they would overlap, left out where there is no room. */
import type { PlacedBox } from './sankey-layout';

export interface PlacedLabel {
  readonly box: PlacedBox;
  /** Middle of the text. */
  readonly y: number;
}

/**
 * Names of one column, each `lineHeight` high, within the picture. Where not all have room the smallest go without: they
 * are told when pointed at. Each then stands as near to its box's middle as the others allow.
 */
export function placeLabels(boxes: readonly PlacedBox[], lineHeight: number, height: number): PlacedLabel[] {
  const room = Math.max(0, Math.floor(height / lineHeight));
  const kept = new Set([...boxes].sort((a, b) => b.height - a.height || a.y - b.y).slice(0, room));
  const labels = boxes
    .filter((box) => kept.has(box))
    .sort((a, b) => a.y + a.height / 2 - (b.y + b.height / 2))
    .map((box) => ({ box, y: box.y + box.height / 2 }));
  let least = lineHeight / 2;
  for (const label of labels) {
    label.y = Math.max(label.y, least);
    least = label.y + lineHeight;
  }
  let most = height - lineHeight / 2;
  for (const label of labels.reverse()) {
    label.y = Math.min(label.y, most);
    most = label.y - lineHeight;
  }
  return labels.reverse();
}
