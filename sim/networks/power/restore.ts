/**
 * Which switches to operate after a fault has been cut off, so that most load has supply again with no branch overloaded
 * and no bus too low. The dead part falls into zones between its switches; supply grows from what is live, zone by zone,
 * each through one switch, so that everything stays radial. Searched depth first, the heaviest zone first, and bounded:
 * a branch of the search ends where the limits are broken (more load never mends them) or where even all that is left
 * would not do better. Of equal loads the plan of fewest operations is taken, then that of least losses.
 *
 * Exact while the search fits into `mostTrials` power flows; beyond that the best so far, and `isComplete` is false.
 * What it cannot do: move load among live feeders to make room, or shed within a zone.
 */
import { BUS_OUT, type PowerNetwork } from './network';
import { createPowerFlow } from './power-flow';
import { branchesByBus, treeOf } from './tree';

export interface RestoreSettings {
  /** 1 where a branch can be switched. Those that the fault's isolation has opened are not to be among them. */
  readonly switchable: Uint8Array;
  /** 1 for buses of the faulted section, which stay dead. */
  readonly faulted?: Uint8Array;
  readonly leastVm?: number;
  readonly mostLoading?: number;
  readonly mostTrials?: number;
}

export interface Restoration {
  readonly close: readonly number[];
  readonly open: readonly number[];
  /** Load of the dead part that has supply again, and that has none, p.u. */
  readonly restoredP: number;
  readonly unservedP: number;
  readonly seriesLossP: number;
  readonly trials: number;
  readonly isComplete: boolean;
}

export const LEAST_VM = 0.93; // GB/T 12325: 10 kV supply within ±7 %
const MOST_TRIALS = 5_000;

/** The network is as before afterwards. Undefined where even what is live now has no solution within the limits. */
export function restoreSupply(network: PowerNetwork, settings: RestoreSettings): Restoration | undefined {
  const { busCount, branchCount, kind, from, to, closed, loadP } = network;
  const { switchable, faulted, leastVm = LEAST_VM, mostLoading = 1, mostTrials = MOST_TRIALS } = settings;
  const before = closed.slice();
  const flow = createPowerFlow(network);
  const { depth } = treeOf(network, branchesByBus(network));
  const zoneOf = zonesOf();
  const zoneCount = zoneOf.reduce((most, zone) => Math.max(most, zone + 1), 0);
  const zoneLoad = new Float64Array(zoneCount);
  const mayLive = new Uint8Array(zoneCount).fill(1);
  for (let bus = 0; bus < busCount; bus++) {
    if (zoneOf[bus] < 0) continue;
    zoneLoad[zoneOf[bus]] += Math.max(0, loadP[bus]);
    if (faulted?.[bus]) mayLive[zoneOf[bus]] = 0;
  }
  /** Switches with an end in the dead part. */
  const switches: number[] = [];
  for (let k = 0; k < branchCount; k++) {
    const dead = zoneOf[from[k]] >= 0 || zoneOf[to[k]] >= 0;
    if (switchable[k] && dead && kind[from[k]] !== BUS_OUT && kind[to[k]] !== BUS_OUT) switches.push(k);
  }
  let allP = 0;
  for (let zone = 0; zone < zoneCount; zone++) allP += zoneLoad[zone];

  const isOn = new Uint8Array(zoneCount);
  const used: number[] = [];
  let trials = 0;
  let isComplete = true;
  let best: (Omit<Restoration, 'trials' | 'isComplete'> & { readonly operations: number }) | undefined;
  const seen = new Set<string>();
  search(0);
  closed.set(before);
  if (best === undefined) return undefined;
  const { operations: _, ...plan } = best;
  return { ...plan, trials, isComplete };

  /** Dead buses that hang together without passing a switch; −1 for live ones. */
  function zonesOf(): Int32Array {
    const zone = new Int32Array(busCount).fill(-1);
    const beside = branchesByBus(network);
    let zones = 0;
    for (let first = 0; first < busCount; first++) {
      if (depth[first] >= 0 || kind[first] === BUS_OUT || zone[first] >= 0) continue;
      const stack = [first];
      zone[first] = zones;
      for (let bus = stack.pop(); bus !== undefined; bus = stack.pop()) {
        for (let s = beside.start[bus]; s < beside.start[bus + 1]; s++) {
          const k = beside.branch[s];
          const other = from[k] === bus ? to[k] : from[k];
          if (!closed[k] || switchable[k] || zone[other] >= 0 || kind[other] === BUS_OUT) continue;
          zone[other] = zones;
          stack.push(other);
        }
      }
      zones++;
    }
    return zone;
  }

  function isLiveEnd(bus: number): boolean {
    return zoneOf[bus] >= 0 ? isOn[zoneOf[bus]] === 1 : depth[bus] >= 0;
  }

  /** Switches as the plan so far wants them: through those used, and open wherever live and dead, or two live parts, would meet. */
  function lay(): number {
    closed.set(before);
    let operations = 0;
    for (const k of switches) {
      const isUsed = used.includes(k);
      const keepsApart = isLiveEnd(from[k]) || isLiveEnd(to[k]);
      closed[k] = isUsed ? 1 : keepsApart ? 0 : before[k];
      if (closed[k] !== before[k]) operations++;
    }
    return operations;
  }

  function isWithinLimits(): boolean {
    trials++;
    if (flow.solve().state === 'diverged') return false;
    for (let bus = 0; bus < busCount; bus++) if (flow.isLive[bus] && !(flow.results.vm[bus] >= leastVm)) return false;
    for (let k = 0; k < branchCount; k++) if (!(flow.results.loading[k] <= mostLoading)) return false;
    return true;
  }

  function search(restoredP: number): void {
    if (trials >= mostTrials) {
      isComplete = false;
      return;
    }
    // The same switches in another order are the same plan.
    const key = [...used].sort((a, b) => a - b).join();
    if (seen.has(key)) return;
    seen.add(key);
    const operations = lay();
    if (!isWithinLimits()) return;
    const seriesLossP = flow.losses().seriesP;
    const gain = best === undefined ? 1 : restoredP - best.restoredP;
    const isBetter =
      best === undefined ||
      gain > 1e-12 ||
      (gain > -1e-12 &&
        (operations < best.operations || (operations === best.operations && seriesLossP < best.seriesLossP)));
    if (isBetter) {
      const pick = (state: number) => switches.filter((k) => closed[k] === state && before[k] !== state);
      best = { close: pick(1), open: pick(0), restoredP, unservedP: allP - restoredP, seriesLossP, operations };
    }
    let reachable = 0;
    for (let zone = 0; zone < zoneCount; zone++) if (!isOn[zone] && mayLive[zone]) reachable += zoneLoad[zone];
    if (best !== undefined && restoredP + reachable < best.restoredP - 1e-12) return;
    const steps = switches
      .flatMap((k) => {
        const [a, b] = [from[k], to[k]];
        if (isLiveEnd(a) === isLiveEnd(b)) return [];
        const zone = zoneOf[isLiveEnd(a) ? b : a];
        return zone >= 0 && mayLive[zone] ? [{ k, zone }] : [];
      })
      .sort((one, other) => zoneLoad[other.zone] - zoneLoad[one.zone] || one.k - other.k);
    for (const { k, zone } of steps) {
      isOn[zone] = 1;
      used.push(k);
      search(restoredP + zoneLoad[zone]);
      used.pop();
      isOn[zone] = 0;
      if (!isComplete) return;
    }
  }
}
