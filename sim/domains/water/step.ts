import type { StepContext } from '../../ports';
import { questionNow } from './ask';
import { followHoles, RUNS, workOnBursts } from './bursts';
import { followGalleryValves, newestGalleryCause } from './gallery-valves';
import { holesOf } from './openings';
import { settleMinute } from './settle';
import type { WaterRun, WaterState } from './state';
import { tellPits, tellStreets } from './streets';

/** Below this share of what it asks for a building is short of water. */
const SHORT_BELOW = 0.98;
const DEAD_BELOW = 0.5;

export interface WaterStep {
  readonly seconds: number;
  readonly stepSeconds: number;
  readonly context: Pick<StepContext<never, never>, 'happen' | 'post'>;
  readonly pumpSupply: Float64Array;
  readonly pumpCause: Int32Array;
  /** Mains that a gallery has shut by its own valves. */
  readonly galleryShut: Float64Array;
  readonly galleryShutCause: Int32Array;
  readonly crewTravelS: Float64Array;
  readonly pumpLoad: Float64Array;
  readonly buildingSupply: Float64Array;
  readonly galleryInflow: Float64Array;
  readonly inflowCause: Int32Array;
  readonly streetInflow: Told;
  readonly streetPit: Told;
}

interface Told {
  readonly values: Float64Array;
  readonly causes: Int32Array;
}

/**
 * What the network did in the minute that is over has come in; now people and pumps act on it, and what they leave is
 * asked for the minute to come. So everything is known a minute after it began, and nothing depends on how fast it is solved.
 */
export function stepWater(state: WaterState, step: WaterStep): void {
  const { run } = state;
  if (run === null) return;
  const { seconds, stepSeconds, context } = step;
  const happen = context.happen;
  if (run.isFresh && run.answer !== null) {
    settleMinute(state, run, run.answer, stepSeconds);
    tellBuildings(state, run, step.buildingSupply, happen);
    tellStreets(state, run, run.answer.escapedM3PerS, step.streetInflow);
    run.isFresh = false;
  }
  followHoles(state, run, seconds, happen);
  followGalleryValves(state, run, step.galleryShut, step.galleryShutCause, seconds, happen);
  workOnBursts(state, run, seconds, step.crewTravelS, happen);
  followPumps(state, run, step, happen);
  step.pumpLoad.set(run.pumpKw);
  step.galleryInflow.set(run.inflowM3PerS);
  step.inflowCause.set(run.inflowCause);
  tellPits(state, run, step.streetPit);
  run.askedBursts = Uint32Array.from(holesOf(run), ({ pipe }) => pipe);
  context.post(questionNow(state, run, seconds, stepSeconds), stepSeconds);
}

/** Says when houses begin to go short and when nobody does any more. */
function tellBuildings(
  { scene, totals }: WaterState,
  run: WaterRun,
  supply: Float64Array,
  happen: WaterStep['context']['happen'],
): void {
  const { buildingNode } = run.plan.demand;
  let short = 0;
  let worst = -1;
  for (let b = 0; b < buildingNode.length; b++) {
    const node = buildingNode[b];
    supply[b] = node < 0 ? 1 : run.servedShare[node];
    if (supply[b] >= SHORT_BELOW) continue;
    short++;
    if (worst < 0 || supply[b] < supply[worst]) worst = b;
  }
  totals.shortBuildings = short;
  const { ids } = scene.elements['water-node'];
  if (short > 0 && totals.lowSaid === 0) {
    const causes = run.bursts.filter(({ phase }) => phase === RUNS).map(({ began }) => began);
    const shut = run.bursts.filter(({ phase }) => phase !== RUNS).map(({ last }) => last);
    const byGallery = newestGalleryCause(run.gallery);
    if (byGallery > 0) shut.push(byGallery);
    for (const said of run.pumpSaid) if (said > 0) shut.push(said);
    const because = causes.length > 0 ? causes : shut;
    totals.lowSaid = happen('water.supply-low', ids[buildingNode[worst]], because, {
      buildings: short,
      pressureM: totals.lowestM,
    });
  } else if (short === 0 && totals.lowSaid > 0) {
    happen('water.supply-back', scene.elements.city.ids[0], [totals.lowSaid], {});
    totals.lowSaid = 0;
  }
}

/** A pump without power stands; one that has it back runs at once. */
function followPumps(
  { scene, knobs }: WaterState,
  run: WaterRun,
  { pumpSupply, pumpCause }: WaterStep,
  happen: WaterStep['context']['happen'],
): void {
  const { ids } = scene.elements['water-pump'];
  for (let j = 0; j < run.pumpStands.length; j++) {
    const stands = pumpSupply[j] < DEAD_BELOW ? 1 : 0;
    if (stands === run.pumpStands[j]) continue;
    run.pumpStands[j] = stands;
    const code = stands === 1 ? 'water.pump-dead' : 'water.pump-back';
    const cause = pumpCause[j] || knobs['water-pump.out'].causes[j];
    const said = happen(code, ids[j], cause > 0 ? [cause] : [], {});
    run.pumpSaid[j] = stands === 1 ? said : 0;
  }
}
