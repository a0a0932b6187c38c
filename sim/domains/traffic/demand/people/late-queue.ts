/** Who is late, by time and then by key: a binary heap in arrays. */
export interface LateQueue {
  count: number;
  seconds: Float64Array;
  key: Uint32Array;
  day: Int32Array;
}

const FIRST_ROOM = 64;

export function createLateQueue(): LateQueue {
  return {
    count: 0,
    seconds: new Float64Array(FIRST_ROOM),
    key: new Uint32Array(FIRST_ROOM),
    day: new Int32Array(FIRST_ROOM),
  };
}

/** Time at which the first is ready; infinite where nobody is late. */
export function nextLateSeconds({ count, seconds }: LateQueue): number {
  return count > 0 ? seconds[0] : Number.POSITIVE_INFINITY;
}

export function pushLate(queue: LateQueue, seconds: number, key: number, day: number): void {
  if (queue.count === queue.key.length) widen(queue);
  let at = queue.count++;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (queue.seconds[parent] < seconds || (queue.seconds[parent] === seconds && queue.key[parent] < key)) break;
    move(queue, parent, at);
    at = parent;
  }
  put(queue, at, seconds, key, day);
}

/** Takes the first out. */
export function takeLate(queue: LateQueue): { readonly key: number; readonly day: number } {
  const taken = { key: queue.key[0], day: queue.day[0] };
  const end = --queue.count;
  const [seconds, key, day] = [queue.seconds[end], queue.key[end], queue.day[end]];
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= end) break;
    if (child + 1 < end && isBefore(queue, child + 1, queue.seconds[child], queue.key[child])) child++;
    if (!isBefore(queue, child, seconds, key)) break;
    move(queue, child, at);
    at = child;
  }
  put(queue, at, seconds, key, day);
  return taken;
}

function isBefore(queue: LateQueue, at: number, seconds: number, key: number): boolean {
  return queue.seconds[at] < seconds || (queue.seconds[at] === seconds && queue.key[at] < key);
}

function move(queue: LateQueue, from: number, to: number): void {
  put(queue, to, queue.seconds[from], queue.key[from], queue.day[from]);
}

function put(queue: LateQueue, at: number, seconds: number, key: number, day: number): void {
  queue.seconds[at] = seconds;
  queue.key[at] = key;
  queue.day[at] = day;
}

function widen(queue: LateQueue): void {
  const { seconds, key, day } = queue;
  const room = Math.max(FIRST_ROOM, 2 * key.length);
  queue.seconds = new Float64Array(room);
  queue.seconds.set(seconds);
  queue.key = new Uint32Array(room);
  queue.key.set(key);
  queue.day = new Int32Array(room);
  queue.day.set(day);
}
