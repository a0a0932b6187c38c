type Point = readonly [number, number];

export interface NearPlace {
  /** From the line's beginning. */
  readonly alongM: number;
  readonly offM: number;
}

/** The point of a line that lies nearest to a place: how far along the line it is, and how far off the place. */
export function nearestOnLine(line: readonly Point[], [x, y]: Point): NearPlace {
  let nearestM2 = Number.POSITIVE_INFINITY;
  let alongM = 0;
  let passedM = 0;
  for (let i = 1; i < line.length; i++) {
    const [x0, y0] = line[i - 1];
    const dx = line[i][0] - x0;
    const dy = line[i][1] - y0;
    const lengthM2 = dx * dx + dy * dy;
    const share = lengthM2 === 0 ? 0 : Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / lengthM2));
    const offX = x - x0 - share * dx;
    const offY = y - y0 - share * dy;
    const offM2 = offX * offX + offY * offY;
    const lengthM = Math.sqrt(lengthM2);
    if (offM2 < nearestM2) {
      nearestM2 = offM2;
      alongM = passedM + share * lengthM;
    }
    passedM += lengthM;
  }
  return { alongM, offM: Math.sqrt(nearestM2) };
}
