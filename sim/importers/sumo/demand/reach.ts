/** Which edges can be reached from which, for one way of using the lanes. */

export class Reach {
  readonly #onward = new Map<string, string[]>();
  readonly #back = new Map<string, string[]>();
  /** All that leads to an edge amid the network, and all that it leads to: through it goes nearly every way. */
  #toHub: Set<string> = new Set();
  #fromHub: Set<string> = new Set();

  constructor(links: Iterable<readonly [from: string, to: string]>) {
    for (const [from, to] of links) {
      put(this.#onward, from, to);
      put(this.#back, to, from);
    }
  }

  leads(from: string, to: string): boolean {
    if (from === to) return true;
    if (this.#toHub.has(from) && this.#fromHub.has(to)) return true;
    const before = spread(this.#onward, from, to);
    if (!before.has(to)) return false;
    if (this.#toHub.size === 0) {
      const hub = middleOf(before, to);
      this.#toHub = new Set(spread(this.#back, hub).keys());
      this.#fromHub = new Set(spread(this.#onward, hub).keys());
    }
    return true;
  }
}

function put(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** Every edge reached, with the one that it was reached from; ends early at `until`. */
function spread(next: ReadonlyMap<string, readonly string[]>, from: string, until?: string): Map<string, string> {
  const before = new Map([[from, from]]);
  const open = [from];
  for (let at = 0; at < open.length && !(until !== undefined && before.has(until)); at++) {
    for (const each of next.get(open[at]) ?? []) {
      if (before.has(each)) continue;
      before.set(each, open[at]);
      open.push(each);
    }
  }
  return before;
}

function middleOf(before: ReadonlyMap<string, string>, to: string): string {
  const way = [to];
  for (let at = to; before.get(at) !== at; at = before.get(at)!) way.push(before.get(at)!);
  return way[way.length >> 1];
}
