/**
 * The load curve of every building over a day of the scenario: energy alone is lived, in quarter hours, from the midnight
 * before the day before, so that walls and rooms have forgotten where they began. Nobody drives: cars charge as they do in
 * a city without traffic, and changes of other networks have no part in it.
 */
import { energyDomain } from '../domains/energy';
import { checkInterventions, type Intervention } from '../interventions';
import { type Result, succeed } from '../kernel';
import { type AnyDomain, type DayCarrier, type DayLoads, startDayOf } from '../ports';
import { createEngine, type JobDesk } from '../runtime';
import type { Scenario } from '../scenarios';
import type { CompiledScene } from '../scene';

const STEP_S = 900;
const DAY_S = 86_400;
const STEPS = DAY_S / STEP_S;
const DAYS_A_YEAR = 365;

/** What energy alone is lived for, beside the run on the screen. */
export interface StudyOfEnergy {
  readonly scene: CompiledScene;
  readonly scenario: Scenario;
  deskOf(domains: readonly AnyDomain[]): JobDesk | undefined;
  shouldYield?(): boolean;
  yielded?(share: number): Promise<void>;
}

export async function dayLoads(options: StudyOfEnergy): Promise<Result<DayLoads>> {
  const { scene, scenario } = options;
  const buildings = scene.scene.buildings?.buildings ?? [];
  const count = scene.elements.building.count;
  const empty = () => new Float32Array(STEPS * count);
  const kw: Record<DayCarrier, Float32Array> = {
    electricity: empty(),
    heat: empty(),
    cooling: empty(),
    gas: empty(),
  };
  const floorM2 = new Float32Array(count);
  let step = -STEPS;
  const watched: typeof energyDomain = {
    ...energyDomain,
    step(state, context) {
      energyDomain.step(state, context);
      const { consumers } = state;
      if (consumers !== null && step >= 0 && step < STEPS) {
        const { electricKw, heatKw, coolingKw, gasKw } = consumers.asked;
        floorM2.set(consumers.plan.floorM2);
        kw.electricity.set(electricKw, step * count);
        kw.heat.set(heatKw, step * count);
        kw.cooling.set(coolingKw, step * count);
        kw.gas.set(gasKw, step * count);
      }
      step++;
    },
  };
  const domains = [watched];
  const startDay = startDayOf(scene, scenario);
  const interventions = ofThatDay(scenario, scene);
  const engine = createEngine({
    scene,
    domains,
    desk: options.deskOf(domains),
    unhashed: true,
    scenario: {
      ...scenario,
      domains: [energyDomain.name],
      stepSeconds: { [energyDomain.name]: STEP_S },
      startDay: startDay === 1 ? DAYS_A_YEAR : startDay - 1,
      startSeconds: 0,
      durationSeconds: 2 * DAY_S,
      interventions,
    },
  });
  while (!engine.runTo(2 * DAY_S, options.shouldYield)) await options.yielded?.(engine.seconds / (2 * DAY_S));
  const uses = new Array<string>(count).fill('');
  for (const { id, use } of buildings) uses[scene.elements.building.slotOf(id) as number] = use;
  return succeed({
    startDay,
    stepSeconds: STEP_S,
    steps: STEPS,
    ids: scene.elements.building.ids,
    uses,
    floorM2,
    kw,
    leftOut: scenario.interventions.length - interventions.length,
  });
}

/** Changes of energy, each at its own time of that day. */
function ofThatDay({ interventions, startSeconds }: Scenario, scene: CompiledScene): readonly Intervention[] {
  const laterBy = DAY_S + startSeconds;
  return interventions
    .filter((each) => checkInterventions([each], scene, { domains: [energyDomain.name] }).length === 0)
    .map((each) => ({
      ...each,
      fromSeconds: each.fromSeconds + laterBy,
      untilSeconds: each.untilSeconds === null ? null : each.untilSeconds + laterBy,
    }));
}
