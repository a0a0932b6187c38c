/**
 * Ordinary cables of Chinese city networks, built up by their standards' own rules, so that each size is a construction
 * and not a fitted curve. 10 kV: YJV22-8.7/15, three cores, GB/T 12706.2-2020: fictitious conductor diameters and
 * diameters over fillers (annex A), insulation 4.5 mm (table 6), copper tape 0.12 mm, two steel tapes (table 13).
 * 110 kV: YJLW02-64/110, one core, corrugated aluminium, GB/T 11017.2-2014 (630 mm²: insulation 16.5 mm, aluminium 2.0 mm,
 * covering 4.0 mm). Direct-current resistances: IEC 60228, class 2, copper.
 */
import type { LaidCable } from './cable-section';
import { type CableDesign, diametersOf } from './design';
import { ALUMINIUM, BEDDING, COPPER, FILLER, PE, PVC, SEMICONDUCTING, STEEL, XLPE } from './materials';

/** mm², fictitious diameter mm, Ω/km at 20 °C. */
const CONDUCTORS: readonly (readonly [number, number, number])[] = [
  [70, 9.4, 0.268],
  [95, 11, 0.193],
  [120, 12.4, 0.153],
  [150, 13.8, 0.124],
  [185, 15.3, 0.0991],
  [240, 17.5, 0.0754],
  [300, 19.5, 0.0601],
  [400, 22.6, 0.047],
];

const INSULATION_8_7_KV_MM = 4.5;
const SCREEN_MM = 0.75; // annex A counts 3 mm for both screens of a core
const COPPER_TAPE_MM = 0.12;

function threeCore(squareMm: number, diameterMm: number, ohmPerKm: number): CableDesign {
  const beneathSheath = [
    { of: SEMICONDUCTING, thicknessMm: SCREEN_MM },
    { of: XLPE, thicknessMm: INSULATION_8_7_KV_MM },
    { of: SEMICONDUCTING, thicknessMm: SCREEN_MM },
  ];
  const bare: CableDesign = {
    name: `YJV22-8.7/15 3×${squareMm}`,
    cores: 3,
    kilovolts: 10,
    conductor: { of: COPPER, squareMm, diameterMm, ohmPerM20: ohmPerKm * 1e-3, skin: 1, proximity: 1 },
    beneathSheath,
    insulation: 1,
    permittivity: 2.5,
    lossTangent: 0.004, // IEC 60287-1-1 table 3, up to 18/30 kV
    sheath: { of: COPPER, thicknessMm: COPPER_TAPE_MM },
    covering: { of: PVC, thicknessMm: 0 },
    highestC: 90,
    emergencyC: 105,
  };
  const laidUpMm = diametersOf(bare).laidUpMm;
  const inner = laidUpMm <= 60 ? 1.6 : laidUpMm <= 80 ? 1.8 : 2; // extruded inner covering
  const separation = Math.max(1.2, 0.02 * (laidUpMm + 2 * inner) + 0.6);
  const thicknessMm = inner + separation;
  const tapesMm = 2 * (laidUpMm + 2 * thicknessMm > 70 ? 0.8 : 0.5);
  const armour = { bedding: { of: FILLER, thicknessMm }, of: STEEL, tapesMm, permeability: 300 };
  const armoured = { ...bare, armour };
  const coveringMm = Math.max(1.8, 0.035 * diametersOf(armoured).beneathCoveringMm + 1);
  return { ...armoured, covering: { of: PVC, thicknessMm: coveringMm } };
}

export const mediumVoltageDesigns: readonly CableDesign[] = CONDUCTORS.map((of) => threeCore(...of));

export const highVoltageDesign: CableDesign = {
  name: 'YJLW02-64/110 1×630',
  cores: 1,
  kilovolts: 110,
  conductor: { of: COPPER, squareMm: 630, diameterMm: 30.3, ohmPerM20: 28.3e-6, skin: 1, proximity: 1 },
  beneathSheath: [
    { of: SEMICONDUCTING, thicknessMm: 1.5 },
    { of: XLPE, thicknessMm: 16.5 },
    { of: SEMICONDUCTING, thicknessMm: 1 },
    { of: BEDDING, thicknessMm: 2 },
  ],
  insulation: 1,
  permittivity: 2.5,
  lossTangent: 0.001,
  sheath: { of: ALUMINIUM, thicknessMm: 2 },
  covering: { of: PE, thicknessMm: 4 },
  highestC: 90,
  emergencyC: 105,
};

export interface BranchCable extends LaidCable {
  /** Equal cables in parallel; each carries its share of the branch's current. */
  readonly parallel: number;
}

/** Ratings that importers/plan writes on its branches, in the ground at 25 °C: mm² by amperes. */
const SQUARE_BY_RATING: readonly (readonly [number, number])[] = [
  [264, 120],
  [325, 185],
  [377, 240],
  [428, 300],
  [488, 400],
];
const RATING_SLACK = 0.06;

/**
 * The cable of a branch by its rated current and voltage: the fewest equal ones in parallel whose ratings add up to it
 * within a few per cent. Undefined where none does: a busbar, an overhead line.
 */
export function cableOfBranch(kilovolts: number, ratingA: number): BranchCable | undefined {
  if (kilovolts > 60) {
    const parallel = Math.max(1, Math.round(ratingA / 745));
    if (Math.abs(ratingA / parallel / 745 - 1) > RATING_SLACK) return undefined;
    const spacingMm = diametersOf(highVoltageDesign).overallMm;
    return { design: highVoltageDesign, formation: 'trefoil', bonding: 'single-point', spacingMm, parallel };
  }
  for (let parallel = 1; parallel <= 4; parallel++) {
    for (const [rated, squareMm] of SQUARE_BY_RATING) {
      if (Math.abs(ratingA / parallel / rated - 1) > RATING_SLACK) continue;
      const design = mediumVoltageDesigns.find(({ conductor }) => conductor.squareMm === squareMm)!;
      const spacingMm = diametersOf(design).overallMm;
      return { design, formation: 'one', bonding: 'both-ends', spacingMm, parallel };
    }
  }
  return undefined;
}
