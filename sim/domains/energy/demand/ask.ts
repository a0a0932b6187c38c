/**
 * What every building wants over the coming step. First comes what people switch on, by timetable and luck; then what
 * rooms need to keep their set point, by the answer of their walls to the weather; then what of both goes to which
 * network. Nothing changes until settle.ts is told what of it came.
 */
import { createLuck, exp, type Luck, streamOf } from '../../../kernel';
import { HOURS_A_DAY, isRestDay } from '../weather/calendar';
import { saturationHpa } from '../weather/moist-air';
import { onPlaneWPerM2 } from '../weather/radiation';
import { cosIncidence } from '../weather/sun-position';
import type { WeatherNow } from '../weather/weather';
import { HOT_LOOP_C, SHIFT_HOURS, SHIFTS } from './compile';
import { ORIENTATIONS } from './geometry';
import { answerOf } from './indoor';
import { ALL_AT_ONCE, DEFERRED_BACK_S } from './pickup';
import { patterns, scheduledAt, strands } from './schedules';
import type { DemandState } from './state';

/** One number a building, kW, mean of the step. */
export interface DemandAsked {
  readonly electricKw: Float64Array;
  readonly reactiveKvar: Float64Array;
  /** From its heating loop: rooms, tap water, processes. */
  readonly heatKw: Float64Array;
  readonly coolingKw: Float64Array;
  /** By the lower heating value. */
  readonly gasKw: Float64Array;

  /** Parts of these, for whoever wants to know what for. */
  readonly spaceHeatKw: Float64Array;
  readonly hotWaterKw: Float64Array;
  readonly processHeatKw: Float64Array;
  /** Part of electricKw: room air conditioners where no cooling network comes. */
  readonly localCoolingKw: Float64Array;
  /** Part of electricKw: what thermostats want beyond their mean after an outage. */
  readonly pickupKw: Float64Array;
  /** Held back by demand response. */
  readonly curtailedKw: Float64Array;
}

/** What somebody has turned; one number a building. */
export interface DemandControls {
  /** Rooms are heated so much less and cooled so much less, kelvin. */
  readonly setPointOffsetK: Float64Array;
  /** Of light and devices, what is switched off. */
  readonly curtailedShare: Float64Array;
}

export function emptyAsked(count: number): DemandAsked {
  const array = () => new Float64Array(count);
  return {
    electricKw: array(),
    reactiveKvar: array(),
    heatKw: array(),
    coolingKw: array(),
    gasKw: array(),
    spaceHeatKw: array(),
    hotWaterKw: array(),
    processHeatKw: array(),
    localCoolingKw: array(),
    pickupKw: array(),
    curtailedKw: array(),
  };
}

export function noControls(count: number): DemandControls {
  return { setPointOffsetK: new Float64Array(count), curtailedShare: new Float64Array(count) };
}

/** Qingdao heats from 16 November to 5 April (the city's heating ordinance); indexes of days. */
const HEATING_ENDS = 95;
const HEATING_BEGINS = 319;

/** Sensible heat and vapour of somebody at light work in warm air: ISO 7730 and ASHRAE Fundamentals, chapter 18. */
const PERSON_W = 70;
const PERSON_VAPOUR_W = 55;

/** Windows are opened as rooms pass 23.5 °C, wholly at 25.5, by whoever is in, while it is cooler outside. */
const OPENING_FROM_C = 23.5;
const OPENING_RANGE_K = 2;
const SOMEBODY = 0.05;

/** Of a room air conditioner in the heat of the day: GB 21455-2019, grade 3, on the way to its seasonal 4.0. */
const ROOM_EER = 3.4;
const ROOM_TAN_PHI = 0.484; // cos φ 0.9

/** Air of 26 °C at 60 %, GB 50736's comfort, holds this much vapour, kg/kg. */
const INDOOR_VAPOUR = 0.0127;
const VAPORISATION_J_PER_KG = 2_450_000;
const AIR_J_PER_KG_K = 1_006;
const STANDARD_HPA = 1_013.25;
/** From so much sensible cooling on the coil is cold enough to dry the air as well. */
const COIL_COLD_W_PER_M2 = 5;

/**
 * Tap water is reckoned at 60 °C and drawn at 45: so much less of it is needed at 60 that the heat is the same. A 45 °C
 * loop brings it to 40 in a flat's own exchanger, a flow heater does the rest.
 */
const WATER_C = 60;
const DRAWN_C = 45;
const LOW_LOOP_WATER_C = 40;

/** An induction hob needs 0.55 of a gas hob's energy (GB 21456 and GB 30720: 86 % against 47 to 63 %). */
const INDUCTION_OF_GAS = 0.62;

const STRANDS = strands.length;
const [PEOPLE, LIGHT, DEVICES, WATER, COOKING, COMFORT] = [0, 1, 2, 3, 4, 5] as const;
const NOISE = streamOf('energy.demand.hour');
const ROOT_3 = 1.7320508075688772;

export function askDemand(
  state: DemandState,
  weather: WeatherNow,
  controls: DemandControls,
  stepSeconds: number,
  out: DemandAsked,
): void {
  const { plan, fabric, work } = state;
  const hourOfDay = weather.secondOfDay / 3_600;
  readTimetables(state, weather.dayIndex, hourOfDay);
  readSun(work.sunWPerM2, weather);
  const noiseShare = readNoise(state, weather);
  const heats = weather.dayIndex < HEATING_ENDS || weather.dayIndex >= HEATING_BEGINS;
  const isDay = weather.globalWPerM2 > 0;
  const outsideC = weather.airC;
  const vapour = vapourOf(weather);
  const releases = 1 - exp(-stepSeconds / DEFERRED_BACK_S);
  const stepHours = stepSeconds / 3_600;
  const lowLoopShare = Math.max(0, LOW_LOOP_WATER_C - weather.mainsC) / (DRAWN_C - weather.mainsC);
  const { now, sunWPerM2, noiseFrom, noiseTo } = work;

  for (let i = 0; i < plan.count; i++) {
    const first = plan.timetable[i] * STRANDS;
    const floorM2 = plan.floorM2[i];
    const people = plan.people[i] * now[first + PEOPLE];

    // what people switch on
    const noise = 1 + plan.noise[i] * (noiseFrom[i] + noiseShare * (noiseTo[i] - noiseFrom[i]));
    const free = (plan.lightKw[i] * now[first + LIGHT] + plan.devicesKw[i] * now[first + DEVICES]) * noise;
    const curtailedKw = free * controls.curtailedShare[i];
    const madeUpKw = controls.curtailedShare[i] > 0 ? 0 : (state.deferredKwh[i] * releases) / stepHours;
    const pickupKw = plan.thermostatKw[i] * (ALL_AT_ONCE - 1) * state.waiting[i];
    const baseKw = free - curtailedKw + madeUpKw + plan.thermostatKw[i] + pickupKw + plan.steadyKw[i];

    // tap water, cooking, processes
    const isHot = plan.heatSupplyC[i] >= HOT_LOOP_C;
    const waterKw = plan.waterKwPerK[i] * now[first + WATER] * (WATER_C - weather.mainsC);
    const loopWaterKw = plan.heatNode[i] < 0 ? 0 : isHot ? waterKw : waterKw * lowLoopShare;
    const cookingKw = plan.cookingKw[i] * now[first + COOKING];
    const processHeatKw = plan.processHeatKw[i] * now[first + DEVICES];
    const processGasKw = plan.processGasKw[i] * now[first + DEVICES];
    const hasGas = plan.gasNode[i] >= 0;
    const loopProcessKw = isHot ? processHeatKw : 0;
    const plugHeatKw = waterKw - loopWaterKw + processHeatKw - loopProcessKw;
    const insteadOfGasKw = hasGas ? 0 : INDUCTION_OF_GAS * cookingKw + processGasKw;

    // rooms
    let sunW = 0;
    const sun = i * (ORIENTATIONS + 1);
    if (isDay) for (let k = 0; k <= ORIENTATIONS; k++) sunW += fabric.sunM2[sun + k] * sunWPerM2[k];
    const innerW = people * PERSON_W + baseKw * 1_000 * plan.staysAsHeat[i] * state.powered[i];
    const airWPerK = fabric.airWPerK[i] + fabric.fansWPerK[i] * now[first + PEOPLE];
    answerOf(fabric, work, i, state.massC[i], outsideC, airWPerK, innerW, sunW, stepSeconds);
    let heatingW = 0;
    let coolingW = 0;
    let vapourW = 0;
    const comfort = now[first + COMFORT];
    const heatC = plan.setBackC[i] + comfort * (plan.heatC[i] - plan.setBackC[i]) - controls.setPointOffsetK[i];
    const coolC = plan.coolC[i] + controls.setPointOffsetK[i];
    const isIn = now[first + PEOPLE] > SOMEBODY;
    const running = isIn ? plan.cooledShare[i] * comfort : 0;
    if (heats && work.freeAirC[i] < heatC) {
      heatingW = Math.min(fabric.heaterW[i], (heatC - work.freeAirC[i]) / work.airKPerW[i]);
    } else if (isIn && work.freeAirC[i] > OPENING_FROM_C && outsideC < work.freeAirC[i]) {
      const ajar = Math.min(1, (work.freeAirC[i] - OPENING_FROM_C) / OPENING_RANGE_K);
      const openedWPerK = airWPerK + ajar * fabric.openWindowsWPerK[i];
      answerOf(fabric, work, i, state.massC[i], outsideC, openedWPerK, innerW, sunW, stepSeconds);
      // where that is not enough and there is cooling, they are shut again
      if (running > 0 && work.freeAirC[i] > coolC) {
        answerOf(fabric, work, i, state.massC[i], outsideC, airWPerK, innerW, sunW, stepSeconds);
      }
    }
    if (running > 0 && work.freeAirC[i] > coolC) {
      coolingW = running * Math.min((work.freeAirC[i] - coolC) / work.airKPerW[i], fabric.coolerW[i]);
      const coldCoil = Math.min(1, coolingW / (COIL_COLD_W_PER_M2 * floorM2 * running));
      const dryingW = (airWPerK / AIR_J_PER_KG_K) * VAPORISATION_J_PER_KG * Math.max(0, vapour - INDOOR_VAPOUR);
      vapourW = coldCoil * running * (dryingW + people * PERSON_VAPOUR_W);
    }
    work.heatingW[i] = heatingW;
    work.coolingW[i] = coolingW;

    const coldKw = (coolingW + vapourW) / 1_000;
    const localKw = plan.coolingNode[i] < 0 ? coldKw / ROOM_EER : 0;
    out.spaceHeatKw[i] = heatingW / 1_000;
    out.hotWaterKw[i] = loopWaterKw;
    out.processHeatKw[i] = loopProcessKw;
    out.heatKw[i] = heatingW / 1_000 + loopWaterKw + loopProcessKw;
    out.coolingKw[i] = plan.coolingNode[i] < 0 ? 0 : coldKw;
    out.gasKw[i] = hasGas ? cookingKw + processGasKw : 0;
    out.localCoolingKw[i] = localKw;
    out.pickupKw[i] = pickupKw;
    out.curtailedKw[i] = curtailedKw;
    out.electricKw[i] = baseKw + plugHeatKw + insteadOfGasKw + localKw;
    out.reactiveKvar[i] = baseKw * plan.tanPhi[i] + localKw * ROOM_TAN_PHI;
  }
}

function readTimetables({ plan, work }: DemandState, dayIndex: number, hourOfDay: number): void {
  const isRest = isRestDay(dayIndex);
  for (let p = 0; p < patterns.length; p++) {
    for (let shift = 0; shift < SHIFTS; shift++) {
      const hour = hourOfDay - (shift - (SHIFTS - 1) / 2) * SHIFT_HOURS;
      const at = (p * SHIFTS + shift) * STRANDS;
      for (let s = 0; s < STRANDS; s++) work.now[at + s] = scheduledAt(plan.schedules[p * STRANDS + s], isRest, hour);
    }
  }
}

function readSun(sunWPerM2: Float64Array, weather: WeatherNow): void {
  const { beamWPerM2, diffuseWPerM2, globalWPerM2, sun } = weather;
  for (let k = 0; k < ORIENTATIONS; k++) {
    const facing = cosIncidence(sun, 90, (360 / ORIENTATIONS) * k);
    sunWPerM2[k] = onPlaneWPerM2(beamWPerM2, diffuseWPerM2, globalWPerM2, facing, 0);
  }
  sunWPerM2[ORIENTATIONS] = globalWPerM2;
}

/** Luck of this hour and the next, of mean 0 and variance 1; returns how far the hour has gone. */
function readNoise({ plan, work }: DemandState, weather: WeatherNow): number {
  const hour = weather.dayIndex * HOURS_A_DAY + Math.floor(weather.secondOfDay / 3_600);
  if (hour !== work.noiseHour) {
    const luck = createLuck(plan.seed);
    if (hour === work.noiseHour + 1) work.noiseFrom.set(work.noiseTo);
    else drawNoise(luck, plan.word, hour, work.noiseFrom);
    drawNoise(luck, plan.word, hour + 1, work.noiseTo);
    work.noiseHour = hour;
  }
  return weather.secondOfDay / 3_600 - Math.floor(weather.secondOfDay / 3_600);
}

function drawNoise(luck: Luck, word: Uint32Array, hour: number, into: Float64Array): void {
  for (let i = 0; i < into.length; i++) into[i] = ROOT_3 * (2 * luck.uniform(NOISE, hour, word[i]) - 1);
}

/** Kilogrammes of vapour in a kilogramme of dry air. */
function vapourOf({ airC, humidity }: WeatherNow): number {
  const hpa = humidity * saturationHpa(airC);
  return (0.622 * hpa) / (STANDARD_HPA - hpa);
}
