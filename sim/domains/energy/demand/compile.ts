/**
 * A scene's buildings as rows of numbers, in the order of its element table: who is in them, what they switch on, which
 * node of each network serves them. What depends on walls and windows is in fabric.ts, because a retrofit changes it.
 */
import { createLuck, exp, streamOf } from '../../../kernel';
import type { Building, BuildingUse } from '../../../scene';
import type { CompiledScene } from '../../../scene/compiled';
import { DAYS_A_YEAR, HOURS_A_DAY, isRestDay } from '../weather/calendar';
import { type EnvelopeClass, envelopeClasses, envelopes } from './envelopes';
import { ORIENTATIONS, shapeOf } from './geometry';
import { type Pattern, patterns, type Strand, strands } from './patterns';
import { scheduleOf } from './schedules';
import { type UseRow, useRows } from './uses';

export type Standard = 'as-built' | 'reference';

export interface DemandSettings {
  readonly seed: number;
  /**
   * 'reference': every building to the letter of the standard of its year and no better, with the light and devices of
   * GB 50034-2004, and heat neither metered nor controlled by room. As built where left out.
   */
  readonly standard?: Standard;
}

/** Buildings keep their hours half an hour apart: so many classes from an hour early to an hour late. */
export const SHIFTS = 5;
export const SHIFT_HOURS = 0.5;

export interface DemandPlan {
  readonly count: number;
  readonly seed: number;
  readonly uses: readonly BuildingUse[];
  readonly rows: readonly UseRow[];
  /** Its name as a word of luck. */
  readonly word: Uint32Array;
  /** Index into the schedules' patterns × SHIFTS. */
  readonly timetable: Uint16Array;
  readonly floorM2: Float64Array;
  readonly storeyM: Float64Array;
  readonly floors: Float64Array;
  readonly footprintM2: Float64Array;
  /** ORIENTATIONS numbers a building. */
  readonly wallM2: Float64Array;
  readonly people: Float64Array;
  /** What rooms are heated to while people are in, and while not. */
  readonly heatC: Float64Array;
  readonly setBackC: Float64Array;
  readonly coolC: Float64Array;
  readonly cooledShare: Float64Array;
  readonly staysAsHeat: Float64Array;

  /** kW when the schedule's strand is 1; the last two all the time. */
  readonly lightKw: Float64Array;
  readonly devicesKw: Float64Array;
  readonly thermostatKw: Float64Array;
  readonly steadyKw: Float64Array;
  /** Kilowatt of hot water for each kelvin it is heated, when the strand is 1. */
  readonly waterKwPerK: Float64Array;
  readonly cookingKw: Float64Array;
  readonly processHeatKw: Float64Array;
  readonly processGasKw: Float64Array;
  readonly processCoolingKw: Float64Array;
  /** Of light and devices, how far an hour may stray. */
  readonly noise: Float64Array;
  readonly tanPhi: Float64Array;

  /** Slots in the scene's element tables; −1 where not connected. */
  readonly bus: Int32Array;
  readonly heatNode: Int32Array;
  readonly coolingNode: Int32Array;
  readonly gasNode: Int32Array;
  /** Of the heating loop that serves it; 0 where none. */
  readonly heatSupplyC: Float64Array;

  /** HEAT_BY_NETWORK and the like: what warms its rooms. */
  readonly heatFrom: Uint8Array;

  /** As built; index into envelopeClasses. */
  readonly envelope: Uint8Array;
  /** 48 hours of each pattern's strands, and the mean of each over the year. */
  readonly schedules: readonly Float64Array[];
}

export const HEAT_BY_NETWORK = 0;
/** A boiler of its own, where gas comes and no heating loop. */
export const HEAT_BY_GAS = 1;
/** Its air conditioners, the other way round. */
export const HEAT_BY_ELECTRICITY = 2;

/** A loop of at least so much warms tap water and processes without help. */
export const HOT_LOOP_C = 60;

const SPREAD_OF_BUILDINGS = 0.18;
const SPREAD_OF_HOURS = 0.4;
/** One flat strays by 30 % from hour to hour, and many together by the root of their number less; but never below 3 %. */
const FLAT_NOISE = 0.3;
const FLAT_M2 = 90;
const LEAST_NOISE = 0.03;

/**
 * Without valves and meters in the rooms nobody turns the heat down: work places are as warm at night as by day, and
 * flats at 22 °C and above where 20 would do, a tenth to a fifth of the heat (Tsinghua University, Annual Report on China
 * Building Energy Efficiency 2015; JGJ 173-2009 asks for both since).
 */
const UNCONTROLLED_K = 2;
/**
 * Offices, shops and halls of a reference park are cooled to what they were designed for then, 25 °C (GB 50189-2005,
 * table 3.0.1), and no room has a thermostat that would know the 26 °C asked for since (State Council, 2007).
 */
const DESIGNED_COOLER_K = 1;
const PUBLIC: readonly Pattern[] = ['work', 'shop', 'school', 'guests', 'ward'];
const NO_BETTER = { lightFactor: 1, deviceFactor: 1 };
/** JGJ 26-2010 and GB 50189-2005 stand behind the class 'code'. */
const CODE_SINCE = 2005;

const HOURS_A_YEAR = DAYS_A_YEAR * HOURS_A_DAY;
const WATER_KWH_PER_L_K = 4.186 / 3_600;

const compiled = new WeakMap<CompiledScene, Map<string, DemandPlan>>();

/** Compiled once for a scene: nobody writes to it, and a run that is loaded again and again would do little else. */
export function compileDemand(scene: CompiledScene, settings: DemandSettings): DemandPlan {
  const plans = compiled.get(scene) ?? new Map<string, DemandPlan>();
  compiled.set(scene, plans);
  const key = `${settings.seed} ${settings.standard ?? ''}`;
  const known = plans.get(key);
  if (known !== undefined) return known;
  // A sweep over seeds keeps the last few.
  if (plans.size >= MOST_PLANS) plans.clear();
  const plan = compileAnew(scene, settings);
  plans.set(key, plan);
  return plan;
}

const MOST_PLANS = 4;

function compileAnew(scene: CompiledScene, settings: DemandSettings): DemandPlan {
  const byId = new Map((scene.scene.buildings?.buildings ?? []).map((building) => [building.id, building]));
  const buildings = scene.elements.building.ids.map((id) => byId.get(id)!);
  const { count } = scene.elements.building;
  const luck = createLuck(settings.seed);
  const array = () => new Float64Array(count);
  const schedules = patterns.flatMap((pattern) => strands.map((strand) => scheduleOf(pattern, strand)));
  const means = schedules.map(meanOfYear);
  const supplyC = new Map(
    (scene.scene.heat?.loops ?? []).flatMap((loop) => loop.nodes.map(({ id }) => [id, loop.supplyC])),
  );
  const isReference = settings.standard === 'reference';
  const slots = (
    kind: 'bus' | 'heat-node' | 'cooling-node' | 'gas-node',
    key: 'electricity' | 'heat' | 'cooling' | 'gas',
  ) =>
    Int32Array.from(buildings, ({ serves }) => {
      const id = serves?.[key];
      return (id === undefined ? undefined : scene.elements[kind].slotOf(id)) ?? -1;
    });

  const uses = buildings.map(({ use }) => use);
  const rows = uses.map((use) => useRows[use]);
  const plan: DemandPlan = {
    count,
    seed: settings.seed,
    uses,
    rows,
    word: Uint32Array.from(buildings, ({ id }) => streamOf(id)),
    timetable: new Uint16Array(count),
    floorM2: Float64Array.from(buildings, ({ floorAreaM2 }) => floorAreaM2),
    storeyM: Float64Array.from(buildings, ({ heightM, floors }) => heightM / floors),
    floors: Float64Array.from(buildings, ({ floors }) => floors),
    footprintM2: array(),
    wallM2: new Float64Array(count * ORIENTATIONS),
    people: array(),
    heatC: array(),
    setBackC: array(),
    coolC: Float64Array.from(rows, ({ coolC }) => coolC),
    cooledShare: Float64Array.from(rows, ({ cooledShare }) => cooledShare),
    staysAsHeat: Float64Array.from(rows, ({ staysAsHeat }) => staysAsHeat),
    lightKw: array(),
    devicesKw: array(),
    thermostatKw: array(),
    steadyKw: array(),
    waterKwPerK: array(),
    cookingKw: array(),
    processHeatKw: array(),
    processGasKw: array(),
    processCoolingKw: array(),
    noise: array(),
    tanPhi: array(),
    bus: slots('bus', 'electricity'),
    heatNode: slots('heat-node', 'heat'),
    coolingNode: slots('cooling-node', 'cooling'),
    gasNode: slots('gas-node', 'gas'),
    heatSupplyC: Float64Array.from(buildings, ({ serves }) => supplyC.get(serves?.heat ?? '') ?? 0),
    heatFrom: Uint8Array.from(buildings, ({ serves }) =>
      serves?.heat !== undefined ? HEAT_BY_NETWORK : serves?.gas !== undefined ? HEAT_BY_GAS : HEAT_BY_ELECTRICITY,
    ),
    envelope: Uint8Array.from(buildings, (building) =>
      envelopeClasses.indexOf(isReference ? ofItsTime(building) : (building.envelope ?? 'code')),
    ),
    schedules,
  };

  buildings.forEach((building, i) => {
    const row = plan.rows[i];
    const word = plan.word[i];
    const shape = shapeOf(building);
    plan.footprintM2[i] = shape.footprintM2;
    plan.wallM2.set(shape.wallM2, i * ORIENTATIONS);
    plan.people[i] = peopleOf(building, row);

    const strayed = SPREAD_OF_BUILDINGS * luck.normal(SIZE, 0, word) - (SPREAD_OF_BUILDINGS * SPREAD_OF_BUILDINGS) / 2;
    const meanKw = (exp(strayed) * row.electricityKwhPerM2 * building.floorAreaM2) / HOURS_A_YEAR;
    const { lightFactor, deviceFactor } = isReference ? NO_BETTER : envelopes[envelopeClasses[plan.envelope[i]]];
    plan.heatC[i] = row.heatC + (isReference && row.pattern === 'home' ? UNCONTROLLED_K : 0);
    plan.coolC[i] = row.coolC - (isReference && PUBLIC.includes(row.pattern) ? DESIGNED_COOLER_K : 0);
    plan.setBackC[i] = isReference ? plan.heatC[i] : row.setBackC;
    const devicesShare = 1 - row.lightShare - row.thermostatShare - row.steadyShare;
    const meanOf = (strand: Strand) => means[scheduleIndex(row.pattern, strand)];
    plan.lightKw[i] = meanKw * row.lightShare * lightFactor * inverse(meanOf('light'));
    plan.devicesKw[i] = meanKw * devicesShare * deviceFactor * inverse(meanOf('devices'));
    plan.thermostatKw[i] = meanKw * row.thermostatShare * deviceFactor;
    plan.steadyKw[i] = meanKw * row.steadyShare * deviceFactor;
    const litresPerH = (plan.people[i] * row.waterLPerDay) / HOURS_A_DAY;
    plan.waterKwPerK[i] = litresPerH * WATER_KWH_PER_L_K * inverse(meanOf('water'));
    const perM2 = building.floorAreaM2 / HOURS_A_YEAR;
    plan.cookingKw[i] = row.gasCookingKwhPerM2 * perM2 * inverse(meanOf('cooking'));
    plan.processHeatKw[i] = row.processHeatKwhPerM2 * perM2 * inverse(meanOf('devices'));
    plan.processCoolingKw[i] = row.processCoolingKwhPerM2 * deviceFactor * perM2 * inverse(meanOf('devices'));
    plan.processGasKw[i] = row.processGasKwhPerM2 * perM2 * inverse(meanOf('devices'));

    plan.noise[i] = Math.max(LEAST_NOISE, FLAT_NOISE / Math.sqrt(Math.max(1, building.floorAreaM2 / FLAT_M2)));
    plan.tanPhi[i] = Math.sqrt(1 - row.cosPhi * row.cosPhi) / row.cosPhi;
    const late = Math.round((SPREAD_OF_HOURS * luck.normal(HOURS, 0, word)) / SHIFT_HOURS);
    const shift = Math.max(0, Math.min(SHIFTS - 1, late + (SHIFTS - 1) / 2));
    plan.timetable[i] = patterns.indexOf(row.pattern) * SHIFTS + shift;
  });
  return plan;
}

const SIZE = streamOf('energy.demand.size');
const HOURS = streamOf('energy.demand.hours');

export function scheduleIndex(pattern: Pattern, strand: Strand): number {
  return patterns.indexOf(pattern) * strands.length + strands.indexOf(strand);
}

function ofItsTime({ builtYear }: Building): EnvelopeClass {
  return builtYear !== undefined && builtYear < CODE_SINCE ? 'old' : 'code';
}

function peopleOf(building: Building, row: UseRow): number {
  const named = (building.residents ?? 0) + (building.jobs ?? 0) + (building.pupils ?? 0) + (building.beds ?? 0);
  return named + row.visitorsPerM2 * building.floorAreaM2;
}

function meanOfYear(hours: Float64Array): number {
  let sum = 0;
  for (let day = 0; day < DAYS_A_YEAR; day++) {
    const first = isRestDay(day) ? HOURS_A_DAY : 0;
    for (let hour = 0; hour < HOURS_A_DAY; hour++) sum += hours[first + hour];
  }
  return sum / HOURS_A_YEAR;
}

/** What is never done has no power either. */
function inverse(mean: number): number {
  return mean > 0 ? 1 / mean : 0;
}
