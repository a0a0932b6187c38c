import type { Basis, LinearSolution, LinearSolver, LinearStatus } from '../../../kernel';
import { Commitments } from './commitments';
import { giveFarEnds } from './far-ends';
import type { DispatchInputs } from './inputs';
import { type Shortage, shortagesOf } from './limits';
import { type Plan, readPlan } from './plan';
import { type DispatchModel, updateModel } from './program';

export interface Dispatch {
  /** Of the plan with whole machines: anything but 'optimal' means that there is no plan. */
  readonly status: LinearStatus;
  readonly plan: Plan;
  /** In the aim's unit, over the horizon; what the plan would be worth if machines could be halved bounds it below. */
  readonly objective: number;
  readonly bound: number;
  readonly shortages: readonly Shortage[];
  /** Where the next plan sets out from: part of the state of whoever asks again. */
  readonly basis: Basis;
  readonly iterations: number;
}

/** Rounds of settling machines, and then of putting on what is missed; each is a warm solve. */
const SETTLING_ROUNDS = 3;
const HELPING_ROUNDS = 5;

/** The plan for what is known now: linear, rounded, and made again until every machine keeps its minimum load. */
export function dispatch(
  model: DispatchModel,
  inputs: DispatchInputs,
  solver: LinearSolver,
  basis?: Basis,
  mostIterations?: number,
): Dispatch {
  updateModel(model, inputs);
  // Solvers know a matrix by its array: with one of its own, no plan meets a model that other plans were made with, whose
  // traces have shown among plans that are worth the same.
  model.program = { ...model.program, value: model.program.value.slice() };
  if (basis) giveFarEnds(model, inputs);
  const relaxed = solver.solve(model.program, { basis, mostIterations });
  let iterations = relaxed.iterations;
  let found: LinearSolution = relaxed;
  if (!basis) giveFarEnds(model, inputs);
  const commitments = new Commitments(model, inputs);
  /** Once more with what is now committed; what cannot be fed gives way. */
  const again = () => {
    const from = found.basis;
    found = solver.solve(model.program, { basis: from, mostIterations });
    iterations += found.iterations;
    if (found.status === 'infeasible') {
      commitments.giveWay();
      found = solver.solve(model.program, { basis: from, mostIterations });
      iterations += found.iterations;
    }
    return found.status === 'optimal';
  };
  if (relaxed.status === 'optimal') {
    commitments.roundEngines(relaxed);
    commitments.settle(relaxed);
    let goesOn = again();
    for (let round = 0; goesOn && round < SETTLING_ROUNDS && commitments.settle(found) > 0; round++) goesOn = again();
    if (goesOn) {
      commitments.hold(found);
      goesOn = again();
    }
    for (let round = 0; goesOn && round < HELPING_ROUNDS && commitments.putOn(found) > 0; round++) goesOn = again();
  }
  return {
    status: found.status,
    plan: readPlan(model, found, inputs),
    objective: found.objective,
    bound: relaxed.objective,
    shortages: found.status === 'optimal' ? shortagesOf(model, found) : [],
    basis: relaxed.basis!,
    iterations,
  };
}
