/** A question to the planner and its answer as bytes: all that it takes, so that anybody can work on it anywhere. */
import { type Basis, Decoder, Encoder, type LinearSolver, type LinearStatus } from '../../../kernel';
import { buildModel, dispatch, type DispatchInputs, type DispatchModel, emptyInputs, hubOf, movedOn } from '../dispatch';
import type { Aim } from '../dispatch';
import type { PlantNetwork } from '../plants';

const QUESTION = 'energy.question';
const ANSWER = 'energy.answer';
const VERSION = 1;

/** What is kept of a plan: what every bank is to do. */
export interface PlanAnswer {
  readonly status: LinearStatus;
  readonly objective: number;
  readonly steps: number;
  readonly outputKw: Float64Array;
  readonly running: Uint8Array;
  readonly chargeKw: Float64Array;
  /** Of each demand over the horizon, kWh that it is to go without. */
  readonly unservedKwh: Float64Array;
  readonly basis: Basis | null;
}

type Numbers = Exclude<{ [K in keyof DispatchInputs]: DispatchInputs[K] extends Float64Array ? K : never }[keyof DispatchInputs], never>;

/** In the order in which they travel. */
const arrays: readonly Numbers[] = [
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
];
const aims: readonly Aim[] = ['cost', 'carbon', 'primary-energy'];

/** `movedSteps`: by how many steps of the plan the basis is to be moved on. */
export function packQuestion(
  network: PlantNetwork,
  inputs: DispatchInputs,
  basis: Basis | null,
  movedSteps: number,
): Uint8Array {
  const out = new Encoder(QUESTION, VERSION).text(textOf(network)).u8(aims.indexOf(inputs.aim));
  out.u32(inputs.steps).f64(inputs.stepHours).f64(inputs.gasYuanPerKwh).f64(inputs.gasKgPerKwh);
  out.f64(inputs.gridPrimary).f64(inputs.cityGasKw);
  for (const name of arrays) out.float64s(inputs[name]);
  out.uint8s(inputs.machines);
  out.uint8s(inputs.now.running).float64s(inputs.now.outputKw).float64s(inputs.now.heldKwh);
  out.bool(basis !== null);
  if (basis !== null) out.uint8s(basis.columns).uint8s(basis.rows).u32(movedSteps);
  return out.finish();
}

/** One model is kept: plans of one park come one after another, and its matrix stays. */
let kept: { readonly key: string; readonly model: DispatchModel } | null = null;

export function answerQuestion(question: Uint8Array, solver: LinearSolver): Uint8Array {
  const from = new Decoder(question, QUESTION, VERSION);
  const text = from.text();
  const aim = aims[from.u8()];
  const steps = from.u32();
  const stepHours = from.f64();
  const key = `${steps} ${stepHours} ${text}`;
  const model = kept?.key === key ? kept.model : buildModel(hubOf(networkOf(text)), steps, stepHours);
  kept = { key, model };
  const numbers = { gasYuanPerKwh: from.f64(), gasKgPerKwh: from.f64(), gridPrimary: from.f64(), cityGasKw: from.f64() };
  const inputs: DispatchInputs = { ...emptyInputs(model.hub, steps, stepHours), aim, ...numbers };
  for (const name of arrays) from.float64s(inputs[name]);
  from.uint8s(inputs.machines);
  from.uint8s(inputs.now.running);
  from.float64s(inputs.now.outputKw);
  from.float64s(inputs.now.heldKwh);
  let basis: Basis | undefined;
  if (from.bool()) {
    const old = { columns: from.uint8s(), rows: from.uint8s() };
    basis = movedOn(model, old, from.u32());
  }
  from.end();
  const found = dispatch(model, inputs, solver, basis);
  const { plan } = found;
  const unserved = new Float64Array(model.hub.demands.length);
  for (let d = 0; d < unserved.length; d++) {
    for (let t = 0; t < steps; t++) unserved[d] += plan.unservedKw[d * steps + t] * stepHours;
  }
  const out = new Encoder(ANSWER, VERSION).text(found.status).f64(found.objective).u32(steps);
  out.float64s(plan.outputKw).uint8s(plan.running).float64s(plan.chargeKw).float64s(unserved);
  out.bool(found.basis !== undefined);
  if (found.basis !== undefined) out.uint8s(found.basis.columns).uint8s(found.basis.rows);
  return out.finish();
}

export function readAnswer(answer: Uint8Array): PlanAnswer {
  const from = new Decoder(answer, ANSWER, VERSION);
  const found = {
    status: from.text() as LinearStatus,
    objective: from.f64(),
    steps: from.u32(),
    outputKw: from.float64s(),
    running: from.uint8s(),
    chargeKw: from.float64s(),
    unservedKwh: from.float64s(),
    basis: from.bool() ? { columns: from.uint8s(), rows: from.uint8s() } : null,
  };
  from.end();
  return found;
}

/** JSON knows neither what is unlimited nor what is unknown. */
function textOf(network: PlantNetwork): string {
  return JSON.stringify(network, (_, value) => (typeof value === 'number' && !Number.isFinite(value) ? `#${value}` : value));
}

function networkOf(text: string): PlantNetwork {
  return JSON.parse(text, (_, value) => (typeof value === 'string' && value.startsWith('#') ? Number(value.slice(1)) : value));
}
