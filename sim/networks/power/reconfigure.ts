/**
 * The radial configuration of least series losses. It begins as Shirmohammadi and Hong ("Reconfiguration of electric
 * distribution networks for resistive line losses reduction", IEEE Trans. Power Delivery 4(2), 1989): all switches
 * closed, then, one after another, the loop branch that carries least is opened. What comes out is improved by branch
 * exchange (Civanlar et al., 1988; Baran and Wu, 1989): an open branch is closed and another one of its loop opened,
 * each tried by a whole power flow, the best of all taken, until none gains. Where that stands still, two exchanges at a
 * time are tried, the second on top of every first. No luck is drawn; ties go to the lower row.
 *
 * It is a local optimum under two exchanges, not proven the best; within `mostTrials`, beyond which the best so far is
 * given and `isComplete` is false. Limits come before losses: less violation is always better.
 */
import type { PowerNetwork } from './network';
import { createPowerFlow } from './power-flow';
import { branchesByBus, loopThrough, treeOf } from './tree';

export interface ReconfigureSettings {
  /** 1 where a branch may be switched; all that have an impedance, where left out. */
  readonly switchable?: Uint8Array;
  /** Voltage and loading that no bus and no branch should leave. */
  readonly leastVm?: number;
  readonly mostLoading?: number;
  readonly mostTrials?: number;
}

export interface Configuration {
  readonly closed: Uint8Array;
  readonly open: readonly number[];
  readonly seriesLossP: number;
  /** 0 where all limits hold: the sum of what is missing in voltage and too much in loading. */
  readonly violation: number;
  readonly isRadial: boolean;
  readonly trials: number;
  readonly isComplete: boolean;
}

const MOST_TRIALS = 20_000;
/** Gains below this share of the losses are rounding. */
const LEAST_GAIN = 1e-9;

interface Figure {
  readonly violation: number;
  readonly loss: number;
}

/** The network is as before afterwards. Undefined where not even the whole network, all closed, has a solution. */
export function reconfigure(network: PowerNetwork, settings: ReconfigureSettings = {}): Configuration | undefined {
  const { branchCount, closed, resistance, reactance, from, to } = network;
  const { leastVm = 0, mostLoading = Number.POSITIVE_INFINITY, mostTrials = MOST_TRIALS } = settings;
  const before = closed.slice();
  const switchable = Uint8Array.from({ length: branchCount }, (_, k) =>
    (settings.switchable?.[k] ?? 1) && (resistance[k] !== 0 || reactance[k] !== 0) ? 1 : 0,
  );
  const flow = createPowerFlow(network);
  const beside = branchesByBus(network);
  let trials = 0;

  const measure = (): Figure | undefined => {
    trials++;
    if (flow.solve().state === 'diverged') return undefined;
    let violation = 0;
    for (let bus = 0; bus < network.busCount; bus++) {
      if (flow.isLive[bus] && flow.results.vm[bus] < leastVm) violation += leastVm - flow.results.vm[bus];
    }
    for (let k = 0; k < branchCount; k++) violation += Math.max(0, flow.results.loading[k] - mostLoading);
    return { violation, loss: flow.losses().seriesP };
  };
  const isBetter = (one: Figure | undefined, other: Figure | undefined): boolean => {
    if (one === undefined || other === undefined) return one !== undefined;
    if (Math.abs(one.violation - other.violation) > 1e-9) return one.violation < other.violation;
    return one.loss < other.loss - LEAST_GAIN * Math.abs(other.loss);
  };

  for (let k = 0; k < branchCount; k++) if (switchable[k]) closed[k] = 1;
  if (flow.solve().state === 'diverged') {
    closed.set(before);
    return undefined;
  }
  openLeastCarrying();
  let best = measure();
  let isComplete = true;
  while (isComplete && (exchangeOnce() || exchangeTwice()));
  const found: Configuration = {
    closed: closed.slice(),
    open: Array.from({ length: branchCount }, (_, k) => k).filter((k) => !closed[k]),
    seriesLossP: best?.loss ?? Number.POSITIVE_INFINITY,
    violation: best?.violation ?? Number.POSITIVE_INFINITY,
    isRadial: treeOf(network, beside).loops === 0,
    trials,
    isComplete,
  };
  closed.set(before);
  return best === undefined ? undefined : found;

  function openLeastCarrying(): void {
    const all = treeOf(network, beside).reached;
    for (let tree = treeOf(network, beside); tree.loops > 0; tree = treeOf(network, beside)) {
      const { currentFrom, currentTo } = flow.results;
      const carried = (k: number) => Math.max(currentFrom[k], currentTo[k]);
      const candidates = Array.from({ length: branchCount }, (_, k) => k)
        .filter((k) => closed[k] && switchable[k] && tree.depth[from[k]] >= 0)
        .sort((a, b) => carried(a) - carried(b) || a - b);
      const opened = candidates.find((k) => {
        closed[k] = 0;
        if (treeOf(network, beside).reached === all) return true;
        closed[k] = 1;
        return false;
      });
      if (opened === undefined) return; // what is left of loops has no switch
      trials++;
      // A solution is needed only for the next currents; the last ones serve where there is none.
      flow.solve();
    }
  }

  /** Calls `at` with every exchange made, and takes it back; stops where `at` says so or the trials are used up. */
  function tryExchanges(at: (tie: number, opened: number) => boolean): void {
    const tree = treeOf(network, beside);
    for (let tie = 0; tie < branchCount; tie++) {
      if (closed[tie] || !switchable[tie] || tree.depth[from[tie]] < 0 || tree.depth[to[tie]] < 0) continue;
      for (const opened of loopThrough(tree, from[tie], to[tie])) {
        if (!switchable[opened]) continue;
        if (trials >= mostTrials) {
          isComplete = false;
          return;
        }
        closed[tie] = 1;
        closed[opened] = 0;
        const stops = at(tie, opened);
        closed[tie] = 0;
        closed[opened] = 1;
        if (stops) return;
      }
    }
  }

  function exchangeOnce(): boolean {
    let chosen: readonly [number, number] | undefined;
    let least = best;
    tryExchanges((tie, opened) => {
      const figure = measure();
      if (isBetter(figure, least)) {
        least = figure;
        chosen = [tie, opened];
      }
      return false;
    });
    if (chosen === undefined) return false;
    closed[chosen[0]] = 1;
    closed[chosen[1]] = 0;
    best = least;
    return true;
  }

  function exchangeTwice(): boolean {
    let found: Uint8Array | undefined;
    tryExchanges(() => {
      tryExchanges(() => {
        const figure = measure();
        if (!isBetter(figure, best)) return false;
        best = figure;
        found = closed.slice();
        return true;
      });
      return found !== undefined;
    });
    if (found === undefined) return false;
    closed.set(found);
    return true;
  }
}
