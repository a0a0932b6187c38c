/**
 * How the hot layer and the air beneath it move along a gallery: finite volumes at constant pressure. Volume is then
 * heat: what heat adds to a cell's volume must leave it, and the sum of both layers is the cell's own, so masses, heat
 * and volume close together. The layer rides on the mean flow with a drift away from where the plume meets the ceiling;
 * near the fire the drift is the critical velocity and falls off with the e-folding that makes smoke stand where Li,
 * Lei and Ingason measured its end.
 */
import { exp } from '../../../kernel';
import { criticalVelocityMps } from './critical-velocity';
import { CRITICAL, DENSITY_KELVIN, GRAVITY_MPS2, HINKLEY_FROUDE, J_PER_M3, KELVIN, OXYGEN_IN_AIR } from './figures';
import { coldKelvin, type FireState, hotKelvin } from './state';

export interface Ends {
  /** Can smoke leave with the drift, or is there a door? What the fire pushes out leaks past one. */
  readonly openAtStart: boolean;
  readonly openAtEnd: boolean;
}

/** Drift at each face, away from where the plume meets the ceiling. */
export function setDrift(state: FireState, ends: Ends): void {
  const { plan, work, heatW, peakW } = state;
  const { seat } = work;
  const { cells, cellM, heightM } = plan;
  const length = CRITICAL.backLayering * heightM;
  const burning = criticalVelocityMps(heatW, heightM);
  const most = criticalVelocityMps(peakW, heightM);
  for (let face = 0; face <= cells; face++) {
    const x = face * cellM;
    const past = x - work.meetsAtM;
    const side = Math.abs(past) < 1e-9 ? 0 : past > 0 ? 1 : -1;
    const away = Math.max(0, Math.abs(x - seat.alongM) - 0.5 * seat.lengthM);
    const inner = Math.min(cells - 1, Math.max(0, side > 0 ? face - 1 : face));
    const warm = hotKelvin(state, inner);
    const outer = Math.min(cells - 1, Math.max(0, side > 0 ? face : face - 1));
    // Smoke down to the floor has nothing beneath it: then the air beside drives.
    const cold = Math.min(coldKelvin(state, inner), coldKelvin(state, outer));
    const depth = (state.hotM3[inner] / (plan.areaM2 * cellM)) * heightM;
    const lift = warm > cold ? (GRAVITY_MPS2 * (warm - cold) * depth) / cold : 0;
    const left = Math.min(most, HINKLEY_FROUDE * Math.sqrt(lift));
    const speed = (burning > left ? burning : left) * exp(-away / length);
    const shut = (face === 0 && !ends.openAtStart) || (face === cells && !ends.openAtEnd);
    work.driftMps[face] = shut ? 0 : side * speed;
  }
}

/** Both layers' total flow at each face, from the air given and from what heat adds. */
export function setFlow(state: FireState, airMps: number): void {
  const { plan, work } = state;
  const { cells, areaM2 } = plan;
  const flow = work.flowM3PerS;
  // What the fire pushes out goes with the air; where that stands, half of it to each side.
  let all = 0;
  for (let cell = 0; cell < cells; cell++) all += work.hotHeatW[cell] + work.coldHeatW[cell];
  const along = 0.5 + 0.5 * Math.max(-1, Math.min(1, airMps / STILL_MPS));
  const against = all * (1 - along);
  flow[0] = airMps * areaM2 - against / J_PER_M3;
  for (let cell = 0; cell < cells; cell++) {
    flow[cell + 1] = flow[cell] + (work.hotHeatW[cell] + work.coldHeatW[cell]) / J_PER_M3;
  }
}

const STILL_MPS = 0.2; // ours: slower than this the fire's own expansion goes against it, too

/** Longest step at which nothing passes more than half a cell. */
export function longestStepS(state: FireState): number {
  const { plan, work } = state;
  let fastest = 0.1;
  // What the flame may push within the step counts as if it did so at once.
  const push = state.heatW / J_PER_M3;
  for (let face = 0; face <= plan.cells; face++) {
    const speed = (Math.abs(work.flowM3PerS[face]) + push) / plan.areaM2 + Math.abs(work.driftMps[face]);
    if (speed > fastest) fastest = speed;
  }
  return (0.5 * plan.cellM) / fastest;
}

/** Moves both layers over so long; gives heat carried out and in, J, above the air that was there before. */
export function moveSmoke(state: FireState, airC: number, seconds: number, carried: { out: number; in: number }): void {
  const { plan, work } = state;
  const { cells } = plan;
  setHotFlow(state, seconds);
  // Flows of a face take from the state before the step: what leaves each cell is worked out first, then moved.
  const flows = work.flowM3PerS;
  const hots = work.hotFlowM3PerS;
  keep(state);
  for (let face = 0; face <= cells; face++) {
    const hot = hots[face] * seconds;
    const cold = (flows[face] - hots[face]) * seconds;
    const left = face - 1;
    if (hot !== 0) moveHot(state, hot > 0 ? left : face, hot > 0 ? face : left, Math.abs(hot), carried);
    if (cold !== 0) moveCold(state, cold > 0 ? left : face, cold > 0 ? face : left, Math.abs(cold), airC, carried);
  }
}

function setHotFlow(state: FireState, seconds: number): void {
  const { plan, work } = state;
  const { cells, areaM2, cellM } = plan;
  const room = areaM2 * cellM;
  for (let face = 0; face <= cells; face++) {
    const total = work.flowM3PerS[face];
    const drift = work.driftMps[face];
    const outer = drift > 0 ? face : face - 1;
    const full = outer < 0 || outer >= cells ? 0 : state.hotM3[outer] / room;
    const speed = total / areaM2 + drift * (1 - full);
    const donor = speed > 0 ? face - 1 : face;
    if (donor < 0 || donor >= cells) {
      // Air comes in by this end: the layer does not.
      work.hotFlowM3PerS[face] = 0;
      continue;
    }
    let hot = (state.hotM3[donor] / room) * areaM2 * speed;
    // What lies beneath cannot give more than it has.
    const cold = total - hot;
    const coldDonor = cold > 0 ? face - 1 : face;
    if (coldDonor >= 0 && coldDonor < cells) {
      const most = (0.9 * (room - state.hotM3[coldDonor])) / seconds;
      if (Math.abs(cold) > most) hot = total - Math.sign(cold) * most;
    }
    work.hotFlowM3PerS[face] = hot;
  }
}

/** Concentrations before anything moved: what a face takes is of its donor as it stood. */
let hotKgPerM3 = new Float64Array(0);
let coldKgPerM3 = new Float64Array(0);
let shares = new Float64Array(0);

function keep(state: FireState): void {
  const { cells, areaM2, cellM } = state.plan;
  if (hotKgPerM3.length < cells) {
    hotKgPerM3 = new Float64Array(cells);
    coldKgPerM3 = new Float64Array(cells);
    shares = new Float64Array(6 * cells);
  }
  const room = areaM2 * cellM;
  for (let cell = 0; cell < cells; cell++) {
    const hot = state.hotM3[cell];
    const cold = room - hot;
    hotKgPerM3[cell] = hot > 0 ? state.hotKg[cell] / hot : 0;
    coldKgPerM3[cell] = cold > 0 ? state.coldKg[cell] / cold : 0;
    shares[6 * cell] = hot > 0 ? state.hotSootKg[cell] / hot : 0;
    shares[6 * cell + 1] = hot > 0 ? state.hotCoKg[cell] / hot : 0;
    shares[6 * cell + 2] = hot > 0 ? state.hotOxygenKg[cell] / hot : 0;
    shares[6 * cell + 3] = cold > 0 ? state.coldSootKg[cell] / cold : 0;
    shares[6 * cell + 4] = cold > 0 ? state.coldCoKg[cell] / cold : 0;
    shares[6 * cell + 5] = cold > 0 ? state.coldOxygenKg[cell] / cold : 0;
  }
}

function moveHot(state: FireState, from: number, to: number, m3: number, carried: { out: number; in: number }): void {
  const { cells } = state.plan;
  const kg = m3 * hotKgPerM3[from];
  const soot = m3 * shares[6 * from];
  const co = m3 * shares[6 * from + 1];
  const oxygen = m3 * shares[6 * from + 2];
  state.hotM3[from] -= m3;
  state.hotKg[from] -= kg;
  state.hotSootKg[from] -= soot;
  state.hotCoKg[from] -= co;
  state.hotOxygenKg[from] -= oxygen;
  if (to < 0 || to >= cells) {
    carried.out += J_PER_M3 * (m3 - (kg * (state.ambientC + KELVIN)) / DENSITY_KELVIN);
    return;
  }
  state.hotM3[to] += m3;
  state.hotKg[to] += kg;
  state.hotSootKg[to] += soot;
  state.hotCoKg[to] += co;
  state.hotOxygenKg[to] += oxygen;
}

/** Its volume follows from the hot layer's: only masses are kept. */
function moveCold(
  state: FireState,
  from: number,
  to: number,
  m3: number,
  airC: number,
  carried: { out: number; in: number },
): void {
  const { cells } = state.plan;
  let kg = 0;
  let soot = 0;
  let co = 0;
  let oxygen = 0;
  if (from < 0 || from >= cells) {
    kg = (m3 * DENSITY_KELVIN) / (airC + KELVIN);
    oxygen = kg * OXYGEN_IN_AIR;
    carried.in += J_PER_M3 * (m3 - (kg * (state.ambientC + KELVIN)) / DENSITY_KELVIN);
  } else {
    kg = m3 * coldKgPerM3[from];
    soot = m3 * shares[6 * from + 3];
    co = m3 * shares[6 * from + 4];
    oxygen = m3 * shares[6 * from + 5];
    state.coldKg[from] -= kg;
    state.coldSootKg[from] -= soot;
    state.coldCoKg[from] -= co;
    state.coldOxygenKg[from] -= oxygen;
  }
  if (to < 0 || to >= cells) {
    carried.out += J_PER_M3 * (m3 - (kg * (state.ambientC + KELVIN)) / DENSITY_KELVIN);
    return;
  }
  state.coldKg[to] += kg;
  state.coldSootKg[to] += soot;
  state.coldCoKg[to] += co;
  state.coldOxygenKg[to] += oxygen;
}
