import type { Point } from '../geometry/vector';
import { isInChinaBox, wgsFromGcj } from './gcj02';
import type { Box } from './land/outlines';
import { isHouse } from './land/read-buildings';
import { eastNorthOf, type Place } from './projection';
import type { OsmData } from './read/osm-data';
import type { Report } from './report';

/** Coordinates on WGS 84, whatever datum they came in. */
export function onWgs84(data: OsmData, datum: 'wgs84' | 'gcj02', report: Report): OsmData {
  report.figures.datum = datum;
  if (datum === 'wgs84') return data;
  let shifted = 0;
  const nodes = new Map(
    [...data.nodes].map(([id, node]) => {
      if (!isInChinaBox(node)) return [id, node];
      shifted++;
      return [id, { ...node, ...wgsFromGcj(node) }];
    }),
  );
  const elsewhere = data.nodes.size - shifted;
  const rest = elsewhere > 0 ? `; ${elsewhere} outside of China's box are left where they are` : '';
  report.add('repaired', 'datum', 'scene.json', `GCJ-02: ${shifted} nodes shifted to WGS 84${rest}`);
  const { bounds } = data;
  if (!bounds) return { ...data, nodes };
  const low = wgsFromGcj({ latitudeDeg: bounds.south, longitudeDeg: bounds.west });
  const high = wgsFromGcj({ latitudeDeg: bounds.north, longitudeDeg: bounds.east });
  const moved = { south: low.latitudeDeg, west: low.longitudeDeg, north: high.latitudeDeg, east: high.longitudeDeg };
  return { ...data, nodes, bounds: moved };
}

/** The middle of the extract: of its bounds, or else of all nodes that roads use. */
export function originOf({ nodes, bounds }: OsmData, used: readonly string[]): Place | undefined {
  const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  let [south, west, north, east] = [90, 180, -90, -180];
  for (const id of used) {
    const node = nodes.get(id);
    if (!node) continue;
    south = Math.min(south, node.latitudeDeg);
    north = Math.max(north, node.latitudeDeg);
    west = Math.min(west, node.longitudeDeg);
    east = Math.max(east, node.longitudeDeg);
  }
  if (south > north) return undefined;
  const box = bounds ?? { south, west, north, east };
  return { latitudeDeg: rounded((box.south + box.north) / 2), longitudeDeg: rounded((box.west + box.east) / 2) };
}

export function placesOf(data: OsmData, origin: Place): Map<string, Point> {
  const toMetres = eastNorthOf(origin);
  return new Map([...data.nodes].map(([id, node]) => [id, toMetres(node)]));
}

const FEWEST_HOUSES = 5;

/** What the extract is about: its bounds, or the box around its houses. */
export function coreOf(
  data: OsmData,
  places: ReadonlyMap<string, Point>,
  toMetres: (place: Place) => Point,
): Box | undefined {
  const { bounds } = data;
  if (bounds) {
    const low = { latitudeDeg: bounds.south, longitudeDeg: bounds.west };
    const high = { latitudeDeg: bounds.north, longitudeDeg: bounds.east };
    return boxAround([toMetres(low), toMetres(high)]);
  }
  const houses = housePlaces(data, places);
  return houses.length >= FEWEST_HOUSES ? boxAround(houses) : undefined;
}

/** A first corner of every house: the extent has to hold them. */
export function housePlaces(data: OsmData, places: ReadonlyMap<string, Point>): Point[] {
  const found: Point[] = [];
  for (const { tags, nodes } of data.ways.values()) {
    const at = isHouse(tags) ? places.get(nodes[0]) : undefined;
    if (at) found.push(at);
  }
  return found;
}

export function boxAround(points: readonly Point[]): Box {
  const min: [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const max: [number, number] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const at of points) {
    for (const axis of [0, 1] as const) {
      min[axis] = Math.min(min[axis], at[axis]);
      max[axis] = Math.max(max[axis], at[axis]);
    }
  }
  return { min: [Math.floor(min[0]), Math.floor(min[1])], max: [Math.ceil(max[0]), Math.ceil(max[1])] };
}

export const grown = ({ min, max }: Box, byM: number): Box => ({
  min: [min[0] - byM, min[1] - byM],
  max: [max[0] + byM, max[1] + byM],
});
