/**
 * Sections on fire: each has its fire's own model (fire/), fed with the section's air and what its dampers and nozzles
 * do. What burns is the cables on the trays; what they were for is lost with them.
 */
import type { Decoder, Encoder } from '../../kernel';
import { STOPPED, setAirC } from './air';
import { AIR_J_PER_M3_K } from './air/figures';
import {
  type FireAir,
  type FireState,
  fireAir,
  type Growth,
  heldInGasJ,
  isOver,
  LEDGER,
  loadFire,
  planFireSection,
  readFireAir,
  saveFire,
  startFire,
  stepFire,
} from './fire';
import { equipmentKinds } from './galleries';
import { FIRE_ALARM, FIRE_SUPPRESSED } from './linkage/fire-linkage';
import type { TunnelPlan } from './plan';
import { giveToWalls } from './rest/rest';
import type { TunnelRun, TunnelState } from './state';
import type { ActiveList } from './step';
import type { TunnelStep } from './tunnel-step';
import { hasFire } from './wrongs';

export const GROWTHS: readonly Growth[] = ['slow', 'medium', 'fast', 'ultra-fast'];

/** Where it starts: a metre of the lowest tray, in the middle of the section. */
const LIT_M = 1;
/** Water mist of 1 L/min·m², as the tests of cable trays had it (Fire 8(10) 404). */
const MIST_KG_PER_M2_S = 1 / 60;
/** Heat detectors of class A1 answer at 54 to 65 °C (EN 54-5); smoke detectors at 0.15 dB/m, 0.035/m (EN 54-7). */
const HEAT_ALARM_C = 58;
const SMOKE_PER_M = 0.035;
/** Detector and panel look again before they believe it: EN 54-2 lets them take 10 s. */
const VERIFY_S = 10;

export interface SectionFire {
  readonly fire: FireState;
  readonly air: FireAir;
  readonly growth: number;
  airMps: number;
  /** How long a detector has seen it. */
  seenS: number;
}

/** What the fire linkage and the picture ask. */
export interface FireView {
  readonly isBurning: boolean;
  readonly isDetected: boolean;
  readonly airC: number;
  readonly sightM: number;
}

function light(plan: TunnelPlan, s: number, growth: number, ambientC: number): SectionFire {
  const { sections } = plan.galleries;
  const trays = plan.trays.ofSection[s];
  const shape = {
    lengthM: sections.lengthM[s],
    widthM: sections.widthM[s],
    heightM: sections.heightM[s],
    areaM2: sections.areaM2[s],
    trays,
  };
  const planned = planFireSection(shape);
  const source = {
    alongM: sections.lengthM[s] / 2,
    lengthM: LIT_M,
    widthM: trays[0].widthM,
    heightM: trays[0].heightM,
    growth: GROWTHS[growth - 1],
    tray: 0,
  };
  const fire = startFire(planned, source, ambientC);
  return { fire, air: fireAir(planned.cells), growth, airMps: 0, seenS: 0 };
}

export function stepFires(
  { knobs, totals }: TunnelState,
  run: TunnelRun,
  step: TunnelStep,
  { sections: list, count }: ActiveList,
  burnt: (branch: number, cause: number) => number,
  fibreBurnt: (section: number, cause: number) => number,
): void {
  const { fires, plan, air, fireLinkage } = run;
  const classes = knobs['gallery-section.fire'].values;
  for (let k = 0; k < count; k++) {
    const s = list[k];
    // Where nothing lies that burns, nothing catches fire.
    if (!fires.has(s) && hasFire(knobs, run.sections, s) && plan.trays.ofSection[s].length > 0) {
      fires.set(s, light(plan, s, classes[s], air.airC[s]));
    }
    const here = fires.get(s);
    if (here === undefined) continue;
    here.airMps = sectionMps(run, s);
    const shut = air.mode[s] === STOPPED;
    const inputs = {
      airMps: here.airMps,
      airC: step.outdoorC[0],
      openAtStart: !shut,
      openAtEnd: !shut,
      mistKgPerM2S: fireLinkage.state[s] === FIRE_SUPPRESSED ? MIST_KG_PER_M2_S : 0,
      powderKgPerS: 0,
      toldW: 0,
    };
    stepFire(here.fire, inputs, step.stepSeconds);
    readFireAir(here.fire, here.airMps, here.air);
    here.seenS = isSeen(run, s, here) ? here.seenS + step.stepSeconds : 0;
    const because = fireLinkage.cause[s] || knobs['gallery-section.fire'].causes[s];
    totals.cablesLost += loseCables(run, s, here, because, burnt);
    loseFibres(run, s, here, because, fibreBurnt);
    if (!isOver(here.fire) || fireLinkage.state[s] === FIRE_ALARM || fireLinkage.state[s] === FIRE_SUPPRESSED) continue;
    // Burnt out and cold: it does not catch fire again by itself. What it left in walls and air stays there.
    const { ledgerJ, ambientC } = here.fire;
    giveToWalls(run, s, ledgerJ[LEDGER.indexOf('toWalls')] + ledgerJ[LEDGER.indexOf('radiated')]);
    setAirC(air, s, ambientC + heldInGasJ(here.fire) / (AIR_J_PER_M3_K * plan.galleries.sections.volumeM3[s]));
    fires.delete(s);
    run.sections.fireMended[s] = 1;
  }
}

/** By the fibre that runs along the roof, anywhere; by smoke detectors, where they hang. */
function isSeen({ plan }: TunnelRun, s: number, { fire, air }: SectionFire): boolean {
  for (let cell = 0; cell < fire.plan.cells; cell++) if (air.ceilingC[cell] >= HEAT_ALARM_C) return true;
  const { equipment } = plan.galleries;
  for (let e = equipment.sectionStart[s]; e < equipment.sectionStart[s + 1]; e++) {
    if (equipmentKinds[equipment.kind[e]] !== 'smoke-detector') continue;
    const cell = Math.min(fire.plan.cells - 1, Math.floor(equipment.atM[e] / fire.plan.cellM));
    if (air.hotPerM[cell] >= SMOKE_PER_M) return true;
  }
  return false;
}

/** Mean speed along the section, at the air's reference density. */
function sectionMps({ air, plan }: TunnelRun, s: number): number {
  const { stretches, stretchM3PerS } = air;
  let m3PerS = 0;
  let metres = 0;
  for (let t = stretches.sectionStart[s]; t < stretches.sectionEnd[s]; t++) {
    const lengthM = stretches.toM[t] - stretches.fromM[t];
    m3PerS += stretchM3PerS[t] * lengthM;
    metres += lengthM;
  }
  return m3PerS / metres / plan.galleries.sections.areaM2[s];
}

/** A tray whose cables have failed takes its branches with it; answers how many were lost now. */
function loseCables(
  { plan, lostCable }: TunnelRun,
  s: number,
  { fire }: SectionFire,
  cause: number,
  burnt: (branch: number, cause: number) => number,
): number {
  let lost = 0;
  plan.trays.branches[s].forEach((branches, tray) => {
    if (fire.lostAtS[tray] < 0) return;
    for (const branch of branches) {
      if (lostCable.cause[branch] !== 0) continue;
      lostCable.cause[branch] = burnt(branch, cause);
      lostCable.section[branch] = s;
      lost++;
    }
  });
  return lost;
}

/**
 * Fibres lie on the lowest tray, below all power cables (GB 50217-2018, 5.1.3: from high voltage down to signals), and are
 * lost with it.
 */
function loseFibres(
  { plan, sections }: TunnelRun,
  s: number,
  { fire }: SectionFire,
  cause: number,
  burnt: (section: number, cause: number) => number,
): void {
  if (plan.hasFibre[s] === 0 || sections.fibreLost[s] !== 0 || fire.lostAtS[0] < 0) return;
  sections.fibreLost[s] = burnt(s, cause);
}

export function fireReading({ fires }: TunnelRun, s: number): FireView | null {
  const here = fires.get(s);
  if (here === undefined) return null;
  const { ceilingC, coldC, coldVisibilityM } = here.air;
  let hottest = 0;
  let sightM = Number.POSITIVE_INFINITY;
  let airC = 0;
  for (let cell = 0; cell < ceilingC.length; cell++) {
    hottest = Math.max(hottest, ceilingC[cell]);
    sightM = Math.min(sightM, coldVisibilityM[cell]);
    airC = Math.max(airC, coldC[cell]);
  }
  return {
    isBurning: here.fire.heatW > 1,
    isDetected: here.seenS >= VERIFY_S,
    airC: Math.max(airC, hottest),
    sightM,
  };
}

export function saveFires(fires: ReadonlyMap<number, SectionFire>, out: Encoder): void {
  const list = [...fires.entries()].sort(([a], [b]) => a - b);
  out.u32(list.length);
  for (const [s, { fire, growth, airMps, seenS }] of list) {
    out.u32(s).u32(growth).f64(fire.ambientC).f64(airMps).f64(seenS);
    saveFire(fire, out);
  }
}

export function loadFires(plan: TunnelPlan, fires: Map<number, SectionFire>, from: Decoder): void {
  fires.clear();
  const count = from.u32();
  for (let k = 0; k < count; k++) {
    const s = from.u32();
    const here = light(plan, s, from.u32(), from.f64());
    here.airMps = from.f64();
    here.seenS = from.f64();
    loadFire(here.fire, from);
    readFireAir(here.fire, here.airMps, here.air);
    fires.set(s, here);
  }
}
