/** What a link says at this moment, whether by its lights or by the rules of its junction. */
import { perRun } from '../per-run';
import { DARK, GREEN, GREEN_YIELDS, RED, STOP_THEN_YIELD, YELLOW } from '../signals';
import type { TrafficState } from '../state';

export const LinkState = { red: 0, yellow: 1, major: 2, minor: 3, equal: 4, stop: 5 } as const;

const RIGHT_BEFORE_LEFT = 2;
const ALL_WAY_STOP = 3;

export const linkStates = perRun((state) => {
  function linkState(link: number): number {
    const { links, signals, network } = state;
    if (link >= links.turnCount) return LinkState.minor;
    const shown = signals.shown[link];
    if (shown === RED) return LinkState.red;
    if (shown === YELLOW) return LinkState.yellow;
    if (shown === GREEN) return LinkState.major;
    if (shown === GREEN_YIELDS) return LinkState.minor;
    if (shown === DARK || shown === STOP_THEN_YIELD) return LinkState.stop;
    const control = network.roads.junctionControl[network.roads.turnJunction[link]];
    if (control === ALL_WAY_STOP) return LinkState.stop;
    if (links.givesWay[link] === 0) return LinkState.major;
    return control === RIGHT_BEFORE_LEFT ? LinkState.equal : LinkState.minor;
  }

  return linkState;
});

export function linkState(state: TrafficState, link: number): number {
  return linkStates(state)(link);
}
