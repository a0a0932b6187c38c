/**
 * A cable described as data: metal, layers, metal sheath, armour, covering, from the middle outwards. Diameters follow
 * from the thicknesses. Single-core cables, and three cores with a screen each beneath common coverings.
 */
import type { Metal, Plastic } from './materials';

export interface Layer {
  readonly of: Plastic;
  readonly thicknessMm: number;
}

export interface CableDesign {
  readonly name: string;
  readonly cores: 1 | 3;
  /** Between phases. */
  readonly kilovolts: number;
  readonly conductor: {
    readonly of: Metal;
    readonly squareMm: number;
    readonly diameterMm: number;
    /** Direct current, 20 °C. */
    readonly ohmPerM20: number;
    /** IEC 60287-1-1 table 2; 1 and 1 for round stranded ones with extruded insulation. */
    readonly skin: number;
    readonly proximity: number;
  };
  /** Conductor screen, insulation, insulation screen and whatever else lies beneath the metal, in this order. */
  readonly beneathSheath: readonly Layer[];
  /** Which of them is the insulation. */
  readonly insulation: number;
  readonly permittivity: number;
  readonly lossTangent: number;
  /** Metal sheath or screen over each core. */
  readonly sheath: { readonly of: Metal; readonly thicknessMm: number };
  /** Of three cores: what they lie in, its thickness over them, and the armour of steel tapes. */
  readonly armour?: {
    readonly bedding: Layer;
    readonly of: Metal;
    readonly tapesMm: number;
    readonly permeability: number;
  };
  readonly covering: Layer;
  readonly highestC: number;
  /** For an hour or so in an emergency; IEC 60502-2 and 60840 leave it to the maker, CIGRE TB 640 names 105 °C for XLPE. */
  readonly emergencyC: number;
}

export interface CableDiameters {
  /** Over each layer beneath the metal sheath; the first is that over the conductor. */
  readonly layersMm: readonly number[];
  readonly overSheathMm: number;
  /** Three cores laid up: 2.16 of one (GB/T 12706.2 annex A); of one core as over the sheath. */
  readonly laidUpMm: number;
  readonly beneathArmourMm: number;
  readonly beneathCoveringMm: number;
  readonly overallMm: number;
}

const THREE_LAID_UP = 2.16; // circle around three that touch: 1 + 2/√3

export function diametersOf(cable: CableDesign): CableDiameters {
  const layersMm = [cable.conductor.diameterMm];
  for (const { thicknessMm } of cable.beneathSheath) layersMm.push(layersMm[layersMm.length - 1] + 2 * thicknessMm);
  const overSheathMm = layersMm[layersMm.length - 1] + 2 * cable.sheath.thicknessMm;
  const laidUpMm = cable.cores === 3 ? THREE_LAID_UP * overSheathMm : overSheathMm;
  const beneathArmourMm = laidUpMm + 2 * (cable.armour?.bedding.thicknessMm ?? 0);
  const beneathCoveringMm = beneathArmourMm + 2 * (cable.armour?.tapesMm ?? 0);
  const overallMm = beneathCoveringMm + 2 * cable.covering.thicknessMm;
  return { layersMm, overSheathMm, laidUpMm, beneathArmourMm, beneathCoveringMm, overallMm };
}
