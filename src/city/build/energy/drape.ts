import { type Line, withoutRepeats } from '../polyline';

/** A straight piece may leave the ground by so much, and be so long, before it is cut in two. */
const OFF_THE_GROUND_M = 0.5;
const LONGEST_M = 160;
const SHORTEST_M = 12;

/** The line with as many points added as it needs to follow the ground, and no more. */
export function drape(line: Line, heightAt: (x: number, y: number) => number): [number, number][] {
  const points: [number, number][] = [[line[0][0], line[0][1]]];
  for (let i = 1; i < line.length; i++) split(line[i - 1], line[i], heightAt, points);
  return withoutRepeats(points);
}

function split(
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
  heightAt: (x: number, y: number) => number,
  into: [number, number][],
): void {
  const lengthM = Math.hypot(bx - ax, by - ay);
  const offAt = (share: number) =>
    Math.abs(
      heightAt(ax + (bx - ax) * share, ay + (by - ay) * share) -
        heightAt(ax, ay) * (1 - share) -
        heightAt(bx, by) * share,
    );
  const leaves = [0.25, 0.5, 0.75].some((share) => offAt(share) > OFF_THE_GROUND_M);
  if (lengthM > LONGEST_M || (leaves && lengthM > SHORTEST_M)) {
    const middle: [number, number] = [(ax + bx) / 2, (ay + by) / 2];
    split([ax, ay], middle, heightAt, into);
    split(middle, [bx, by], heightAt, into);
  } else {
    into.push([bx, by]);
  }
}
