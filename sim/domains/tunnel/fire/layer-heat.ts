/**
 * Heat that the layers give to walls and water, and what mixes between them. Each exchange is limited by what the gas
 * holds, as an implicit step would be, so that no step cools it below the wall.
 */
import { cbrt, exp, pow } from '../../../kernel';
import {
  CONVECTION,
  DENSITY_KELVIN,
  FLAME_C,
  GAS_ABSORPTION_PER_M,
  GAS_J_PER_KG_K,
  GRAVITY_MPS2,
  KELVIN,
  MIST,
  MIXING_SHARE,
  NEWMAN,
  RADIATED_SHARE,
  SOOT,
  STEFAN_BOLTZMANN,
  WATER_J_PER_KG,
} from './figures';
import { coldKelvin, type FireState, hotKelvin, LEAST_KG } from './state';
import { WALL_NODES } from './wall-heat';

const AT_REST_K = 1e-3;
const FLAME_K = FLAME_C + KELVIN;
const RELEASED = 0;
const TO_WALLS = 1;
const RADIATED = 2;
const TO_WATER = 3;

/** Absorption of the layer, 1/m, and emissivity over its mean beam. */
export function layerEmissivity(state: FireState, cell: number, kelvin: number): number {
  const { plan } = state;
  const m3 = state.hotM3[cell];
  if (m3 <= 0) return 0;
  const width = plan.areaM2 / plan.heightM;
  const depth = m3 / (width * plan.cellM);
  const soot = (SOOT.absorption * state.hotSootKg[cell] * kelvin) / (m3 * SOOT.kgPerM3);
  const beam = (3.6 * width * depth) / (2 * (width + depth));
  return 1 - exp(-(soot + GAS_ABSORPTION_PER_M) * beam);
}

/** Convection and emissivities of each cell, worked out once a part: they change slower than the smoke moves. */
export function setCoefficients(state: FireState): void {
  const { plan, work } = state;
  for (let cell = 0; cell < plan.cells; cell++) {
    const hotK = hotKelvin(state, cell);
    const coldK = coldKelvin(state, cell);
    const upperK = state.upperWallC[cell * WALL_NODES] + KELVIN;
    const lowerK = state.lowerWallC[cell * WALL_NODES] + KELVIN;
    const speed = Math.abs(0.5 * (work.flowM3PerS[cell] + work.flowM3PerS[cell + 1])) / plan.areaM2;
    const drift = Math.abs(work.driftMps[cell]);
    const emissivity = state.hotKg[cell] > LEAST_KG ? layerEmissivity(state, cell, hotK) : 0;
    work.toUpper[cell] = convectionWPerM2K(hotK, upperK, speed + drift, CONVECTION.ceiling);
    work.toLower[cell] = convectionWPerM2K(coldK, lowerK, speed, CONVECTION.wall);
    work.glowsUp[cell] = emissivity > 0 ? 1 / (1 / emissivity + 1 / plan.wall.emissivity - 1) : 0;
    work.glowsDown[cell] = emissivity > 0 ? 1 / (1 / emissivity + 1 / plan.floor.emissivity - 1) : 0;
  }
}

/** Sets `hotHeatW` and `coldHeatW`, net heat to each cell's layers, and books what walls and water take. */
export function exchangeHeat(state: FireState, mistKgPerM2S: number, seconds: number): void {
  const { plan, work, heatW, ledgerJ } = state;
  const { cells, cellM, heightM, areaM2 } = plan;
  const width = areaM2 / heightM;
  const convectiveW = (1 - RADIATED_SHARE) * heatW;
  const glowW = RADIATED_SHARE * heatW;
  ledgerJ[RELEASED] += heatW * seconds;
  let back = 0;
  for (let cell = 0; cell < cells; cell++) {
    const kg = state.hotKg[cell];
    const hotK = hotKelvin(state, cell);
    const coldK = coldKelvin(state, cell);
    const upperK = state.upperWallC[cell * WALL_NODES] + KELVIN;
    const lowerK = state.lowerWallC[cell * WALL_NODES] + KELVIN;
    // Walls that have grown hot glow back: what they do not keep stays in the gas.
    const glow = glowW * work.glowShare[cell];
    const upperGlow = 0.5 * glow * keeps(upperK);
    const lowerGlow = 0.5 * glow * keeps(lowerK);
    work.upperJ[cell] += upperGlow * seconds;
    work.lowerJ[cell] += lowerGlow * seconds;
    ledgerJ[RADIATED] += (upperGlow + lowerGlow) * seconds;
    back += glow - upperGlow - lowerGlow;
    let hotW = convectiveW * work.heatShare[cell];
    let coldW = 0;
    const depth = state.hotM3[cell] / (width * cellM);
    if (kg > LEAST_KG) {
      const touches = cellM * (width + 2 * depth);
      const toUpper = touches * (work.toUpper[cell] + work.glowsUp[cell] * glowing(hotK, upperK));
      const toLower = cellM * width * work.glowsDown[cell] * glowing(hotK, lowerK);
      const capacity = kg * GAS_J_PER_KG_K;
      const limit = 1 / (1 + ((toUpper + toLower) * seconds) / capacity);
      const upperW = toUpper * (hotK - upperK) * limit;
      const lowerW = toLower * (hotK - lowerK) * limit;
      hotW -= upperW + lowerW;
      work.upperJ[cell] += upperW * seconds;
      work.lowerJ[cell] += lowerW * seconds;
      ledgerJ[TO_WALLS] += (upperW + lowerW) * seconds;
      if (mistKgPerM2S > 0) {
        const rise = hotK - (state.ambientC + KELVIN);
        const drinks = MIST.evaporates * mistKgPerM2S * width * cellM * WATER_J_PER_KG;
        const most = (0.5 * Math.max(0, rise) * capacity) / seconds;
        const takes = Math.min(drinks * Math.max(0, Math.min(1, rise / MIST.hotterByK)), most);
        hotW -= takes;
        ledgerJ[TO_WATER] += takes * seconds;
      }
    }
    if (state.coldKg[cell] > LEAST_KG && Math.abs(coldK - lowerK) > AT_REST_K) {
      const touches = cellM * (width + 2 * Math.max(0, heightM - depth));
      const gives = touches * work.toLower[cell];
      const limit = 1 / (1 + (gives * seconds) / (state.coldKg[cell] * GAS_J_PER_KG_K));
      const wallW = gives * (coldK - lowerK) * limit;
      coldW -= wallW;
      work.lowerJ[cell] += wallW * seconds;
      ledgerJ[TO_WALLS] += wallW * seconds;
    }
    work.hotHeatW[cell] = hotW;
    work.coldHeatW[cell] = coldW;
  }
  if (back > 0) for (let cell = 0; cell < cells; cell++) work.hotHeatW[cell] += back * work.heatShare[cell];
}

/** Share of a flame's glow that a wall keeps: none once it is as hot as flames. */
const keeps = (kelvin: number): number => {
  const ratio = kelvin / FLAME_K;
  return Math.max(0, 1 - ratio * ratio * ratio * ratio);
};

/** Linear in the difference: σ (a² + b²)(a + b). */
const glowing = (a: number, b: number): number => STEFAN_BOLTZMANN * (a * a + b * b) * (a + b);

function convectionWPerM2K(gasK: number, wallK: number, speedMps: number, natural: number): number {
  const film = (0.5 * (gasK + wallK)) / 300;
  const still = natural * cbrt(Math.abs(gasK - wallK));
  // Over a length of a metre, Pr^⅓ = 0.89; air's conductivity and viscosity with temperature.
  const conductivity = 0.026 * pow(film, 0.8);
  const forced = conductivity * CONVECTION.forced * pow(speedMps / (1.57e-5 * pow(film, 1.7)), 0.8) * 0.89;
  return still > forced ? still : forced;
}

/** Takes the plume's air into the layer and adds the heat; mixes layers that no longer hold apart. */
export function mixLayers(
  state: FireState,
  seconds: number,
  sootKgPerS: number,
  coKgPerS: number,
  oxygenKgPerS: number,
): void {
  const { plan, work } = state;
  const { cells, cellM, heightM, areaM2 } = plan;
  const room = areaM2 * cellM;
  for (let cell = 0; cell < cells; cell++) {
    const coldM3 = room - state.hotM3[cell];
    const airKg = work.plumeKgPerS * work.airShare[cell] * seconds;
    if (airKg > 0 && state.coldKg[cell] > LEAST_KG && coldM3 > 0) {
      const share = Math.min(0.5, airKg / state.coldKg[cell]);
      state.hotM3[cell] += share * coldM3;
      lift(state.coldKg, state.hotKg, cell, share);
      lift(state.coldSootKg, state.hotSootKg, cell, share);
      lift(state.coldCoKg, state.hotCoKg, cell, share);
      lift(state.coldOxygenKg, state.hotOxygenKg, cell, share);
    }
    state.hotSootKg[cell] += sootKgPerS * work.heatShare[cell] * seconds;
    state.hotCoKg[cell] += coKgPerS * work.heatShare[cell] * seconds;
    const oxygen = oxygenKgPerS * work.heatShare[cell] * seconds;
    const there = Math.min(oxygen, state.hotOxygenKg[cell]);
    state.hotOxygenKg[cell] -= there;
    work.missingKg += oxygen - there;
    exchangeLayers(state, cell, seconds, heightM);
  }
}

function lift(from: Float64Array, to: Float64Array, cell: number, share: number): void {
  const moved = share * from[cell];
  from[cell] -= moved;
  to[cell] += moved;
}

/** Equal masses up and down once the flow's Froude number says that layers mix (Newman). */
function exchangeLayers(state: FireState, cell: number, seconds: number, heightM: number): void {
  const { plan, work } = state;
  const hotKg = state.hotKg[cell];
  const coldKg = state.coldKg[cell];
  if (hotKg <= LEAST_KG || coldKg <= LEAST_KG) return;
  const speed = Math.abs(0.5 * (work.flowM3PerS[cell] + work.flowM3PerS[cell + 1])) / plan.areaM2;
  const hotK = hotKelvin(state, cell);
  const coldK = coldKelvin(state, cell);
  const apart = (1.5 * GRAVITY_MPS2 * heightM * Math.max(0, hotK - coldK)) / hotK;
  const froude = apart > 0 ? speed / Math.sqrt(apart) : NEWMAN.mixed;
  const part = Math.max(0, Math.min(1, (froude - NEWMAN.layered) / (NEWMAN.mixed - NEWMAN.layered)));
  if (part === 0) return;
  const width = plan.areaM2 / plan.heightM;
  const kg = Math.min(
    (DENSITY_KELVIN / hotK) * MIXING_SHARE * speed * part * width * plan.cellM * seconds,
    0.5 * Math.min(hotKg, coldKg),
  );
  const down = kg / hotKg;
  const up = kg / coldKg;
  state.hotM3[cell] += (kg * (coldK - hotK)) / DENSITY_KELVIN;
  trade(state.hotSootKg, state.coldSootKg, cell, down, up);
  trade(state.hotCoKg, state.coldCoKg, cell, down, up);
  trade(state.hotOxygenKg, state.coldOxygenKg, cell, down, up);
}

function trade(hot: Float64Array, cold: Float64Array, cell: number, down: number, up: number): void {
  const net = cold[cell] * up - hot[cell] * down;
  hot[cell] += net;
  cold[cell] -= net;
}
