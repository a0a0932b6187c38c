import type * as v from 'valibot';
import { buildingsFile } from './buildings';
import { demandFile, overlaysFile, sensorsFile, servicesFile, viewsFile, weatherFile } from './city';
import { electricityFile } from './electricity';
import { galleriesFile } from './galleries';
import { landFile } from './land';
import type { Manifest } from './manifest';
import { drainageFile, gasFile, thermalFile, waterFile } from './pipes';
import { roadsFile } from './roads';
import { stationsFile } from './stations';
import { telecomFile } from './telecom';
import { terrainFile } from './terrain';

/** Version of the format that this engine writes; older ones are migrated step by step. */
export const SCENE_VERSION = 1;

/** Every file that a scene may have beside scene.json. All are optional: a scene without buildings has no buildings. */
export const sceneFiles = {
  'terrain.json': terrainFile,
  'land.json': landFile,
  'buildings.json': buildingsFile,
  'roads.json': roadsFile,
  'demand.json': demandFile,
  'electricity.json': electricityFile,
  'heat.json': thermalFile,
  'cooling.json': thermalFile,
  'gas.json': gasFile,
  'stations.json': stationsFile,
  'water.json': waterFile,
  'drainage.json': drainageFile,
  'telecom.json': telecomFile,
  'galleries.json': galleriesFile,
  'services.json': servicesFile,
  'sensors.json': sensorsFile,
  'overlays.json': overlaysFile,
  'weather.json': weatherFile,
  'views.json': viewsFile,
} as const;

export type SceneFileName = keyof typeof sceneFiles;

/** A whole scene, parsed: the manifest, and each file that it has under the file's name without its ending. */
export type Scene = { readonly manifest: Manifest } & {
  readonly [Name in SceneFileName as Name extends `${infer Stem}.json` ? Stem : never]?: v.InferOutput<
    (typeof sceneFiles)[Name]
  >;
};
