/**
 * Which switches to operate after a fault has been cut off, so that most load has supply again with no branch overloaded
 * and no bus too low. The dead part falls into zones between its switches; supply grows from what is live, zone by zone,
 * each through one switch, so that everything stays radial. At each step one switch at the border, that to the heaviest
 * zone, is used or given up for good: so every plan is met once (branch and bound, Land and Doig 1960). A branch of the
 * search ends where the limits are broken, since more load never mends them, or where even all that could still be
 * reached would not be more load, or the same with fewer operations. Of equal plans that of least losses is taken.
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

const LEAST_VM = 0.93; // GB/T 12325: 10 kV supply within ±7 %
const MOST_TRIALS = 5_000;

interface Plan extends Omit<Restoration, 'unservedP' | 'trials' | 'isComplete'> {
  readonly operations: number;
}

/** Loads closer than this are the same, p.u. */
const SAME_P = 1e-12;

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
  const isUsed = new Uint8Array(branchCount);
  const isGivenUp = new Uint8Array(branchCount);
  let trials = 0;
  let isComplete = true;
  let best: Plan | undefined;
  weigh(0);
  if (best !== undefined) search(0);
  closed.set(before);
  if (best === undefined) return undefined;
  const { operations: _, ...plan } = best as Plan;
  const unservedP = allP - plan.restoredP;
  return { ...plan, unservedP: unservedP > SAME_P ? unservedP : 0, trials, isComplete };

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
      const keepsApart = isLiveEnd(from[k]) || isLiveEnd(to[k]);
      closed[k] = isUsed[k] ? 1 : keepsApart ? 0 : before[k];
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

  /** Whether the plan so far keeps the limits; and if it is the best so far, that it is. */
  function weigh(restoredP: number): boolean {
    const operations = lay();
    if (!isWithinLimits()) return false;
    const seriesLossP = flow.losses().seriesP;
    const gain = best === undefined ? 1 : restoredP - best.restoredP;
    const isFewer = best !== undefined && operations < best.operations;
    const isLess = best !== undefined && operations === best.operations && seriesLossP < best.seriesLossP;
    if (gain > SAME_P || (gain > -SAME_P && (isFewer || isLess))) {
      const pick = (state: number) => switches.filter((k) => closed[k] === state && before[k] !== state);
      best = { close: pick(1), open: pick(0), restoredP, seriesLossP, operations };
    }
    return true;
  }

  /** Load of what switches not given up still lead to. */
  function reachableP(): number {
    const reached = isOn.slice();
    const isReached = (bus: number) => (zoneOf[bus] >= 0 ? reached[zoneOf[bus]] === 1 : depth[bus] >= 0);
    let sum = 0;
    for (let grew = true; grew; ) {
      grew = false;
      for (const k of switches) {
        if (isGivenUp[k] || isReached(from[k]) === isReached(to[k])) continue;
        const zone = zoneOf[isReached(from[k]) ? to[k] : from[k]];
        if (zone < 0 || !mayLive[zone]) continue;
        reached[zone] = 1;
        sum += zoneLoad[zone];
        grew = true;
      }
    }
    return sum;
  }

  /** Operations that no continuation takes back: ties used, and switches open between two live parts. */
  function leastOperations(): number {
    let operations = 0;
    for (const k of switches) {
      if (isUsed[k]) operations += before[k] ? 0 : 1;
      else if (before[k] && isLiveEnd(from[k]) && isLiveEnd(to[k])) operations++;
    }
    return operations;
  }

  function search(restoredP: number): void {
    const most = restoredP + reachableP();
    if (best !== undefined && most < best.restoredP - SAME_P) return;
    if (best !== undefined && most < best.restoredP + SAME_P && leastOperations() > best.operations) return;
    let next = -1;
    let heaviest = -1;
    for (const k of switches) {
      if (isGivenUp[k] || isLiveEnd(from[k]) === isLiveEnd(to[k])) continue;
      const zone = zoneOf[isLiveEnd(from[k]) ? to[k] : from[k]];
      if (zone < 0 || !mayLive[zone] || zoneLoad[zone] <= heaviest) continue;
      next = k;
      heaviest = zoneLoad[zone];
    }
    if (next < 0) return;
    if (trials >= mostTrials) {
      isComplete = false;
      return;
    }
    const zone = zoneOf[isLiveEnd(from[next]) ? to[next] : from[next]];
    isOn[zone] = 1;
    isUsed[next] = 1;
    if (weigh(restoredP + zoneLoad[zone])) search(restoredP + zoneLoad[zone]);
    isOn[zone] = 0;
    isUsed[next] = 0;
    isGivenUp[next] = 1;
    if (isComplete) search(restoredP);
    isGivenUp[next] = 0;
  }
}
