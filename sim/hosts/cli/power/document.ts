/** What `powerflow` answers, in megawatts and degrees; names of keys are a contract, additions are free. */
import { PI } from '../../../kernel';
import {
  BUS_OUT,
  type Configuration,
  type Outage,
  type PowerFlow,
  type PowerOutcome,
  shareGeneration,
} from '../../../networks/power';
import type { NamedNetwork } from './named-network';

const DEGREES = 180 / PI;

export type PowerDocument = ReturnType<typeof documentOf>;

export function documentOf(
  named: NamedNetwork,
  flow: PowerFlow,
  outcome: PowerOutcome,
  msMedian: number,
  solves: number,
) {
  const { network, baseMva, busIds } = named;
  const { results, isLive } = flow;
  const losses = flow.losses();
  const given = shareGeneration(flow);
  const mw = (perUnit: number) => perUnit * baseMva;
  const diverged = outcome.islands.flatMap(({ state, island, ending }) => {
    if (state !== 'diverged' || ending === undefined) return [];
    const { worstBus, worstMismatch, iterations } = ending;
    const mismatch = Number.isFinite(worstMismatch) ? mw(worstMismatch) : null;
    return [{ bus: busIds[worstBus], mismatchMva: mismatch, iterations, buses: island.buses.length }];
  });
  const dead = outcome.islands.filter(({ state }) => state === 'dead');
  return {
    state: outcome.state,
    iterations: outcome.iterations,
    method: [...new Set(outcome.islands.flatMap(({ method }) => method ?? []))].join('+'),
    lossMw: mw(losses.seriesP),
    lossMvar: mw(losses.seriesQ),
    chargingMvar: mw(losses.chargingQ),
    shuntMw: mw(losses.shuntP),
    shuntMvar: mw(losses.shuntQ),
    msMedian,
    solves,
    ...(diverged.length > 0 && { divergedAt: diverged }),
    ...(outcome.islands.length > 1 && {
      islands: outcome.islands.map(({ island }) => Array.from(island.buses, (bus) => busIds[bus])),
    }),
    ...(dead.length > 0 && { deadBuses: dead.flatMap(({ island }) => Array.from(island.buses, (bus) => busIds[bus])) }),
    ...(network.kind.includes(BUS_OUT) && { outOfService: busIds.filter((_, i) => network.kind[i] === BUS_OUT) }),
    buses: busIds.map((id, i) => ({ id, vmPu: results.vm[i], vaDeg: results.vaRad[i] * DEGREES, ...live(isLive[i]) })),
    branches: Array.from(network.from, (from, k) => ({
      ...(named.branchIds && { id: named.branchIds[k] }),
      from: busIds[from],
      to: busIds[network.to[k]],
      pFromMw: mw(results.pFrom[k]),
      qFromMvar: mw(results.qFrom[k]),
      pToMw: mw(results.pTo[k]),
      qToMvar: mw(results.qTo[k]),
      loading: loadingOf(flow, k),
      ...(network.closed[k] === 0 && { open: true as const }),
    })),
    generators: Array.from(network.generatorBus, (bus, k) => {
      const q = given.q[k];
      const beyond = q > network.generatorQMax[k] + 1e-9 || q < network.generatorQMin[k] - 1e-9;
      const says = isLive[bus] && network.generatorOn[k] && beyond && named.generatorIds === undefined;
      return {
        bus: busIds[bus],
        pMw: mw(given.p[k]),
        qMvar: mw(q),
        // Limits of Q are not enforced: what breaks them is said.
        ...(says && { beyondReactiveLimits: true as const }),
      };
    }),
  };
}

function live(isLive: number): { readonly dead?: true } {
  return isLive ? {} : { dead: true };
}

/** Apparent power over the rating, the larger of both ends, as ratings are given; null where there is none. */
function loadingOf({ network, results }: PowerFlow, k: number): number | null {
  if (!(network.rating[k] > 0)) return null;
  const { pFrom, qFrom, pTo, qTo } = results;
  const square = Math.max(pFrom[k] * pFrom[k] + qFrom[k] * qFrom[k], pTo[k] * pTo[k] + qTo[k] * qTo[k]);
  return Math.sqrt(square) / network.rating[k];
}

/** 'a-b', as a branch is known where it has no name of its own. */
export function branchName({ network, busIds, branchIds }: NamedNetwork, k: number): string {
  return branchIds?.[k] ?? `${busIds[network.from[k]]}-${busIds[network.to[k]]}`;
}

export function outageDocument(named: NamedNetwork, outage: Outage) {
  const { network, baseMva, busIds } = named;
  return {
    branch: outage.branch + 1,
    name: branchName(named, outage.branch),
    from: busIds[network.from[outage.branch]],
    to: busIds[network.to[outage.branch]],
    state: outage.state,
    islanding: outage.splits,
    lossMw: outage.state === 'diverged' ? null : outage.seriesLossP * baseMva,
    lowestVmPu: outage.lowestBus < 0 ? null : outage.lowestVm,
    lowestBus: outage.lowestBus < 0 ? null : busIds[outage.lowestBus],
    mostLoading: outage.mostLoadedBranch < 0 ? null : outage.mostLoading,
    mostLoaded: outage.mostLoadedBranch < 0 ? null : branchName(named, outage.mostLoadedBranch),
    ...(outage.deadBuses.length > 0 && {
      deadBuses: outage.deadBuses.map((bus) => busIds[bus]),
      unservedMw: outage.unservedP * baseMva,
    }),
    ...(outage.worstBus !== undefined && { divergedAt: busIds[outage.worstBus] }),
  };
}

export function configurationDocument(named: NamedNetwork, found: Configuration, lossBeforeP: number, ms: number) {
  const { network, baseMva } = named;
  const was = Array.from(network.closed);
  const names = (rows: readonly number[]) => rows.map((k) => branchName(named, k));
  return {
    open: names(found.open),
    toOpen: names(found.open.filter((k) => was[k] === 1)),
    toClose: names(was.flatMap((state, k) => (state === 0 && found.closed[k] === 1 ? [k] : []))),
    lossMw: found.seriesLossP * baseMva,
    lossBeforeMw: lossBeforeP * baseMva,
    radial: found.isRadial,
    trials: found.trials,
    complete: found.isComplete,
    ms,
  };
}
