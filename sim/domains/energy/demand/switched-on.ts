/**
 * What people switch on, and what of it warms the rooms: light, devices, thermostats, tap water, hobs, processes. Each
 * goes to the network that is there, and to the socket where none is.
 */
import { exp } from '../../../kernel';
import type { WeatherNow } from '../weather/weather';
import type { DemandAsked, DemandControls } from './asked';
import { HOT_LOOP_C } from './compile';
import { ORIENTATIONS } from './geometry';
import { isHeatingSeason } from './now';
import { strands } from './patterns';
import { ALL_AT_ONCE, DEFERRED_BACK_S } from './pickup';
import type { DemandState } from './state';

/** Sensible heat of somebody at light work: ISO 7730 and ASHRAE Fundamentals, chapter 18. */
const PERSON_W = 70;

/**
 * Tap water is reckoned at 60 °C and drawn at 45: so much less of it is needed at 60 that the heat is the same. A 45 °C
 * loop brings it to 40 in a flat's own exchanger, a flow heater does the rest.
 */
const WATER_C = 60;
const DRAWN_C = 45;
const LOW_LOOP_WATER_C = 40;

/** What an induction hob needs of a gas hob's energy: 86 % goes into the pot against some 53 (GB 21456, GB 30720). */
const INDUCTION_OF_GAS = 0.62;

const STRANDS = strands.length;
const PEOPLE = strands.indexOf('people');
const LIGHT = strands.indexOf('light');
const DEVICES = strands.indexOf('devices');
const WATER = strands.indexOf('water');
const COOKING = strands.indexOf('cooking');

export function askOfPeople(
  state: DemandState,
  weather: WeatherNow,
  noiseShare: number,
  controls: DemandControls,
  stepSeconds: number,
  out: DemandAsked,
): void {
  const { plan, fabric, work } = state;
  const { now, shift, sunWPerM2, noiseFrom, noiseTo, innerW, sunW, airWPerK } = work;
  const { mainsC } = weather;
  const isDay = weather.globalWPerM2 > 0;
  const isSummer = !isHeatingSeason(weather.dayIndex);
  const releasedPerH = (1 - exp(-stepSeconds / DEFERRED_BACK_S)) / (stepSeconds / 3_600);
  const lowLoopShare = Math.max(0, LOW_LOOP_WATER_C - mainsC) / (DRAWN_C - mainsC);

  for (let i = 0; i < plan.count; i++) {
    const first = plan.timetable[i] * STRANDS;
    const people = plan.people[i] * now[first + PEOPLE];
    const devices = now[first + DEVICES];

    const noise = 1 + plan.noise[i] * (noiseFrom[i] + noiseShare * (noiseTo[i] - noiseFrom[i]));
    const shiftedKw = plan.devicesKw[i] * shift.now[plan.timetable[i]];
    const freeKw = (plan.lightKw[i] * now[first + LIGHT] + plan.devicesKw[i] * devices) * noise + shiftedKw;
    const curtailedKw = freeKw * controls.curtailedShare[i];
    const madeUpKw = curtailedKw > 0 ? 0 : state.deferredKwh[i] * releasedPerH;
    const pickupKw = plan.thermostatKw[i] * (ALL_AT_ONCE - 1) * state.waiting[i];
    const baseKw = freeKw - curtailedKw + madeUpKw + plan.thermostatKw[i] + pickupKw + plan.steadyKw[i];

    const isHot = plan.heatSupplyC[i] >= HOT_LOOP_C;
    const waterKw = plan.waterKwPerK[i] * now[first + WATER] * (WATER_C - mainsC);
    const loopWaterKw = plan.heatNode[i] < 0 ? 0 : isHot ? waterKw : waterKw * lowLoopShare;
    const processHeatKw = plan.processHeatKw[i] * devices;
    const loopProcessKw = isHot ? processHeatKw : 0;
    const cookingKw = plan.cookingKw[i] * now[first + COOKING];
    const processGasKw = plan.processGasKw[i] * devices;
    const hasGas = plan.gasNode[i] >= 0;
    const socketKw = waterKw - loopWaterKw + processHeatKw - loopProcessKw;
    const insteadOfGasKw = hasGas ? 0 : INDUCTION_OF_GAS * cookingKw + processGasKw;

    out.hotWaterKw[i] = loopWaterKw;
    out.processHeatKw[i] = loopProcessKw;
    out.gasKw[i] = hasGas ? cookingKw + processGasKw : 0;
    out.pickupKw[i] = pickupKw;
    out.curtailedKw[i] = curtailedKw;
    out.shiftedKw[i] = shiftedKw;
    out.electricKw[i] = baseKw + socketKw + insteadOfGasKw;
    out.reactiveKvar[i] = baseKw * plan.tanPhi[i];

    let sun = 0;
    const row = i * (ORIENTATIONS + 1);
    if (isDay) for (let k = 0; k <= ORIENTATIONS; k++) sun += fabric.sunM2[row + k] * sunWPerM2[k];
    sunW[i] = isSummer ? sun * fabric.summerShade[i] : sun;
    innerW[i] = people * PERSON_W + baseKw * 1_000 * plan.staysAsHeat[i] * state.powered[i];
    airWPerK[i] = fabric.airWPerK[i] + fabric.fansWPerK[i] * now[first + PEOPLE];
  }
}
