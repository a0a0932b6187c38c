/**
 * A linear plan cannot hold a minimum load: it runs half of an engine. So what it proposes is rounded, step by step:
 * engines to the nearest whole number, other machines that would run below their minimum either up to it or off. With
 * that fixed the plan is made again, and rounded again where it then falls between; after a few rounds all are held
 * where they are. Where somebody then goes without, machines that stand are put on after all, one a station and step
 * at a time. All of it only moves bounds.
 */
import type { LinearSolution } from '../../../kernel';
import { engineFuelKw } from '../plants/gas-engine';
import { burnsGas } from '../plants/stations';
import type { HubBank } from './hub';
import type { DispatchInputs } from './inputs';
import type { DispatchModel } from './program';

const NEAR = 1e-6;
/** Kilowatts that are missed before a machine is put on for them. */
const MISSED_KW = 1e-3;

/** A machine's column in one step. */
interface Choice {
  readonly at: number;
  readonly leastKw: number;
  readonly mostKw: number;
}

export class Commitments {
  readonly #model: DispatchModel;
  readonly #inputs: DispatchInputs;
  /** Columns that gave way once and are not to be tried again. */
  readonly #refused = new Set<number>();
  /** Columns held at a minimum that the plan before did not reach, and engines held above it. */
  readonly #forced = new Set<number>();

  constructor(model: DispatchModel, inputs: DispatchInputs) {
    this.#model = model;
    this.#inputs = inputs;
  }

  /** Every engine to a whole number. */
  roundEngines({ columns: x }: LinearSolution): void {
    const { hub, steps } = this.#model;
    hub.banks.forEach((bank, b) => {
      if (!bank.engine) return;
      for (let t = 0; t < steps; t++) {
        const at = this.#at('running', b, t);
        const count = Math.floor(x[at] + 0.5);
        if (count > x[at] + NEAR) this.#force(at, count, count);
        else this.#bound(at, count, count);
      }
    });
  }

  /** Puts what falls between nothing and its minimum on either; says how many machines that were. */
  settle({ columns: x }: LinearSolution): number {
    let settled = 0;
    this.#eachChoice(({ at, leastKw, mostKw }) => {
      if (!isBetween(x[at], leastKw)) return;
      settled++;
      if (x[at] >= 0.5 * leastKw && mostKw >= leastKw) this.#force(at, leastKw, mostKw);
      else this.#bound(at, 0, 0);
    });
    return settled;
  }

  /**
   * Where what was put on cannot be fed (too little gas, no power for a heat pump) it goes off again, and engines to the
   * number below: that asks for less of everything than the linear plan had, so that it can always be done.
   */
  giveWay(): void {
    for (const at of this.#forced) {
      const { program, template } = this.#model;
      const isEngine = template.columns[at % template.columns.length].kind === 'running';
      const lower = isEngine ? program.columnLower[at] - 1 : 0;
      this.#bound(at, lower, lower);
      this.#refused.add(at);
    }
    this.#forced.clear();
  }

  /** Holds all on or off as they are, what still falls between off: from now on nothing can fall between. */
  hold({ columns: x }: LinearSolution): void {
    this.#forced.clear();
    this.#eachChoice(({ at, leastKw, mostKw }) => {
      const isOn = x[at] >= leastKw - NEAR;
      this.#bound(at, isOn ? leastKw : 0, isOn ? mostKw : 0);
    });
  }

  /** Puts on a machine that stands wherever somebody goes without and one can help; says how many. */
  putOn({ columns: x, rows }: LinearSolution): number {
    const { hub, steps } = this.#model;
    const helped = new Set<string>();
    hub.demands.forEach(({ node }, d) => {
      const { station, carrier } = hub.nodes[node];
      for (let t = 0; t < steps; t++) {
        const key = `${station} ${carrier} ${t}`;
        if (x[this.#at('unserved', d, t)] < MISSED_KW || helped.has(key)) continue;
        if (this.#putOneOn(node, t, rows)) helped.add(key);
      }
    });
    return helped.size;
  }

  /** One that can stay at its minimum with the least to spare is tried first. */
  #putOneOn(node: number, t: number, rows: Float64Array): boolean {
    const { hub, program } = this.#model;
    const { station, carrier } = hub.nodes[node];
    let best: { readonly leastKw: number; put(): void } | undefined;
    const offer = (at: number, leastKw: number, put: () => void) => {
      if (!this.#refused.has(at) && (!best || leastKw < best.leastKw)) best = { leastKw, put };
    };
    hub.banks.forEach((bank, b) => {
      if (station >= 0 && bank.station !== station) return;
      if (burnsGas(bank.kind) && !this.#hasGasFor(bank, t, rows)) return;
      if (bank.engine && carrier !== 'cooling') {
        const at = this.#at('running', b, t);
        const running = program.columnUpper[at];
        if (running < this.#inputs.machines[b * this.#model.steps + t]) {
          offer(at, bank.minimumLoad * bank.sizeKw, () => this.#force(at, running + 1, running + 1));
        }
      }
      const choice = carrier === 'electricity' ? undefined : this.#choice(b, t, carrier === 'heat' ? 'heat' : 'cold');
      if (choice && choice.mostKw > 0 && program.columnUpper[choice.at] === 0) {
        offer(choice.at, choice.leastKw, () => this.#force(choice.at, choice.leastKw, choice.mostKw));
      }
    });
    best?.put();
    return best !== undefined;
  }

  /** For one more machine at its minimum. */
  #hasGasFor(bank: HubBank, t: number, rows: Float64Array): boolean {
    const { template } = this.#model;
    const leastKw = bank.minimumLoad * bank.sizeKw;
    const asksKw = bank.engine ? engineFuelKw(bank.engine, leastKw) : leastKw / bank.efficiency;
    const burnt = (kind: 'gas' | 'city-gas', of: number) =>
      rows[t * template.rows.length + template.rows.findIndex((row) => row.kind === kind && row.of === of)];
    const { gasKw, cityGasKw } = this.#inputs;
    return burnt('gas', bank.station) + asksKw <= gasKw[bank.station] && burnt('city-gas', 0) + asksKw <= cityGasKw;
  }

  #force(at: number, lower: number, upper: number): void {
    this.#bound(at, lower, upper);
    this.#forced.add(at);
  }

  #bound(at: number, lower: number, upper: number): void {
    this.#model.program.columnLower[at] = lower;
    this.#model.program.columnUpper[at] = upper;
  }

  #eachChoice(visit: (choice: Choice) => void): void {
    const { hub, steps } = this.#model;
    for (let b = 0; b < hub.banks.length; b++) {
      for (const kind of ['heat', 'cold'] as const) {
        for (let t = 0; t < steps; t++) {
          const choice = this.#choice(b, t, kind);
          if (choice) visit(choice);
        }
      }
    }
  }

  #choice(b: number, t: number, kind: 'heat' | 'cold'): Choice | undefined {
    const { hub, template, steps } = this.#model;
    const { minimumLoad, sizeKw, coolingKw } = hub.banks[b];
    if (minimumLoad === 0 || template.columnOf(kind, b) < 0) return undefined;
    const oneKw = kind === 'cold' && coolingKw > 0 ? coolingKw : sizeKw;
    const mostKw = this.#inputs.machines[b * steps + t] * oneKw;
    return { at: this.#at(kind, b, t), leastKw: minimumLoad * oneKw, mostKw };
  }

  #at(kind: 'running' | 'heat' | 'cold' | 'unserved', of: number, t: number): number {
    const { template } = this.#model;
    return t * template.columns.length + template.columnOf(kind, of);
  }
}

function isBetween(kw: number, leastKw: number): boolean {
  return kw > NEAR && kw < leastKw - NEAR;
}
