import type { Happening } from '../../../sim';

const LONGEST = 4;

/** What only ends what its cause began, at the same place, says so itself; the cause would repeat it. */
const ends: Readonly<Record<string, string>> = {
  'traffic.queue-cleared': 'traffic.queue-spillback',
  'traffic.road-opened': 'traffic.road-closed',
  'traffic.signal-lit': 'traffic.signal-dark',
};

/** From the nearest cause back to the first, following one cause of each: a line that reads aloud. */
export function causesOf(happening: Happening, byId: { of(id: number): Happening | undefined }): readonly Happening[] {
  const chain: Happening[] = [];
  let current: Happening | undefined = happening;
  while (current && chain.length < LONGEST) {
    const [firstCause]: readonly number[] = current.causes;
    const cause: Happening | undefined = firstCause === undefined ? undefined : byId.of(firstCause);
    // A cause is always earlier; anything else would go in circles.
    if (!cause || cause.id >= current.id) break;
    if (ends[current.code] === cause.code && current.element === cause.element) break;
    chain.push(cause);
    current = cause;
  }
  return chain;
}
