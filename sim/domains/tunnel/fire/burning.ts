/**
 * What burns: trays cell by cell, lit by heat flux or by the flame that creeps along them; how much of that finds
 * oxygen; what water and powder leave of it.
 */
import { exp, PI, tanh } from '../../../kernel';
import {
  FLAME_C,
  FLAME_EMISSIVITY,
  J_PER_KG_OXYGEN,
  KELVIN,
  MIST,
  OXYGEN_LIMIT,
  POWDER,
  RADIATED_SHARE,
  STEFAN_BOLTZMANN,
  WATER_J_PER_KG,
} from './figures';
import { layerEmissivity } from './layer-heat';
import { flameLengthM } from './plume';
import { shapeFlame, sourceCell } from './shape-flame';
import { type FireState, growthOf, hotKelvin } from './state';

const PI_4 = PI / 4;

/** Watts that the trays would give with air enough; sets `burningW`. */
export function wantedW(state: FireState): number {
  const { plan, work, fuelJ, ignition, clockS } = state;
  let area = 0;
  plan.trays.forEach(({ kind, widthM }, tray) => {
    const most = kind.releaseWPerM2 * widthM * plan.cellM;
    for (let cell = 0; cell < plan.cells; cell++) {
      const at = tray * plan.cells + cell;
      const burns = ignition[at] >= 1 && fuelJ[at] > 0;
      work.burningW[at] = burns ? most * burnedDown(fuelJ[at], plan.trays[tray].fuelJPerM * plan.cellM) : 0;
      area += work.burningW[at];
    }
  });
  return Math.min(area, growthOf(state) * clockS * clockS);
}

/** Full until four fifths have burned, then down to nothing: FLASH-CAT’s trapezium has a sixth for each flank. */
const burnedDown = (left: number, all: number): number => Math.max(0.02, Math.min(1, left / (0.2 * all)));

/** The part of it that burns: no more than the plume's air feeds, none where its oxygen has become too thin. */
export function fedW(state: FireState, wanted: number, airMps: number): number {
  const at = sourceCell(state);
  const kg = state.coldKg[at];
  const oxygen = kg > 0 ? state.coldOxygenKg[at] / kg : 0;
  const burns = 0.5 * (tanh(OXYGEN_LIMIT.steepness * (oxygen - OXYGEN_LIMIT.at) - OXYGEN_LIMIT.shift) + 1);
  let watts = wanted * burns;
  // A smaller fire draws less air: both are found together.
  for (let round = 0; round < 6; round++) {
    state.heatW = watts;
    shapeFlame(state, airMps);
    const most = J_PER_KG_OXYGEN * oxygen * state.work.plumeKgPerS;
    if (watts <= most) break;
    watts = 0.5 * (watts + most);
  }
  return watts;
}

/** Where the trays burn: middle, length of an even stretch with the same spread, width of both sides, height. */
export function findSeat(state: FireState): void {
  const { plan, work } = state;
  const { seat, burningW } = work;
  let sum = 0;
  let along = 0;
  let height = 0;
  let left = 0;
  let right = 0;
  plan.trays.forEach((tray, i) => {
    for (let cell = 0; cell < plan.cells; cell++) {
      const watts = burningW[i * plan.cells + cell];
      if (watts <= 0) continue;
      sum += watts;
      along += watts * (cell + 0.5) * plan.cellM;
      height += watts * tray.heightM;
      if (tray.side <= 0) left = Math.max(left, tray.widthM);
      else right = Math.max(right, tray.widthM);
    }
  });
  if (sum <= 0) return;
  seat.alongM = along / sum;
  seat.heightM = height / sum;
  seat.widthM = left + right;
  let square = 0;
  for (let at = 0; at < burningW.length; at++) {
    const away = ((at % plan.cells) + 0.5) * plan.cellM - seat.alongM;
    square += burningW[at] * away * away;
  }
  seat.lengthM = plan.cellM + Math.sqrt((12 * square) / sum);
}

/** Water and powder upon the flame, over so long. */
export function putOut(state: FireState, mistKgPerM2S: number, powderKgPerS: number, seconds: number): void {
  const { plan } = state;
  const room = plan.areaM2 * plan.lengthM;
  state.powderKgPerM3 += (powderKgPerS * seconds) / room;
  state.powderKgPerM3 *= exp(-seconds / POWDER.settlesInS);
  let rate = 0;
  if (state.powderKgPerM3 >= POWDER.extinguishesKgPerM3) rate += 1 / POWDER.diesInS;
  if (mistKgPerM2S > 0 && state.heatW > 0) {
    const drinks = MIST.evaporates * mistKgPerM2S * flamingM2(state) * WATER_J_PER_KG;
    rate += Math.min(MIST.fastest, drinks / state.heatW) / MIST.diesInS;
  }
  state.flame *= exp(-rate * seconds);
}

/** Plan area of what burns, and of the source where heat is told from outside. */
function flamingM2(state: FireState): number {
  const { plan, ignition, fuelJ, source } = state;
  let area = 0;
  plan.trays.forEach(({ widthM }, tray) => {
    for (let at = tray * plan.cells; at < (tray + 1) * plan.cells; at++) {
      if (ignition[at] >= 1 && fuelJ[at] > 0) area += widthM * plan.cellM;
    }
  });
  return area > 0 ? area : source.lengthM * source.widthM;
}

/** Burns what gave the heat, and lights what was long enough in a flux above the critical one. */
export function spreadFire(state: FireState, wanted: number, seconds: number): void {
  const { plan, work, heatW, fuelJ, ignition } = state;
  const share = wanted > 0 ? heatW / sumOf(work.burningW) : 0;
  setFlames(state, share);
  for (let at = 0; at < fuelJ.length; at++) {
    fuelJ[at] = Math.max(0, fuelJ[at] - work.burningW[at] * share * seconds);
  }
  if (state.flame < DEAD || heatW <= 0) return;
  const { cells } = plan;
  for (let cell = 0; cell < cells; cell++) {
    const glow = layerFlux(state, cell);
    const near =
      burnsIn(state, cell) || (cell > 0 && burnsIn(state, cell - 1)) || (cell < cells - 1 && burnsIn(state, cell + 1));
    if (!near && glow < LEAST_CRITICAL_W_PER_M2) continue;
    for (let i = 0; i < plan.trays.length; i++) {
      const { kind } = plan.trays[i];
      const at = i * cells + cell;
      if (ignition[at] >= 1) continue;
      const flux = glow + fluxFromTrays(state, i, cell, share);
      const over = flux - kind.criticalWPerM2;
      // t_ig = π/4 (TRP / (q − q_c))², added up while the flux changes.
      if (over > 0) {
        const pace = over / kind.responseWSqrtSPerM2;
        ignition[at] = Math.min(1, ignition[at] + (pace * pace * seconds) / PI_4);
      }
      // Creeps in from a neighbour that burns; faster where the layer has warmed it (Quintiere).
      const beside =
        (cell > 0 && ignition[at - 1] >= 1 && fuelJ[at - 1] > 0) ||
        (cell < cells - 1 && ignition[at + 1] >= 1 && fuelJ[at + 1] > 0);
      if (beside) {
        const cold = Math.max(0.2, 1 - flux / kind.criticalWPerM2);
        ignition[at] = Math.min(1, ignition[at] + (kind.spreadMps * seconds) / (plan.cellM * cold * cold));
      }
    }
  }
}

/** No cable's critical flux is lower: below it only what burns close by matters. */
const LEAST_CRITICAL_W_PER_M2 = 5e3;

function burnsIn({ plan, work }: FireState, cell: number): boolean {
  for (let at = cell; at < work.burningW.length; at += plan.cells) if (work.burningW[at] > 0) return true;
  return false;
}

const DEAD = 1e-3;

const sumOf = (values: Float64Array): number => {
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += values[k];
  return sum > 0 ? sum : 1;
};

/** The layer's glow upon what is in a cell, W/m². */
function layerFlux(state: FireState, cell: number): number {
  const hotK = hotKelvin(state, cell);
  if (hotK - KELVIN < state.ambientC + 50) return 0;
  return layerEmissivity(state, cell, hotK) * STEFAN_BOLTZMANN * (fourth(hotK) - fourth(state.ambientC + KELVIN));
}

/** Flames of what burns below a tray's cell, and the glow of what burns beside or above it, W/m². */
function fluxFromTrays(state: FireState, tray: number, cell: number, perWanted: number): number {
  const { plan, work } = state;
  const here = plan.trays[tray];
  let flux = 0;
  const flameK = FLAME_C + KELVIN;
  plan.trays.forEach((other, i) => {
    if (i === tray) return;
    const own = work.burningW[i * plan.cells + cell];
    if (own <= 0) return;
    const burning = own * perWanted;
    const rise = here.heightM - other.heightM;
    const flameM = work.flameM[i];
    if (here.side === other.side && rise > 0 && flameM > rise) {
      flux += FLAME_EMISSIVITY * STEFAN_BOLTZMANN * fourth(flameK);
    } else {
      const across = here.side === other.side ? 0 : plan.widthM - 0.5 * (here.widthM + other.widthM);
      const square = across * across + (rise - 0.5 * flameM) * (rise - 0.5 * flameM) + 0.04;
      flux += (RADIATED_SHARE * burning) / (4 * PI * square);
    }
  });
  return flux;
}

/** Flames of each tray: a stretch of it burns with one flame as long as its cell's own heat asks for. */
function setFlames(state: FireState, perWanted: number): void {
  const { plan, work } = state;
  plan.trays.forEach(({ widthM }, tray) => {
    let watts = 0;
    let cells = 0;
    for (let at = tray * plan.cells; at < (tray + 1) * plan.cells; at++) {
      watts += work.burningW[at];
      if (work.burningW[at] > 0) cells++;
    }
    const diameterM = Math.sqrt((4 / PI) * widthM * Math.max(1, cells) * plan.cellM);
    work.flameM[tray] = cells > 0 ? flameLengthM(watts * perWanted, diameterM) : 0;
  });
}

const fourth = (kelvin: number): number => kelvin * kelvin * kelvin * kelvin;

/** Lights a tray around a place. */
export function light(state: FireState, tray: number, alongM: number, lengthM: number): void {
  const { plan, ignition } = state;
  for (let cell = 0; cell < plan.cells; cell++) {
    const middle = (cell + 0.5) * plan.cellM;
    if (Math.abs(middle - alongM) <= 0.5 * Math.max(lengthM, plan.cellM)) ignition[tray * plan.cells + cell] = 1;
  }
}
