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

/** The search in one go. */
export function reconfigure(network: PowerNetwork, settings: ReconfigureSettings = {}): Configuration | undefined {
  const search = searchConfiguration(network, settings);
  for (;;) {
    const next = search.next();
    if (next.done) return next.value;
  }
}

/**
 * Yields the number of power flows so far, so that a host may have the thread in between; the network must be left alone
 * then, and is as before when the search ends or is ended. Returns undefined where not even the whole network, all
 * closed, has a solution.
 */
export function* searchConfiguration(
  network: PowerNetwork,
  settings: ReconfigureSettings = {},
): Generator<number, Configuration | undefined> {
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

  let best: Figure | undefined;
  let isComplete = true;
  try {
    for (let k = 0; k < branchCount; k++) if (switchable[k]) closed[k] = 1;
    if (flow.solve().state === 'diverged') return undefined;
    yield* openLeastCarrying();
    best = measure();
    if (best === undefined) return undefined;
    while (isComplete && ((yield* exchangeOnce()) || (yield* exchangeTwice())));
    return {
      closed: closed.slice(),
      open: Array.from({ length: branchCount }, (_, k) => k).filter((k) => !closed[k]),
      seriesLossP: best.loss,
      violation: best.violation,
      isRadial: treeOf(network, beside).loops === 0,
      trials,
      isComplete,
    };
  } finally {
    closed.set(before);
  }

  function* openLeastCarrying(): Generator<number, void> {
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
      yield trials;
    }
  }

  /** Every exchange, made while it is looked at and taken back afterwards. */
  function* exchanges(): Generator<readonly [number, number], void> {
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
        try {
          yield [tie, opened];
        } finally {
          closed[tie] = 0;
          closed[opened] = 1;
        }
      }
    }
  }

  function* exchangeOnce(): Generator<number, boolean> {
    let chosen: readonly [number, number] | undefined;
    let least = best;
    for (const pair of exchanges()) {
      const figure = measure();
      if (isBetter(figure, least)) {
        least = figure;
        chosen = pair;
      }
      yield trials;
    }
    if (chosen === undefined) return false;
    closed[chosen[0]] = 1;
    closed[chosen[1]] = 0;
    best = least;
    return true;
  }

  function* exchangeTwice(): Generator<number, boolean> {
    let found: Uint8Array | undefined;
    for (const _ of exchanges()) {
      for (const _again of exchanges()) {
        const figure = measure();
        if (isBetter(figure, best)) {
          best = figure;
          found = closed.slice();
          break;
        }
        yield trials;
      }
      if (found !== undefined) break;
    }
    if (found === undefined) return false;
    closed.set(found);
    return true;
  }
}
