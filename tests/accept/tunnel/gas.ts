/** Gas in galleries: source, transport, layers, detectors, and what it costs. */

import { advanceCells, gasIn, wake } from '../../../sim/domains/tunnel/cells';
import {
  ATMOSPHERE_PA,
  decaySeconds,
  holeAreaM2,
  METHANE_M3_PER_KG,
  orificeKgPerS,
  pipeMassKg,
} from '../../../sim/domains/tunnel/leak';
import { frontErrors } from '../../domains/tunnel/front';
import { DOWNSTREAM_M, roofOverBulk } from '../../domains/tunnel/layering';
import { alarmOf, galleryWith, stepGallery } from '../../domains/tunnel/leak-run';
import { advanceLeak, createLeaks, openLeak, shutOff } from '../../domains/tunnel/leaks';
import { madeGallery } from '../../domains/tunnel/made-gallery';
import type { AcceptLine } from '../line';

const GAS_K = 293.15;
const MAIN_PA = 0.4e6 + ATMOSPHERE_PA;

export const leakSource: AcceptLine = {
  name: 'leak source',
  goal: '0.01352 kg/s for 5 mm at 0.4 MPa(g); 0.0346, 0.117 and, subsonic, 0.0051 kg/s; a shut kilometre of DN300: 233 kg, 4.8 h for 5 mm, 0.3 h for 20 mm',
  async measure() {
    const rows = [
      { mm: 5, pa: 0.4e6, kg: '0.01352', m3: '0.0203' },
      { mm: 8, pa: 0.4e6, kg: '0.0346', m3: '0.0519' },
      { mm: 8, pa: 1.6e6, kg: '0.117', m3: '0.1761' },
      { mm: 10, pa: 5e3, kg: '0.0051', m3: '0.0077' },
    ].map((row) => {
      const flow = orificeKgPerS(holeAreaM2(row.mm / 1_000), 0.8, row.pa + ATMOSPHERE_PA, ATMOSPHERE_PA, GAS_K);
      const kg = flow.toFixed(row.kg.length - 2);
      const m3 = (flow * METHANE_M3_PER_KG).toFixed(4);
      return { kg, m3, held: kg === row.kg && m3 === row.m3 };
    });
    const pipe = { volumeM3: 1_000 * holeAreaM2(0.3), gasK: GAS_K, outsidePa: ATMOSPHERE_PA };
    const heldKg = pipeMassKg(pipe, MAIN_PA);
    const hours = [5, 20].map((mm) => (decaySeconds(pipe, MAIN_PA, holeAreaM2(mm / 1_000), 0.8) / 3_600).toFixed(1));
    const leaks = createLeaks(1);
    openLeak(leaks, 0, { diameterM: 0.02, atM: 0 });
    shutOff(leaks, 0, pipe.volumeM3, MAIN_PA);
    for (let t = 0; t < 7_200; t++) advanceLeak(leaks, 0, MAIN_PA, 1);
    const off = Math.abs(heldKg - leaks.closedKg[0] - leaks.leakedKg[0]) / heldKg;
    return {
      held: rows.every(({ held }) => held) && heldKg.toFixed(0) === '233' && hours.join() === '4.8,0.3' && off < 1e-10,
      reached: `${rows.map(({ kg, m3 }) => `${kg} kg/s (${m3} m³/s)`).join(', ')}; ${heldKg.toFixed(1)} kg, ${hours.join(' h and ')} h, mass off by ${off.toExponential(1)}`,
      how: 'isentropic orifice, Cd 0.8, methane at 20 °C; the shut pipe emptied for two hours in steps of a second',
    };
  },
};

export const gasTransport: AcceptLine = {
  name: 'gas transport',
  goal: 'against the exact erfc solution: mean error ≤ 0.1 % of the plateau at 1 m cells, mass error < 1e-10',
  async measure() {
    const cases = [
      { cellM: 0.5, stepS: 0.2 },
      { cellM: 1, stepS: 0.5 },
      { cellM: 2, stepS: 0.5 },
    ].map((each) => ({ ...each, ...frontErrors(each.cellM, each.stepS) }));
    const gallery = galleryWith(madeGallery());
    openLeak(gallery.leaks, 0, { diameterM: 0.008, atM: 100 });
    let lost = 0;
    for (let t = 0; t < 1_200; t++) {
      stepGallery(gallery, MAIN_PA, 0.5);
      const { leakedM3, ventedM3 } = gallery.cells;
      lost = Math.max(lost, Math.abs(leakedM3[0] - ventedM3[0] - gasIn(gallery.cells, 0)) / leakedM3[0]);
    }
    return {
      held: cases[1].mean <= 1e-3 && cases.every(({ mass }) => mass < 1e-10) && lost < 1e-10,
      reached: `${cases.map(({ cellM, mean, mass }) => `${cellM} m: mean ${(100 * mean).toFixed(3)} %, mass ${mass.toExponential(1)}`).join('; ')}; a leak in two layers for ten minutes: worst ${lost.toExponential(1)}`,
      how: 'a front carried 60 m in 200 m, K by Elder; then 8 mm at 0.4 MPa in the reference gallery, every step',
    };
  },
};

export const sensorAlarm: AcceptLine = {
  name: 'sensor alarm',
  goal: 'the reference leak (8 mm, 0.4 MPa, 200 × 2.4 × 2.4 m) in cells of 0.5, 1 and 2 m: within 5 % or 2 s of each other',
  async measure() {
    const sizes = [0.5, 1, 2];
    const at = (isLayered: boolean) =>
      sizes.map((cellM) => alarmOf({ holeM: 0.008, cellM, isLayered, seconds: 90 }).alarmS);
    const [layered, mixed] = [at(true), at(false)];
    const apart = (times: number[]) => Math.max(...times) - Math.min(...times);
    const holds = (times: number[]) => apart(times) < 2 || apart(times) < 0.05 * Math.min(...times);
    const said = (times: number[]) => times.map((time) => time.toFixed(1)).join(' / ');
    return {
      held: holds(layered) && holds(mixed),
      reached: `two layers ${said(layered)} s, one ${said(mixed)} s (prototype, one layer: 46.0 / 44.8 / 45.5 s)`,
      how: 'first of the detectors 15 m apart to read 20 % of the lower limit, T90 30 s, six changes an hour',
    };
  },
};

export const layering: AcceptLine = {
  name: 'layering',
  goal: 'the ratio of roof to bulk falls towards 1 as the layering number passes 5; a 4 mm leak alarms only through its layer',
  async measure() {
    const rows = [1.5, 2, 3, 4, 5, 6, 8, 12].map((ln) => ({ wanted: ln, ...roofOverBulk(ln) }));
    const small = alarmOf({ holeM: 0.004 }).alarmS;
    const mixed = alarmOf({ holeM: 0.004, isLayered: false }).alarmS;
    const falls = rows.every(({ ratio }, k) => k === 0 || ratio < rows[k - 1].ratio);
    const beyond = rows.filter(({ wanted }) => wanted >= 5);
    return {
      held: falls && rows[0].ratio > 2 && beyond.every(({ ratio }) => ratio < 1.1) && small < 600 && !(mixed < 600),
      reached: `${rows.map(({ wanted, ratio }) => `Ln ${wanted}: ${ratio.toFixed(2)}`).join(', ')}; 4 mm alarms after ${small.toFixed(1)} s in two layers, ${mixed === Number.POSITIVE_INFINITY ? 'never' : `after ${mixed.toFixed(1)} s`} in one`,
      how: `steady leaks at six changes an hour, ${DOWNSTREAM_M} m downstream; below Ln 1.5 the layer runs upstream and mixes itself as it does`,
    };
  },
};

const KILOMETRES = 32;
const SECTION_M = 200;
const STEP_S = 1;
const WARM_STEPS = 60;
const STEPS = 60;

export const galleriesSpeed: AcceptLine = {
  name: 'galleries disturbed and at rest',
  goal: '32 km × 4 compartments × (CH₄ in two layers, O₂, temperature, smoke), everything disturbed, 1 m cells: ≥ 60 × real time in half a core; at rest ≥ 5,000 ×',
  async measure() {
    const galleries = madeGallery({
      sections: (KILOMETRES * 1_000) / SECTION_M,
      kinds: ['gas', 'power', 'integrated', 'sewage'],
    });
    const run = galleryWith(galleries);
    const { air, cells } = run;
    const from = process.cpuUsage();
    for (let t = 0; t < 1_000; t++) stepGallery(run, MAIN_PA, STEP_S);
    const restSeconds = process.cpuUsage(from).user / 1e6;
    for (let s = 0; s < galleries.sections.count; s++) {
      wake(cells, air, s);
      cells.isHeld[s] = 1;
      cells.gasM3PerS[s] = 0.02;
      cells.gasAtM[s] = 100;
      cells.heatW[s] = 5_000;
      cells.pointSmokePerS[s] = 0.1;
      cells.pointAtM[s] = 60;
    }
    for (let t = 0; t < WARM_STEPS; t++) advanceCells(cells, air, STEP_S);
    const moved = cells.cellSteps;
    const busy = process.cpuUsage();
    for (let t = 0; t < STEPS; t++) advanceCells(cells, air, STEP_S);
    const seconds = process.cpuUsage(busy).user / 1e6;
    const cellSteps = cells.cellSteps - moved;
    const timesHalf = (0.5 * STEPS * STEP_S) / seconds;
    const timesRest = (0.5 * 1_000 * STEP_S) / restSeconds;
    return {
      held: timesHalf >= 60 && timesRest >= 5_000,
      reached: `${timesHalf.toFixed(0)} × in half a core, ${(cellSteps / seconds / 1e6).toFixed(1)} M cell-steps/s of five scalars each (${((5 * cellSteps) / seconds / 1e6).toFixed(0)} M scalars/s); at rest ${timesRest.toFixed(0)} × in half a core`,
      how: `${galleries.sections.cellStart[galleries.sections.count]} cells, all with gas in both layers, heat and smoke; steps of ${STEP_S} s, ${(cellSteps / STEPS / galleries.sections.cellStart[galleries.sections.count]).toFixed(2)} substeps each; processor time`,
    };
  },
};
