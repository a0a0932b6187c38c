/**
 * What rooms need to keep their set point. In the heating season the heat that is missing; at any time a window thrown
 * open where it is cooler outside; and cooling of that part of the floor that has it, where people are in, with the drying
 * of the air that a cold coil does. Where no network comes, a boiler of one's own or the room air conditioner does it.
 */
import type { WeatherNow } from '../weather/weather';
import type { DemandAsked, DemandControls } from './asked';
import { HEAT_BY_GAS, HEAT_BY_NETWORK } from './compile';
import { answerAgain, answerRooms } from './indoor';
import { isHeatingSeason, vapourOf } from './now';
import { strands } from './patterns';
import type { DemandState } from './state';

/** Windows are opened as rooms pass 23.5 °C, wholly at 25.5, by whoever is in, while it is cooler outside. */
const OPENING_FROM_C = 23.5;
const OPENING_RANGE_K = 2;
const SOMEBODY = 0.05;

/** Room air conditioners on the hottest and coldest days: GB 21455-2019, grade 3, below its seasonal 4.0 and 3.3. */
const ROOM_EER = 3.4;
const ROOM_COP = 2.6;
const ROOM_TAN_PHI = 0.484; // cos φ 0.9
/** A wall-hung boiler, GB 20665-2015, grade 2. */
const OWN_BOILER = 0.89;

/**
 * Rooms of 26 °C at 55 % hold this much vapour, kg/kg. A coil with water of 7 and 12 °C does not stop drying at the upper
 * end of comfort (60 %, GB 50736-2012, 3.0.2): air leaves it at some 14 °C and nearly saturated, 9.5 g/kg, and takes up
 * two grammes from people and from what comes in by joints (ASHRAE Fundamentals, chapter 18, for rooms of much heat).
 */
const INDOOR_VAPOUR = 0.0116;
const VAPORISATION_J_PER_KG = 2_450_000;
const AIR_J_PER_KG_K = 1_006;
const PERSON_VAPOUR_W = 55; // at light work in warm air, as above
/** From so much sensible cooling on the coil is cold enough to dry the air as well. */
const COIL_COLD_W_PER_M2 = 5;

const STRANDS = strands.length;
const PEOPLE = strands.indexOf('people');
const DEVICES = strands.indexOf('devices');
const COMFORT = strands.indexOf('comfort');

export function askOfRooms(
  state: DemandState,
  weather: WeatherNow,
  controls: DemandControls,
  stepSeconds: number,
  out: DemandAsked,
): void {
  const { plan, fabric, work, massC } = state;
  const { now, freeAirC, airKPerHeatW, airKPerCoolW, airWPerK } = work;
  const heats = isHeatingSeason(weather.dayIndex);
  const outsideC = weather.airC;
  const dryingJPerKg = VAPORISATION_J_PER_KG * Math.max(0, vapourOf(weather) - INDOOR_VAPOUR);
  answerRooms(fabric, work, massC, outsideC, stepSeconds, plan.count);

  for (let i = 0; i < plan.count; i++) {
    const first = plan.timetable[i] * STRANDS;
    const comfort = now[first + COMFORT];
    const offsetK = controls.setPointOffsetK[i];
    const heatC = plan.setBackC[i] + comfort * (plan.heatC[i] - plan.setBackC[i]) - offsetK;
    const coolC = plan.coolC[i] + offsetK;
    const isIn = now[first + PEOPLE] > SOMEBODY;
    const running = isIn ? plan.cooledShare[i] * comfort : 0;

    let heatingW = 0;
    if (heats && freeAirC[i] < heatC) {
      heatingW = Math.min(fabric.heaterW[i], (heatC - freeAirC[i]) / airKPerHeatW[i]);
    } else if (isIn && freeAirC[i] > OPENING_FROM_C && outsideC < freeAirC[i]) {
      const closedWPerK = airWPerK[i];
      const ajar = Math.min(1, (freeAirC[i] - OPENING_FROM_C) / OPENING_RANGE_K);
      airWPerK[i] += ajar * fabric.openWindowsWPerK[i];
      answerAgain(fabric, work, massC, outsideC, i, true);
      // where that is not enough and there is cooling, they are shut again
      if (running > 0 && freeAirC[i] > coolC) {
        airWPerK[i] = closedWPerK;
        answerAgain(fabric, work, massC, outsideC, i, false);
      }
    }

    let coolingW = 0;
    let vapourW = 0;
    if (running > 0 && freeAirC[i] > coolC) {
      coolingW = running * Math.min((freeAirC[i] - coolC) / airKPerCoolW[i], fabric.coolerW[i]);
      const coldCoil = Math.min(1, coolingW / (COIL_COLD_W_PER_M2 * plan.floorM2[i] * running));
      const people = plan.people[i] * now[first + PEOPLE];
      vapourW = coldCoil * running * ((airWPerK[i] / AIR_J_PER_KG_K) * dryingJPerKg + people * PERSON_VAPOUR_W);
    }
    work.heatingW[i] = heatingW;
    work.coolingW[i] = coolingW;

    const warmKw = heatingW / 1_000;
    const coldKw = (coolingW + vapourW) / 1_000 + plan.processCoolingKw[i] * now[first + DEVICES];
    const from = plan.heatFrom[i];
    const hasColdLoop = plan.coolingNode[i] >= 0;
    const localKw = hasColdLoop ? 0 : coldKw / ROOM_EER;
    const ownHeatKw = from === HEAT_BY_NETWORK || from === HEAT_BY_GAS ? 0 : warmKw / ROOM_COP;
    out.spaceHeatKw[i] = warmKw;
    out.heatKw[i] = (from === HEAT_BY_NETWORK ? warmKw : 0) + out.hotWaterKw[i] + out.processHeatKw[i];
    out.coolingKw[i] = hasColdLoop ? coldKw : 0;
    out.localCoolingKw[i] = localKw;
    if (from === HEAT_BY_GAS) out.gasKw[i] += warmKw / OWN_BOILER;
    out.electricKw[i] += localKw + ownHeatKw;
    out.reactiveKvar[i] += (localKw + ownHeatKw) * ROOM_TAN_PHI;
  }
}
