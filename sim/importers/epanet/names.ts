/** Names as scenes have them: letters, digits and a few signs; two that become alike are told apart by a number. */
const UNFIT = /[^\p{L}\p{N}_.:#/@+[\]-]/gu;
const FIRST = /^[\p{L}\p{N}_-]/u;

export class Names {
  readonly #taken = new Set<string>();
  readonly #of = new Map<string, string>();
  readonly renamed: Record<string, string> = {};

  take(id: string): string {
    const plain = id.replace(UNFIT, '-');
    const stem = FIRST.test(plain) ? plain : `_${plain}`;
    let name = stem;
    for (let k = 2; this.#taken.has(name); k++) name = `${stem}-${k}`;
    this.#taken.add(name);
    this.#of.set(id, name);
    if (name !== id) this.renamed[id] = name;
    return name;
  }

  of(id: string): string {
    const name = this.#of.get(id);
    if (name === undefined) throw new Error(`met the name '${id}', expected one that was taken`);
    return name;
  }
}
