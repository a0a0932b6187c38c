/** Two shown, one travelling, one being written. */
const BUFFERS = 4;

/** A frame's buffer belongs to its reader until it comes back; with none at home, a frame is skipped. */
export class FramePool {
  readonly #bytes: number;
  readonly #home: ArrayBuffer[] = [];
  #away = 0;

  constructor(bytes: number) {
    this.#bytes = bytes;
  }

  take(): ArrayBuffer | undefined {
    const buffer = this.#home.pop() ?? (this.#away < BUFFERS ? new ArrayBuffer(this.#bytes) : undefined);
    if (buffer !== undefined) this.#away++;
    return buffer;
  }

  /** A buffer that travelled is another object than the one that left; its size tells whether it is one of ours. */
  giveBack(buffer: ArrayBuffer): void {
    if (buffer.byteLength !== this.#bytes) {
      throw new RangeError(`met a buffer of ${buffer.byteLength} bytes, expected a frame's, ${this.#bytes}`);
    }
    if (this.#away === 0 || this.#home.includes(buffer)) {
      throw new Error('met a buffer that is not away, expected one of a frame that was sent');
    }
    this.#away--;
    this.#home.push(buffer);
  }
}
