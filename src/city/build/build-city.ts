import type { LaidScene } from '../../../sim';
import { buildBuildings } from './buildings/build-buildings';
import type { BuiltCity, HeightField, ViewPlace } from './built-city';
import { signalHeads } from './furniture/signal-heads';
import { treesOf } from './furniture/trees';
import { waterMesh } from './furniture/water';
import { type Ground, groundOf } from './ground/ground';
import { groundMaps, shadeUnderTrees } from './ground/ground-maps';
import { terrainMesh } from './ground/terrain-mesh';
import { trackCurves } from './ground/tracks';
import { buffersOf } from './mesh-data';
import { labelsOf, placesOf } from './places';
import { raisedSurface } from './roads/raised-surface';
import { roadPlan } from './roads/road-plan';
import { crossingPaint, roadSurface } from './roads/road-surface';

export type BuildStep = 'fetching' | 'reading' | 'ground' | 'roads' | 'buildings' | 'planting';

/** Turns a compiled scene into geometry. `picture` paints the ground where there is a canvas to paint on. */
export function buildCity(
  compiled: LaidScene,
  step: (step: BuildStep, share: number) => void,
  picture: (ground: Ground) => ImageBitmap | null,
): BuiltCity {
  const { manifest } = compiled.scene;
  const { roads } = compiled;
  step('ground', 0.3);
  const ground = groundOf(compiled);
  const plan = roadPlan(compiled);
  const terrain = terrainMesh(compiled, ground);
  const maps = groundMaps(compiled, plan, ground);
  const groundPicture = picture(ground);
  step('roads', 0.55);
  const surface = roadSurface(compiled, plan, ground);
  const raised = raisedSurface(compiled, plan, ground);
  const crossings = crossingPaint(plan, ground);
  const tracks = trackCurves(roads, ground);
  step('buildings', 0.75);
  const buildings = buildBuildings(compiled, ground);
  step('planting', 0.92);
  const trees = treesOf(compiled, ground, maps.taken);
  shadeUnderTrees(maps, trees);
  return {
    sceneId: compiled.id,
    name: manifest.name,
    latitudeDeg: manifest.origin.latitudeDeg,
    longitudeDeg: manifest.origin.longitudeDeg,
    timeZone: manifest.timeZone,
    extent: ground.extent,
    terrain,
    heights: heightField(ground),
    roadSurface: surface,
    raisedSurface: raised,
    crossings,
    buildings,
    water: waterMesh(compiled, ground),
    trees,
    signals: signalHeads(compiled, ground),
    tracks,
    edgeCount: roads.edgeCount,
    laneCount: roads.laneCount,
    turnCount: roads.turnCount,
    junctionCount: compiled.elements.junction.count,
    edgeSpeedMps: roads.edgeSpeedMps.slice(),
    edgeFirstLane: roads.edgeFirstLane.slice(),
    shadeAndLight: maps.shadeAndLight,
    mapColumns: maps.columns,
    mapRows: maps.rows,
    lamps: maps.lamps,
    groundPicture,
    places: placesOf(compiled, buildings),
    labels: labelsOf(compiled, ground),
    views: compiled.scene.views?.views ?? [overview(ground)],
  };
}

/** Everything that can be handed over without copying. */
export function transferablesOf(city: BuiltCity): Transferable[] {
  const { places, buildings, signals, tracks } = city;
  const meshes = [
    city.terrain,
    city.roadSurface,
    city.raisedSurface,
    city.crossings,
    signals.posts,
    ...buildings.tiles,
  ];
  if (city.water) meshes.push(city.water);
  const arrays = [
    city.heights.heightsM,
    buildings.styles,
    buildings.outlines,
    buildings.outlineStart,
    buildings.heights,
    city.trees,
    signals.places,
    signals.turns,
    signals.lanes,
    tracks.points,
    tracks.spans,
    city.shadeAndLight,
    city.lamps,
    places.pieces,
    places.pieceLane,
  ];
  const list: Transferable[] = [...meshes.flatMap(buffersOf), ...arrays.map((array) => array.buffer as ArrayBuffer)];
  for (const boxes of [places.pieceBoxes, places.buildingBoxes, places.junctions.boxes, places.parcels.boxes]) {
    if (boxes) list.push(boxes);
  }
  if (city.groundPicture) list.push(city.groundPicture);
  return list;
}

function heightField(ground: Ground): HeightField {
  const { minX, minY, maxX, maxY } = ground.extent;
  const stepM = Math.max(15, (maxX - minX) / 400, (maxY - minY) / 400);
  const columns = Math.ceil((maxX - minX) / stepM) + 1;
  const rows = Math.ceil((maxY - minY) / stepM) + 1;
  const heightsM = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      heightsM[row * columns + column] = ground.heightAt(minX + column * stepM, minY + row * stepM);
    }
  }
  return { minX, minY, stepM, columns, rows, heightsM };
}

/** Where to stand in a scene that names no point of view: south-east of the middle, looking in. */
function overview(ground: Ground): ViewPlace {
  const { minX, minY, maxX, maxY } = ground.extent;
  const x = (minX + maxX) / 2;
  const y = (minY + maxY) / 2;
  const span = Math.max(maxX - minX, maxY - minY);
  const base = ground.heightAt(x, y);
  return {
    id: 'overview',
    name: { zh: '总览', en: 'Overview' },
    eye: [x + span * 0.35, y - span * 0.5, base + span * 0.4],
    target: [x, y, base],
  };
}
