/** A step of the galleries' air: fans run up and down, and compartments in which something changed are solved anew. */
import {
  airDensityKgPerM3,
  fanLiftPa,
  fanPowerW,
  lossResistance,
  openingResistance,
  resistanceAt,
  solveAir,
  stackPa,
} from '../../../networks/air';
import { EXHAUST } from '../galleries';
import type { CompartmentAir } from './compartment-air';
import {
  COVER_LEAK_SHARE,
  DAMPER_LEAK_SHARE,
  DISCHARGE,
  DOOR_LEAK_M2,
  DOOR_M2,
  FAN_EFFICIENCY,
  RAMP_S,
  SHAFT_HEADS,
} from './figures';
import { ACCIDENT, type GalleryAir, STOPPED } from './gallery-air';

/** Open dampers are in the shaft's heads; ajar they add what a free area so much smaller takes. */
const AJAR_HEADS = 1.5;
const W_PER_KW = 1_000;
const SECONDS_PER_H = 3_600;

export function advanceAir(air: GalleryAir, stepSeconds: number): void {
  air.failed = 0;
  for (const part of air.compartments) {
    if (air.isStale[part.compartment] === 0) continue;
    const isRunning = rampFans(air, part, stepSeconds);
    solveCompartment(air, part);
    air.isStale[part.compartment] = isRunning ? 1 : 0;
  }
}

/** The speed that a fan is asked for and has the power to keep. */
export function wantedSpeed(air: GalleryAir, fan: number): number {
  const s = air.galleries.fans.section[fan];
  const mode = air.mode[s];
  if (mode === STOPPED || air.fanWorks[fan] === 0) return 0;
  return (mode === ACCIDENT ? air.accidentSpeed[fan] : air.normalShare[s] * air.normalSpeed[fan]) * air.supply[s];
}

/** Whether some fan is still on its way. */
function rampFans(air: GalleryAir, { fans }: CompartmentAir, stepSeconds: number): boolean {
  const most = stepSeconds / RAMP_S;
  let isRunning = false;
  for (let k = 0; k < fans.length; k++) {
    const f = fans[k];
    const wanted = wantedSpeed(air, f);
    const speed = air.fanSpeed[f];
    if (Math.abs(wanted - speed) <= most) air.fanSpeed[f] = wanted;
    else {
      air.fanSpeed[f] = speed + (wanted > speed ? most : -most);
      isRunning = true;
    }
  }
  return isRunning;
}

function solveCompartment(air: GalleryAir, part: CompartmentAir): void {
  layOut(air, part);
  const report = solveAir(part.solver);
  air.solves++;
  if (!report.converged) air.failed++;
  readOff(air, part);
}

/** Writes what air meets and what drives it, as things stand. */
function layOut(air: GalleryAir, part: CompartmentAir): void {
  const { sections, shafts } = air.galleries;
  const { network, flowM3PerS } = part.solver;
  const outdoorC = air.outdoor[0];
  const outdoors = airDensityKgPerM3(outdoorC);
  air.solvedOutdoorC[part.compartment] = outdoorC;
  network.inflowM3PerS.fill(0);
  for (let k = 0; k < part.stretchBranch.length; k++) {
    const b = part.stretchBranch[k];
    const t = part.firstStretch + k;
    const s = air.stretches.section[t];
    const lengthM = air.stretches.toM[t] - air.stretches.fromM[t];
    network.drivePa[b] = stackPa(airDensityKgPerM3(air.airC[s]), outdoors, sections.slope[s] * lengthM);
    air.solvedC[s] = air.airC[s];
    // What leaks flows on with the air: it is the stretch's far end that gets it.
    air.isAgainst[t] = flowM3PerS[b] >= 0 ? 0 : 1;
    if (isLeakIn(air, t)) {
      air.solvedLeakM3PerS[s] = air.leakM3PerS[s];
      network.inflowM3PerS[air.isAgainst[t] === 0 ? network.to[b] : network.from[b]] += air.leakM3PerS[s];
    }
  }
  for (let k = 0; k < part.shafts.length; k++) {
    const h = part.shafts[k];
    const b = part.shaftBranch[k];
    const inside = flowM3PerS[b] > 0 ? outdoors : airDensityKgPerM3(air.airC[shafts.section[h]]);
    network.resistance[b] = resistanceAt(shaftResistance(air, h) + endDoorResistance(air, part.endDoor[k]), inside);
    // The branch leads down from the outdoors.
    network.drivePa[b] = stackPa(inside, outdoors, -shafts.riseM[h]);
  }
  for (let k = 0; k < part.doors.length; k++) {
    network.resistance[part.doorBranch[k]] = doorResistance(air, part.doors[k]);
  }
  for (let k = 0; k < part.fans.length; k++) {
    network.fan.speed[part.fanBranch[k]] = air.fanSpeed[part.fans[k]];
  }
}

function shaftResistance(air: GalleryAir, h: number): number {
  const { kind, areaM2 } = air.galleries.shafts;
  const open = air.shaftOpen[h];
  if (kind[h] > EXHAUST) {
    const shut = openingResistance(COVER_LEAK_SHARE * areaM2[h], DISCHARGE);
    return open > 0 ? Math.min(shut, openingResistance(open * areaM2[h], DISCHARGE)) : shut;
  }
  const free = DAMPER_LEAK_SHARE + open * (1 - DAMPER_LEAK_SHARE);
  return lossResistance(SHAFT_HEADS + AJAR_HEADS * (1 / (free * free) - 1), areaM2[h]);
}

/** A door at a gallery's end stands between it and its access shaft. */
function endDoorResistance(air: GalleryAir, door: number): number {
  return door < 0 ? 0 : doorResistance(air, door);
}

function doorResistance({ doorOpen }: GalleryAir, door: number): number {
  return openingResistance(DOOR_LEAK_M2 + doorOpen[door] * (DOOR_M2 - DOOR_LEAK_M2), DISCHARGE);
}

/** Whether a section's leak is in this stretch of it. */
export function isLeakIn({ stretches, leakAtM }: GalleryAir, stretch: number): boolean {
  const s = stretches.section[stretch];
  const atM = leakAtM[s];
  const isLast = stretch === stretches.sectionEnd[s] - 1;
  return atM >= stretches.fromM[stretch] && (isLast || atM < stretches.toM[stretch]);
}

/** Takes the flows of a compartment over into the answer for all. */
export function readOff(air: GalleryAir, part: CompartmentAir): void {
  const { sections, compartments, doors, shafts, fans } = air.galleries;
  const { network, flowM3PerS } = part.solver;
  for (let k = compartments.start[part.compartment]; k < compartments.start[part.compartment + 1]; k++) {
    air.changesPerH[compartments.order[k]] = 0;
    air.fanKw[compartments.order[k]] = 0;
  }
  const enter = (s: number, m3PerS: number) => {
    if (m3PerS > 0) air.changesPerH[s] += (m3PerS * SECONDS_PER_H) / sections.volumeM3[s];
  };
  for (let k = 0; k < part.stretchBranch.length; k++) {
    const b = part.stretchBranch[k];
    const t = part.firstStretch + k;
    const s = air.stretches.section[t];
    // What was given to the start is not yet in what sets out from there.
    const isBefore = air.isAgainst[t] !== 0 && isLeakIn(air, t);
    air.stretchM3PerS[t] = flowM3PerS[b] - (isBefore ? air.solvedLeakM3PerS[s] : 0);
  }
  for (let k = 0; k < part.doors.length; k++) {
    const d = part.doors[k];
    const flow = flowM3PerS[part.doorBranch[k]];
    air.doorM3PerS[d] = flow;
    if (doors.after[d] >= 0) enter(doors.after[d], flow);
    if (doors.before[d] >= 0) enter(doors.before[d], -flow);
  }
  for (let k = 0; k < part.shafts.length; k++) {
    const h = part.shafts[k];
    air.shaftM3PerS[h] = flowM3PerS[part.shaftBranch[k]];
    enter(shafts.section[h], air.shaftM3PerS[h]);
  }
  for (let k = 0; k < part.fans.length; k++) {
    const f = part.fans[k];
    const s = fans.section[f];
    if (air.supply[s] === 0 || air.mode[s] === STOPPED || air.fanWorks[f] === 0) continue; // coasting
    const b = part.fanBranch[k];
    const flow = flowM3PerS[b];
    const watts = fanPowerW(fanLiftPa(network, b, flow), flow, air.fanSpeed[f], part.dutyM3PerS[k], FAN_EFFICIENCY);
    air.fanKw[s] += watts / W_PER_KW;
  }
}
