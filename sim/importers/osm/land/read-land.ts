import { signedArea } from '../../../scene/rules/outline-test';
import type { LandFile, LandUse } from '../../../scene/schema/land';
import { roundToCentimetres } from '../../geometry/polyline';
import type { Point } from '../../geometry/vector';
import type { OsmData, Tags } from '../read/osm-data';
import type { Report } from '../report';
import { levelOf } from '../roads/cut-ways';
import { titleOf } from '../tags/names';
import { metresOf } from '../tags/quantity';
import type { Box, MappedArea } from './outlines';

const byLanduse: Readonly<Record<string, LandUse>> = {
  residential: 'housing',
  commercial: 'commerce',
  retail: 'commerce',
  industrial: 'industry',
  education: 'school',
  institutional: 'civic',
  religious: 'culture',
  civic_admin: 'civic',
  railway: 'transport',
  garages: 'transport',
  recreation_ground: 'park',
  village_green: 'park',
  allotments: 'park',
  cemetery: 'protective-green',
  grass: 'protective-green',
  meadow: 'protective-green',
  forest: 'protective-green',
  flowerbed: 'protective-green',
  orchard: 'protective-green',
  farmland: 'reserve',
  farmyard: 'reserve',
  construction: 'reserve',
  brownfield: 'reserve',
  greenfield: 'reserve',
  depot: 'transport',
  port: 'transport',
  military: 'civic',
  greenery: 'protective-green',
};
const byLeisure: Readonly<Record<string, LandUse>> = {
  park: 'park',
  garden: 'park',
  playground: 'park',
  pitch: 'park',
  dog_park: 'park',
  nature_reserve: 'protective-green',
  golf_course: 'park',
  sports_centre: 'culture',
  stadium: 'culture',
  track: 'park',
};
const byNatural: Readonly<Record<string, LandUse>> = {
  wood: 'protective-green',
  scrub: 'protective-green',
  grassland: 'protective-green',
  heath: 'protective-green',
};
const byAmenity: Readonly<Record<string, LandUse>> = {
  parking: 'transport',
  school: 'school',
  kindergarten: 'school',
  university: 'research',
  college: 'school',
  hospital: 'health',
  grave_yard: 'protective-green',
  marketplace: 'commerce',
};
/** Trees a hectare. */
const wooded: Readonly<Record<string, number>> = { forest: 400, wood: 400, scrub: 150, orchard: 200 };

const isWater = (tags: Tags) =>
  tags.get('natural') === 'water' ||
  tags.get('waterway') === 'riverbank' ||
  tags.get('landuse') === 'reservoir' ||
  tags.get('landuse') === 'basin';

export function landUseOf(tags: Tags): LandUse | undefined {
  const pick = (table: Readonly<Record<string, LandUse>>, key: string) => {
    const value = tags.get(key);
    return value !== undefined && Object.hasOwn(table, value) ? table[value] : undefined;
  };
  return (
    pick(byAmenity, 'amenity') ?? pick(byLeisure, 'leisure') ?? pick(byLanduse, 'landuse') ?? pick(byNatural, 'natural')
  );
}

export const isLand = (tags: Tags): boolean =>
  !tags.has('building') && (isWater(tags) || landUseOf(tags) !== undefined);

const SMALLEST_M2 = 20;
const streamWidthM: Readonly<Record<string, number>> = { river: 15, canal: 10, stream: 3, ditch: 1.5, drain: 1.5 };
const TREE_SPACING_M = 8;

/** Parcels, water and planting, the larger ones first, so that what lies within another is not hidden by it. */
export function readLand(
  data: OsmData,
  areas: readonly MappedArea[],
  at: (node: string) => Point | undefined,
  box: Box,
  report: Report,
): LandFile {
  const land: LandFile = {
    districts: [],
    parcels: [],
    waterBodies: [],
    streams: [],
    groves: [],
    treeRows: [],
    landmarks: [],
  };
  const bySize = areas
    .map((area) => ({ ...area, areaM2: signedArea(area.outline) }))
    .filter(({ areaM2 }) => areaM2 >= SMALLEST_M2)
    .sort((a, b) => b.areaM2 - a.areaM2 || (a.id < b.id ? -1 : 1));
  for (const { element, id, tags, outline } of bySize) {
    if (levelOf(tags) < 0 || tags.get('parking') === 'underground' || tags.get('location') === 'underground') continue;
    const name = titleOf(tags, element, report);
    const named = { id, ...(name ? { name } : {}), outline: [...outline] };
    if (isWater(tags)) land.waterBodies.push(named);
    else land.parcels.push({ ...named, use: landUseOf(tags)! });
    const kind = tags.get('natural') ?? tags.get('landuse') ?? '';
    if (Object.hasOwn(wooded, kind)) land.groves.push({ outline: [...outline], treesPerHectare: wooded[kind] });
  }
  for (const way of data.ways.values()) {
    const waterway = way.tags.get('waterway') ?? '';
    const isRow = way.tags.get('natural') === 'tree_row';
    if (!isRow && !Object.hasOwn(streamWidthM, waterway)) continue;
    if (levelOf(way.tags) < 0 || way.tags.get('tunnel') === 'culvert') continue;
    const name = titleOf(way.tags, `way/${way.id}`, report);
    runsWithin(way.nodes.map(at), box).forEach((path, k) => {
      if (isRow) land.treeRows.push({ path, spacingM: TREE_SPACING_M });
      else {
        const widthM = Math.max(0.5, metresOf(way.tags.get('width')) ?? streamWidthM[waterway]);
        land.streams.push({
          id: k === 0 ? `w${way.id}` : `w${way.id}.${k + 1}`,
          ...(name ? { name } : {}),
          path,
          widthM,
        });
      }
    });
  }
  return land;
}

function runsWithin(points: readonly (Point | undefined)[], { min, max }: Box): Point[][] {
  const runs: Point[][] = [[]];
  for (const at of points) {
    const inside = at && at[0] >= min[0] && at[1] >= min[1] && at[0] <= max[0] && at[1] <= max[1];
    if (inside) runs[runs.length - 1].push(at);
    else if (runs[runs.length - 1].length > 0) runs.push([]);
  }
  return runs.map((run) => roundToCentimetres(run)).filter((run) => run.length >= 2);
}
