import type { CableDesign, Laying, TunnelBore } from '../../../sim/networks/cables';
import { ALUMINIUM, COPPER, PE, SEMICONDUCTING, XLPE } from '../../../sim/networks/cables/materials';

/** The cable of CIGRE TB 880's introductory case: 132 kV, 630 mm² copper, 0.8 mm of aluminium. */
export const tb880: CableDesign = {
  name: 'TB 880 case 0',
  cores: 1,
  kilovolts: 132,
  conductor: { of: COPPER, squareMm: 630, diameterMm: 30.3, ohmPerM20: 28.3e-6, skin: 1, proximity: 1 },
  beneathSheath: [
    { of: SEMICONDUCTING, thicknessMm: 1.5 },
    { of: XLPE, thicknessMm: 15.5 },
    { of: SEMICONDUCTING, thicknessMm: 1.3 },
  ],
  insulation: 1,
  permittivity: 2.5,
  lossTangent: 0.001,
  sheath: { of: ALUMINIUM, thicknessMm: 0.8 },
  covering: { of: PE, thicknessMm: 3.5 },
  highestC: 90,
  emergencyC: 105,
};

export const buried: Laying = {
  place: { kind: 'buried', depthM: 1, soilKmPerW: 1, soilC: 20 },
  formation: 'trefoil',
  spacingMm: 75.5,
  bonding: 'both-ends',
};

/** Case 0-2: HDPE ducts of 140 by 119.4 mm that touch. */
export const inDucts: Laying = {
  ...buried,
  spacingMm: 140,
  place: { kind: 'ducts', depthM: 1, soilKmPerW: 1, soilC: 20, innerMm: 119.4, outerMm: 140, ductKmPerW: 3.5 },
};

/** Case 0-5: an unfilled trough of 0.55 by 0.36 m, three side by side. */
export const inTrough: Laying = {
  ...buried,
  formation: 'flat',
  place: { kind: 'trough', perimeterM: 0.55 + 2 * 0.36, airC: 25 },
};

/** The tunnel of Electra 144’s test problem, and its cable as its two shells tell it. */
export const electraBore: TunnelBore = {
  diameterM: 3,
  areaM2: (Math.PI * 9) / 4,
  depthM: 4,
  soilKmPerW: 1,
  soilC: 20,
  soilJPerM3K: 2e6,
};
const copperW = 2000 * 2000 * 12.52e-6;
export const electraHeatWPerM = copperW * 1.04503 + 13.35;
export const electraLoad = { cables: 3, overallM: 0.122, heatWPerM: electraHeatWPerM, airMps: 2, inletC: 20 };

/** Conductor above surface: T1 of 24.25 mm at 5 K·m/W, T2 of its 4.0 mm covering at 3.5. */
export function electraConductorC(surfaceC: number): number {
  const t1 = (5 / (2 * Math.PI)) * Math.log(106 / 57.5);
  const t2 = (3.5 / (2 * Math.PI)) * Math.log(122 / 114);
  return surfaceC + (copperW + 13.35 / 2) * t1 + electraHeatWPerM * t2;
}
