import { fail, problem, type Result, succeed } from '../../kernel';
import type { Building } from '../../scene/schema/buildings';
import { lengthOf } from '../geometry/polyline';
import type { Point } from '../geometry/vector';
import { sceneText } from '../scene-text';
import { demandOf, viewsOf } from './city-files';
import { drivingSideOf } from './driving-side';
import { areasOf } from './land/outlines';
import { isHouse, readBuildings } from './land/read-buildings';
import { isLand, readLand } from './land/read-land';
import { manifestOf } from './manifest';
import { boxAround, coreOf, grown, housePlaces, onWgs84, originOf, placesOf } from './places';
import { eastNorthOf, type Place } from './projection';
import { findMainPart, listDeadLanes } from './reach';
import type { OsmData } from './read/osm-data';
import { readOsm } from './read/read-osm';
import { type ImportReport, Report } from './report';
import { type BuiltRoads, buildRoads } from './roads/build-roads';
import { cutWays } from './roads/cut-ways';
import { fitWidths } from './roads/fit-widths';
import { gatesOf, withoutIslands, withoutStubs } from './roads/gates';
import { mirrored, mirrorRoads } from './roads/mirror-roads';
import { listPasses } from './roads/passes';
import { readRestrictions } from './roads/restrictions';
import { readSigns } from './roads/signs';
import { simplifySegments } from './roads/simplify-segments';
import { straightenEnds } from './roads/straighten-ends';

type Files = ReadonlyMap<string, string>;

export interface OsmOptions {
  /** What people call the city; also its id, unless that is given. */
  readonly name?: string;
  readonly id?: string;
  /** Datum of the coordinates; anything but 'wgs84' is shifted to it. */
  readonly datum?: 'wgs84' | 'gcj02';
}

export interface ImportedOsm {
  readonly files: Files;
  readonly report: ImportReport;
}

const WIDEST_M = 150_000;
const CITY_MARGIN_M = 60;

/** One OpenStreetMap extract (XML or Overpass JSON, as text) to the files of a scene, and all that was guessed on the way. */
export function importOsm(text: string, options: OsmOptions = {}): Result<ImportedOsm> {
  const read = readOsm(text);
  if (!read.ok) return read;
  const report = new Report();
  const data = onWgs84(read.value, options.datum ?? 'wgs84', report);
  const highways = [...data.ways.values()].filter(({ tags }) => tags.has('highway'));
  const origin = originOf(
    data,
    highways.flatMap(({ nodes }) => nodes),
  );
  if (!origin)
    return fail([problem('osm.no-roads', [], 'no way with highway=* and two nodes, expected at least one road')]);

  const driveOn = drivingSideOf(data, origin, report);
  const places = placesOf(data, origin);
  const mirroredPlaces = new Map([...places].map(([node, at]) => [node, driveOn === 'left' ? mirrored(at) : at]));
  const built = roadsOf(data, (node) => mirroredPlaces.get(node), driveOn, places, origin, report);
  if (built.roads.edges.length === 0) {
    return fail([problem('osm.no-roads', [], 'no road for motor traffic is left, expected at least one')]);
  }
  const roads = driveOn === 'left' ? mirrorRoads(built.roads) : built.roads;

  const core = boxAround([...roads.nodes.map(({ at }) => at), ...housePlaces(data, places)]);
  const widthM = Math.max(core.max[0] - core.min[0], core.max[1] - core.min[1]);
  if (widthM > WIDEST_M) {
    const message = `the extract is ${(widthM / 1_000).toFixed(0)} km across, expected at most ${WIDEST_M / 1_000} km`;
    return fail([problem('osm.too-wide', [], message)]);
  }
  const box = grown(core, CITY_MARGIN_M);
  const at = (node: string) => places.get(node);
  const land = readLand(data, areasOf(data, at, isLand, box, report), at, box, report);
  const buildings = readBuildings(areasOf(data, at, isHouse, grown(box, 5_000), report), land.parcels, report);
  const reach = findMainPart(roads, built.gateNodes, report);
  listDeadLanes(roads, report);
  const demand = demandOf(roads, built.gateNodes, reach, peopleOf(buildings), report);
  const extent = boxAround([
    box.min,
    box.max,
    ...roads.edges.flatMap(({ shape }) => shape),
    ...buildings.flatMap(({ outline }) => outline),
  ]);
  figures(data, built, roads, buildings.length, land.parcels.length, report);

  const files: Record<string, unknown> = {
    'roads.json': roads,
    'land.json': land,
    'buildings.json': { buildings },
    'demand.json': demand,
    'views.json': viewsOf(core),
  };
  const names = Object.keys(files).sort();
  const manifest = manifestOf(options, origin, extent, names, data, report);
  const scene = new Map([['scene.json', sceneText(manifest)]]);
  for (const name of names) scene.set(name, sceneText(files[name]));
  return succeed({ files: scene, report: report.done() });
}

function roadsOf(
  data: OsmData,
  at: (node: string) => Point | undefined,
  driveOn: 'left' | 'right',
  places: ReadonlyMap<string, Point>,
  origin: Place,
  report: Report,
): BuiltRoads {
  const cut = cutWays(data, { at, driveOn }, report);
  const segments = withoutStubs(simplifySegments(cut.segments, new Set(), report), report);
  const side = driveOn === 'left' ? mirrored : (one: Point) => one;
  const core = coreOf(data, places, eastNorthOf(origin));
  const gates = gatesOf(data, segments, cut.cutNodes, core && boxAround([side(core.min), side(core.max)]));
  const joined = simplifySegments(withoutIslands(segments, gates, report), new Set(), report);
  const kept = straightenEnds(fitWidths(joined, report), gates, report);
  listPasses(kept, report);
  const roadWays = new Set(kept.flatMap(({ ways }) => ways));
  const restrictions = readRestrictions(data, roadWays, report);
  return buildRoads({ segments: kept, gates, signs: readSigns(data, kept, report), restrictions }, report);
}

const peopleOf = (buildings: readonly Building[]): number =>
  buildings.reduce((sum, { residents = 0, jobs = 0, pupils = 0 }) => sum + residents + jobs + pupils, 0);

function figures(
  data: OsmData,
  built: BuiltRoads,
  roads: BuiltRoads['roads'],
  buildings: number,
  parcels: number,
  report: Report,
): void {
  const laneM = roads.edges.reduce(
    (sum, { lanes }) => sum + lanes.reduce((edgeM, { shape }) => edgeM + lengthOf(shape), 0),
    0,
  );
  Object.assign(report.figures, {
    nodesRead: data.nodes.size,
    waysRead: data.ways.size,
    relationsRead: data.relations.size,
    edges: roads.edges.length,
    nodes: roads.nodes.length,
    junctions: roads.junctions.length,
    signals: roads.signals.length,
    joinedJunctions: built.joined.size,
    laneKm: Math.round(laneM / 10) / 100,
    buildings,
    parcels,
  });
}
