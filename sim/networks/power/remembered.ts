type Numbers = Float64Array | Int32Array | Uint8Array;

/** Notices that arrays which others write have changed since the last look, so that nobody has to say so. */
export class Remembered {
  readonly #arrays: readonly Numbers[];
  readonly #copies: readonly Numbers[];
  #looked = false;

  constructor(arrays: readonly Numbers[]) {
    this.#arrays = arrays;
    this.#copies = arrays.map((array) => array.slice());
  }

  /** The first look is always a change. */
  hasChanged(): boolean {
    let changed = !this.#looked;
    this.#looked = true;
    for (let k = 0; k < this.#arrays.length; k++) {
      const array = this.#arrays[k];
      const copy = this.#copies[k];
      for (let i = 0; i < array.length; i++) {
        if (array[i] === copy[i]) continue;
        changed = true;
        copy.set(array);
        break;
      }
    }
    return changed;
  }
}
