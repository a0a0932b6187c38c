import {
  type DataTexture,
  LinearFilter,
  type Material,
  type PerspectiveCamera,
  RGFormat,
  type Scene,
  SRGBColorSpace,
  Texture,
  DataTexture as ThreeDataTexture,
  UnsignedByteType,
} from 'three';
import { useDifferenceMap } from '../../state/difference-map';
import type { ElementRef } from '../../state/selection';
import { useSelection } from '../../state/selection';
import type { BuiltCity } from '../build/built-city';
import type { BuiltEnergy } from '../build/energy/built-energy';
import type { BuiltTunnels } from '../build/tunnels/built-tunnels';
import { floatTexture, STYLE_COLUMNS } from '../buildings/building-style';
import { CameraControl } from '../camera/camera-control';
import { FARTHEST_M, NEAREST_M, orbitFrom } from '../camera/orbit';
import { Picker } from '../picking/pick';
import { edgeStateTexture, type StateTexture, stateTexture } from '../roads/road-state';
import { noWeather, type ShownWeather } from '../sky/shown-weather';
import { POINT_COLUMNS, SPAN_COLUMNS } from '../vehicles/way';
import { Flag } from './element-flags';
import { FrameFeed } from './frame-feed';
import { type Told, toldToItself, toldToPage } from './told';
import { type CityUniforms, cityUniforms, smoothly } from './uniforms';

/** The camera may look at ground this far beyond the drawn one's rim, and no farther. */
const RIM_M = 0;

/** A scene of its own, with its camera, and whether anything in it moves. */
export interface InsidePicture {
  readonly scene: Scene;
  readonly camera: PerspectiveCamera;
  moves: boolean;
}

/** One city on show: its geometry, the textures that carry state, the camera's hand, and the feed of frames. */
export interface Stage {
  readonly city: BuiltCity;
  /** Comes after the city; null where it has no such networks. */
  readonly energy: Promise<BuiltEnergy | null>;
  /** Comes after that; null where it has no galleries. */
  readonly tunnels: Promise<BuiltTunnels | null>;
  readonly uniforms: CityUniforms;
  readonly spans: DataTexture;
  readonly points: DataTexture;
  readonly edgeState: StateTexture;
  readonly laneState: StateTexture;
  readonly buildingState: StateTexture;
  readonly control: CameraControl;
  readonly picker: Picker;
  readonly feed: FrameFeed;
  readonly told: Told;
  /** The other run's city, beside the page's own. */
  readonly isBeside: boolean;
  /** As it is drawn in this frame. */
  readonly weather: ShownWeather;
  /** Drawn pixels for each of the page's, as this picture's quality has it. */
  pixelRatio: number;
  /** Drops and flakes that are drawn in it. */
  drops: number;
  /** While somebody is inside a gallery: what is drawn in place of the city. */
  walk: InsidePicture | null;
  /** What lies on the ground, drawn thin where it is opened over galleries. */
  readonly groundLooks: Set<Material>;
  /** Asks for a frame to be drawn; set when the renderer is there. */
  wake: () => void;
  /** Called with every frame, when the camera stands where it will be drawn from: who shares it draws too. */
  drawn: () => void;
  /** The graphics context is back: what was drawn once into a texture must be drawn again. */
  rebake: () => void;
  dispose(): void;
}

export function openStage(
  city: BuiltCity,
  energy: Promise<BuiltEnergy | null> = Promise.resolve(null),
  tunnels: Promise<BuiltTunnels | null> = Promise.resolve(null),
): Stage {
  const { extent } = city;
  const view = city.views[0];
  const control = new CameraControl(
    orbitFrom(view.eye, view.target, city.heights),
    {
      minX: extent.minX - RIM_M,
      minY: extent.minY - RIM_M,
      maxX: extent.maxX + RIM_M,
      maxY: extent.maxY + RIM_M,
      nearestM: NEAREST_M,
      farthestM: FARTHEST_M,
    },
    city.heights,
  );
  return stageOf(city, energy, tunnels, control, toldToPage);
}

/** The same city again, for the picture of another run: its geometry is shared, and the hand on the camera. */
export function openStageBeside({ city, energy, tunnels, control }: Stage): Stage {
  return stageOf(city, energy, tunnels, control, toldToItself());
}

function stageOf(
  city: BuiltCity,
  energy: Promise<BuiltEnergy | null>,
  tunnels: Promise<BuiltTunnels | null>,
  control: CameraControl,
  told: Told,
): Stage {
  const uniforms = cityUniforms();
  const { extent } = city;
  const maps = new ThreeDataTexture(city.shadeAndLight, city.mapColumns, city.mapRows, RGFormat, UnsignedByteType);
  maps.unpackAlignment = 1;
  maps.magFilter = LinearFilter;
  smoothly(maps);
  maps.needsUpdate = true;
  uniforms.uGroundMaps.value = maps;
  if (city.groundPicture) {
    const picture = new Texture(city.groundPicture);
    picture.colorSpace = SRGBColorSpace;
    picture.flipY = false;
    smoothly(picture);
    picture.needsUpdate = true;
    uniforms.uGroundPicture.value = picture;
  }
  uniforms.uMapFrame.value.set(
    extent.minX,
    extent.minY,
    1 / (extent.maxX - extent.minX),
    1 / (extent.maxY - extent.minY),
  );
  const edgeState = edgeStateTexture(city.edgeCount, city.junctionCount);
  const laneState = stateTexture(city.laneCount, [0, 0, 0, 255]);
  const buildingState = stateTexture(city.buildings.heights.length / 2, [0, 0, 0, 255]);
  const style = floatTexture(city.buildings.styles, STYLE_COLUMNS);
  uniforms.uEdgeState.value = edgeState.texture;
  uniforms.uLaneState.value = laneState.texture;
  uniforms.uBuildingState.value = buildingState.texture;
  uniforms.uBuildingStyle.value = style;
  const spans = floatTexture(city.tracks.spans, SPAN_COLUMNS);
  const points = floatTexture(city.tracks.points, POINT_COLUMNS);
  const stage: Stage = {
    city,
    energy,
    tunnels,
    uniforms,
    spans,
    points,
    edgeState,
    laneState,
    buildingState,
    control,
    picker: new Picker(city),
    feed: new FrameFeed(city, edgeState, laneState, told, () => stage.wake()),
    told,
    isBeside: told !== toldToPage,
    weather: noWeather(),
    pixelRatio: 1,
    drops: 0,
    walk: null,
    groundLooks: new Set(),
    wake: () => {},
    drawn: () => {},
    rebake: () => {},
    dispose() {
      stage.feed.disconnect();
      for (const texture of [
        maps,
        uniforms.uGroundPicture.value,
        edgeState.texture,
        laneState.texture,
        buildingState.texture,
        style,
        spans,
        points,
      ]) {
        texture.dispose();
      }
    },
  };
  return stage;
}

/**
 * Writes why elements are tinted into the state textures, from the selection as it is now. Another run's city beside the
 * page's own has none of the changes that are marked.
 */
export function showSelection(stage: Stage): void {
  const { hovered, selected, placing, marked } = useSelection.getState();
  const { edgeState, buildingState, city } = stage;
  const { places } = city;
  for (let i = 1; i < edgeState.bytes.length; i += 4) edgeState.bytes[i] = 0;
  for (let i = 1; i < buildingState.bytes.length; i += 4) buildingState.bytes[i] = 0;
  const slots = slotsOf(stage);
  const add = (element: ElementRef | null, flag: number) => {
    if (!element) return;
    const slot = slots(element);
    if (slot === null) return;
    const mark = (state: StateTexture, row: number) => {
      state.bytes[row * 4 + 1] |= flag;
    };
    if (element.kind === 'building') mark(buildingState, slot);
    else if (element.kind === 'edge') mark(edgeState, slot);
    else if (element.kind === 'lane') mark(edgeState, places.laneEdge[slot]);
    else if (element.kind === 'junction') mark(edgeState, city.edgeCount + slot);
    else if (element.kind === 'signal') {
      for (let junction = 0; junction < city.junctionCount; junction++) {
        if (places.junctionSignal[junction] === slot) mark(edgeState, city.edgeCount + junction);
      }
    } else if (element.kind === 'street') {
      for (let edge = 0; edge < city.edgeCount; edge++) if (places.edgeStreet[edge] === slot) mark(edgeState, edge);
    } else if (element.kind === 'gate') {
      for (let edge = 0; edge < city.edgeCount; edge++) if (places.edgeGate[edge] === slot) mark(edgeState, edge);
    }
  };
  if (placing) {
    if (placing.kinds.includes('edge') || placing.kinds.includes('street') || placing.kinds.includes('lane')) {
      for (let edge = 0; edge < city.edgeCount; edge++) edgeState.bytes[edge * 4 + 1] |= Flag.valid;
    }
    if (placing.kinds.includes('gate')) {
      for (let edge = 0; edge < city.edgeCount; edge++) {
        if (places.edgeGate[edge] >= 0) edgeState.bytes[edge * 4 + 1] |= Flag.offered;
      }
    }
    if (placing.kinds.includes('junction') || placing.kinds.includes('signal')) {
      for (let junction = 0; junction < city.junctionCount; junction++) {
        if (placing.kinds.includes('junction') || places.junctionSignal[junction] >= 0) {
          edgeState.bytes[(city.edgeCount + junction) * 4 + 1] |= Flag.valid;
        }
      }
    }
    if (placing.kinds.includes('building')) {
      for (let i = 0; i < city.buildings.heights.length / 2; i++) buildingState.bytes[i * 4 + 1] |= Flag.valid;
    }
    for (const id of placing.chosen) for (const kind of placing.kinds) add({ kind, id }, Flag.chosen);
  }
  // What a change has done to its own streets is told by their colour then.
  const isHidden = stage.isBeside || useDifferenceMap.getState().quantity !== null;
  for (const element of isHidden ? [] : marked) add(element, Flag.marked);
  add(selected, Flag.selected);
  add(hovered, Flag.hovered);
  edgeState.texture.needsUpdate = true;
  buildingState.texture.needsUpdate = true;
}

const tables = new WeakMap<Stage, Map<string, number>>();

function slotsOf(stage: Stage): (element: ElementRef) => number | null {
  let table = tables.get(stage);
  if (!table) {
    table = new Map();
    for (const [kind, ids] of Object.entries(stage.city.places.names)) {
      for (let slot = 0; slot < (ids?.length ?? 0); slot++) table.set(`${kind} ${ids[slot]}`, slot);
    }
    tables.set(stage, table);
  }
  return ({ kind, id }) => table?.get(`${kind} ${id}`) ?? null;
}

/** The middle of an element of any kind, in metres east and north, and how large it is; null for one that has no place. */
export function placeOf(stage: Stage, id: string): { x: number; y: number; sizeM: number } | null {
  const { places, buildings, edgeFirstLane } = stage.city;
  const point = places.points.find((place) => place.id === id);
  if (point) return { x: point.x, y: point.y, sizeM: 60 };
  const edgesOf = (test: (edge: number) => boolean) => (lane: number) => test(places.laneEdge[lane]);
  const slots = slotsOf(stage);
  const lookUp = (kind: ElementRef['kind']) => slots({ kind, id });
  const edge = lookUp('edge');
  const street = lookUp('street');
  const lane = lookUp('lane');
  if (edge !== null) return middleOfPieces(stage, (l) => l === edgeFirstLane[edge]);
  if (street !== null)
    return middleOfPieces(
      stage,
      edgesOf((e) => places.edgeStreet[e] === street),
    );
  if (lane !== null) return middleOfPieces(stage, (l) => l === lane);
  const building = lookUp('building');
  if (building !== null) return middleOfArea(buildings.outlines, buildings.outlineStart, building);
  const signal = lookUp('signal');
  const junction = lookUp('junction') ?? (signal === null ? null : places.junctionSignal.indexOf(signal));
  if (junction !== null && junction >= 0)
    return middleOfArea(places.junctions.points, places.junctions.start, junction);
  const parcel = lookUp('parcel');
  if (parcel !== null) return middleOfArea(places.parcels.points, places.parcels.start, parcel);
  return null;
}

function middleOfPieces(stage: Stage, takes: (lane: number) => boolean) {
  const { pieces, pieceLane } = stage.city.places;
  const points: number[] = [];
  for (let i = 0; i < pieceLane.length; i++) {
    if (takes(pieceLane[i])) points.push(pieces[4 * i], pieces[4 * i + 1], pieces[4 * i + 2], pieces[4 * i + 3]);
  }
  return middleOfArea(Float32Array.from(points), Uint32Array.of(0, points.length / 2), 0);
}

function middleOfArea(points: Float32Array, start: Uint32Array, i: number) {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let p = start[i]; p < start[i + 1]; p++) {
    minX = Math.min(minX, points[2 * p]);
    maxX = Math.max(maxX, points[2 * p]);
    minY = Math.min(minY, points[2 * p + 1]);
    maxY = Math.max(maxY, points[2 * p + 1]);
  }
  if (minX > maxX) return null;
  return { x: (minX + maxX) / 2, y: (minY + maxY) / 2, sizeM: Math.hypot(maxX - minX, maxY - minY) };
}
