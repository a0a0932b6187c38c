import type { Basis, Decoder, Encoder, LinearStatus } from '../../../kernel';
import { slotIn } from '../../../scene/compile/element-tables';
import type { CompiledScene } from '../../../scene/compiled';
import type { Consumers } from '../consumers/consumers';
import type { SkyShares } from '../consumers/generators';
import { type DemandAsked, type DemandSupply, emptyAsked, fullSupply } from '../demand';
import { type DispatchInputs, emptyInputs, type Hub, hubOf, PLAN_SERIES, type Plan, type Shortage } from '../dispatch';
import { type AddedPlant, compileStations, type PlantNetwork } from '../plants';
import { VITAL_USES } from '../vital';
import { emptyWeather, type WeatherNow } from '../weather';
import { createLoops, type LoopRun, loadLoops, saveLoops } from './loops';
import { type Roles, rolesOf } from './roles';
import type { Levels } from './shave-peaks';
import { firstStanding, loadStanding, type Standing, saveStanding } from './standing';

/** A plan in force, from a time of the run on. */
export interface PlanInForce {
  readonly fromS: number;
  readonly status: LinearStatus;
  readonly objective: number;
  readonly plan: Plan;
  readonly shortages: readonly Shortage[];
}

/** All stations and their loops on the clock. */
export interface StationsRun {
  readonly network: PlantNetwork;
  readonly hub: Hub;
  readonly roles: readonly Roles[];
  readonly loops: readonly LoopRun[];
  /** The node of the electrical grid at which each station hangs; −1 none. */
  readonly node: Int32Array;
  /** The slot of each among the scene's stations. */
  readonly slot: Int32Array;
  readonly standing: Standing;
  readonly priority: Uint8Array;
  /** Of each bank: its slot among the scene's units, and how many of its machines are in order at this step. */
  readonly unitSlot: Int32Array;
  readonly inOrder: Uint8Array;
  plan: PlanInForce | null;
  basis: Basis | null;
  /** When the newest plan that was asked for begins; NaN while none is on its way. And the number of that question. */
  askedForS: number;
  askedJob: number;
  /** When to ask again. */
  askAtS: number;
  /** What stations had power at the last look, and what machines were in order; another picture asks for another plan. */
  livePicture: string;

  /** Between which batteries keep what the park draws, by the plan in force. */
  levels: Levels | null;

  // Good for one step only.
  readonly hasPower: Uint8Array;
  readonly give: Float64Array;
  readonly giveCold: Float64Array;
  readonly stepOutputKw: Float64Array;
  readonly stepRunning: Uint8Array;
  readonly stepChargeKw: Float64Array;
  readonly stepColdKw: Float64Array;
  readonly inputs: DispatchInputs;
  readonly ahead: {
    readonly asked: DemandAsked;
    readonly supply: DemandSupply;
    readonly weather: WeatherNow;
    readonly sky: SkyShares;
  };
}

/** A day ahead in half hours: quarters cost more than twice the work and gain nothing that can be measured. */
const PLAN_STEPS = 48;
const PLAN_STEP_HOURS = 0.5;

/** `loops` where they run already, since what a station is given changes no pipe. */
export function startStations(
  scene: CompiledScene,
  consumers: Consumers,
  added?: AddedPlant,
  loops?: readonly LoopRun[],
): StationsRun | null {
  const network = compileStations(scene, added);
  if (network.stations.length === 0) return null;
  const hub = hubOf(network);
  const buses = new Map((scene.scene.stations?.stations ?? []).map(({ id, electricity }) => [id, electricity]));
  const ids = network.stations.map(({ id }) => id);
  const { plan, demand } = consumers;
  return {
    network,
    hub,
    roles: rolesOf(hub),
    loops: loops ?? createLoops(scene, ids, plan, demand),
    node: Int32Array.from(ids, (id) => {
      const bus = buses.get(id);
      return bus === undefined ? -1 : slotIn(scene.elements.bus, bus);
    }),
    slot: Int32Array.from(ids, (id) => slotIn(scene.elements.station, id)),
    standing: firstStanding(hub),
    unitSlot: Int32Array.from(hub.banks, ({ id }) => scene.elements.unit.slotOf(id) ?? -1),
    inOrder: Uint8Array.from(hub.banks, ({ count }) => count),
    priority: Uint8Array.from(plan.uses, (use) => (VITAL_USES.has(use) ? 2 : 1)),
    plan: null,
    basis: null,
    askedForS: Number.NaN,
    askedJob: 0,
    askAtS: 0,
    livePicture: '',
    levels: null,
    hasPower: new Uint8Array(ids.length),
    give: new Float64Array(hub.banks.length),
    giveCold: new Float64Array(hub.banks.length),
    stepOutputKw: new Float64Array(hub.banks.length),
    stepRunning: new Uint8Array(hub.banks.length),
    stepChargeKw: new Float64Array(hub.banks.length),
    stepColdKw: new Float64Array(hub.banks.length),
    inputs: emptyInputs(hub, PLAN_STEPS, PLAN_STEP_HOURS),
    ahead: {
      asked: emptyAsked(plan.count),
      supply: fullSupply(plan.count),
      weather: emptyWeather(),
      sky: { south: 0, eastWest: 0, wind: 0 },
    },
  };
}

export function saveStations(run: StationsRun, out: Encoder): void {
  saveStanding(run.standing, out);
  saveLoops(run.loops, out);
  out.f64(run.askedForS).u32(run.askedJob).f64(run.askAtS).text(run.livePicture);
  out.bool(run.levels !== null);
  if (run.levels !== null) {
    const { fromS, powerKw, highKw, lowKw } = run.levels;
    out.f64(fromS).f64(powerKw).f64(highKw).f64(lowKw);
  }
  out.bool(run.basis !== null);
  if (run.basis !== null) out.uint8s(run.basis.columns).uint8s(run.basis.rows);
  out.bool(run.plan !== null);
  if (run.plan === null) return;
  const { fromS, status, objective, plan, shortages } = run.plan;
  out.f64(fromS).text(status).f64(objective).u32(plan.steps).text(JSON.stringify(shortages)).uint8s(plan.running);
  for (const name of PLAN_SERIES) out.float64s(plan[name]);
}

export function loadStations(run: StationsRun, from: Decoder): void {
  loadStanding(run.standing, from);
  loadLoops(run.loops, from);
  run.askedForS = from.f64();
  run.askedJob = from.u32();
  run.askAtS = from.f64();
  run.livePicture = from.text();
  run.levels = from.bool() ? { fromS: from.f64(), powerKw: from.f64(), highKw: from.f64(), lowKw: from.f64() } : null;
  run.basis = from.bool() ? { columns: from.uint8s(), rows: from.uint8s() } : null;
  run.plan = null;
  if (!from.bool()) return;
  const fromS = from.f64();
  const status = from.text() as LinearStatus;
  const objective = from.f64();
  const steps = from.u32();
  const shortages = JSON.parse(from.text()) as Shortage[];
  const running = from.uint8s();
  const series = Object.fromEntries(PLAN_SERIES.map((name) => [name, from.float64s()])) as Record<
    (typeof PLAN_SERIES)[number],
    Float64Array
  >;
  run.plan = { fromS, status, objective, plan: { steps, running, ...series }, shortages };
}
