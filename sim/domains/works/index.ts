/**
 * Works in streets: what lies buried in them and is dug up, and galleries that are built so that it need not be. A day's run
 * shows the day's works on the lanes; a year's, and what thirty years come to, are figures.
 */
import { type Domain, type Patch, turnKnob } from '../../ports';
import { isWorksKnob } from './knobs';
import { measureWorks } from './kpis';
import { loadWorks, saveWorks } from './save';
import { createWorks, type WorksState } from './state';
import { stepWorks, worksReads, worksWrites } from './step';

export type { WorksState } from './state';

const PERIOD_SECONDS = 60;
/** For years of works alone. */
const DAY_SECONDS = 86_400;

export const worksDomain: Domain<WorksState, (typeof worksReads)[number], (typeof worksWrites)[number]> = {
  name: 'works',
  periodSeconds: PERIOD_SECONDS,
  otherPeriodsSeconds: [DAY_SECONDS],
  reads: worksReads,
  writes: worksWrites,
  create: createWorks,
  step: stepWorks,
  patch({ knobs, run }, patch): Patch {
    if (run !== null) run.derived.isDue = true;
    const inverse = patch.map((turn) => {
      if (!isWorksKnob(turn.knob)) throw new Error(`met the knob '${turn.knob}', expected one of works`);
      return turnKnob(knobs[turn.knob], turn);
    });
    return inverse.reverse();
  },
  measure: measureWorks,
  frameSections: () => [],
  writeFrame() {},
  save: (state) => saveWorks(state).finish(),
  encode: saveWorks,
  load: loadWorks,
};
