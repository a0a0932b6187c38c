import type { SceneSource } from '../../sim';
import { WorkerLink } from './worker-link';

/** A worker that reads a city while the page that will run it is still coming; which run that is, it hears later. */
export class CityAhead {
  #link: WorkerLink | undefined;

  constructor(address: string, scene: SceneSource) {
    const link = new WorkerLink(address);
    this.#link = link;
    // One that is lost is no loss: the run gets another.
    link.attend({}, () => {
      this.#link = undefined;
    });
    // What is wrong with the city is told when it is opened.
    void link.call('read', scene);
  }

  /** The worker, for the first who asks. */
  take(): WorkerLink | undefined {
    const link = this.#link;
    this.#link = undefined;
    return link;
  }
}
