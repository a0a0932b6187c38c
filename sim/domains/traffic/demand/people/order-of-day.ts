/**
 * Entries of a day by their second, and those of one second by number, as if sorted. They are dealt out to whole seconds
 * first, which leaves a handful to put in order in each: a city of a quarter of a million ways is in order at once.
 */
const DAY_SECONDS = 86_400;

/** `second` is of the day: not negative, and hardly more than a day. */
export function orderOfDay(second: ArrayLike<number>, number: ArrayLike<number>, count: number): Uint32Array {
  const begin = new Uint32Array(DAY_SECONDS + 1);
  for (let i = 0; i < count; i++) begin[wholeSecond(second[i]) + 1]++;
  for (let s = 0; s < DAY_SECONDS; s++) begin[s + 1] += begin[s];
  const order = new Uint32Array(count);
  const used = new Uint32Array(DAY_SECONDS);
  for (let i = 0; i < count; i++) {
    const s = wholeSecond(second[i]);
    let at = begin[s] + used[s]++;
    for (; at > begin[s]; at--) {
      const before = order[at - 1];
      if (second[before] < second[i] || (second[before] === second[i] && number[before] <= number[i])) break;
      order[at] = before;
    }
    order[at] = i;
  }
  return order;
}

function wholeSecond(second: number): number {
  return Math.min(DAY_SECONDS - 1, Math.floor(second));
}

/** Fills `into` with a list's numbers in that order. */
export function ordered<Numbers extends Uint8Array | Uint32Array | Int32Array | Float64Array>(
  into: Numbers,
  list: ArrayLike<number>,
  order: Uint32Array,
): Numbers {
  for (let i = 0; i < order.length; i++) into[i] = list[order[i]];
  return into;
}
