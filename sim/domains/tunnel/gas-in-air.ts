/** Gas that comes out of a main into the air of its section, what the air makes of it, and what is read of it. */
import { advanceAir, setLeak } from './air';
import { AMBIENT_OXYGEN, advanceCells, cellAt, wake } from './cells';
import { advanceDetectors, detectorKinds, SILENT, setDetector, WORKS } from './detectors';
import {
  ATMOSPHERE_PA,
  emptiedKg,
  GAS_K,
  GENTLE,
  holeAreaM2,
  METHANE_M3_PER_KG,
  methaneKgPerM3,
  orificeKgPerS,
} from './leak';
import { mainAt } from './places/gas-stretches';
import { warmWalls } from './rest/rest';
import type { TunnelRun, TunnelState } from './state';
import type { TunnelStep } from './tunnel-step';
import { hasHole } from './wrongs';

/** Of methane in air, by volume (ISO 80079-20-1 has 4.4; GB 50838 and its detectors count from 5). */
export const LOWER_LIMIT = 0.05;
const M_PER_MM = 1e-3;
const PA_PER_KPA = 1_000;
/** Sharp or rounded edges: 0.6 to 0.85 (TNO); the reference table has this. */
const DISCHARGE = 0.8;
const MIDDLE = 0.5;
const MINUTE_S = 60;
/** The stack that a shut main is blown off through: a valve of 50 mm. Ours. */
const BLOW_DOWN_M2 = holeAreaM2(0.05);

/** Lets gas out through holes, from the network or from what a shut stretch still holds. Before the air moves. */
export function leakGas({ knobs, totals }: TunnelState, run: TunnelRun, step: TunnelStep): void {
  const { sections, air, cells, plan, stretches } = run;
  const holes = knobs['gallery-section.gas-hole'];
  const places = knobs['gallery-section.hole-at'].values;
  const { lengthM } = plan.galleries.sections;
  const { stepSeconds: stepS } = step;
  step.gasLeakKgPerS.fill(0);
  for (let s = 0; s < sections.leakKgPerS.length; s++) {
    const was = sections.leakKgPerS[s];
    const isOpen = hasHole(knobs, sections, s);
    if (!isOpen && was === 0) continue;
    const atM = lengthM[s] * (Number.isNaN(places[s]) ? MIDDLE : places[s]);
    const main = isOpen ? mainAt(plan.galleries, s, atM) : -1;
    let kgPerS = 0;
    if (main >= 0) {
      const stretch = plan.stretches.ofMain[main];
      const areaM2 = holeAreaM2(holes.values[s] * M_PER_MM);
      if (stretches.isVessel[stretch] === 1) kgPerS = drain(stretches, stretch, areaM2, stepS) / stepS;
      else {
        const insidePa = ATMOSPHERE_PA + PA_PER_KPA * step.gasPressureKpa[main];
        kgPerS = orificeKgPerS(areaM2, DISCHARGE, insidePa, ATMOSPHERE_PA, GAS_K);
        step.gasLeakKgPerS[main] += kgPerS;
        step.leakCause[main] = holes.causes[s];
      }
    }
    sections.leakKgPerS[s] = kgPerS;
    totals.releasedKg += kgPerS * stepS;
    cells.gasM3PerS[s] = kgPerS * METHANE_M3_PER_KG;
    cells.gasAtM[s] = atM;
    cells.gasRoofShare[s] = GENTLE;
    setLeak(air, s, atM, cells.gasM3PerS[s]);
    if (kgPerS > 0) wake(cells, air, s);
  }
  blowDown(run, knobs, totals, stepS);
}

/** What operators have blown off over the roofs, until a shut stretch is as the air outside. */
function blowDown(run: TunnelRun, knobs: TunnelState['knobs'], totals: TunnelState['totals'], stepS: number): void {
  const { plan, stretches } = run;
  const wanted = knobs['gallery-section.blow-down'].values;
  for (let k = 0; k < plan.stretches.count; k++) {
    if (stretches.isVessel[k] === 0) continue;
    const { start, at } = plan.sectionsOfStretch;
    for (let i = start[k]; i < start[k + 1]; i++) {
      if (!(wanted[at[i]] > 0)) continue;
      totals.blownDownKg += drain(stretches, k, BLOW_DOWN_M2, stepS);
      break;
    }
  }
}

/** Takes out of a shut stretch what a hole lets out in a step; answers how much. Its pressure falls with its content. */
function drain(stretches: TunnelRun['stretches'], k: number, areaM2: number, stepS: number): number {
  const { heldKg, shutKg, shutPa } = stretches;
  if (!(shutKg[k] > 0) || !(shutPa[k] > ATMOSPHERE_PA)) return 0;
  // The network's gas is a little heavier than methane: its volume is taken so that the pressure goes on from where it was.
  const pipe = { volumeM3: shutKg[k] / methaneKgPerM3(shutPa[k], GAS_K), gasK: GAS_K, outsidePa: ATMOSPHERE_PA };
  const left = emptiedKg(pipe, heldKg[k], areaM2, DISCHARGE, stepS);
  const lost = heldKg[k] - left;
  heldKg[k] = left;
  return lost;
}

/** The air moves, and carries what is in it; then detectors see what has come to them. */
export function carryGas(run: TunnelRun, nowS: number, stepS: number): void {
  const { air, cells, detectors } = run;
  advanceAir(air, stepS);
  // What warms cells is told by the minute, and has all come in when a minute is over.
  cells.isHeld.fill((nowS + stepS) % MINUTE_S === 0 ? 0 : 1);
  advanceCells(cells, air, stepS);
  warmWalls(run);
  advanceDetectors(detectors, cells, air, stepS);
}

/** Highest reading of a section's gas detectors, as a share of the lower limit; 0 where none speaks. */
export function readGas({ detectors }: TunnelRun, s: number): number {
  return detectors.mostGasAt[s] < 0 ? 0 : Math.max(0, detectors.mostGas[s] / LOWER_LIMIT);
}

/** Faults of a section's gas detectors, as its knobs have them: every so many-th is silent, all read too much or too little. */
export function setGasDetectors({ detectors }: TunnelRun, knobs: TunnelState['knobs'], s: number): void {
  const bias = knobs['gallery-section.detector-bias'].values[s];
  const out = knobs['gallery-section.detectors-out'].values[s];
  let n = 0;
  for (let d = detectors.sectionStart[s]; d < detectors.sectionStart[s + 1]; d++) {
    if (detectorKinds[detectors.kind[d]] !== 'gas-detector') continue;
    n++;
    const isSilent = out > 0 && Math.floor(n * out + 1e-9) > Math.floor((n - 1) * out + 1e-9);
    setDetector(detectors, d, isSilent ? SILENT : WORKS, Number.isNaN(bias) ? 0 : (bias / 100) * LOWER_LIMIT);
  }
}

/** What is really there. */
export function truePeak({ cells }: TunnelRun, s: number): number {
  return cells.isActive[s] === 1 ? cells.mostGas[s] / LOWER_LIMIT : 0;
}

/** Of the air's volume, where there is least: of a fire's own cells while it burns, else of what gas has left. */
export function leastOxygen({ cells, fires, plan }: TunnelRun, s: number): number {
  const burning = fires.get(s);
  if (burning !== undefined) return least(burning.air.oxygenShare, 0, burning.fire.plan.cells);
  if (cells.isActive[s] === 0) return AMBIENT_OXYGEN;
  const { cellStart } = plan.galleries.sections;
  return least(cells.oxygen, cellStart[s], cellStart[s + 1]);
}

function least(values: Float64Array, from: number, end: number): number {
  let least = AMBIENT_OXYGEN;
  for (let i = from; i < end; i++) if (values[i] < least) least = values[i];
  return least;
}

export function roofAt({ cells, plan }: TunnelRun, s: number, atM: number): number {
  if (cells.isActive[s] === 0) return 0;
  return cells.roof[plan.galleries.sections.cellStart[s] + cellAt(plan.galleries, s, atM)] / LOWER_LIMIT;
}

/** Air above the lower limit, in either layer. */
export function explosiveM3({ cells, plan }: TunnelRun, s: number): number {
  if (cells.isActive[s] === 0 || cells.mostGas[s] < LOWER_LIMIT) return 0;
  const { cellStart, cellLengthM, areaM2 } = plan.galleries.sections;
  let m3 = 0;
  for (let i = cellStart[s]; i < cellStart[s + 1]; i++) {
    if (cells.roof[i] >= LOWER_LIMIT) m3 += cells.roofShare[s];
    if (cells.bulk[i] >= LOWER_LIMIT) m3 += 1 - cells.roofShare[s];
  }
  return m3 * cellLengthM[s] * areaM2[s];
}
