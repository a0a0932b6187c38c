import type { Consumers } from '../consumers/consumers';
import type { SkyGear } from '../consumers/generators';
import { type Aim, decodeAnswer, encodeQuestion, withTariff } from '../dispatch';
import { QUARTER_SECONDS } from '../period';
import type { Weather } from '../weather';
import { fillForecast } from './forecast';
import { shavesPeaks } from './shave-peaks';
import type { StationsRun } from './stations-run';

/** A plan looks a day ahead and is made anew every quarter of an hour, and when stations lose or get power. */
const PLAN_EVERY_S = 900;
/** In steps of a quarter of an hour: the day ahead, as power is bought. */
const DAY_AHEAD_S = 86_400;
/** From the question to the plan's beginning: fixed, so that a run is the same however long the solver takes. */
const LEAD_S = 300;
/** The first one, before which nobody has planned anything. */
const FIRST_LEAD_S = 60;

export interface PlanningView {
  readonly seconds: number;
  readonly stepS: number;
  readonly weather: Weather;
  readonly consumers: Consumers;
  readonly gear: SkyGear;
  readonly otherKw: number;
  readonly chargingKw: number;
  readonly isLive: (node: number) => boolean;
  readonly gasFor: (station: number, kind: string) => number;
  readonly aim: Aim;
  /** What power costs at the peak over the valley, where somebody has set it; else NaN. */
  readonly peakToValley: number;
  readonly batteryUse: Float64Array;
  post(question: Uint8Array, inSeconds: number): number;
}

/** Asks for a plan where one is due. After the houses have settled: the forecast runs ahead from how they stand. */
export function askForPlan(run: StationsRun, view: PlanningView): void {
  const picture = [
    Array.from(run.node, (node) => (node < 0 || view.isLive(node) ? '1' : '0')).join(''),
    run.inOrder.join(','),
    gasPicture(run, view),
    view.batteryUse.join(','),
    view.aim,
    view.peakToValley,
  ].join(' ');
  const isNews = picture !== run.livePicture;
  run.livePicture = picture;
  if (!Number.isNaN(run.askedForS) || (view.seconds < run.askAtS && !isNews)) return;
  const leadS = Math.max(run.plan === null ? FIRST_LEAD_S : LEAD_S, view.stepS);
  const fromS = view.seconds + leadS;
  const { hub, inputs, standing, ahead } = run;
  const { consumers, weather } = view;
  fillForecast(
    {
      hub,
      loops: run.loops,
      weather,
      demand: consumers.demand,
      asked: ahead.asked,
      supply: ahead.supply,
      controls: consumers.controls,
      priority: run.priority,
      otherKw: view.otherKw,
      chargingKw: view.chargingKw,
      weatherThen: ahead.weather,
      skyThen: ahead.sky,
      gear: view.gear,
    },
    inputs,
    fromS,
  );
  inputs.exportKw.fill(hub.importKw);
  hub.banks.forEach(({ station, kind }, b) => {
    const on = (run.node[station] < 0 || view.isLive(run.node[station])) && view.gasFor(station, kind) > 0;
    const isPlanned = on && !shavesPeaks(run, b, view.batteryUse);
    inputs.machines.fill(isPlanned ? run.inOrder[b] : 0, b * inputs.steps, (b + 1) * inputs.steps);
  });
  inputs.now.running.set(standing.running);
  inputs.now.outputKw.set(standing.outputKw);
  inputs.now.heldKwh.set(standing.heldKwh);
  // A day later the same hours come again. Half a step, as from one plan to the next, counts as one.
  const moved = run.plan === null ? 0 : Math.round((fromS - run.plan.fromS) / (inputs.stepHours * 3_600));
  const movedSteps = moved % inputs.steps;
  const priced = withTariff(inputs, weather.startSeconds + fromS, run.network.gasKwhPerM3, view.peakToValley);
  const question = { network: run.network, inputs: { ...priced, aim: view.aim }, movedSteps };
  run.askedJob = view.post(encodeQuestion(run.basis === null ? question : { ...question, basis: run.basis }), leadS);
  run.askedForS = fromS;
  run.askAtS = view.seconds + (view.stepS >= QUARTER_SECONDS ? DAY_AHEAD_S : PLAN_EVERY_S);
}

/** Banks that have no gas; empty while all have. */
function gasPicture({ hub }: StationsRun, { gasFor }: PlanningView): string {
  return hub.banks.flatMap(({ station, kind }, b) => (gasFor(station, kind) === 0 ? [`g${b}`] : [])).join('');
}

/** A plan for machines that are others since is not taken: another one is on its way. */
export function takePlan(run: StationsRun, job: number, answer: Uint8Array): void {
  if (job !== run.askedJob) return;
  const { plan, status, objective, shortages, basis } = decodeAnswer(answer);
  run.plan = { fromS: run.askedForS, status, objective, plan, shortages };
  run.basis = basis ?? null;
  run.askedForS = Number.NaN;
}
