/** What a fire shows: to detectors, to people, to the picture. Worked out when asked for. */
import { KELVIN, OXYGEN_IN_AIR, SOOT, TILT, VISIBILITY } from './figures';
import { ceilingJetK, flameLengthM, sourceInLayer, windNumber } from './plume';
import { clearRiseM } from './shape-flame';
import { coldKelvin, type FireState, hotKelvin, seatDiameterM } from './state';

const jet = { kilowatts: 0, heightM: 0 };
const CO_MOLAR = 28;
const AIR_MOLAR = 28.97;

/** Beneath the ceiling: the layer, and near the fire the jet upon it where the flame itself does not reach up. */
export function ceilingC(fire: FireState, alongM: number, airMps: number): number {
  const { plan, work, heatW } = fire;
  const { seat } = work;
  const place = alongM / plan.cellM - 0.5;
  const first = Math.max(0, Math.min(plan.cells - 1, Math.floor(place)));
  const second = Math.min(plan.cells - 1, first + 1);
  const part = Math.max(0, Math.min(1, place - first));
  const layerK = (1 - part) * sensedKelvin(fire, first) + part * sensedKelvin(fire, second);
  if (heatW <= 0) return layerK - KELVIN;
  const rise = plan.heightM - seat.heightM;
  const diameter = seatDiameterM(fire);
  const reaches = flameLengthM(heatW, diameter) / rise;
  // Alpert's fires are points to the ceiling: one as wide as its height has no such jet.
  const wide = seat.lengthM / rise;
  const shown = Math.max(0, Math.min(1, 2 - reaches)) * Math.max(0, Math.min(1, 2 - wide));
  if (shown === 0) return layerK - KELVIN;
  const at = Math.max(0, Math.min(plan.cells - 1, Math.floor(work.meetsAtM / plan.cellM)));
  sourceInLayer(heatW, rise, clearRiseM(fire), hotKelvin(fire, at), coldKelvin(fire, at), jet);
  const wind = windNumber(heatW, diameter, airMps);
  const blown = wind > TILT.from ? TILT.from / wind : 1;
  return layerK - KELVIN + shown * blown * ceilingJetK(heatW, jet, Math.abs(alongM - work.meetsAtM));
}

/** A detector hangs a hand’s breadth beneath the ceiling: a layer thinner than that does not wash it fully. */
const HANGS_M = 0.05;
function sensedKelvin(fire: FireState, cell: number): number {
  const { plan } = fire;
  const depthM = (fire.hotM3[cell] / (plan.areaM2 * plan.cellM)) * plan.heightM;
  const washed = Math.min(1, depthM / HANGS_M);
  return washed * hotKelvin(fire, cell) + (1 - washed) * coldKelvin(fire, cell);
}

export interface FireAir {
  readonly ceilingC: Float64Array;
  readonly hotC: Float64Array;
  readonly coldC: Float64Array;
  /** Of the layer, from the ceiling down. */
  readonly depthM: Float64Array;
  /** Extinction of light, 1/m, in the layer and beneath. */
  readonly hotPerM: Float64Array;
  readonly coldPerM: Float64Array;
  readonly coldVisibilityM: Float64Array;
  readonly hotCoPpm: Float64Array;
  readonly coldCoPpm: Float64Array;
  /** By volume, the mean of both layers: what a sensor at mid-height meets within a layer or so. */
  readonly oxygenShare: Float64Array;
}

export function fireAir(cells: number): FireAir {
  const zeros = () => new Float64Array(cells);
  return {
    ceilingC: zeros(),
    hotC: zeros(),
    coldC: zeros(),
    depthM: zeros(),
    hotPerM: zeros(),
    coldPerM: zeros(),
    coldVisibilityM: zeros(),
    hotCoPpm: zeros(),
    coldCoPpm: zeros(),
    oxygenShare: zeros(),
  };
}

export function readFireAir(fire: FireState, airMps: number, into: FireAir): void {
  const { plan } = fire;
  const room = plan.areaM2 * plan.cellM;
  for (let cell = 0; cell < plan.cells; cell++) {
    const hot = fire.hotM3[cell];
    const cold = room - hot;
    into.ceilingC[cell] = ceilingC(fire, (cell + 0.5) * plan.cellM, airMps);
    into.hotC[cell] = hotKelvin(fire, cell) - KELVIN;
    into.coldC[cell] = coldKelvin(fire, cell) - KELVIN;
    into.depthM[cell] = (hot / room) * plan.heightM;
    into.hotPerM[cell] = hot > 1e-9 * room ? (SOOT.extinctionM2PerKg * fire.hotSootKg[cell]) / hot : 0;
    into.coldPerM[cell] = cold > 1e-9 * room ? (SOOT.extinctionM2PerKg * fire.coldSootKg[cell]) / cold : 0;
    into.coldVisibilityM[cell] = Math.min(MOST_VISIBLE_M, VISIBILITY / Math.max(1e-9, into.coldPerM[cell]));
    into.hotCoPpm[cell] = fire.hotKg[cell] > 1e-9 ? ppm(fire.hotCoKg[cell]) / fire.hotKg[cell] : 0;
    into.coldCoPpm[cell] = fire.coldKg[cell] > 1e-9 ? ppm(fire.coldCoKg[cell]) / fire.coldKg[cell] : 0;
    const kg = fire.hotKg[cell] + fire.coldKg[cell];
    into.oxygenShare[cell] =
      ((fire.hotOxygenKg[cell] + fire.coldOxygenKg[cell]) / kg / OXYGEN_IN_AIR) * OXYGEN_BY_VOLUME;
  }
}

const OXYGEN_BY_VOLUME = 0.2095;
const MOST_VISIBLE_M = 100;
const ppm = (coKg: number): number => coKg * 1e6 * (AIR_MOLAR / CO_MOLAR);

/** Where the layer ends upstream, from the source; 0 where there is none. A tenth of the ceiling’s rise counts as smoke. */
export function smokeBackM(fire: FireState, airMps: number): number {
  const { plan } = fire;
  const { seat } = fire.work;
  const room = plan.areaM2 * plan.cellM;
  const step = airMps >= 0 ? -1 : 1;
  const start = Math.max(0, Math.min(plan.cells - 1, Math.floor(seat.alongM / plan.cellM)));
  let cell = start;
  while (cell >= 0 && cell < plan.cells && fire.hotM3[cell] > LEAST_LAYER * room) cell += step;
  const edge = step < 0 ? (cell + 1) * plan.cellM : cell * plan.cellM;
  return Math.max(0, (edge - seat.alongM) * step);
}
const LEAST_LAYER = 0.01; // of the height

/** Cables that have caught, have something left and were not put out: they come back as soon as there is air. */
function stillLit({ flame, ignition, fuelJ }: FireState): boolean {
  if (flame < PUT_OUT) return false;
  for (let at = 0; at < ignition.length; at++) if (ignition[at] >= 1 && fuelJ[at] > 0) return true;
  return false;
}
const PUT_OUT = 1e-3;

/** Burned out or put out, and the gas within two kelvin of what it was: the section need not be stepped any more. */
export function isOver(fire: FireState): boolean {
  if (fire.heatW > 1 || stillLit(fire)) return false;
  for (let cell = 0; cell < fire.plan.cells; cell++) {
    const thin = fire.hotM3[cell] < LEAST_LAYER * fire.plan.areaM2 * fire.plan.cellM;
    if (!thin && hotKelvin(fire, cell) - KELVIN > fire.ambientC + 2) return false;
    if (coldKelvin(fire, cell) - KELVIN > fire.ambientC + 2) return false;
  }
  return true;
}
