import { signedArea } from '../../../scene/rules/outline-test';
import type { Building, BuildingUse } from '../../../scene/schema/buildings';
import type { LandUse, Parcel } from '../../../scene/schema/land';
import { contains } from '../../geometry/polygon';
import { distance, type Point } from '../../geometry/vector';
import type { Tags } from '../read/osm-data';
import type { Report } from '../report';
import { levelOf } from '../roads/cut-ways';
import { titleOf } from '../tags/names';
import { countOf, metresOf } from '../tags/quantity';
import { purposeOf } from './building-use';
import type { MappedArea } from './outlines';
import { peopleIn } from './people';

const SMALLEST_M2 = 6;
const NO_HOUSE = new Set(['no', 'roof', 'construction', 'ruins', 'collapsed', 'proposed', 'demolished', 'entrance']);

export function isHouse(tags: Tags): boolean {
  const building = tags.get('building');
  return building !== undefined && !NO_HOUSE.has(building);
}

/** Usual floors where nothing is mapped. */
const usualFloors: Partial<Record<BuildingUse, number>> = {
  housing: 4,
  dormitory: 6,
  office: 5,
  research: 4,
  hotel: 6,
  commerce: 2,
  hospital: 5,
  school: 3,
  culture: 2,
  civic: 3,
};

const floorHeightM: Partial<Record<BuildingUse, number>> = {
  housing: 3,
  dormitory: 3.1,
  hotel: 3.3,
  office: 3.8,
  research: 4,
  commerce: 4,
  industry: 7,
  logistics: 8,
  culture: 5,
};
const OTHER_FLOOR_M = 3.5;

export function readBuildings(areas: readonly MappedArea[], parcels: readonly Parcel[], report: Report): Building[] {
  const find = parcelFinder(parcels);
  const buildings: Building[] = [];
  for (const { element, id, tags, outline } of areas) {
    const areaM2 = signedArea(outline);
    if (levelOf(tags) < 0 || tags.get('location') === 'underground') {
      report.add('dropped', 'underground', element, 'lies under the ground');
      continue;
    }
    if (areaM2 < SMALLEST_M2) {
      report.add('dropped', 'tiny-building', element, `${areaM2.toFixed(1)} m² on the ground`);
      continue;
    }
    const parcel = find(middleOf(outline));
    const said = purposeOf(tags);
    const use = said ?? guessUse(areaM2, parcel?.use);
    if (!said) report.add('guessed', 'building-use', element, `${use}: building=${tags.get('building')} does not say`);
    const tall = tallness(tags, use, areaM2, element, report);
    const floorAreaM2 = Math.max(1, Math.round(areaM2 * tall.floors));
    const name = titleOf(tags, element, report);
    buildings.push({
      id,
      ...(name ? { name } : {}),
      ...(parcel ? { parcel: parcel.id } : {}),
      use,
      form: formOf(use, tall, outline, areaM2),
      outline: [...outline],
      ...tall,
      floorAreaM2,
      ...peopleIn(use, floorAreaM2),
      confidence: 'published',
    });
  }
  return buildings;
}

const SHED_M2 = 28;

function guessUse(areaM2: number, land: LandUse | undefined): BuildingUse {
  if (areaM2 < SHED_M2) return 'utility';
  const known: Partial<Record<LandUse, BuildingUse>> = {
    commerce: 'commerce',
    office: 'office',
    research: 'research',
    industry: 'industry',
    logistics: 'logistics',
    school: 'school',
    health: 'hospital',
    culture: 'culture',
    civic: 'civic',
    utility: 'utility',
    park: 'culture',
  };
  return (land && known[land]) ?? 'housing';
}

const MOST_FLOORS = 200;
const MOST_HEIGHT_M = 900;
const LEAST_HEIGHT_M = 2;

function tallness(tags: Tags, use: BuildingUse, areaM2: number, element: string, report: Report) {
  const levels = countOf(tags.get('building:levels'));
  const heightM = metresOf(tags.get('height') ?? tags.get('building:height'));
  const storeyM = floorHeightM[use] ?? OTHER_FLOOR_M;
  const hasLevels = levels !== undefined && levels >= 0.5 && levels <= MOST_FLOORS;
  const hasHeight = heightM !== undefined && heightM >= LEAST_HEIGHT_M && heightM <= MOST_HEIGHT_M;
  for (const [key, ok] of [
    ['building:levels', hasLevels],
    ['height', hasHeight],
  ] as const) {
    const value = tags.get(key);
    if (value !== undefined && !ok)
      report.add('repaired', 'building-height', element, `${key}=${value.slice(0, 60)} is not read`);
  }
  if (!hasLevels && !hasHeight)
    report.add('guessed', 'building-height', element, 'neither levels nor height are mapped');
  const floors = hasLevels
    ? Math.max(1, Math.round(levels))
    : hasHeight
      ? Math.max(1, Math.round(heightM / storeyM))
      : areaM2 < 200 && use === 'housing'
        ? 2
        : (usualFloors[use] ?? 1);
  const roofLevels = countOf(tags.get('roof:levels')) ?? 0;
  const high = hasHeight ? heightM : floors * storeyM + Math.min(roofLevels, 4) * 2.5;
  return { heightM: Math.round(Math.min(high, MOST_HEIGHT_M) * 10) / 10, floors };
}

function formOf(
  use: BuildingUse,
  tall: { heightM: number; floors: number },
  outline: readonly Point[],
  areaM2: number,
) {
  if (use === 'industry' || use === 'logistics') return 'hall';
  if (use === 'utility' || areaM2 < 60) return 'pavilion';
  const { longM, wideM } = extentOf(outline);
  const filled = areaM2 / (longM * wideM);
  if (tall.floors >= 12) return longM > 2.5 * wideM ? 'slab' : 'tower';
  if (filled < 0.5 && areaM2 > 800) return 'courtyard';
  if (use === 'commerce' && tall.floors <= 4 && areaM2 > 800) return 'podium';
  return longM < 1.4 * wideM && tall.floors >= 4 && tall.floors < 12 ? 'point-block' : 'slab';
}

/** Along the longest side and across it. */
function extentOf(outline: readonly Point[]): { longM: number; wideM: number } {
  let axis: Point = [1, 0];
  let longest = 0;
  for (let i = 0; i < outline.length; i++) {
    const a = outline[i];
    const b = outline[(i + 1) % outline.length];
    const sideM = distance(a, b);
    if (sideM <= longest) continue;
    longest = sideM;
    axis = [(b[0] - a[0]) / sideM, (b[1] - a[1]) / sideM];
  }
  const spread = (x: number, y: number) => {
    const values = outline.map((at) => at[0] * x + at[1] * y);
    return Math.max(...values) - Math.min(...values);
  };
  const along = spread(axis[0], axis[1]);
  const across = spread(-axis[1], axis[0]);
  return { longM: Math.max(along, across, 0.1), wideM: Math.max(Math.min(along, across), 0.1) };
}

function middleOf(outline: readonly Point[]): Point {
  const sum = outline.reduce((s, at): Point => [s[0] + at[0], s[1] + at[1]], [0, 0] as Point);
  return [sum[0] / outline.length, sum[1] / outline.length];
}

/** The smallest parcel that a place lies in. */
function parcelFinder(parcels: readonly Parcel[]): (at: Point) => Parcel | undefined {
  const sorted = parcels
    .map((parcel) => {
      const xs = parcel.outline.map(([x]) => x);
      const ys = parcel.outline.map(([, y]) => y);
      const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
      return { parcel, box, areaM2: signedArea(parcel.outline) };
    })
    .sort((a, b) => a.areaM2 - b.areaM2 || (a.parcel.id < b.parcel.id ? -1 : 1));
  return (at) =>
    sorted.find(
      ({ box, parcel }) =>
        at[0] >= box[0] && at[1] >= box[1] && at[0] <= box[2] && at[1] <= box[3] && contains(parcel.outline, at),
    )?.parcel;
}
