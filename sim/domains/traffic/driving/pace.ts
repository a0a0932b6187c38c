/** How time passes for drivers: the length of a step, and what is taken for the way driven in it. */
export interface Pace {
  readonly stepS: number;
  /**
   * Euler: the way of a step is its last speed times the step. Ballistic: the speed changes evenly within the step.
   * SUMO's own is Euler at a second; ours is ballistic at half a second.
   */
  readonly isBallistic: boolean;
  /** Evaluations of the IDM within a step: one each quarter of a second, as SUMO does. */
  readonly idmSteps: number;
}

const IDM_STEP_S = 0.25;

export function paceOf(stepS: number, isBallistic: boolean): Pace {
  return { stepS, isBallistic, idmSteps: Math.max(1, Math.floor(stepS / IDM_STEP_S + 0.5)) };
}
