/**
 * Nobody goes with a jet of water to cables that are live: once engines have come, whoever leads there has every circuit of
 * the burning section switched off, the sound ones too, until the smoke is gone (as fire services ask of electrical plant;
 * that it is the whole section is ours).
 */
import type { ElementId } from '../../kernel';
import { FIRE_ALARM, FIRE_CLEARED } from './linkage/fire-linkage';
import type { TunnelRun } from './state';
import type { TunnelStep } from './tunnel-step';

export function followFirefighters(run: TunnelRun, step: TunnelStep, ids: readonly ElementId[]): void {
  const { sections, fireLinkage, plan } = run;
  const { cablesOff } = sections;
  for (let s = 0; s < cablesOff.length; s++) {
    const state = fireLinkage.state[s];
    const isTheirs = state >= FIRE_ALARM && state < FIRE_CLEARED;
    if (!isTheirs) {
      cablesOff[s] = 0;
      continue;
    }
    const access = plan.roads.access[s];
    if (cablesOff[s] !== 0 || access < 0 || !(step.enginesThere[access] > 0)) continue;
    const sound = countSound(run, s);
    if (sound === 0) continue;
    const causes = [fireLinkage.cause[s], step.enginesCause[access]].filter((cause) => cause > 0);
    cablesOff[s] = step.happen('tunnel.cables-switched-off', ids[s], causes, { cables: sound });
  }
}

/** Circuits on the trays of a section that have not burnt through. */
function countSound({ plan, lostCable }: TunnelRun, s: number): number {
  let count = 0;
  for (const group of plan.trays.branches[s]) {
    for (const branch of group) if (lostCable.cause[branch] === 0) count++;
  }
  return count;
}
