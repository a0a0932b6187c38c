/**
 * A plan as a job: everything that is known in bytes, and the plan in bytes. The question holds the stations too, so
 * that whoever answers it needs no scene; he may keep the model that he built for them, and the solver its matrix, which
 * makes the answer quicker and never another.
 */
import { type Basis, Decoder, Encoder, hashBytes, type LinearSolver, type LinearStatus } from '../../../kernel';
import type { PlantNetwork } from '../plants/stations';
import { movedOn } from './basis';
import { type Dispatch, dispatch } from './dispatch';
import { hubOf } from './hub';
import type { Aim, DispatchInputs } from './inputs';
import type { Shortage } from './limits';
import type { Plan } from './plan';
import { buildModel, type DispatchModel } from './program';

type Stations = Pick<PlantNetwork, 'stations' | 'importKw'>;

export interface DispatchQuestion {
  readonly network: Stations;
  readonly inputs: DispatchInputs;
  readonly basis?: Basis;
  /** Steps by which that vertex is older than this question. */
  readonly movedSteps?: number;
}

const QUESTION = 'dispatch-question';
const ANSWER = 'dispatch-answer';
const VERSION = 1;

const SERIES = [
  'demandKw',
  'availableKw',
  'cop',
  'coolingCop',
  'buyYuanPerKwh',
  'sellYuanPerKwh',
  'gridKgPerKwh',
  'importKw',
  'exportKw',
  'feederKw',
  'gasKw',
] as const satisfies readonly (keyof DispatchInputs)[];
const NUMBERS = ['stepHours', 'gasYuanPerKwh', 'gasKgPerKwh', 'gridPrimary', 'cityGasKw'] as const;
/** Everything of a plan that is a series, in the order in which it travels and is saved. */
export const PLAN_SERIES = [
  'outputKw',
  'coldKw',
  'chargeKw',
  'heldKwh',
  'mixKw',
  'exchangeKw',
  'buyKw',
  'sellKw',
  'unservedKw',
  'surplusKw',
] as const satisfies readonly (keyof Plan)[];

export function encodeQuestion({ network, inputs, basis, movedSteps = 0 }: DispatchQuestion): Uint8Array {
  const to = new Encoder(QUESTION, VERSION).text(stationsText(network)).text(inputs.aim).u32(inputs.steps);
  for (const name of NUMBERS) to.f64(inputs[name]);
  for (const name of SERIES) to.float64s(inputs[name]);
  to.uint8s(inputs.machines).uint8s(inputs.now.running).float64s(inputs.now.outputKw).float64s(inputs.now.heldKwh);
  encodeBasis(to, basis);
  return to.u32(movedSteps).finish();
}

function decodeQuestion(bytes: Uint8Array) {
  const from = new Decoder(bytes, QUESTION, VERSION);
  const stations = from.text();
  const head = { aim: from.text() as Aim, steps: from.u32() };
  const numbers = Object.fromEntries(NUMBERS.map((name) => [name, from.f64()]));
  const series = Object.fromEntries(SERIES.map((name) => [name, from.float64s()]));
  const machines = from.uint8s();
  const now = { running: from.uint8s(), outputKw: from.float64s(), heldKwh: from.float64s() };
  const basis = decodeBasis(from);
  const movedSteps = from.u32();
  from.end();
  return {
    stations,
    movedSteps,
    inputs: { ...head, ...numbers, ...series, machines, now } as unknown as DispatchInputs,
    basis,
  };
}

/** Models by the solver that they were built for, and by their stations and steps. */
const built = new WeakMap<LinearSolver, Map<string, DispatchModel>>();
const MOST_BUILT = 4;

function modelFor(stations: string, inputs: DispatchInputs, solver: LinearSolver): DispatchModel {
  const key = `${hashBytes(new Encoder('stations', 1).text(stations))} ${inputs.steps} ${inputs.stepHours}`;
  const models = built.get(solver) ?? new Map<string, DispatchModel>();
  built.set(solver, models);
  const model = models.get(key) ?? buildModel(hubOf(networkOf(stations)), inputs.steps, inputs.stepHours);
  models.delete(key);
  models.set(key, model);
  for (const old of [...models.keys()].slice(0, -MOST_BUILT)) models.delete(old);
  return model;
}

export function answerQuestion(bytes: Uint8Array, solver: LinearSolver): Uint8Array {
  const { stations, inputs, basis, movedSteps } = decodeQuestion(bytes);
  const model = modelFor(stations, inputs, solver);
  const from = basis && movedSteps > 0 ? movedOn(model, basis, movedSteps) : basis;
  const found = dispatch(model, inputs, solver, from);
  const { plan, status, objective, bound, iterations, shortages } = found;
  const to = new Encoder(ANSWER, VERSION).text(status).f64(objective).f64(bound).f64(iterations).u32(plan.steps);
  for (const name of PLAN_SERIES) to.float64s(plan[name]);
  to.uint8s(plan.running);
  encodeBasis(to, found.basis);
  return to.text(JSON.stringify(shortages)).finish();
}

export function decodeAnswer(bytes: Uint8Array): Dispatch {
  const from = new Decoder(bytes, ANSWER, VERSION);
  const status = from.text() as LinearStatus;
  const [objective, bound, iterations] = [from.f64(), from.f64(), from.f64()];
  const steps = from.u32();
  const series = Object.fromEntries(PLAN_SERIES.map((name) => [name, from.float64s()]));
  const plan = { steps, ...series, running: from.uint8s() } as unknown as Plan;
  const basis = decodeBasis(from);
  const shortages = JSON.parse(from.text()) as readonly Shortage[];
  from.end();
  return { status, objective, bound, iterations, plan, shortages, ...(basis ? { basis } : {}) } as Dispatch;
}

function encodeBasis(to: Encoder, basis: Basis | undefined): void {
  to.bool(basis !== undefined);
  if (basis) to.uint8s(basis.columns).uint8s(basis.rows);
}

function decodeBasis(from: Decoder): Basis | undefined {
  return from.bool() ? { columns: from.uint8s(), rows: from.uint8s() } : undefined;
}

/** JSON knows no infinity; these fields may have one, or none of a figure at all. */
const UNBOUNDED = new Set(['feederKw', 'importKw', 'efficiency']);

function stationsText({ stations, importKw }: Stations): string {
  return JSON.stringify({ stations, importKw }, (name, value) =>
    UNBOUNDED.has(name) && !Number.isFinite(value) ? String(value) : value,
  );
}

function networkOf(text: string): Stations {
  return JSON.parse(text, (name, value) => (UNBOUNDED.has(name) ? Number(value) : value));
}
