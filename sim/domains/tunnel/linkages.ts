/** What detectors read goes through the three linkages, section by section; alarms are counted and called in. */

import { fireReading } from './fires';
import { readGas, truePeak } from './gas-in-air';
import { FIRE_NONE, stepFireLinkage } from './linkage/fire-linkage';
import { FLOOD_DRY, FLOOD_HIGH, stepFloodLinkage } from './linkage/flood-linkage';
import { GAS_NORMAL, stepGasLinkage } from './linkage/gas-linkage';
import { gasThresholds } from './linkage/thresholds';
import type { TunnelRun, TunnelState } from './state';
import type { ActiveList } from './step';
import type { Totals } from './totals';
import type { TunnelStep } from './tunnel-step';
import { isHeard, isKnown } from './watch-supply';
import { hasHole, noteFound } from './wrongs';

type Tell = (code: string, section: number, cause: number) => number;

export function stepLinkages(state: TunnelState, run: TunnelRun, step: TunnelStep, list: ActiveList, tell: Tell): void {
  const { sections } = run;
  for (let k = 0; k < list.count; k++) {
    const s = list.sections[k];
    linkGas(state, run, step, s, tell);
    linkFlood(state, run, step, s, tell);
    linkFire(state, run, step, s, tell);
    if (sections.unknown[s] === 1) noteAlarm(run, state.totals, s, step.seconds);
    const isCalm =
      run.gasLinkage.state[s] === GAS_NORMAL &&
      run.floodLinkage.state[s] === FLOOD_DRY &&
      run.floodLinkage.drowned[s] === 0 &&
      run.fireLinkage.state[s] === FIRE_NONE;
    if (!isCalm) continue;
    sections.mayReset[s] = 0;
    sections.unknown[s] = 0;
    sections.roundSaw[s] = 0;
  }
}

/** An alarm finds what is wrong once somebody knows of it: at once, or when the section is heard again or a round comes by. */
function noteAlarm(run: TunnelRun, totals: Totals, s: number, nowS: number): void {
  const knows = isKnown(run, s);
  run.sections.unknown[s] = knows ? 0 : 1;
  if (knows) noteFound(run, totals, s, nowS);
}

function linkGas({ knobs, totals }: TunnelState, run: TunnelRun, step: TunnelStep, s: number, tell: Tell): void {
  const { gasLinkage, sections, plan } = run;
  const found = sections.robotFound[s];
  const read = isHeard(run, s) ? readGas(run, s) : 0;
  const isTaken = knobs['gallery-section.acknowledged'].values[s] > 0;
  const isReset = sections.mayReset[s] === 1 || knobs['gallery-section.reset'].values[s] > 0;
  const reading = {
    // A robot that smells gas is believed as an alarm would be.
    highest: found > 0 ? Math.max(read, gasThresholds.alarm) : read,
    isHeard: found > 0 || isHeard(run, s),
    isKnown: isKnown(run, s),
    hasMain: plan.stretchesOfSection.start[s + 1] > plan.stretchesOfSection.start[s],
    takenByHand: isTaken,
    mayReset: isReset,
  };
  if (found > 0 && gasLinkage.cause[s] === 0) gasLinkage.cause[s] = found;
  sections.robotFound[s] = 0;
  stepGasLinkage(gasLinkage, s, reading, step.stepSeconds, (news, before) => {
    const because = before > 0 ? before : knobs['gallery-section.gas-hole'].causes[s] || biasCause(knobs, s);
    const id = tell(news, s, because);
    if (news === 'tunnel.gas-alarm') {
      totals.alarms++;
      if (isForNothing(knobs, run, s)) totals.falseAlarms++;
      noteAlarm(run, totals, s, step.seconds);
    }
    return id;
  });
}

const biasCause = (knobs: TunnelState['knobs'], s: number): number => knobs['gallery-section.detector-bias'].causes[s];

/** No hole here or next door, and no gas that is worth an alarm. */
function isForNothing(knobs: TunnelState['knobs'], run: TunnelRun, s: number): boolean {
  const { before, after } = run.plan.galleries.sections;
  for (const near of [s, before[s], after[s]]) {
    if (near >= 0 && (hasHole(knobs, run.sections, near) || truePeak(run, near) >= gasThresholds.preAlarm))
      return false;
  }
  return true;
}

function linkFlood({ knobs, totals }: TunnelState, run: TunnelRun, step: TunnelStep, s: number, tell: Tell): void {
  const { floodLinkage, flood, sections, plan } = run;
  const inflowCause = knobs['gallery-section.inflow'].causes[s];
  const reading = {
    levelM: flood.levelM[s],
    isHeard: isHeard(run, s),
    hasMain: plan.waterStart[s + 1] > plan.waterStart[s],
    // Valves that were shut are opened by people; what pumps alone have dealt with is over by itself.
    mayReset: sections.mayReset[s] === 1 || (floodLinkage.state[s] === FLOOD_HIGH && floodLinkage.drowned[s] === 0),
    source: inflowCause > 0 ? inflowCause : step.inflowCause[s] > 0 ? step.inflowCause[s] : nextDoorCause(run, s),
  };
  stepFloodLinkage(floodLinkage, s, reading, (news, because) => {
    if (news === 'tunnel.water-high') {
      totals.alarms++;
      noteAlarm(run, totals, s, step.seconds);
    }
    return tell(news, s, because);
  });
}

/** Water that came under a door came because of what let it in beyond. */
function nextDoorCause({ floodLinkage, plan }: TunnelRun, s: number): number {
  const { before, after } = plan.galleries.sections;
  for (const near of [before[s], after[s]])
    if (near >= 0 && floodLinkage.cause[near] > 0) return floodLinkage.cause[near];
  return 0;
}

function linkFire({ knobs, totals }: TunnelState, run: TunnelRun, step: TunnelStep, s: number, tell: Tell): void {
  const { fireLinkage, sections, plan } = run;
  const reading = fireReading(run, s);
  if (reading === null && fireLinkage.state[s] === FIRE_NONE) return;
  stepFireLinkage(
    fireLinkage,
    s,
    {
      isBurning: reading?.isBurning ?? false,
      isDetected: (reading?.isDetected ?? false) && isHeard(run, s),
      canSuppress: plan.canSuppress[s] === 1,
      airC: reading?.airC ?? run.air.airC[s],
      sightM: reading?.sightM ?? 100,
      source: knobs['gallery-section.fire'].causes[s],
      mayReset: sections.mayReset[s] === 1,
    },
    step.stepSeconds,
    (news, because) => {
      if (news === 'tunnel.fire-alarm') {
        totals.alarms++;
        noteAlarm(run, totals, s, step.seconds);
      }
      return tell(news, s, because);
    },
  );
}
