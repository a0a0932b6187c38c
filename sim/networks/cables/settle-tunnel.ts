/** Steady temperatures along a ventilated tunnel with equal cables: Electra 144, annex 3, its star of three resistances. */
import { exp } from '../../kernel';
import {
  AIR_J_PER_M3_K,
  convectionWPerMK,
  groundAroundKmPerW,
  radiationWPerMK,
  type TunnelBore,
  wallWPerMK,
} from './tunnel-laws';

export interface TunnelPlace {
  readonly airC: number;
  readonly wallC: number;
  readonly surfaceC: number;
}

export interface TunnelLoad {
  readonly cables: number;
  readonly overallM: number;
  readonly heatWPerM: number;
  readonly airMps: number;
  readonly inletC: number;
}

/** So far from the inlet. The resistances are those of the place itself, as there. */
export function settleTunnel(bore: TunnelBore, load: TunnelLoad, alongM: number): TunnelPlace {
  const n = load.cables;
  const te = groundAroundKmPerW(bore);
  const flow = AIR_J_PER_M3_K * bore.areaM2 * load.airMps;
  let surfaceC = load.inletC + 1;
  let wallC = load.inletC;
  let airC = load.inletC;
  for (let round = 0; round < 200; round++) {
    const tst = 1 / radiationWPerMK(load.overallM, surfaceC, wallC);
    const tas = 1 / convectionWPerMK(load.overallM, load.airMps, surfaceC, airC);
    const tat = 1 / wallWPerMK(bore, load.airMps, airC, wallC);
    const sum = tst / n + tas / n + tat;
    const ts = (tst * tas) / (n * n) / sum;
    const tt = (tat * (tst / n)) / sum;
    const ta = (tat * (tas / n)) / sum;
    const watts = n * load.heatWPerM;
    const end = watts * (te + tt) + bore.soilC;
    airC = load.inletC + (end - load.inletC) * (1 - exp(-alongM / (flow * (te + tt + ta))));
    const toAir = (watts * (te + tt)) / (te + tt + ta) - (airC - bore.soilC) / (te + tt + ta);
    const star = airC + ta * toAir;
    const nextSurface = star + ts * watts;
    const nextWall = star - tt * (watts - toAir);
    const moved = Math.abs(nextSurface - surfaceC) + Math.abs(nextWall - wallC);
    surfaceC = nextSurface;
    wallC = nextWall;
    if (moved < 1e-11) break;
  }
  return { airC, wallC, surfaceC };
}
