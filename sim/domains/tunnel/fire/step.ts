/** One step of a burning section. Within it parts of at most a second; within those as many as the smoke's speed asks for. */
import { fedW, findSeat, light, putOut, spreadFire, wantedW } from './burning';
import { warmCables } from './cable-heat';
import { J_PER_KG_OXYGEN, J_PER_M3, XLPE_PVC } from './figures';
import { exchangeHeat, mixLayers, setCoefficients } from './layer-heat';
import type { FireSectionPlan } from './section';
import { shapeFlame } from './shape-flame';
import { longestStepS, moveSmoke, setDrift, setFlow } from './smoke-flow';
import { createFire, type FireSource, type FireState } from './state';
import { WALL_NODES, warmWall } from './wall-heat';

/** What the section's air, dampers and nozzles do, from outside. */
export interface FireInputs {
  /** Mean over the section at its upstream end; towards its end positive. */
  readonly airMps: number;
  /** Of the air that comes in. */
  readonly airC: number;
  readonly openAtStart: boolean;
  readonly openAtEnd: boolean;
  /** Water mist on the floor's area, kg/m²s: 1 L/min·m² is 1/60. */
  readonly mistKgPerM2S: number;
  /** Ultra-fine powder into the section. */
  readonly powderKgPerS: number;
  /** Heat release where the source is told from outside (tray −1), W. */
  readonly toldW: number;
  /** Yields of what is told; those of cables where none are. */
  readonly toldYields?: { readonly sootYield: number; readonly coYield: number; readonly heatJPerKg: number };
}

const LONGEST_PART_S = 1;
const CABLES_EVERY_S = 5;
/** Ours: what glows on without flame, and how fast flames come back. */
const LEAST_FED = 1e-3;
const RECOVERS_PER_S = 0.01;
const carried = { out: 0, in: 0 };
const CARRIED_OUT = 4;
const CARRIED_IN = 5;

export function startFire(plan: FireSectionPlan, source: FireSource, ambientC: number): FireState {
  const fire = createFire(plan, source, ambientC);
  shapeFlame(fire, 0);
  if (source.tray >= 0) light(fire, source.tray, source.alongM, source.lengthM);
  return fire;
}

export function stepFire(fire: FireState, inputs: FireInputs, seconds: number): void {
  const stretches = Math.max(1, Math.ceil(seconds / CABLES_EVERY_S - 1e-9));
  for (let stretch = 0; stretch < stretches; stretch++) {
    const long = seconds / stretches;
    const parts = Math.max(1, Math.ceil(long / LONGEST_PART_S - 1e-9));
    for (let part = 0; part < parts; part++) stepPart(fire, inputs, long / parts);
    warmCables(fire, long);
  }
}

function stepPart(fire: FireState, inputs: FireInputs, seconds: number): void {
  const { plan, work, source } = fire;
  fire.clockS += seconds;
  putOut(fire, inputs.mistKgPerM2S, inputs.powderKgPerS, seconds);
  const told = source.tray < 0;
  const wanted = told ? inputs.toldW : wantedW(fire);
  if (!told) findSeat(fire);
  fire.heatW = fire.fed * fedW(fire, fire.flame * wanted, inputs.airMps);
  if (fire.heatW > fire.peakW) fire.peakW = fire.heatW;
  shapeFlame(fire, inputs.airMps);
  work.missingKg = 0;
  work.upperJ.fill(0);
  work.lowerJ.fill(0);
  const yields = inputs.toldYields ?? XLPE_PVC;
  const fuelKgPerS = fire.heatW / yields.heatJPerKg;
  setDrift(fire, inputs);
  setCoefficients(fire);
  let left = seconds;
  for (let guard = 0; left > 1e-12 && guard < 10_000; guard++) {
    setFlow(fire, inputs.airMps);
    const each = Math.min(left, longestStepS(fire));
    mixLayers(fire, each, fuelKgPerS * yields.sootYield, fuelKgPerS * yields.coYield, fire.heatW / J_PER_KG_OXYGEN);
    exchangeHeat(fire, inputs.mistKgPerM2S, each);
    setFlow(fire, inputs.airMps);
    carried.out = 0;
    carried.in = 0;
    moveSmoke(fire, inputs.airC, each, carried);
    fire.ledgerJ[CARRIED_OUT] += carried.out;
    fire.ledgerJ[CARRIED_IN] += carried.in;
    for (let cell = 0; cell < plan.cells; cell++) fire.hotM3[cell] += (work.hotHeatW[cell] * each) / J_PER_M3;
    left -= each;
  }
  warmWalls(fire, seconds);
  followOxygen(fire, seconds);
  if (!told) spreadFire(fire, wanted, seconds);
}

/** What found no oxygen does not burn in the next part; where all found some, the flame comes back within seconds. */
function followOxygen(fire: FireState, seconds: number): void {
  const needed = (fire.heatW * seconds) / J_PER_KG_OXYGEN;
  const short = needed > 0 ? fire.work.missingKg / needed : 0;
  fire.fed =
    short > 0
      ? Math.max(LEAST_FED, fire.fed * (1 - short))
      : Math.min(1, fire.fed + (RECOVERS_PER_S + 0.2 * fire.fed) * seconds);
}

/** The upper profile stands for the ceiling and the sides' upper half, the lower one for the rest. */
function warmWalls(fire: FireState, seconds: number): void {
  const { plan, work } = fire;
  const half = plan.cellM * (plan.areaM2 / plan.heightM + plan.heightM);
  for (let cell = 0; cell < plan.cells; cell++) {
    warmWall(work.upperGrid, fire.upperWallC, cell * WALL_NODES, work.upperJ[cell] / half, seconds);
    warmWall(work.lowerGrid, fire.lowerWallC, cell * WALL_NODES, work.lowerJ[cell] / half, seconds);
  }
}
