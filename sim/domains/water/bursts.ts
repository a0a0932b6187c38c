/**
 * A burst from the hole to the mended main: it runs, it is found, valves are shut (from afar at once, by the crew one
 * after the other), the main is shut off, and mended some hours later, when everything is opened again. Each step names the
 * one before as its cause.
 */

import type { Decoder, ElementId, Encoder } from '../../kernel';
import type { StepContext } from '../../ports';
import { nearestEdge } from '../../scene/compile/nearest-edge';
import type { CompiledScene } from '../../scene/compiled';
import { driveS, GAUGES_CALL_S, MENDED_S, PEOPLE_CALL_S, SEEN_BY_GAUGES_SHARE, setOutS, VALVE_S } from './crew';
import { isolate } from './isolation';
import { pipesOpen, pumpRunsOf } from './openings';
import { BY_HAND } from './plan';
import type { WaterRun, WaterState } from './state';

export const RUNS = 0;
export const FOUND = 1;
export const SHUT_OFF = 2;
export const MENDED = 3;

export interface Burst {
  readonly pipe: number;
  diameterMm: number;
  phase: number;
  readonly beganS: number;
  foundS: number;
  /** When the crew has turned the next valve, or the main is mended. */
  nextS: number;
  /** Pipes and outlets that are shut because of it, and pumps that stand; and those that wait for the crew's hand. */
  shut: number[];
  stopped: number[];
  byHand: number[];
  cut: number;
  /** The happening that began it, and the last of its chain. */
  readonly began: number;
  /** The happening by which a gallery made it known; 0 where none did. */
  heard: number;
  last: number;
}

type Happen = StepContext<never, never>['happen'];

/** Knobs that were turned since the last minute: new holes, and holes that somebody has undone. */
export function followHoles(state: WaterState, run: WaterRun, seconds: number, happen: Happen): void {
  const { values, causes } = state.knobs['water-pipe.burst'];
  for (let at = run.bursts.length - 1; at >= 0; at--) {
    const burst = run.bursts[at];
    const diameterMm = values[burst.pipe];
    if (diameterMm > 0) {
      burst.diameterMm = diameterMm;
      continue;
    }
    if (burst.phase !== MENDED) mend(state, run, burst, happen);
    run.bursts.splice(at, 1);
  }
  for (let pipe = 0; pipe < values.length; pipe++) {
    if (!(values[pipe] > 0) || run.bursts.some((each) => each.pipe === pipe)) continue;
    const cause = causes[pipe];
    const began = happen('water.main-burst', nameOf(state.scene, pipe), cause > 0 ? [cause] : [], {
      diameterMm: values[pipe],
    });
    run.bursts.push({
      pipe,
      diameterMm: values[pipe],
      phase: RUNS,
      beganS: seconds,
      foundS: seconds + PEOPLE_CALL_S,
      nextS: 0,
      shut: [],
      stopped: [],
      byHand: [],
      cut: 0,
      began,
      heard: 0,
      last: began,
    });
  }
  run.bursts.sort((a, b) => a.beganS - b.beganS || a.pipe - b.pipe);
}

/** What gauges saw in the minute that is over. */
export function noteSeen(burst: Burst, escapedM3PerS: number, askedM3PerS: number): void {
  if (burst.phase !== RUNS || escapedM3PerS < SEEN_BY_GAUGES_SHARE * askedM3PerS) return;
  burst.foundS = Math.min(burst.foundS, burst.beganS + GAUGES_CALL_S);
}

/** The gallery that it floods has shut it: whoever watches the network knows where it is, and why. */
export function hearOfBurst({ bursts }: WaterRun, pipe: number, seconds: number, cause: number): void {
  const burst = bursts.find((each) => each.pipe === pipe);
  if (burst === undefined || burst.phase !== RUNS) return;
  burst.foundS = Math.min(burst.foundS, seconds);
  burst.heard = cause;
}

/** What people do about every burst at the beginning of a minute. */
export function workOnBursts(
  state: WaterState,
  run: WaterRun,
  seconds: number,
  crewTravelS: Float64Array,
  happen: Happen,
): void {
  for (const burst of run.bursts) {
    if (burst.phase === RUNS && seconds >= burst.foundS) find(state, run, burst, seconds, happen);
  }
  sendCrew(state, run, seconds, crewTravelS, happen);
  for (const burst of run.bursts) {
    if (burst.phase === FOUND && run.crew.pipe === burst.pipe) turnValves(state, run, burst, seconds, happen);
    if (burst.phase === SHUT_OFF && seconds >= burst.nextS) mend(state, run, burst, happen);
  }
}

function find(state: WaterState, run: WaterRun, burst: Burst, seconds: number, happen: Happen): void {
  const { plan, touches } = run;
  const byGauges = burst.foundS < burst.beganS + PEOPLE_CALL_S ? 1 : 0;
  burst.phase = FOUND;
  burst.last = happen(
    'water.burst-found',
    nameOf(state.scene, burst.pipe),
    causesOf(burst.began, burst.heard, state.totals.lowSaid),
    {
      byGauges,
      minutes: (seconds - burst.beganS) / 60,
    },
  );
  if (run.gallery.isShut[burst.pipe] === 1) {
    // The gallery's valves hold it already; what is booked here keeps it shut when those open.
    run.shutFor[burst.pipe]++;
    burst.shut.push(burst.pipe);
    shutOff(state, burst, seconds, happen);
    return;
  }
  const { pipes, pumps, cut } = isolate(plan, touches, pipesOpen(state, run), pumpRunsOf(state, run), burst.pipe);
  burst.cut = cut.length;
  for (const pump of pumps) {
    run.stoppedFor[pump]++;
    burst.stopped.push(pump);
  }
  const isByHand = (pipe: number) => pipe < plan.pipeCount && plan.valve[pipe] === BY_HAND;
  burst.byHand = pipes.filter(isByHand);
  const found = burst.last;
  for (const pipe of pipes) if (!isByHand(pipe)) burst.last = shutOne(state, run, burst, pipe, found, happen);
  if (burst.byHand.length === 0) shutOff(state, burst, seconds, happen);
}

function sendCrew(state: WaterState, run: WaterRun, seconds: number, crewTravelS: Float64Array, happen: Happen): void {
  const { crew, bursts } = run;
  if (bursts.some((each) => each.pipe === crew.pipe && each.phase === FOUND)) return;
  crew.pipe = -1;
  const next = bursts.find((each) => each.phase === FOUND);
  if (next === undefined) return;
  crew.pipe = next.pipe;
  const { middleAt } = run.plan;
  const [first] = next.byHand;
  const drives = state.settings.domains?.includes('traffic') === true;
  const edge = drives ? nearestEdge(state.scene, [middleAt[2 * first], middleAt[2 * first + 1]]) : -1;
  const roadS = edge >= 0 ? crewTravelS[edge] : undefined;
  const arrivesInS = setOutS(crew, middleAt[2 * first], middleAt[2 * first + 1], roadS);
  next.nextS = seconds + arrivesInS + VALVE_S;
  next.last = happen('water.crew-sent', nameOf(state.scene, next.pipe), [next.last], { minutes: arrivesInS / 60 });
}

function turnValves(state: WaterState, run: WaterRun, burst: Burst, seconds: number, happen: Happen): void {
  const { crew, plan } = run;
  while (burst.byHand.length > 0 && seconds >= burst.nextS) {
    const pipe = burst.byHand.shift() as number;
    burst.last = shutOne(state, run, burst, pipe, burst.last, happen);
    crew.x = plan.middleAt[2 * pipe];
    crew.y = plan.middleAt[2 * pipe + 1];
    if (burst.byHand.length === 0) break;
    const [next] = burst.byHand;
    burst.nextS += driveS(crew, plan.middleAt[2 * next], plan.middleAt[2 * next + 1]) + VALVE_S;
  }
  if (burst.byHand.length > 0) return;
  shutOff(state, burst, seconds, happen);
  crew.pipe = -1;
}

function shutOne(
  { scene }: WaterState,
  run: WaterRun,
  burst: Burst,
  pipe: number,
  cause: number,
  happen: Happen,
): number {
  const { plan } = run;
  run.shutFor[pipe]++;
  burst.shut.push(pipe);
  const isOutlet = pipe >= plan.pipeCount;
  const element = isOutlet ? scene.elements['water-node'].ids[plan.network.pipeTo[pipe]] : nameOf(scene, pipe);
  const remote = isOutlet || plan.valve[pipe] !== BY_HAND ? 1 : 0;
  return happen('water.valve-shut', element, [cause], { remote });
}

function shutOff(state: WaterState, burst: Burst, seconds: number, happen: Happen): void {
  burst.phase = SHUT_OFF;
  burst.nextS = seconds + MENDED_S;
  burst.last = happen('water.main-shut-off', nameOf(state.scene, burst.pipe), [burst.last], {
    minutes: (seconds - burst.beganS) / 60,
    valves: burst.shut.length,
    nodes: burst.cut,
  });
}

function mend(state: WaterState, run: WaterRun, burst: Burst, happen: Happen): void {
  for (const pipe of burst.shut) run.shutFor[pipe]--;
  for (const pump of burst.stopped) run.stoppedFor[pump]--;
  burst.shut = [];
  burst.stopped = [];
  burst.byHand = [];
  burst.phase = MENDED;
  if (run.crew.pipe === burst.pipe) run.crew.pipe = -1;
  burst.last = happen('water.main-mended', nameOf(state.scene, burst.pipe), [burst.last], {});
}

function nameOf({ elements }: CompiledScene, pipe: number): ElementId {
  return elements['water-pipe'].ids[pipe];
}

const causesOf = (...ids: readonly number[]) => ids.filter((id) => id > 0);

export function saveBursts(bursts: readonly Burst[], out: Encoder): void {
  out.u32(bursts.length);
  for (const each of bursts) {
    out.u32(each.pipe).f64(each.diameterMm).u8(each.phase).f64(each.beganS).f64(each.foundS).f64(each.nextS);
    out.uint32s(Uint32Array.from(each.shut)).uint32s(Uint32Array.from(each.stopped));
    out.uint32s(Uint32Array.from(each.byHand)).u32(each.cut).u32(each.began).u32(each.heard).u32(each.last);
  }
}

export function loadBursts(from: Decoder): Burst[] {
  return Array.from({ length: from.u32() }, () => ({
    pipe: from.u32(),
    diameterMm: from.f64(),
    phase: from.u8(),
    beganS: from.f64(),
    foundS: from.f64(),
    nextS: from.f64(),
    shut: [...from.uint32s()],
    stopped: [...from.uint32s()],
    byHand: [...from.uint32s()],
    cut: from.u32(),
    began: from.u32(),
    heard: from.u32(),
    last: from.u32(),
  }));
}
