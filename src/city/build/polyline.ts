export type Line = readonly (readonly [number, number])[];

export function lengthOf(line: Line): number {
  let total = 0;
  for (let i = 1; i < line.length; i++) total += Math.hypot(line[i][0] - line[i - 1][0], line[i][1] - line[i - 1][1]);
  return total;
}

/** The line with points added so that no piece is longer than a step; its own points stay. */
export function densify(line: Line, stepM: number): [number, number][] {
  const result: [number, number][] = [[line[0][0], line[0][1]]];
  for (let i = 1; i < line.length; i++) {
    const [ax, ay] = line[i - 1];
    const [bx, by] = line[i];
    const pieces = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / stepM));
    for (let k = 1; k <= pieces; k++) {
      const share = k / pieces;
      result.push([ax + (bx - ax) * share, ay + (by - ay) * share]);
    }
  }
  return withoutRepeats(result);
}

export function withoutRepeats(line: Line): [number, number][] {
  const result: [number, number][] = [];
  for (const [x, y] of line) {
    const last = result[result.length - 1];
    if (!last || Math.hypot(last[0] - x, last[1] - y) > 1e-3) result.push([x, y]);
  }
  return result;
}

/** Moves a line sideways, left positive, keeping each point's partner. */
export function offset(line: Line, leftM: number): [number, number][] {
  return line.map((_, i) => {
    const [nx, ny, stretch] = sideAt(line, i);
    return [line[i][0] + nx * leftM * stretch, line[i][1] + ny * leftM * stretch];
  });
}

/** Unit vector to the left at a point of a line, and by how much a corner stretches an offset there. */
export function sideAt(line: Line, i: number): [number, number, number] {
  const before = line[Math.max(0, i - 1)];
  const here = line[i];
  const after = line[Math.min(line.length - 1, i + 1)];
  let inX = here[0] - before[0];
  let inY = here[1] - before[1];
  let outX = after[0] - here[0];
  let outY = after[1] - here[1];
  const inLength = Math.hypot(inX, inY);
  const outLength = Math.hypot(outX, outY);
  if (inLength > 0) {
    inX /= inLength;
    inY /= inLength;
  }
  if (outLength > 0) {
    outX /= outLength;
    outY /= outLength;
  }
  const alongX = inX + outX;
  const alongY = inY + outY;
  const along = Math.hypot(alongX, alongY) || 1;
  const nx = -alongY / along;
  const ny = alongX / along;
  const cosine = inLength > 0 && outLength > 0 ? -inY * nx + inX * ny : 1;
  return [nx, ny, 1 / Math.max(0.5, cosine)];
}

/** The point that lies so far along a line. */
export function pointAt(line: Line, atM: number): [number, number] {
  let left = atM;
  for (let i = 1; i < line.length; i++) {
    const [ax, ay] = line[i - 1];
    const [bx, by] = line[i];
    const piece = Math.hypot(bx - ax, by - ay);
    if (left <= piece || i === line.length - 1) {
      const share = piece > 0 ? Math.min(1, left / piece) : 0;
      return [ax + (bx - ax) * share, ay + (by - ay) * share];
    }
    left -= piece;
  }
  return [line[0][0], line[0][1]];
}

/** As many points as asked for, evenly spaced from end to end. */
export function evenly(line: Line, count: number): [number, number][] {
  const total = lengthOf(line);
  return Array.from({ length: count }, (_, i) => pointAt(line, (total * i) / (count - 1)));
}
