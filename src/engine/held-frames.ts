import { Observable } from 'rxjs';
import type { Frame } from '../../sim';

/**
 * Newest frame for one reader. While nobody reads, the newest is kept and older ones go back at once, so that a view
 * that arrives late finds a picture and the pool never runs dry.
 */
export class HeldFrames {
  readonly frames$: Observable<Frame>;
  #reader: ((frame: Frame) => void) | undefined;
  #held: Frame | undefined;
  readonly #giveBack: (buffer: ArrayBuffer) => void;

  constructor(giveBack: (buffer: ArrayBuffer) => void) {
    this.#giveBack = giveBack;
    this.frames$ = new Observable<Frame>((subscriber) => {
      if (this.#reader) throw new Error('a frame belongs to one reader; a second subscribed');
      const read = (frame: Frame) => subscriber.next(frame);
      this.#reader = read;
      const held = this.#held;
      this.#held = undefined;
      if (held) read(held);
      return () => {
        if (this.#reader === read) this.#reader = undefined;
      };
    });
  }

  arrive(frame: Frame): void {
    if (this.#reader) this.#reader(frame);
    else {
      this.drop();
      this.#held = frame;
    }
  }

  /** Gives back what is held; another run's frame must not be shown. */
  drop(): void {
    if (this.#held) this.#giveBack(this.#held.buffer);
    this.#held = undefined;
  }
}
