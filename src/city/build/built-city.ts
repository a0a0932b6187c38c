import type { BuiltBuildings } from './buildings/build-buildings';
import type { SignalHeads } from './furniture/signal-heads';
import type { TrackCurves } from './ground/tracks';
import type { MeshData } from './mesh-data';
import type { LabelPlace, Places } from './places';
import type { Extent } from './raster';
import type { Title } from './title';

export interface ViewPlace {
  readonly id: string;
  readonly name: Title;
  /** Metres east, north, up. */
  readonly eye: readonly [number, number, number];
  readonly target: readonly [number, number, number];
  readonly clockSeconds?: number;
}

/** The city ready to be drawn: nothing but typed arrays and names, made in a worker and handed over whole. */
export interface BuiltCity {
  readonly sceneId: string;
  readonly name: Title;
  readonly latitudeDeg: number;
  readonly longitudeDeg: number;
  readonly timeZone: string;
  readonly extent: Extent;
  readonly terrain: MeshData;
  /** Heights on the drawn grid, for the camera and for picking: rows from south to north. */
  readonly heights: HeightField;
  readonly roadSurface: MeshData;
  readonly raisedSurface: MeshData;
  readonly crossings: MeshData;
  readonly buildings: BuiltBuildings;
  readonly water: MeshData | null;
  readonly trees: Float32Array;
  readonly signals: SignalHeads;
  readonly tracks: TrackCurves;
  readonly edgeCount: number;
  readonly laneCount: number;
  readonly turnCount: number;
  readonly junctionCount: number;
  readonly edgeSpeedMps: Float64Array;
  readonly edgeFirstLane: Uint32Array;
  readonly shadeAndLight: Uint8Array;
  readonly mapColumns: number;
  readonly mapRows: number;
  readonly lamps: Float32Array;
  readonly groundPicture: ImageBitmap | null;
  readonly places: Places;
  readonly labels: readonly LabelPlace[];
  readonly views: readonly ViewPlace[];
}

export interface HeightField {
  readonly minX: number;
  readonly minY: number;
  readonly stepM: number;
  readonly columns: number;
  readonly rows: number;
  readonly heightsM: Float32Array;
}
