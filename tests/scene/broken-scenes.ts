import type { BrokenScene } from './broken/make';
import { notJson } from './broken/not-json';
import { wrongDemand } from './broken/wrong-demand';
import { wrongFiles } from './broken/wrong-files';
import { wrongManifests } from './broken/wrong-manifests';
import { wrongNames } from './broken/wrong-names';
import { wrongNetworks } from './broken/wrong-networks';
import { wrongNumbers } from './broken/wrong-numbers';
import { wrongRoads } from './broken/wrong-roads';
import { wrongShapes } from './broken/wrong-shapes';
import { wrongTogether } from './broken/wrong-together';
import { wrongTypes } from './broken/wrong-types';
import { wrongVehicles } from './broken/wrong-vehicles';
import { wrongVersions } from './broken/wrong-versions';

export type { BrokenScene } from './broken/make';

/** Ways to break the good scene, each with what must be said of it; every reader of scenes is tried on all of them. */
export const brokenScenes: readonly BrokenScene[] = [
  ...notJson,
  ...wrongFiles,
  ...wrongVersions,
  ...wrongManifests,
  ...wrongTypes,
  ...wrongNumbers,
  ...wrongNames,
  ...wrongShapes,
  ...wrongRoads,
  ...wrongDemand,
  ...wrongVehicles,
  ...wrongNetworks,
  ...wrongTogether,
];
