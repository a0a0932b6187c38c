import type { LinearProgram } from '../../../kernel';
import { keptShare } from '../plants/energy-store';
import { fuelLine } from '../plants/gas-engine';
import { burnsGas } from '../plants/stations';
import { type AimWeights, aimWeights, UNSERVED_YUAN } from './aims';
import type { Hub } from './hub';
import type { DispatchInputs, PlantStanding } from './inputs';
import { type Column, type Row, type StepTemplate, stepTemplate } from './template';

/**
 * The whole program: `steps` times the template, and at the end one column and one row a store that ask it to end as full
 * as it is now, or to pay for what it lacks. An exact one also counts machines in whole numbers. Bounds and costs are
 * written again for every plan; the matrix only where a heat pump's figures have changed, and then as new arrays.
 */
export interface DispatchModel {
  readonly hub: Hub;
  readonly template: StepTemplate;
  readonly steps: number;
  readonly stepHours: number;
  readonly stores: readonly number[];
  program: LinearProgram;
}

/** Against ties: a store that has nothing to gain stands still. */
const STIR_YUAN = 0.0005;
/** Of heat, cold and power that nobody takes: fans and pumps of a cooler; power has nowhere to go at all. */
const SURPLUS_YUAN = { heat: 0.02, cooling: 0.02, electricity: 5 };
/**
 * A store ends as full as it is now, and never emptier than this, where that can be had for less than so much a kWh: more
 * than the dearest, far less than going without. A day that repeats itself is then planned again as it was.
 */
const LACKING_YUAN = 1.5;
const LEAST_END_FILL = 0.2;

export function buildModel(hub: Hub, steps: number, stepHours: number, exact = false): DispatchModel {
  const template = stepTemplate(hub, stepHours, exact);
  const stores = hub.banks.flatMap((bank, b) => (bank.store ? [b] : []));
  const perStep = { columns: template.columns.length, rows: template.rows.length };
  const columns = steps * perStep.columns + stores.length;
  const rows = steps * perStep.rows + stores.length;
  const rowStart = new Int32Array(rows + 1);
  const columnIndex: number[] = [];
  const value: number[] = [];
  for (let t = 0; t < steps; t++) {
    template.rows.forEach(({ entries }, r) => {
      for (const { column, lag, factor } of entries) {
        if (lag > t) continue;
        columnIndex.push((t - lag) * perStep.columns + column);
        value.push(factor);
      }
      rowStart[t * perStep.rows + r + 1] = value.length;
    });
  }
  stores.forEach((bank, s) => {
    columnIndex.push((steps - 1) * perStep.columns + template.columnOf('held', bank), steps * perStep.columns + s);
    value.push(1, 1);
    rowStart[steps * perStep.rows + s + 1] = value.length;
  });
  const program: LinearProgram = {
    columns,
    rows,
    cost: new Float64Array(columns),
    columnLower: new Float64Array(columns),
    columnUpper: new Float64Array(columns),
    rowLower: new Float64Array(rows),
    rowUpper: new Float64Array(rows),
    rowStart,
    columnIndex: Int32Array.from(columnIndex),
    value: Float64Array.from(value),
    ...(exact ? { whole: wholeColumns(template, steps, columns) } : {}),
  };
  return { hub, template, steps, stepHours, stores, program };
}

function wholeColumns({ columns }: StepTemplate, steps: number, count: number): Uint8Array {
  const whole = new Uint8Array(count);
  columns.forEach(({ kind }, c) => {
    if (kind === 'running') for (let t = 0; t < steps; t++) whole[t * columns.length + c] = 1;
  });
  return whole;
}

/** Writes what is known now into bounds and costs, and gives every commitment free again. */
export function updateModel(model: DispatchModel, inputs: DispatchInputs): void {
  if (inputs.steps !== model.steps || inputs.stepHours !== model.stepHours) {
    throw new Error(`met inputs of ${inputs.steps} steps of ${inputs.stepHours} h, expected the model's`);
  }
  const { template, steps, hub, stores, program } = model;
  const { columns, rows } = template;
  const weights = aimWeights(inputs);
  for (let t = 0; t < steps; t++) {
    for (let c = 0; c < columns.length; c++) writeColumn(model, inputs, weights, t, columns[c], t * columns.length + c);
    for (let r = 0; r < rows.length; r++) writeRow(model, inputs, t, rows[r], t * rows.length + r);
  }
  stores.forEach((bank, s) => {
    const column = steps * columns.length + s;
    program.cost[column] = LACKING_YUAN * weights.perYuan;
    program.columnLower[column] = 0;
    program.columnUpper[column] = Number.POSITIVE_INFINITY;
    const row = steps * rows.length + s;
    const leastKwh = LEAST_END_FILL * (hub.banks[bank].store?.capacityKwh ?? 0);
    program.rowLower[row] = Math.max(leastKwh, inputs.now.heldKwh[bank]);
    program.rowUpper[row] = Number.POSITIVE_INFINITY;
  });
  writeHeatPumps(model, inputs);
}

/** Bounds, and the cost of a kW for one step. */
function writeColumn(
  { hub, program, stepHours }: DispatchModel,
  inputs: DispatchInputs,
  weights: AimWeights,
  t: number,
  { kind, of }: Column,
  at: number,
): void {
  const series = of * inputs.steps + t;
  const bank = hub.banks[of];
  const machines = inputs.machines[series];
  let lower = 0;
  let upper = Number.POSITIVE_INFINITY;
  let cost = 0;
  switch (kind) {
    case 'power':
      if (bank.engine) {
        upper = machines * bank.sizeKw;
        cost = fuelLine(bank.engine).slope * weights.gas * stepHours;
      } else upper = machines > 0 ? inputs.availableKw[series] : 0;
      break;
    case 'running':
      upper = machines;
      if (bank.engine) cost = fuelLine(bank.engine).idle * bank.sizeKw * weights.gas * stepHours;
      break;
    case 'starts':
      upper = bank.count;
      cost = bank.engine!.startYuan * weights.perYuan;
      break;
    case 'heat':
      upper = machines * bank.sizeKw;
      if (burnsGas(bank.kind)) cost = (weights.gas / bank.efficiency) * stepHours;
      break;
    case 'cold':
      upper = machines * (bank.coolingKw > 0 ? bank.coolingKw : bank.sizeKw);
      break;
    case 'charge':
      upper = machines * bank.sizeKw;
      cost = STIR_YUAN * weights.perYuan * stepHours;
      break;
    case 'discharge':
      upper = machines * bank.sizeKw;
      break;
    case 'held': {
      const store = bank.store!;
      // What had been drawn too low before may be so still: it only must not be drawn further.
      const left = inputs.now.heldKwh[of] * keptShare(store, (t + 1) * stepHours);
      lower = Math.min(store.leastFill * store.capacityKwh, left);
      upper = Math.max(store.capacityKwh, left);
      break;
    }
    case 'exchange':
      upper = inputs.feederKw[of];
      lower = -upper;
      break;
    case 'buy':
      upper = inputs.importKw[t];
      cost = weights.grid[t] * stepHours;
      break;
    case 'sell':
      upper = inputs.exportKw[t];
      cost = -weights.sold[t] * stepHours;
      break;
    case 'unserved':
      upper = inputs.demandKw[series];
      cost = UNSERVED_YUAN[hub.demands[of].priority] * weights.perYuan * stepHours;
      break;
    case 'surplus':
      cost = SURPLUS_YUAN[hub.nodes[of].carrier] * weights.perYuan * stepHours;
      break;
    case 'mix':
      break;
  }
  program.columnLower[at] = lower;
  program.columnUpper[at] = upper;
  program.cost[at] = cost;
}

function writeRow(model: DispatchModel, inputs: DispatchInputs, t: number, row: Row, at: number): void {
  const { hub, program, template } = model;
  const { kind, of } = row;
  let lower = Number.NEGATIVE_INFINITY;
  let upper = Number.POSITIVE_INFINITY;
  switch (kind) {
    case 'balance': {
      let askedKw = 0;
      for (let d = 0; d < hub.demands.length; d++) {
        if (hub.demands[d].node === of) askedKw += inputs.demandKw[d * inputs.steps + t];
      }
      lower = upper = askedKw;
      break;
    }
    case 'gas':
      upper = inputs.gasKw[of];
      break;
    case 'city-gas':
      upper = inputs.cityGasKw;
      break;
    case 'most':
    case 'ramp-down':
      upper = 0;
      break;
    case 'least':
    case 'starts':
      lower = 0;
      break;
    case 'ramp-up': {
      const { engine, rampPerMinute, minimumLoad, sizeKw, count } = hub.banks[of];
      const share = Math.max(minimumLoad, rampPerMinute * 60 * inputs.stepHours);
      upper = engine ? 0 : share * sizeKw * count;
      break;
    }
    case 'both-ways':
      upper = inputs.machines[of * inputs.steps + t];
      break;
    case 'standing':
      upper = hub.banks[of].count;
      break;
    case 'held':
      lower = upper = 0;
      break;
  }
  if (t === 0) {
    for (const { column, lag, factor } of row.entries) {
      if (lag === 0) continue;
      const before = factor * standing(template.columns[column], inputs.now);
      lower -= before;
      upper -= before;
    }
  }
  program.rowLower[at] = lower;
  program.rowUpper[at] = upper;
}

/** The value that a column had before the plan began. */
function standing({ kind, of }: Column, { running, outputKw, heldKwh }: PlantStanding): number {
  if (kind === 'running') return running[of];
  return kind === 'held' ? heldKwh[of] : outputKw[of];
}

/** A heat pump's figures are the only entries that the weather changes. */
function writeHeatPumps(model: DispatchModel, inputs: DispatchInputs): void {
  const { template, steps, program } = model;
  let value = program.value;
  let copied = false;
  template.rows.forEach(({ entries }, r) => {
    if (!entries.some(({ by }) => by)) return;
    for (let t = 0; t < steps; t++) {
      let k = program.rowStart[t * template.rows.length + r];
      for (const { column, lag, factor, by } of entries) {
        if (lag > t) continue;
        if (by) {
          const now = factor / inputs[by][template.columns[column].of * steps + t];
          if (value[k] !== now) {
            if (!copied) value = value.slice();
            copied = true;
            value[k] = now;
          }
        }
        k++;
      }
    }
  });
  if (copied) model.program = { ...program, value };
}
