/**
 * Types of vehicle with their drivers, as columns: first those of our own cities, one a kind, then those that a scene
 * lists. A row names its type by number; parameters are held once a type, so that the rows stay small.
 */
import type { CompiledScene } from '../../../scene/compiled';
import { listedPlanOf } from '../demand/listed-plan';
import {
  HARDEST_BRAKING_MPS2,
  kindAccelerationMps2,
  kindBrakingMps2,
  kindHeadwaySeconds,
  kindLengthM,
  kindStandstillGapM,
} from '../vehicle-kinds';

/** The safe speed of Krauss (1998), and the Intelligent Driver Model of Treiber, Hennecke and Helbing (2000). */
export const Model = { krauss: 0, idm: 1 } as const;

export interface Drivers {
  readonly count: number;
  /** Whether a list says how its vehicles drove: then the IDM stops no more exactly than SUMO's does. */
  readonly creepsOver: boolean;
  readonly kind: Uint8Array;
  /** Bits of the classes of lanes that it may use. */
  readonly classes: Uint8Array;
  readonly model: Uint8Array;
  readonly lengthM: Float64Array;
  readonly minGapM: Float64Array;
  readonly maxMps: Float64Array;
  readonly accelMps2: Float64Array;
  readonly decelMps2: Float64Array;
  readonly emergencyMps2: Float64Array;
  readonly headwayS: Float64Array;
  /** How imperfectly Krauss's driver drives, 0 to 1. */
  readonly sigma: Float64Array;
  /** 2·√(a·b), the denominator of the IDM's braking term. */
  readonly twoRootAB: Float64Array;
  /** How ready he is from the start to make others brake, 0 to 1; waiting makes everyone readier. */
  readonly impatience: Float64Array;
  /** SUMO's lcStrategic, lcCooperative, lcSpeedGain and lcKeepRight. */
  readonly strategic: Float64Array;
  readonly cooperative: Float64Array;
  readonly speedGain: Float64Array;
  readonly keepRight: Float64Array;
}

const CITY_TYPES = 4;
const ALL_CLASSES = 255;
const TOP_MPS = 55.56;
const known = new WeakMap<CompiledScene, Drivers>();

export function driversOf(scene: CompiledScene): Drivers {
  const before = known.get(scene);
  if (before) return before;
  const drivers = derive(scene);
  known.set(scene, drivers);
  return drivers;
}

/** Number of the first type that the scene lists. */
export const FIRST_LISTED = CITY_TYPES;

function derive(scene: CompiledScene): Drivers {
  const plan = listedPlanOf(scene);
  const count = CITY_TYPES + (plan?.types.length ?? 0);
  const float = (value = 0) => new Float64Array(count).fill(value);
  const drivers: Drivers = {
    count,
    creepsOver: scene.scene.demand?.vehicles?.driving !== undefined,
    kind: new Uint8Array(count),
    classes: new Uint8Array(count),
    model: new Uint8Array(count),
    lengthM: float(),
    minGapM: float(),
    maxMps: float(TOP_MPS),
    accelMps2: float(),
    decelMps2: float(),
    emergencyMps2: float(HARDEST_BRAKING_MPS2),
    headwayS: float(),
    sigma: float(),
    twoRootAB: float(),
    impatience: float(),
    strategic: float(1),
    cooperative: float(1),
    speedGain: float(1),
    keepRight: float(1),
  };
  for (let kind = 0; kind < CITY_TYPES; kind++) {
    drivers.kind[kind] = kind;
    drivers.classes[kind] = 1 << kind;
    drivers.model[kind] = Model.idm;
    drivers.lengthM[kind] = kindLengthM[kind];
    drivers.minGapM[kind] = kindStandstillGapM[kind];
    drivers.accelMps2[kind] = kindAccelerationMps2[kind];
    drivers.decelMps2[kind] = kindBrakingMps2[kind];
    drivers.headwayS[kind] = kindHeadwaySeconds[kind];
  }
  plan?.types.forEach((type, i) => {
    const at = CITY_TYPES + i;
    const further = new Map((type.parameters ?? []).map(({ id, value }) => [id, value]));
    const share = (name: string, otherwise: number) => further.get(name) ?? otherwise;
    drivers.kind[at] = plan.kinds[i];
    drivers.classes[at] = type.anyLane === true ? ALL_CLASSES : 1 << CLASSES.indexOf(type.class);
    drivers.model[at] = type.model === 'IDM' ? Model.idm : Model.krauss;
    drivers.lengthM[at] = type.lengthM;
    drivers.minGapM[at] = type.minGapM;
    drivers.maxMps[at] = type.maxSpeedMps;
    drivers.accelMps2[at] = type.accelerationMps2;
    drivers.decelMps2[at] = type.decelerationMps2;
    drivers.emergencyMps2[at] = type.emergencyDecelerationMps2;
    drivers.headwayS[at] = type.headwaySeconds;
    drivers.sigma[at] = type.imperfection;
    drivers.impatience[at] = share('impatience', 0);
    drivers.strategic[at] = share('lcStrategic', 1);
    drivers.cooperative[at] = share('lcCooperative', 1);
    drivers.speedGain[at] = share('lcSpeedGain', 1);
    drivers.keepRight[at] = share('lcKeepRight', 1);
  });
  for (let i = 0; i < count; i++) drivers.twoRootAB[i] = 2 * Math.sqrt(drivers.accelMps2[i] * drivers.decelMps2[i]);
  return drivers;
}

const CLASSES = ['car', 'truck', 'bus', 'emergency', 'bicycle', 'pedestrian'];
