/**
 * Minute by minute, a station gives what its loops take, whatever its plan expected: engines keep to the plan within
 * their ramps, everything else makes up the difference. More is asked of stores, then of machines in the order of the
 * merit that holds at most hours; too much lowers fuel first, then fills stores, then lets hot water do what heat pumps
 * did, and goes to the air at last. What machines cannot give at all is owed and made up first, so that energy is never
 * made of nothing.
 */
import type { Hub } from '../dispatch';
import { type BankOutput, bankOutput, chargeLimitKw, dischargeLimitKw, storeAfter } from '../plants';
import { ENGINES_BY_HEAT, ENGINES_BY_POWER, ledByHeat, ledByPower } from './engines';
import { addCold, coolingMachines, machinesFor, setBank } from './machines';
import type { Roles } from './roles';
import type { Standing } from './standing';

/** What a plan says of this minute; one value a bank. */
export interface PlanStep {
  readonly outputKw: Float64Array;
  readonly running: Uint8Array;
  readonly chargeKw: Float64Array;
  readonly coldKw: Float64Array;
}

export interface StationNeed {
  /** Taken by the loops at the hot level (or the only one), at the cooler one, and of cold. */
  readonly hotKw: number;
  readonly warmKw: number;
  readonly coldKw: number;
}

export interface FollowView {
  readonly hub: Hub;
  readonly standing: Standing;
  readonly plan: PlanStep | null;
  /** Machines of a bank that can run. */
  readonly available: (bank: number) => number;
  readonly copOf: (bank: number) => number;
  readonly coolingCopOf: (bank: number) => number;
  /** What leads the engines of a station, and of the city's load what is theirs where power leads. */
  readonly engineMode: (station: number) => number;
  readonly powerLoadKw: (station: number) => number;
  /** Within an island: engines follow its load, and give no more than that and what its battery can still take. */
  readonly isIslanded: (station: number) => boolean;
  readonly powerMostKw: (station: number) => number;
  readonly hours: number;
  /** One value a bank, for the time of a call. */
  readonly give: Float64Array;
  readonly giveCold: Float64Array;
}

const ENOUGH_KW = 1e-9;

export function followStation(view: FollowView, station: number, roles: Roles, need: StationNeed): void {
  const { hub, standing, plan, available, copOf, hours, give, giveCold } = view;
  const { banks } = hub;
  const most = (b: number): number => {
    const { store, sizeKw, count } = banks[b];
    const there = available(b);
    if (store) return (there / count) * dischargeLimitKw(store, standing.heldKwh[b], hours);
    return Math.max(0, there - coolingMachines(banks[b], giveCold[b])) * sizeKw;
  };
  const least = (b: number): number => {
    const { store, count } = banks[b];
    return store ? (-available(b) / count) * chargeLimitKw(store, standing.heldKwh[b], hours) : 0;
  };
  const planned = (b: number): number => {
    if (plan === null) return 0;
    const wanted = banks[b].store ? -plan.chargeKw[b] : plan.outputKw[b];
    return Math.min(most(b), Math.max(least(b), wanted));
  };
  const begin = (list: readonly number[]): number => {
    let sum = 0;
    for (const b of list) sum += give[b] = planned(b);
    return sum;
  };
  const raise = (list: readonly number[], missing: number): number => {
    let left = missing;
    for (const b of list) {
      if (left <= ENOUGH_KW) break;
      const more = Math.min(left, Math.max(0, most(b) - give[b]));
      give[b] += more;
      left -= more;
    }
    return left;
  };
  const lower = (list: readonly number[], excess: number): number => {
    let left = excess;
    for (const b of list) {
      if (left <= ENOUGH_KW) break;
      const less = Math.min(left, Math.max(0, give[b] - least(b)));
      give[b] -= less;
      left -= less;
    }
    return left;
  };
  const stores = (list: readonly number[], others: readonly number[]) =>
    plan === null ? [...others, ...list] : [...list, ...others];

  // Cold. Of pumps that work both ways, those that are to heat are left to it.
  const coldMost = (b: number): number => {
    const heating = plan === null ? standing.outputKw[b] : plan.outputKw[b];
    return Math.max(0, available(b) - machinesFor(banks[b], heating)) * banks[b].coolingKw;
  };
  const coldNeed = need.coldKw + standing.owedColdKwh[station] / hours;
  let missing = coldNeed - begin(roles.absorption) - begin(roles.chillers) - begin(roles.coldStores);
  for (const b of roles.bothWays) missing -= giveCold[b] = Math.min(coldMost(b), plan?.coldKw[b] ?? 0);
  if (missing > 0) {
    missing = raise(stores(roles.coldStores, [...roles.chillers, ...roles.absorption]), missing);
    for (const b of roles.bothWays) {
      const more = Math.min(missing, Math.max(0, coldMost(b) - giveCold[b]));
      giveCold[b] += more;
      missing -= more;
    }
  } else {
    let excess = lower(roles.chillers, -missing);
    for (const b of roles.bothWays) {
      const less = Math.min(excess, giveCold[b]);
      giveCold[b] -= less;
      excess -= less;
    }
    missing = -lower([...roles.coldStores, ...roles.absorption], excess);
  }
  standing.owedColdKwh[station] = Math.max(0, missing) * hours;
  let absorptionHeatKw = 0;
  for (const b of roles.absorption) {
    setBank(standing, b, banks[b], give[b], machinesFor(banks[b], give[b]), Number.NaN);
    absorptionHeatKw += standing.heatInKw[b];
  }
  for (const b of roles.chillers) setBank(standing, b, banks[b], give[b], machinesFor(banks[b], give[b]), Number.NaN);

  // The cooler level: heat pumps, and hot water for the rest.
  const pumpsAreHot = roles.warmNode < 0;
  let mixKw = 0;
  const pumpKw = begin(roles.heatPumps);
  if (!pumpsAreHot) {
    const short = need.warmKw - pumpKw;
    if (short >= 0) mixKw = raise(roles.heatPumps, short);
    else lower(roles.heatPumps, -short);
  }

  // The hot level, as far as engines do not do it.
  const fuelled = pumpsAreHot ? [...roles.heatPumps, ...roles.boilers] : roles.boilers;
  const hotNeed = need.hotKw + mixKw + absorptionHeatKw + standing.owedHeatKwh[station] / hours;
  const fromStores = begin(roles.heatStores);

  // Engines, by their plan or by what leads them.
  const seconds = hours * 3_600;
  const isIslanded = view.isIslanded(station);
  const mode = isIslanded ? ENGINES_BY_POWER : view.engineMode(station);
  let engineHeatKw = 0;
  let powerLeft = mode === ENGINES_BY_POWER ? view.powerLoadKw(station) : 0;
  let mostLeft = view.powerMostKw(station);
  for (const b of roles.engines) {
    const bank = banks[b];
    const before = { running: standing.running[b], kw: standing.outputKw[b] };
    const there = available(b);
    let output: BankOutput;
    if (mode === ENGINES_BY_HEAT && bank.engine) {
      // What the plan puts into stores is asked for, too.
      const asked = hotNeed - fromStores - engineHeatKw;
      output = ledByHeat({ ...bank, engine: bank.engine }, before, there, Math.max(0, asked), seconds);
    } else if (mode === ENGINES_BY_POWER) {
      output = ledByPower(bank, before, there, powerLeft, seconds);
      // One that cannot come down so fast goes off by its frequency relay.
      if (output.kw > mostLeft) output = bankOutput(bank, before, 0, 0, seconds);
    } else {
      const running = plan === null ? 0 : Math.min(plan.running[b], there);
      output = bankOutput(bank, before, running, plan?.outputKw[b] ?? 0, seconds);
    }
    setBank(standing, b, bank, output.kw, output.running, Number.NaN);
    engineHeatKw += standing.heatKw[b];
    powerLeft -= output.kw;
    mostLeft -= output.kw;
  }

  // Boilers and stores make up the rest.
  let short = hotNeed - engineHeatKw - begin(roles.boilers) - fromStores - (pumpsAreHot ? pumpKw : 0);
  let dumpedKw = 0;
  if (short > 0) short = raise(stores(roles.heatStores, fuelled), short);
  else {
    let excess = lower([...roles.boilers, ...(pumpsAreHot ? roles.heatPumps : []), ...roles.heatStores], -short);
    // Heat that is there anyway spares the power of heat pumps.
    if (!pumpsAreHot) excess = lower(roles.heatPumps, excess);
    dumpedKw = excess;
    short = 0;
  }
  standing.owedHeatKwh[station] = Math.max(0, short) * hours;
  standing.dumpedKw[station] = dumpedKw;
  for (const b of roles.boilers) setBank(standing, b, banks[b], give[b], machinesFor(banks[b], give[b]), Number.NaN);
  for (const b of roles.heatPumps) {
    setBank(standing, b, banks[b], give[b], machinesFor(banks[b], give[b]), copOf(b));
    if (banks[b].coolingKw > 0) addCold(standing, b, banks[b], giveCold[b], view.coolingCopOf(b));
  }

  // Power kept for later. Within an island it is the flow that says what the battery gives.
  if (isIslanded) for (const b of roles.batteries) give[b] = 0;
  else begin(roles.batteries);
  for (const list of [roles.heatStores, roles.coldStores, roles.batteries]) {
    for (const b of list) {
      const { store } = banks[b];
      if (!store) continue;
      standing.outputKw[b] = -give[b];
      standing.heldKwh[b] = storeAfter(store, standing.heldKwh[b], Math.max(0, -give[b]), Math.max(0, give[b]), hours);
    }
  }
  for (const b of roles.batteries) standing.electricKw[b] = standing.outputKw[b];
}

/** Without power nothing runs; what is stored stays, but for what it loses. */
export function standStill(view: FollowView, station: number, roles: Roles): void {
  const { hub, standing, hours } = view;
  standing.dumpedKw[station] = 0;
  for (const list of Object.values(roles)) {
    if (typeof list === 'number') continue;
    for (const b of list) {
      const { store } = hub.banks[b];
      setBank(standing, b, hub.banks[b], 0, 0, Number.NaN);
      if (store) standing.heldKwh[b] = storeAfter(store, standing.heldKwh[b], 0, 0, hours);
    }
  }
}

/** What a station could give from now on, for its loops to reckon with. */
export function capacitiesOf(view: FollowView, station: number, roles: Roles, need: StationNeed): StationNeed {
  const { hub, standing, available, hours } = view;
  const sum = (list: readonly number[]) =>
    list.reduce((total, b) => {
      const { store, sizeKw, count } = hub.banks[b];
      const there = available(b);
      if (store) return total + (there / count) * dischargeLimitKw(store, standing.heldKwh[b], hours);
      return total + Math.max(0, there - coolingMachines(hub.banks[b], standing.coldKw[b])) * sizeKw;
    }, 0);
  const bothWays = roles.bothWays.reduce((total, b) => {
    const cooling = Math.max(0, available(b) - machinesFor(hub.banks[b], standing.outputKw[b]));
    return total + cooling * hub.banks[b].coolingKw;
  }, 0);
  const engines = roles.engines.reduce((total, b) => total + (available(b) > 0 ? standing.heatKw[b] : 0), 0);
  const absorbed = roles.absorption.reduce((total, b) => total + standing.heatInKw[b], 0);
  const owed = standing.owedHeatKwh[station] / hours;
  const pumps = sum(roles.heatPumps);
  const pumpsAreHot = roles.warmNode < 0;
  const hot = sum(roles.boilers) + sum(roles.heatStores) + engines - absorbed - owed + (pumpsAreHot ? pumps : 0);
  const mixed = pumpsAreHot ? 0 : Math.max(0, need.warmKw - pumps);
  const cold = sum(roles.chillers) + sum(roles.absorption) + sum(roles.coldStores) + bothWays;
  return {
    hotKw: Math.max(0, hot - mixed),
    warmKw: pumpsAreHot ? 0 : pumps + Math.max(0, hot - need.hotKw),
    coldKw: Math.max(0, cold - standing.owedColdKwh[station] / hours),
  };
}
