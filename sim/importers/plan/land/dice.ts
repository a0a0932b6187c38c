import { createLuck, streamOf } from '../../../kernel';

/** Draws for one block or parcel, named by its id: adding a building elsewhere changes nothing here. */
export interface Dice {
  /** In [0, 1). */
  next(): number;
  between(low: number, high: number): number;
  whole(low: number, high: number): number;
  pick<T>(choices: readonly T[]): T;
}

const luck = createLuck(20_111_206); // ground was broken in December 2011

export function diceFor(id: string): Dice {
  const stream = streamOf('plan');
  const key = streamOf(id);
  let count = 0;
  const next = () => luck.uniform(stream, count++, key);
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    whole: (low, high) => low + Math.floor((high - low + 1) * next()),
    pick: (choices) => choices[Math.floor(choices.length * next())],
  };
}
