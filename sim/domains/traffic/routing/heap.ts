/** A binary heap of small integers by key, in typed arrays; an item may be in it several times. */
export interface Heap {
  readonly items: Int32Array;
  readonly keys: Float64Array;
  size: number;
}

export function createHeap(capacity: number): Heap {
  return { items: new Int32Array(capacity), keys: new Float64Array(capacity), size: 0 };
}

export function push(heap: Heap, item: number, key: number): void {
  const { items, keys } = heap;
  let at = heap.size++;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (keys[parent] <= key) break;
    items[at] = items[parent];
    keys[at] = keys[parent];
    at = parent;
  }
  items[at] = item;
  keys[at] = key;
}

/** Takes the item of the least key; the heap must not be empty. */
export function pop(heap: Heap): number {
  const { items, keys } = heap;
  const least = items[0];
  const size = --heap.size;
  const item = items[size];
  const key = keys[size];
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= size) break;
    if (child + 1 < size && keys[child + 1] < keys[child]) child++;
    if (keys[child] >= key) break;
    items[at] = items[child];
    keys[at] = keys[child];
    at = child;
  }
  items[at] = item;
  keys[at] = key;
  return least;
}
