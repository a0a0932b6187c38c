import { signedArea } from '../../geometry/polygon';
import type { Point } from '../../geometry/vector';
import { boundsOf, type Frame, facingSouth, outlineToLocal, quarterTurn, toWorld } from '../land/local-frame';
import { cutIntoParcels } from '../land/parcel-tree';
import { splitOutline } from '../land/split-outline';
import type { PlannedBlock, Recipe } from '../land/zones-plan';
import { growCommerce } from './commerce';
import type { Draft, Growth, Plot } from './draft';
import { dormitories, growHousing, type HousingKind, midrise, slabs, terraces, towers } from './housing';
import { growSheds, growWorks, growWorkshops, largeWorks, mediumWorks } from './industry';
import { growOfficeCourts, growTowersOnPodiums } from './offices';
import { growPavilions } from './pavilions';
import { growResearchWings } from './research';

/** A parcel with what stands on it. */
export interface Grown extends Growth {
  readonly outline: readonly Point[];
}

/** Size of a plot where the plan names none: what one owner usually builds at once. */
const usualPlotM2: Readonly<Record<Recipe, number>> = {
  terraces: 60_000,
  slabs: 60_000,
  midrise: 60_000,
  towers: 60_000,
  'mixed-housing': 90_000,
  dormitories: 60_000,
  'office-courts': 15_000,
  centre: 14_000,
  research: 17_000,
  'works-large': 36_000,
  'works-medium': 19_000,
  workshops: 26_000,
  logistics: 42_000,
  commerce: 14_000,
  park: 1e9,
  square: 1e9,
  verge: 1e9,
};

const SMALLEST_PLOT_M2 = 500;
const nothing: Growth = { drafts: [], gardens: [] };

/** Fills a piece of a block by its recipe; `block` is the whole block, to know which sides of a parcel lie on streets. */
export function growRecipe(piece: Plot, planned: PlannedBlock, block: readonly Point[]): Grown[] {
  const { recipe } = planned;
  if (recipe === 'mixed-housing') return growMixedHousing(piece, planned);
  const parcels = cutIntoParcels(piece.outline, piece.frame, planned.plotM2 ?? usualPlotM2[recipe], piece.dice);
  return parcels.map((outline) => {
    const plot: Plot = { ...piece, outline };
    return { outline, ...(signedArea(outline) < SMALLEST_PLOT_M2 ? nothing : fill(plot, planned, block)) };
  });
}

const homes: Partial<Record<Recipe, HousingKind>> = { terraces, slabs, midrise, towers, dormitories };

function fill(plot: Plot, planned: PlannedBlock, block: readonly Point[]): Growth {
  const kind = homes[planned.recipe];
  if (!kind) return { drafts: build(plot, planned, block), gardens: [] };
  return growHousing(plot, planned.floors ? { ...kind, floors: planned.floors } : kind);
}

function build(plot: Plot, { recipe, floors }: PlannedBlock, block: readonly Point[]): Draft[] {
  switch (recipe) {
    case 'office-courts':
      return growOfficeCourts(plot, 'office', floors ?? [3, 3]);
    case 'centre':
      return growTowersOnPodiums(plot, floors ?? [10, 15]);
    case 'research':
      return growResearchWings(plot, floors ?? [2, 3]);
    case 'works-large':
      return growWorks(plot, facingStreet(plot, block), floors ? { ...largeWorks, hallFloors: floors } : largeWorks);
    case 'works-medium':
      return growWorks(plot, facingStreet(plot, block), floors ? { ...mediumWorks, hallFloors: floors } : mediumWorks);
    case 'workshops':
      return growWorkshops(plot, 'industry', floors ?? [3, 4]);
    case 'logistics':
      return growSheds(plot, facingStreet(plot, block), floors ?? [1, 2]);
    case 'commerce':
      return growCommerce(plot, floors ?? [2, 3]);
    case 'square':
      return growPavilions(plot);
    default:
      return [];
  }
}

/** Towers along the northern street, slabs to the south of them, so that nobody's sun is taken but the street's. */
function growMixedHousing(piece: Plot, { floors }: PlannedBlock): Grown[] {
  const frame = facingSouth(piece.frame);
  const { minX, minY, maxY } = boundsOf(outlineToLocal(frame, piece.outline));
  const through = toWorld(frame, [minX, minY + 0.6 * (maxY - minY)]);
  const { left, right } = splitOutline(piece.outline, through, frame.east);
  const south = right.map((outline) => {
    const plot: Plot = { ...piece, outline };
    return { outline, ...growHousing(plot, slabs) };
  });
  const north = left.map((outline) => {
    const plot: Plot = { ...piece, outline };
    return { outline, ...growHousing(plot, floors ? { ...towers, floors } : towers) };
  });
  return [...south, ...north];
}

const ON_STREET_M = 14;

/** The plot's axes turned until its local south lies on a street; a plot on several streets picks one. */
function facingStreet(plot: Plot, block: readonly Point[]): Frame {
  const own = boundsOf(outlineToLocal(plot.frame, plot.outline));
  const whole = boundsOf(outlineToLocal(plot.frame, block));
  const turns: number[] = [];
  if (own.minY - whole.minY < ON_STREET_M) turns.push(0);
  if (whole.maxX - own.maxX < ON_STREET_M) turns.push(1);
  if (whole.maxY - own.maxY < ON_STREET_M) turns.push(2);
  if (own.minX - whole.minX < ON_STREET_M) turns.push(3);
  let frame = plot.frame;
  const turn = turns.length > 0 ? plot.dice.pick(turns) : 0;
  for (let k = 0; k < turn; k++) frame = quarterTurn(frame);
  return frame;
}
