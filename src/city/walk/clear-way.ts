import type { Inside } from '../build/tunnels/insides';

/** Where a person walks, to the left of the compartment's middle. */
export interface ClearWay {
  readonly leftM: number;
  readonly rightM: number;
}

/** What hangs above this or lies below is stepped under or over. */
const HEAD_M = 1.9;
const FOOT_M = 0.25;

/** The widest way between what lies in a compartment. */
export function clearWay({ widthM, trays, lines }: Inside): ClearWay {
  const taken: [number, number][] = [];
  const take = (leftM: number, halfM: number, lowM: number, highM: number) => {
    if (lowM < HEAD_M && highM > FOOT_M) taken.push([leftM - halfM, leftM + halfM]);
  };
  for (const { leftM, upM, widthM: wide } of trays) take(leftM, wide / 2, upM, upM + 0.1);
  for (const { bars } of lines) {
    for (const { leftM, upM, radiusM } of bars) take(leftM, radiusM, upM - radiusM, upM + radiusM);
  }
  taken.push([widthM / 2, widthM / 2]);
  taken.sort((a, b) => a[0] - b[0]);
  let best: ClearWay = { leftM: 0, rightM: 0 };
  let reached = -widthM / 2;
  for (const [from, to] of taken) {
    if (from - reached > best.leftM - best.rightM) best = { rightM: reached, leftM: from };
    reached = Math.max(reached, to);
  }
  return best;
}

export const middleOfWay = ({ leftM, rightM }: ClearWay): number => (leftM + rightM) / 2;
