/** Robots on their rounds: one that passes gas says so, and what it says counts as an alarm. */

import { roofAt } from './gas-in-air';
import { GAS_ALARM } from './linkage/gas-linkage';
import { eachRobot, ROBOT_FINDS } from './robots';
import type { TunnelRun, TunnelState } from './state';
import type { TunnelStep } from './tunnel-step';
import { noteFound } from './wrongs';

const S_PER_MIN = 60;

export function robotIntervalS({ knobs }: TunnelState): number {
  const minutes = knobs['city.robot-interval'].values[0];
  return minutes > 0 ? minutes * S_PER_MIN : 0;
}

export function patrol(
  state: TunnelState,
  run: TunnelRun,
  { seconds, stepSeconds }: TunnelStep,
  tell: (code: string, section: number, cause: number) => number,
): void {
  const { sections, gasLinkage, plan } = run;
  eachRobot(plan.galleries, robotIntervalS(state), seconds + stepSeconds, (s, atM) => {
    if (sections.isActive[s] === 0 || gasLinkage.state[s] >= GAS_ALARM || sections.robotFound[s] > 0) return;
    if (roofAt(run, s, atM) < ROBOT_FINDS) return;
    sections.robotFound[s] = tell('tunnel.robot-found-gas', s, state.knobs['gallery-section.gas-hole'].causes[s]);
    noteFound(run, state.totals, s, seconds);
  });
}
