/** A heap of events, at most one an item, earliest first and of equal times the lowest item: the same order everywhere. */
export interface EventHeap {
  /** By item: when it is due; infinite where nothing is. */
  atS: Float64Array;
  /** By item: its place in the heap, −1 where it has none. */
  place: Int32Array;
  items: Int32Array;
  size: number;
}

export function createEventHeap(items: number): EventHeap {
  return {
    atS: new Float64Array(items).fill(Number.POSITIVE_INFINITY),
    place: new Int32Array(items).fill(-1),
    items: new Int32Array(items),
    size: 0,
  };
}

export function growEventHeap(heap: EventHeap, items: number): void {
  const { atS, place, items: old } = heap;
  heap.atS = new Float64Array(items).fill(Number.POSITIVE_INFINITY);
  heap.atS.set(atS);
  heap.place = new Int32Array(items).fill(-1);
  heap.place.set(place);
  heap.items = new Int32Array(items);
  heap.items.set(old);
}

/** Puts an item's event at a time, wherever it was before; an infinite time takes it out. */
export function schedule(heap: EventHeap, item: number, atS: number): void {
  const { place } = heap;
  if (atS === Number.POSITIVE_INFINITY) {
    cancel(heap, item);
    return;
  }
  const before = heap.atS[item];
  heap.atS[item] = atS;
  if (place[item] < 0) {
    place[item] = heap.size;
    heap.items[heap.size++] = item;
    rise(heap, place[item]);
  } else if (atS < before) rise(heap, place[item]);
  else sink(heap, place[item]);
}

export function cancel(heap: EventHeap, item: number): void {
  const at = heap.place[item];
  if (at < 0) return;
  heap.place[item] = -1;
  heap.atS[item] = Number.POSITIVE_INFINITY;
  const last = heap.items[--heap.size];
  if (last === item) return;
  heap.items[at] = last;
  heap.place[last] = at;
  rise(heap, at);
  sink(heap, heap.place[last]);
}

function isBefore({ atS }: EventHeap, a: number, b: number): boolean {
  return atS[a] < atS[b] || (atS[a] === atS[b] && a < b);
}

function rise(heap: EventHeap, from: number): void {
  const { items, place } = heap;
  const item = items[from];
  let at = from;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!isBefore(heap, item, items[parent])) break;
    items[at] = items[parent];
    place[items[at]] = at;
    at = parent;
  }
  items[at] = item;
  place[item] = at;
}

function sink(heap: EventHeap, from: number): void {
  const { items, place, size } = heap;
  const item = items[from];
  let at = from;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= size) break;
    if (child + 1 < size && isBefore(heap, items[child + 1], items[child])) child++;
    if (!isBefore(heap, items[child], item)) break;
    items[at] = items[child];
    place[items[at]] = at;
    at = child;
  }
  items[at] = item;
  place[item] = at;
}
