/**
 * The power flow of a whole network: islands, each by its own method and with its own ending, and the results by row.
 * Whatever depends on the topology alone is kept until that changes, and is a function of it alone: whoever saves the
 * voltages and `isLive` beside the network, and goes on from them with a new power flow, gets the same bits.
 *
 * A dead island, one without a slack bus, is a state and no error: its voltages and flows are 0. So are those of an
 * island whose iteration found no solution; the outcome says so and names the bus. Two slack buses in one island each
 * hold their own voltage and angle, as two stiff grids do that a closed tie connects: what flows between them is theirs.
 */
import { cos, sin } from '../../kernel';
import { createAdmittances, fillAdmittances } from './admittances';
import { gatherInjections, unsoundSource } from './injections';
import type { Island } from './islands';
import { BUS_PQ, BUS_SLACK, type PowerNetwork } from './network';
import { fillNewton, NEWTON_ITERATIONS, NEWTON_TOLERANCE, planNewton, solveNewton } from './newton';
import { findParts, type Part } from './parts';
import { Remembered } from './remembered';
import { createResults, fillResults, type Losses, type Results, sumLosses } from './results';
import { fillSweep, planSweep, SWEEP_ITERATIONS, SWEEP_TOLERANCE, type SweepIsland, solveSweep } from './sweep';
import type { Ending, Voltages } from './voltages';

export type Method = 'newton' | 'sweep';

/** Plans of islands that are not there now. */
const MOST_FORMER = 8;

export interface SolveSettings {
  /** 'auto': the sweep where an island is radial and no bus but its sources holds a voltage, else Newton. */
  readonly method?: Method | 'auto';
  /** From the last solution where there is one, else (and when that fails) from what the network says. */
  readonly start?: 'last' | 'given';
  /** Newton's, p.u. of power. */
  readonly tolerance?: number;
  readonly newtonIterations?: number;
  /** The sweep's, p.u. of voltage. */
  readonly sweepTolerance?: number;
  readonly sweepIterations?: number;
}

export interface IslandOutcome {
  readonly island: Island;
  /** 'dead': it has no source. 'not-radial': the sweep alone was allowed, and cannot. */
  readonly state: 'converged' | 'diverged' | 'dead' | 'not-radial';
  readonly method?: Method;
  /** Where anything was solved. */
  readonly ending?: Ending;
}

export interface PowerOutcome {
  /** 'islanded': whatever has a source is solved, and something has none. */
  readonly state: 'converged' | 'islanded' | 'diverged';
  /** Of the island that took most. */
  readonly iterations: number;
  readonly islands: readonly IslandOutcome[];
}

export interface PowerFlow {
  readonly network: PowerNetwork;
  readonly results: Results;
  readonly voltages: Voltages;
  /** 1 where the last solve found a voltage. */
  readonly isLive: Uint8Array;
  /** Reads the network as it is now; the results stand until the next call. */
  solve(settings?: SolveSettings): PowerOutcome;
  /** Of the last solve. */
  losses(): Losses;
}

export interface PowerFlowOptions {
  /**
   * Lets an elimination that has room for a branch serve while the branch is open too. Quicker where branches go out one
   * by one; the last bits of a result then depend on what was closed before.
   */
  readonly keepsPatterns?: boolean;
}

export function createPowerFlow(network: PowerNetwork, { keepsPatterns = false }: PowerFlowOptions = {}): PowerFlow {
  const { busCount, kind, from, to, closed } = network;
  const results = createResults(network);
  const admittances = createAdmittances(network);
  const voltages: Voltages = {
    real: new Float64Array(busCount),
    imaginary: new Float64Array(busCount),
    injectedP: new Float64Array(busCount),
    injectedQ: new Float64Array(busCount),
    heldAs: new Uint8Array(busCount),
  };
  const isLive = new Uint8Array(busCount);
  const layout = new Remembered([kind, from, to]);
  const switches = new Remembered([closed]);
  const holding = new Remembered([voltages.heldAs]);
  const values = new Remembered([
    network.resistance,
    network.reactance,
    network.charging,
    network.ratio,
    network.shiftRad,
    network.shuntG,
    network.shuntB,
  ]);
  let parts: readonly Part[] = [];
  /** Islands that were there before: what is switched off is mostly switched on again. */
  let former: readonly Part[] = [];

  const solve = (settings: SolveSettings = {}): PowerOutcome => {
    gatherInjections(network, voltages);
    const isNew = layout.hasChanged();
    const isSwitched = switches.hasChanged();
    if (isNew || isSwitched) {
      const before = isNew ? [] : [...parts, ...former];
      parts = findParts(network, before, keepsPatterns);
      former = before.filter((part) => part.newton !== undefined).slice(0, MOST_FORMER);
    }
    if (holding.hasChanged()) for (const part of [...parts, ...former]) part.sweep = undefined;
    if (values.hasChanged()) {
      fillAdmittances(admittances, network);
      for (const part of [...parts, ...former]) part.newtonIsFilled = part.sweepIsFilled = false;
    }
    const islands: IslandOutcome[] = [];
    for (const part of parts) islands.push(solvePart(part, settings));
    // Buses out of service belong to no island.
    for (let i = 0; i < busCount; i++) if (kind[i] > BUS_SLACK) clearBus(i);
    fillResults(results, network, admittances, voltages, isLive);
    let iterations = 0;
    let state: PowerOutcome['state'] = 'converged';
    for (const each of islands) {
      iterations = Math.max(iterations, each.ending?.iterations ?? 0);
      if (each.state === 'diverged' || each.state === 'not-radial') state = 'diverged';
      else if (each.state === 'dead' && state === 'converged') state = 'islanded';
    }
    return { state, iterations, islands };
  };

  const solvePart = (part: Part, settings: SolveSettings): IslandOutcome => {
    const { island } = part;
    const method = settings.method ?? 'auto';
    if (island.slackCount === 0) return withoutVoltage({ island, state: 'dead' });
    if (method !== 'newton' && part.sweep === undefined) {
      part.sweep = planSweep(network, island, voltages.heldAs, admittances.place) ?? null;
      part.sweepIsFilled = false;
    }
    if (method === 'sweep' && part.sweep === null) return withoutVoltage({ island, state: 'not-radial' });
    const first: Method = method !== 'newton' && part.sweep && isFilled(part, part.sweep) ? 'sweep' : 'newton';
    if (method === 'sweep' && first === 'newton') return withoutVoltage({ island, state: 'not-radial' });
    const isWarm = settings.start === 'last' && lay(island, true);
    if (!isWarm) lay(island, false);
    let used = first;
    let ending = first === 'sweep' ? sweep(part, settings) : newton(part, settings);
    // What is far from the last solution, or too heavy for the sweep, is not diverged yet.
    if (!ending.converged && (isWarm || (first === 'sweep' && method === 'auto'))) {
      used = method === 'auto' ? 'newton' : first;
      lay(island, false);
      ending = used === 'sweep' ? sweep(part, settings) : newton(part, settings);
    }
    const unsound = ending.converged ? unsoundSource(network, voltages, island) : -1;
    if (unsound >= 0) ending = { ...ending, converged: false, worstBus: unsound, worstMismatch: Number.NaN };
    if (!ending.converged) return withoutVoltage({ island, state: 'diverged', method: used, ending });
    for (const bus of island.buses) isLive[bus] = 1;
    return { island, state: 'converged', method: used, ending };
  };

  const isFilled = (part: Part, plan: SweepIsland): boolean => {
    if (!part.sweepIsFilled) part.sweepIsFilled = fillSweep(plan, network, admittances);
    return part.sweepIsFilled;
  };

  const sweep = (part: Part, settings: SolveSettings) => {
    const plan = part.sweep!;
    const { sweepTolerance = SWEEP_TOLERANCE, sweepIterations = SWEEP_ITERATIONS } = settings;
    return solveSweep(plan, voltages, sweepTolerance, sweepIterations);
  };

  const newton = (part: Part, settings: SolveSettings) => {
    part.newton ??= planNewton(network, part.island);
    if (!part.newtonIsFilled) fillNewton(part.newton, network, admittances);
    part.newtonIsFilled = true;
    const { tolerance = NEWTON_TOLERANCE, newtonIterations = NEWTON_ITERATIONS } = settings;
    return solveNewton(part.newton, voltages, tolerance, newtonIterations);
  };

  /** Lays the voltages to start from; answers whether any of them is of the last solution. */
  const lay = (island: Island, fromLast: boolean): boolean => {
    const { real, imaginary, heldAs } = voltages;
    let any = false;
    for (const bus of island.buses) {
      const held = heldAs[bus];
      if (fromLast && isLive[bus] && held !== BUS_SLACK) {
        any = true;
        if (held === BUS_PQ) continue;
        const vm = Math.sqrt(real[bus] * real[bus] + imaginary[bus] * imaginary[bus]);
        real[bus] *= network.setVm[bus] / vm;
        imaginary[bus] *= network.setVm[bus] / vm;
        continue;
      }
      const vm = held === BUS_PQ ? network.startVm[bus] : network.setVm[bus];
      const va = held === BUS_SLACK ? network.setVaRad[bus] : network.startVaRad[bus];
      real[bus] = va === 0 ? vm : vm * cos(va);
      imaginary[bus] = va === 0 ? 0 : vm * sin(va);
    }
    return any;
  };

  const withoutVoltage = (outcome: IslandOutcome): IslandOutcome => {
    for (const bus of outcome.island.buses) clearBus(bus);
    return outcome;
  };

  const clearBus = (bus: number) => {
    isLive[bus] = 0;
    voltages.real[bus] = 0;
    voltages.imaginary[bus] = 0;
  };

  return { network, results, voltages, isLive, solve, losses: () => sumLosses(network, admittances, voltages, isLive) };
}
