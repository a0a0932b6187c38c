import type { TrafficState } from './state';

/**
 * Functions made once for a run, around its state. What they read of it, down to where each array lies, is constant to
 * them, and a compiler makes use of that: the same functions with the state handed to each take two fifths longer. A
 * second run within the same process shares their code and loses about half of the gain.
 */
export function perRun<Hands extends object>(make: (state: TrafficState) => Hands): (state: TrafficState) => Hands {
  const made = new WeakMap<TrafficState, Hands>();
  return (state) => {
    let hands = made.get(state);
    if (hands === undefined) {
      hands = make(state);
      made.set(state, hands);
    }
    return hands;
  };
}
