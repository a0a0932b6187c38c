/**
 * What a sump pump lifts: where its curve meets the height from the water to the outfall and what the riser takes. The
 * curve is the parabola through its rated point that EPANET makes of one (2.2 manual, 3.1: a third more head at a shut
 * valve). A pump whose head a scene does not say has been chosen for its place: its rated flow at a half full sump, as
 * fans are. Its riser is as wide as 1.8 m/s ask for (GB 50014-2021, 6.4: 0.8 to 2.5 m/s at the outlet). Each pump has a
 * riser of its own, over a loop above the street: what stands there does not come back.
 */
import { PI } from '../../../kernel';
import { SHUT_OFF_SHARE } from '../../../scene/sump-lift';
import { equipmentKinds, type Galleries } from '../galleries';

const RISER_MPS = 1.8;
/** Foot, two bends, check valve, gate and outlet: Idelchik’s handbook has 4 to 6 together. */
const RISER_HEADS = 5;
const RISER_FRICTION = 0.025;
const HALF_FULL = 0.5;
const G2 = 2 * 9.80665;

export interface SumpPumps {
  readonly pumps: Uint8Array;
  /** From the floor's low end to the outfall, and from the sump's bottom to the floor. */
  readonly outfallM: Float64Array;
  readonly sumpDepthM: Float64Array;
  /** Of one pump: its head at a shut valve, and head that it and its riser lose, per (m³/s)²; infinite where it lifts nothing. */
  readonly shutOffM: Float64Array;
  readonly perFlow2: Float64Array;
}

export function choosePumps({ sections, compartments, equipment }: Galleries): SumpPumps {
  const { count, floorLowestM, fromM, outfallDepthM, sumpDepthM } = sections;
  const pumps = new Uint8Array(count);
  const outfallM = new Float64Array(count);
  const shutOffM = new Float64Array(count);
  const perFlow2 = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const kind = equipmentKinds.indexOf('sump-pump');
  for (let e = 0; e < equipment.count; e++) {
    if (equipment.kind[e] !== kind) continue;
    const s = equipment.section[e];
    const m3PerS = equipment.flowM3PerS[e];
    const ground = compartments.lines[sections.compartment[s]].groundAt(fromM[s] + equipment.atM[e]);
    pumps[s]++;
    outfallM[s] = ground - outfallDepthM[s] - floorLowestM[s];
    if (!(m3PerS > 0)) continue;
    const riserM = riserLossM(m3PerS, outfallM[s] + sumpDepthM[s]);
    const headM = equipment.headM[e] || outfallM[s] + HALF_FULL * sumpDepthM[s] + riserM;
    shutOffM[s] = SHUT_OFF_SHARE * headM;
    perFlow2[s] = ((SHUT_OFF_SHARE - 1) * headM + riserM) / (m3PerS * m3PerS);
  }
  return { pumps, outfallM, sumpDepthM, shutOffM, perFlow2 };
}

function riserLossM(m3PerS: number, lengthM: number): number {
  const diameterM = Math.sqrt((4 * m3PerS) / (PI * RISER_MPS));
  return ((RISER_HEADS + (RISER_FRICTION * lengthM) / diameterM) * RISER_MPS * RISER_MPS) / G2;
}

/** Of one pump, with so much water in its section, which stands so high above the floor's low end. */
export function liftedM3PerS(
  { outfallM, sumpDepthM, shutOffM, perFlow2 }: SumpPumps,
  section: number,
  sumpM3: number,
  waterM3: number,
  levelM: number,
): number {
  const emptyShare = sumpM3 > 0 ? Math.max(0, 1 - waterM3 / sumpM3) : 0;
  const liftM = outfallM[section] - levelM + emptyShare * sumpDepthM[section];
  return Math.sqrt(Math.max(0, shutOffM[section] - liftM) / perFlow2[section]);
}
