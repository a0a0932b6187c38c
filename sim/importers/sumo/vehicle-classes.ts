import type { VehicleClass } from '../../scene';

/** SUMO's classes of vehicles in ours; null for what moves on rails, on water or in the air. */
const classes: Readonly<Record<string, VehicleClass | null>> = {
  passenger: 'car',
  private: 'car',
  taxi: 'car',
  hov: 'car',
  evehicle: 'car',
  custom1: 'car',
  custom2: 'car',
  motorcycle: 'car',
  moped: 'car',
  ignoring: 'car',
  truck: 'truck',
  trailer: 'truck',
  delivery: 'truck',
  bus: 'bus',
  coach: 'bus',
  emergency: 'emergency',
  authority: 'emergency',
  army: 'emergency',
  vip: 'emergency',
  bicycle: 'bicycle',
  scooter: 'bicycle',
  pedestrian: 'pedestrian',
  wheelchair: 'pedestrian',
  tram: null,
  rail_urban: null,
  subway: null,
  cable_car: null,
  rail: null,
  rail_electric: null,
  rail_fast: null,
  ship: null,
  container: null,
  aircraft: null,
  drone: null,
};

export function classOf(vClass: string): VehicleClass | null | undefined {
  return Object.hasOwn(classes, vClass) ? classes[vClass] : undefined;
}

/** The one of SUMO's classes that stands for each of ours on a lane: whoever else may drive there follows it. */
const leading: readonly (readonly [VehicleClass, string])[] = [
  ['car', 'passenger'],
  ['truck', 'truck'],
  ['bus', 'bus'],
  ['emergency', 'emergency'],
  ['bicycle', 'bicycle'],
  ['pedestrian', 'pedestrian'],
];

/** Who may drive on a lane; absent where nothing is said, which is everyone on wheels. */
export function allowsOf(allow: string | undefined, disallow: string | undefined): VehicleClass[] | undefined {
  if (allow === undefined && disallow === undefined) return undefined;
  const words = (text: string | undefined) => new Set((text ?? '').split(/\s+/).filter((word) => word !== ''));
  const allowed = words(allow);
  const disallowed = words(disallow);
  const all = (set: ReadonlySet<string>) => set.has('all');
  const isOpen = (name: string) =>
    allow !== undefined ? all(allowed) || allowed.has(name) : !all(disallowed) && !disallowed.has(name);
  return leading.filter(([, name]) => isOpen(name)).map(([ours]) => ours);
}

/**
 * What SUMO takes for a type that names only its class (lengths, gaps and speeds as answered by SUMO 1.15 itself):
 * length, width, minGap, maxSpeed, accel, decel, emergencyDecel, speedDev.
 */
type Defaults = readonly [number, number, number, number, number, number, number, number];
const CAR: Defaults = [5, 1.8, 2.5, 55.56, 2.6, 4.5, 9, 0.1];
const defaults: Readonly<Record<string, Defaults>> = {
  emergency: [6.5, 2.16, 2.5, 55.56, 2.6, 4.5, 9, 0],
  authority: [5, 1.8, 2.5, 55.56, 2.6, 4.5, 9, 0],
  army: [5, 1.8, 2.5, 55.56, 2.6, 4.5, 9, 0],
  ignoring: [5, 1.8, 2.5, 55.56, 2.6, 4.5, 9, 0],
  taxi: [5, 1.8, 2.5, 55.56, 2.6, 4.5, 9, 0.05],
  bus: [12, 2.5, 2.5, 27.78, 1.2, 4, 7, 0],
  coach: [14, 2.6, 2.5, 27.78, 2, 4, 7, 0.05],
  delivery: [6.5, 2.16, 2.5, 55.56, 2.6, 4.5, 9, 0.05],
  truck: [7.1, 2.4, 2.5, 36.11, 1.3, 4, 7, 0.05],
  trailer: [16.5, 2.55, 2.5, 36.11, 1.1, 4, 7, 0.05],
  motorcycle: [2.2, 0.9, 2.5, 55.56, 6, 10, 10, 0.1],
  moped: [2.1, 0.78, 2.5, 16.67, 1.1, 7, 10, 0.1],
  bicycle: [1.6, 0.65, 0.5, 13.89, 1.2, 3, 7, 0.1],
};

export function defaultsOf(vClass: string): Defaults {
  return Object.hasOwn(defaults, vClass) ? defaults[vClass] : CAR;
}
