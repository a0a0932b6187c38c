import type { LinearSolver, LinearStatus } from '../../../kernel';
import type { Hub } from './hub';
import type { DispatchInputs } from './inputs';
import { type Plan, readPlan } from './plan';
import { buildModel, updateModel } from './program';

export interface ExactOptions {
  /** How far from the best possible is near enough, as a share. */
  readonly relativeGap: number;
  readonly mostNodes: number;
}

export interface ExactDispatch {
  readonly status: LinearStatus;
  readonly objective: number;
  readonly plan: Plan;
}

/**
 * The plan with machines counted in whole numbers from the start: what rounding is measured against. For one station
 * off line, in seconds; all ten together take half a minute.
 */
export function exactDispatch(
  hub: Hub,
  inputs: DispatchInputs,
  solver: LinearSolver,
  options: ExactOptions = { relativeGap: 0.005, mostNodes: 20_000 },
): ExactDispatch {
  const model = buildModel(hub, inputs.steps, inputs.stepHours, true);
  updateModel(model, inputs);
  const { program } = model;
  const counted = solver.solve(program, options);
  if (counted.status !== 'optimal' && counted.status !== 'limit') {
    return { status: counted.status, objective: counted.objective, plan: readPlan(model, counted, inputs) };
  }
  // Counts come out a millionth off a whole number; with them rounded, everything else is exact to the last digit.
  const whole = program.whole!;
  for (let at = 0; at < program.columns; at++) {
    if (whole[at] === 1) program.columnLower[at] = program.columnUpper[at] = Math.round(counted.columns[at]);
  }
  const settled = solver.solve({ ...program, whole: undefined });
  return { status: settled.status, objective: settled.objective, plan: readPlan(model, settled, inputs) };
}
