import Flatbush from 'flatbush';
import type { ElementKind, LaidScene } from '../../../sim';
import type { BuiltBuildings } from './buildings/build-buildings';
import type { Ground } from './ground/ground';
import { centroid } from './polygon';
import { densify, lengthOf, pointAt } from './polyline';

export interface PointPlace {
  readonly kind: ElementKind;
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** What a pointer may find, indexed for the page: pieces of lanes, footprints, junction areas, parcels, points. */
export interface Places {
  /** Pieces of lanes: x, y from and to; the lane of each; boxes around them. */
  readonly pieces: Float32Array;
  readonly pieceLane: Uint32Array;
  readonly pieceBoxes: ArrayBuffer | null;
  readonly laneEdge: Uint32Array;
  readonly buildingBoxes: ArrayBuffer | null;
  readonly junctions: Areas;
  readonly parcels: Areas;
  readonly points: readonly PointPlace[];
  readonly names: Readonly<Partial<Record<ElementKind, readonly string[]>>>;
  /** Street slot of an edge, signal slot of a junction; −1 where there is none. */
  readonly edgeStreet: Int32Array;
  /** Gate slot of an edge by which traffic comes in or leaves; −1 for every other edge. */
  readonly edgeGate: Int32Array;
  readonly junctionSignal: Int32Array;
}

/** Outlines one after the other, where each starts, and boxes around them. */
export interface Areas {
  readonly points: Float32Array;
  readonly start: Uint32Array;
  readonly boxes: ArrayBuffer | null;
}

const PIECE_M = 30;
const NAMED: readonly ElementKind[] = ['edge', 'lane', 'junction', 'building', 'street', 'signal', 'parcel', 'gate'];

export function placesOf(compiled: LaidScene, buildings: BuiltBuildings): Places {
  const { roads, elements, scene } = compiled;
  const pieces: number[] = [];
  const pieceLane: number[] = [];
  for (let lane = 0; lane < roads.laneCount; lane++) {
    const line: [number, number][] = [];
    for (let p = roads.trackPointStart[lane]; p < roads.trackPointStart[lane + 1]; p++) {
      line.push([roads.trackPoints[2 * p], roads.trackPoints[2 * p + 1]]);
    }
    const dense = densify(line, PIECE_M);
    for (let i = 1; i < dense.length; i++) {
      pieces.push(...dense[i - 1], ...dense[i]);
      pieceLane.push(lane);
    }
  }
  const edgeStreet = new Int32Array(roads.edgeCount).fill(-1);
  for (const edge of scene.roads?.edges ?? []) {
    if (edge.street !== undefined) {
      edgeStreet[elements.edge.slotOf(edge.id) as number] = elements.street.slotOf(edge.street) as number;
    }
  }
  const edgeGate = new Int32Array(roads.edgeCount).fill(-1);
  for (const gate of scene.demand?.gates ?? []) {
    for (const id of [gate.inEdge, gate.outEdge]) {
      if (id !== undefined) edgeGate[elements.edge.slotOf(id) as number] = elements.gate.slotOf(gate.id) as number;
    }
  }
  const junctionOutlines: (readonly (readonly [number, number])[])[] = new Array(elements.junction.count).fill([]);
  for (const junction of scene.roads?.junctions ?? []) {
    junctionOutlines[elements.junction.slotOf(junction.id) as number] = junction.outline;
  }
  const parcelOutlines: (readonly (readonly [number, number])[])[] = new Array(elements.parcel.count).fill([]);
  for (const parcel of scene.land?.parcels ?? []) {
    parcelOutlines[elements.parcel.slotOf(parcel.id) as number] = parcel.outline;
  }
  const pieceData = Float32Array.from(pieces);
  return {
    pieces: pieceData,
    pieceLane: Uint32Array.from(pieceLane),
    pieceBoxes: indexOf(pieceLane.length, (i) => [
      Math.min(pieceData[4 * i], pieceData[4 * i + 2]),
      Math.min(pieceData[4 * i + 1], pieceData[4 * i + 3]),
      Math.max(pieceData[4 * i], pieceData[4 * i + 2]),
      Math.max(pieceData[4 * i + 1], pieceData[4 * i + 3]),
    ]),
    laneEdge: roads.laneEdge.slice(),
    buildingBoxes: boxesOf(buildings.outlines, buildings.outlineStart),
    junctions: areasOf(junctionOutlines),
    parcels: areasOf(parcelOutlines),
    points: pointPlaces(compiled),
    names: Object.fromEntries(NAMED.map((kind) => [kind, elements[kind].ids])),
    edgeStreet,
    edgeGate,
    junctionSignal: roads.junctionSignal.slice(),
  };
}

function areasOf(outlines: readonly (readonly (readonly [number, number])[])[]): Areas {
  const points: number[] = [];
  const start = new Uint32Array(outlines.length + 1);
  outlines.forEach((outline, i) => {
    for (const [x, y] of outline) points.push(x, y);
    start[i + 1] = points.length / 2;
  });
  const data = Float32Array.from(points);
  return { points: data, start, boxes: boxesOf(data, start) };
}

function boxesOf(points: Float32Array, start: Uint32Array): ArrayBuffer | null {
  return indexOf(start.length - 1, (i) => {
    let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let p = start[i]; p < start[i + 1]; p++) {
      minX = Math.min(minX, points[2 * p]);
      minY = Math.min(minY, points[2 * p + 1]);
      maxX = Math.max(maxX, points[2 * p]);
      maxY = Math.max(maxY, points[2 * p + 1]);
    }
    return [minX, minY, maxX, maxY];
  });
}

function indexOf(count: number, box: (i: number) => [number, number, number, number]): ArrayBuffer | null {
  if (count === 0) return null;
  const index = new Flatbush(count, 16, Float32Array);
  for (let i = 0; i < count; i++) index.add(...box(i));
  index.finish();
  return index.data as ArrayBuffer;
}

function pointPlaces(compiled: LaidScene): PointPlace[] {
  const { scene } = compiled;
  const places: PointPlace[] = [];
  const add = (kind: ElementKind, id: string, at: readonly [number, number]) =>
    places.push({ kind, id, x: at[0], y: at[1] });
  for (const site of scene.roads?.chargingSites ?? []) add('charging-site', site.id, site.at);
  const laneShape = new Map(
    (scene.roads?.edges ?? []).flatMap((edge) => edge.lanes).map((lane) => [lane.id, lane.shape]),
  );
  const edgeShape = new Map((scene.roads?.edges ?? []).map((edge) => [edge.id, edge.shape]));
  for (const stop of scene.roads?.stops ?? []) {
    const shape = laneShape.get(stop.lane);
    if (shape) add('stop', stop.id, pointAt(shape, stop.atM));
  }
  for (const parking of scene.roads?.parking ?? []) {
    const shape = edgeShape.get(parking.edge);
    if (parking.outline) add('parking', parking.id, centroid(parking.outline));
    else if (shape) add('parking', parking.id, pointAt(shape, lengthOf(shape) / 2));
  }
  for (const gate of scene.demand?.gates ?? []) {
    // Where the area's border is: the end that leads on to somewhere else.
    const at = edgeShape.get(gate.inEdge ?? '')?.[0] ?? edgeShape.get(gate.outEdge ?? '')?.at(-1);
    if (at) add('gate', gate.id, at);
  }
  for (const station of scene.stations?.stations ?? []) add('station', station.id, station.at);
  for (const hospital of scene.services?.hospitals ?? []) add('hospital', hospital.id, hospital.at);
  for (const station of scene.services?.fireStations ?? []) add('fire-station', station.id, station.at);
  for (const sensor of scene.sensors?.sensors ?? []) add('sensor', sensor.id, sensor.at);
  return places;
}

export interface LabelPlace {
  readonly kind: 'district' | 'street' | 'landmark' | 'water' | 'hill';
  readonly name: { readonly zh: string; readonly en: string; readonly de?: string };
  readonly at: readonly [number, number, number];
  /** 0 to 1: who stays when there is room for few. */
  readonly weight: number;
}

const LABELLED_CLASSES: Record<string, number> = { expressway: 0.5, arterial: 0.46, collector: 0.3 };

/** Names worth reading in the city: districts, landmarks, waters, and the streets that lead somewhere. */
export function labelsOf(compiled: LaidScene, ground: Ground): LabelPlace[] {
  const { land, roads } = compiled.scene;
  const labels: LabelPlace[] = [];
  const stand = (x: number, y: number, up: number): [number, number, number] => [x, ground.heightAt(x, y) + up, -y];
  for (const district of land?.districts ?? []) {
    const [x, y] = centroid(district.outline);
    labels.push({ kind: 'district', name: district.name, at: stand(x, y, 60), weight: 1 });
  }
  for (const landmark of land?.landmarks ?? []) {
    if (land?.districts.some((district) => district.name.zh === landmark.name.zh)) continue;
    labels.push({ kind: 'landmark', name: landmark.name, at: stand(...landmark.at, 46), weight: 0.8 });
  }
  for (const body of land?.waterBodies ?? []) {
    const { name } = body;
    if (!name || land?.landmarks.some((landmark) => landmark.name.zh === name.zh)) continue;
    const [x, y] = centroid(body.outline);
    labels.push({ kind: 'water', name, at: stand(x, y, 3), weight: 0.55 });
  }
  for (const street of roads?.streets ?? []) {
    const weight = LABELLED_CLASSES[street.class];
    if (weight === undefined) continue;
    const edges = (roads?.edges ?? []).filter((edge) => edge.street === street.id);
    let total = 0;
    let longest: (typeof edges)[number] | null = null;
    for (const edge of edges) {
      const length = lengthOf(edge.shape);
      total += length;
      if (!longest || length > lengthOf(longest.shape)) longest = edge;
    }
    if (!longest) continue;
    const [x, y] = pointAt(longest.shape, lengthOf(longest.shape) / 2);
    labels.push({
      kind: 'street',
      name: street.name,
      at: stand(x, y, 6),
      weight: weight + Math.min(0.2, total / 40_000),
    });
  }
  return labels.sort((a, b) => b.weight - a.weight);
}
