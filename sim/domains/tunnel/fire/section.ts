/** A section of a gallery as fire sees it, and what lies on its trays. */
import { type CableKind, CONCRETE, type WallMaterial, XLPE_PVC } from './figures';

export interface TrayPlan {
  /** Above the floor. */
  readonly heightM: number;
  readonly widthM: number;
  /** Left wall −1, right wall 1, in the middle 0. */
  readonly side: -1 | 0 | 1;
  /** All that burns on a metre of it. */
  readonly fuelJPerM: number;
  /** A cable of it: over all, and how deep its insulation lies. */
  readonly cableRadiusM: number;
  readonly jacketM: number;
  readonly kind: CableKind;
}

export interface FireSectionPlan {
  readonly lengthM: number;
  readonly widthM: number;
  readonly heightM: number;
  /** Of an arched one less than width times height. */
  readonly areaM2: number;
  readonly cells: number;
  readonly cellM: number;
  readonly wall: WallMaterial;
  readonly floor: WallMaterial;
  readonly trays: readonly TrayPlan[];
}

export interface FireSectionShape {
  readonly lengthM: number;
  readonly widthM: number;
  readonly heightM: number;
  readonly areaM2?: number;
  readonly cellM?: number;
  readonly wall?: WallMaterial;
  readonly floor?: WallMaterial;
  readonly trays?: readonly TrayPlan[];
}

/** Cells of a metre unless told. */
export function planFireSection(shape: FireSectionShape): FireSectionPlan {
  const cells = Math.max(4, Math.round(shape.lengthM / (shape.cellM ?? 1)));
  return {
    lengthM: shape.lengthM,
    widthM: shape.widthM,
    heightM: shape.heightM,
    areaM2: shape.areaM2 ?? shape.widthM * shape.heightM,
    cells,
    cellM: shape.lengthM / cells,
    wall: shape.wall ?? CONCRETE,
    floor: shape.floor ?? shape.wall ?? CONCRETE,
    trays: shape.trays ?? [],
  };
}

/** A tray of 10 kV cables, 0.6 m wide; 5 kg of plastic on a metre of each (3×240, 8.7/15 kV, makers’ masses less metal). */
export function ordinaryTray(heightM: number, side: -1 | 1, cables = 4): TrayPlan {
  return {
    heightM,
    widthM: 0.6,
    side,
    fuelJPerM: cables * 5 * XLPE_PVC.heatJPerKg,
    cableRadiusM: 0.037,
    jacketM: 0.0035,
    kind: XLPE_PVC,
  };
}
