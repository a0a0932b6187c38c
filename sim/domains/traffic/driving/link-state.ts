/** What a link says at this moment, whether by its lights or by the rules of its junction. */
import { perRun } from '../per-run';
import { DARK, GREEN, GREEN_YIELDS, RED, STOP_THEN_YIELD, YELLOW } from '../signals';
import type { TrafficState } from '../state';

export const LinkState = { red: 0, yellow: 1, major: 2, minor: 3, equal: 4, stop: 5 } as const;

const RIGHT_BEFORE_LEFT = 2;
const ALL_WAY_STOP = 3;

/** By what is shown; where that is nothing, the rules say. */
const byLights = new Uint8Array(8);
byLights[RED] = LinkState.red;
byLights[YELLOW] = LinkState.yellow;
byLights[GREEN] = LinkState.major;
byLights[GREEN_YIELDS] = LinkState.minor;
byLights[DARK] = LinkState.stop;
byLights[STOP_THEN_YIELD] = LinkState.stop;

export const linkStates = perRun((state) => {
  const { links, signals, network } = state;
  const { turnCount } = links;
  const withinJunction = LinkState.minor;
  const { junctionControl, turnJunction } = network.roads;
  const byRules = Uint8Array.from({ length: turnCount }, (_, turn) => {
    const control = junctionControl[turnJunction[turn]];
    if (control === ALL_WAY_STOP) return LinkState.stop;
    if (links.givesWay[turn] === 0) return LinkState.major;
    return control === RIGHT_BEFORE_LEFT ? LinkState.equal : LinkState.minor;
  });

  function linkState(link: number): number {
    if (link >= turnCount) return withinJunction;
    const shown = signals.shown[link];
    return shown === 0 ? byRules[link] : byLights[shown];
  }

  return linkState;
});

export function linkState(state: TrafficState, link: number): number {
  return linkStates(state)(link);
}
