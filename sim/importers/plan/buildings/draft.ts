import type { BuildingForm, BuildingUse } from '../../../scene/schema/buildings';
import type { Title } from '../../../scene/schema/primitives';
import { signedArea } from '../../geometry/polygon';
import type { Point } from '../../geometry/vector';
import type { Dice } from '../land/dice';
import { type Box, boxOutline } from '../land/largest-box';
import { type Frame, outlineToLocal, outlineToWorld } from '../land/local-frame';

/** A building as a typology draws it, before people and ids. */
export interface Draft {
  readonly outline: readonly Point[];
  readonly use: BuildingUse;
  readonly form: BuildingForm;
  readonly floors: number;
  readonly heightM: number;
  readonly floorAreaM2: number;
  readonly name?: Title;
}

/** What a typology makes of a plot: houses, and the gardens between them where trees stand. */
export interface Growth {
  readonly drafts: readonly Draft[];
  readonly gardens: readonly (readonly Point[])[];
}

/** The ground a typology builds on. */
export interface Plot {
  readonly id: string;
  readonly outline: readonly Point[];
  readonly frame: Frame;
  readonly dice: Dice;
}

export const localOutline = (plot: Plot, frame: Frame = plot.frame): Point[] => outlineToLocal(frame, plot.outline);

/** Height of a storey by use, with what the roof adds; usual practice, GB 50352's minimum clear heights respected. */
const storeyM: Partial<Record<BuildingUse, number>> = {
  housing: 3,
  dormitory: 3.3,
  office: 4.1,
  research: 4.4,
  commerce: 4.8,
  hotel: 3.6,
  industry: 6,
  logistics: 9,
  school: 3.9,
  kindergarten: 3.8,
  hospital: 4.2,
  culture: 6,
  civic: 4.2,
  'energy-station': 7,
  substation: 5,
  'fire-station': 4.5,
  depot: 6,
  'car-park': 3.4,
  utility: 3.6,
};
const PARAPET_M = 1.2;

export interface DraftOptions {
  readonly storeyM?: number;
  readonly heightM?: number;
  readonly name?: Title;
}

/** A building over an outline given in a frame's local metres. */
export function draft(
  frame: Frame,
  local: readonly Point[],
  use: BuildingUse,
  form: BuildingForm,
  floors: number,
  options: DraftOptions = {},
): Draft {
  const outline = outlineToWorld(frame, local);
  const storey = options.storeyM ?? storeyM[use] ?? 4;
  return {
    outline,
    use,
    form,
    floors,
    heightM: options.heightM ?? floors * storey + PARAPET_M,
    floorAreaM2: signedArea(outline) * floors,
    ...(options.name ? { name: options.name } : {}),
  };
}

export function draftBox(
  frame: Frame,
  box: Box,
  use: BuildingUse,
  form: BuildingForm,
  floors: number,
  options: DraftOptions = {},
): Draft {
  return draft(frame, boxOutline(box), use, form, floors, options);
}
