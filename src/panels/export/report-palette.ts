import type { Colour } from '../../pdf/pen';

/** The page's colours by day (src/ui/tokens.css), on white paper. */
export const palette = {
  ink: hex(0x22262c),
  soft: hex(0x585c64),
  rule: hex(0xddd6c7),
  strong: hex(0xb9b09d),
  accent: hex(0x2e4a94),
  band: hex(0xdfe5f2),
  better: hex(0x0a6b5e),
  worse: hex(0xa1470a),
  alarm: hex(0xb3202c),
} as const satisfies Record<string, Colour>;

function hex(colour: number): Colour {
  return [(colour >> 16) / 255, ((colour >> 8) & 255) / 255, (colour & 255) / 255];
}
