/**
 * Cables in one section of a tunnel through time: each its two loops, its surface between them and the air and wall
 * around, the wall with rings of soil behind it. The midpoint rule, so that a step's losses are stored or given off to
 * the last bit whatever its length; steps of more than a minute are cut. Losses are those of the temperature at which a
 * step begins. One current a cable; all its cores carry it.
 */
import { exp, PI } from '../../kernel';
import { alternatingOhmPerM } from './conductor';
import { type CableDesign, type CableDiameters, diametersOf } from './design';
import type { Laying } from './laying';
import { sheathLosses } from './sheath';
import { bodyOf, type CableBody } from './thermal';
import { convectionWPerMK, groundAroundKmPerW, radiationWPerMK, type TunnelBore, wallWPerMK } from './tunnel-laws';
import { type TwoLoops, twoLoopsOf } from './two-loops';

export interface LaidCable {
  readonly design: CableDesign;
  readonly formation: Laying['formation'];
  readonly bonding: Laying['bonding'];
  readonly spacingMm: number;
}

interface Laid {
  readonly design: CableDesign;
  readonly sizes: CableDiameters;
  readonly body: CableBody;
  readonly loops: TwoLoops;
  readonly laying: Laying;
  readonly spacingMm: number;
  readonly overallM: number;
}

export interface CableSection {
  readonly bore: TunnelBore;
  readonly laid: readonly Laid[];
  readonly count: number;
  /** State: what a save keeps. */
  readonly conductorC: Float64Array;
  readonly sheathC: Float64Array;
  readonly surfaceC: Float64Array;
  readonly groundC: Float64Array;
  /** Of each ring of soil, and between two of them. */
  readonly groundJPerMK: Float64Array;
  readonly ringWPerMK: number;
  /** Told by the last step, watts a metre of section. */
  readonly lossWPerM: Float64Array;
  readonly toAirWPerM: Float64Array;
  readonly toWallWPerM: Float64Array;
}

const HERTZ = 50;
const RINGS = 12;
const LONGEST_STEP_S = 60;

export function createCableSection(bore: TunnelBore, cables: readonly LaidCable[], startC: number): CableSection {
  const laid = cables.map(({ design, formation, bonding, spacingMm }): Laid => {
    const sizes = diametersOf(design);
    const body = bodyOf(design, sizes, HERTZ);
    const laying: Laying = { place: { kind: 'air', airC: startC }, formation, bonding, spacingMm };
    return {
      design,
      sizes,
      body,
      loops: twoLoopsOf(design, sizes, body),
      laying,
      spacingMm: design.cores === 3 ? sizes.overSheathMm : spacingMm,
      overallM: sizes.overallMm * 1e-3,
    };
  });
  const count = laid.length;
  const groundC = new Float64Array(RINGS);
  const ringKmPerW = groundAroundKmPerW(bore) / RINGS;
  for (let k = 0; k < RINGS; k++) groundC[k] = startC + ((bore.soilC - startC) * k) / RINGS;
  return {
    bore,
    laid,
    count,
    conductorC: new Float64Array(count).fill(startC),
    sheathC: new Float64Array(count).fill(startC),
    surfaceC: new Float64Array(count).fill(startC),
    groundC,
    groundJPerMK: ringsOf(bore, ringKmPerW),
    ringWPerMK: 1 / ringKmPerW,
    lossWPerM: new Float64Array(count),
    toAirWPerM: new Float64Array(count),
    toWallWPerM: new Float64Array(count),
  };
}

/**
 * One step: currents (A, 0 for one that is out), whether each is under voltage (dielectric losses), air (°C, m/s).
 * Gives the heat to the section's air, W/m, the wall's part included; negative where the wall cools it. Where somebody
 * else reckons what air and wall give each other (`touches` false) it is left out, and told by `warmWall`.
 */
export function stepCableSection(
  section: CableSection,
  amperes: Float64Array,
  live: Uint8Array,
  airC: number,
  airMps: number,
  seconds: number,
  touches = true,
): number {
  const { count, lossWPerM, toAirWPerM, toWallWPerM } = section;
  const parts = Math.max(1, Math.ceil(seconds / LONGEST_STEP_S));
  const each = seconds / parts;
  let toAir = 0;
  for (let part = 0; part < parts; part++) {
    let toWall = 0;
    for (let k = 0; k < count; k++) {
      stepOne(section, k, amperes[k], live[k] === 1, airC, airMps, each, part === 0);
      toWall += last.wallW;
      toAir += last.airW / parts;
      if (part > 0) {
        lossWPerM[k] += last.lossW;
        toAirWPerM[k] += last.airW;
        toWallWPerM[k] += last.wallW;
      }
    }
    const wallC = section.groundC[0];
    const fromAir = touches ? wallWPerMK(section.bore, airMps, airC, wallC) * (airC - wallC) : 0;
    stepGround(section, toWall + fromAir, each);
    toAir -= fromAir / parts;
  }
  for (let k = 0; k < count && parts > 1; k++) {
    lossWPerM[k] /= parts;
    toAirWPerM[k] /= parts;
    toWallWPerM[k] /= parts;
  }
  return toAir;
}

const last = { lossW: 0, airW: 0, wallW: 0 };

function stepOne(
  section: CableSection,
  k: number,
  amperes: number,
  live: boolean,
  airC: number,
  airMps: number,
  seconds: number,
  fresh: boolean,
): void {
  const { design, sizes, body, loops, laying, spacingMm, overallM } = section.laid[k];
  const innerC = section.conductorC[k];
  const outerC = section.sheathC[k];
  const wallC = section.groundC[0];
  const ohm = alternatingOhmPerM(design, innerC, spacingMm, HERTZ);
  const share = sheathLosses(design, sizes, laying, ohm, outerC, HERTZ);
  const copperW = design.cores * amperes * amperes * ohm;
  const dielectricW = live ? design.cores * body.dielectricWPerM : 0;
  const innerW = copperW + 0.5 * dielectricW;
  const outerW = copperW * share.sheath + 0.5 * dielectricW;
  const armourW = copperW * share.armour;
  const gAir = convectionWPerMK(overallM, airMps, section.surfaceC[k], airC);
  const gWall = radiationWPerMK(overallM, section.surfaceC[k], wallC);
  const gOut = 1 / (loops.beddingKmPerW + loops.coveringKmPerW);
  const gIn = 1 / loops.innerKmPerW;
  // The surface has no capacity of its own; seen from the second loop, all beyond it is one conductance and one source.
  const sum = gOut + gAir + gWall;
  const gTotal = (gOut * (gAir + gWall)) / sum;
  const pull = (gOut * (armourW + gAir * airC + gWall * wallC)) / sum;
  const lift = armourW * loops.coveringKmPerW;
  const a = (2 * loops.innerJPerMK) / seconds;
  const b = (2 * loops.outerJPerMK) / seconds;
  // Middle of the step: a (Am − A) = innerW − gIn (Am − Bm); b (Bm − B) = outerW + gIn (Am − Bm) − F(Bm).
  const p = a + gIn;
  const q = b + gIn + gTotal;
  const rightA = a * innerC + innerW;
  const rightB = b * outerC + outerW + gTotal * lift + pull;
  const det = p * q - gIn * gIn;
  const middleA = (rightA * q + gIn * rightB) / det;
  const middleB = (rightB * p + gIn * rightA) / det;
  const surface = (gOut * (middleB - lift) + armourW + gAir * airC + gWall * wallC) / sum;
  section.conductorC[k] = 2 * middleA - innerC;
  section.sheathC[k] = 2 * middleB - outerC;
  section.surfaceC[k] = surface;
  last.lossW = innerW + outerW + armourW;
  last.airW = gAir * (surface - airC);
  last.wallW = gWall * (surface - wallC);
  if (fresh) {
    section.lossWPerM[k] = last.lossW;
    section.toAirWPerM[k] = last.airW;
    section.toWallWPerM[k] = last.wallW;
  }
}

/** Rings of soil whose steady resistance is Electra's, each about the middle of its two: what each holds, J/mK. */
function ringsOf({ diameterM, soilKmPerW, soilJPerM3K }: TunnelBore, ringKmPerW: number): Float64Array {
  const growth = exp((2 * PI * ringKmPerW) / soilKmPerW);
  const held = new Float64Array(RINGS);
  let radius = 0.5 * diameterM;
  for (let k = 0; k < RINGS; k++) {
    const inner = k === 0 ? radius : radius / Math.sqrt(growth);
    const outer = radius * Math.sqrt(growth);
    held[k] = PI * (outer * outer - inner * inner) * soilJPerM3K;
    radius *= growth;
  }
  return held;
}

/** Implicit, from the ground far away inwards to the wall: Thomas from the wall outwards. */
function stepGround(section: CableSection, wattsPerM: number, seconds: number): void {
  const { bore, groundC, groundJPerMK, ringWPerMK: g } = section;
  for (let k = 0; k < RINGS; k++) {
    const c = groundJPerMK[k] / seconds;
    let diagonal = c + g + (k === 0 ? 0 : g);
    let right = c * groundC[k] + (k === 0 ? wattsPerM : 0) + (k === RINGS - 1 ? g * bore.soilC : 0);
    if (k > 0) {
      diagonal -= g * upper[k - 1];
      right += g * groundC[k - 1];
    }
    upper[k] = g / diagonal;
    groundC[k] = right / diagonal;
  }
  for (let k = RINGS - 2; k >= 0; k--) groundC[k] += upper[k] * groundC[k + 1];
}

/** Gives the wall heat at once, J a metre. */
export function warmWall({ groundC, groundJPerMK }: CableSection, joulesPerM: number): void {
  groundC[0] += joulesPerM / groundJPerMK[0];
}

const upper = new Float64Array(RINGS);

/** Heat held in cables above 0 °C, J a metre. */
export function heldInCablesJPerM(section: CableSection): number {
  let held = 0;
  for (let k = 0; k < section.count; k++) {
    const { loops } = section.laid[k];
    held += loops.innerJPerMK * section.conductorC[k] + loops.outerJPerMK * section.sheathC[k];
  }
  return held;
}

/** Heat held in the wall and the soil behind it above 0 °C, J a metre; and what goes on into the ground far away, W a metre. */
export function heldInGroundJPerM({ groundC, groundJPerMK }: CableSection): number {
  let held = 0;
  for (let k = 0; k < RINGS; k++) held += groundJPerMK[k] * groundC[k];
  return held;
}

export const toFarGroundWPerM = ({ bore, groundC, ringWPerMK }: CableSection): number =>
  ringWPerMK * (groundC[RINGS - 1] - bore.soilC);

/** What a cable of a section may carry for ever in air and beside a wall like these; each core. */
export function ampacityA(section: CableSection, k: number, airC: number, airMps: number): number {
  const { design, sizes, body, loops, laying, spacingMm, overallM } = section.laid[k];
  const n = design.cores;
  const wallC = section.groundC[0];
  const ohm = alternatingOhmPerM(design, design.highestC, spacingMm, HERTZ);
  let low = Math.min(airC, wallC);
  let high = design.highestC;
  let amperes = 0;
  if (low >= high) return 0;
  for (let round = 0; round < 50; round++) {
    const surfaceC = 0.5 * (low + high);
    const still = n * body.dielectricWPerM * (0.5 * loops.innerKmPerW + loops.beddingKmPerW + loops.coveringKmPerW);
    let sheathC = surfaceC;
    let square = 0;
    let given = 0;
    for (let again = 0; again < 8; again++) {
      const share = sheathLosses(design, sizes, laying, ohm, sheathC, HERTZ);
      const all = 1 + share.sheath + share.armour;
      const beyond = loops.beddingKmPerW * (1 + share.sheath) + loops.coveringKmPerW * all;
      square = Math.max(0, (design.highestC - surfaceC - still) / (ohm * n * (loops.innerKmPerW + beyond)));
      given = n * (square * ohm * all + body.dielectricWPerM);
      sheathC = design.highestC - n * (square * ohm + 0.5 * body.dielectricWPerM) * loops.innerKmPerW;
    }
    amperes = Math.sqrt(square);
    const taken =
      convectionWPerMK(overallM, airMps, surfaceC, airC) * (surfaceC - airC) +
      radiationWPerMK(overallM, surfaceC, wallC) * (surfaceC - wallC);
    if (given > taken) low = surfaceC;
    else high = surfaceC;
  }
  return amperes;
}
