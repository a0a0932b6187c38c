/** Sets of names that grow together (Tarjan's union–find, the smaller name leading, so that order means nothing). */
export class Union {
  readonly #leader = new Map<string, string>();

  leaderOf(name: string): string {
    let top = name;
    for (let next = this.#leader.get(top); next !== undefined; next = this.#leader.get(top)) top = next;
    for (let at = name; at !== top; ) {
      const next = this.#leader.get(at)!;
      this.#leader.set(at, top);
      at = next;
    }
    return top;
  }

  areOne(a: string, b: string): boolean {
    return this.leaderOf(a) === this.leaderOf(b);
  }

  join(a: string, b: string): void {
    const [first, second] = [this.leaderOf(a), this.leaderOf(b)];
    if (first === second) return;
    const [lower, higher] = isBefore(first, second) ? [first, second] : [second, first];
    this.#leader.set(higher, lower);
  }
}

const isBefore = (a: string, b: string) => (a.length === b.length ? a < b : a.length < b.length);
