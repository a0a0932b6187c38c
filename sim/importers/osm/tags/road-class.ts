import type { RoadClass } from '../../../scene/schema/roads';
import type { Tags } from '../read/osm-data';

/** Highway values that motor traffic uses, as classes of a scene. */
const classes: Readonly<Record<string, RoadClass>> = {
  motorway: 'expressway',
  trunk: 'expressway',
  motorway_link: 'ramp',
  trunk_link: 'ramp',
  primary: 'arterial',
  primary_link: 'ramp',
  secondary: 'arterial',
  secondary_link: 'ramp',
  tertiary: 'collector',
  tertiary_link: 'ramp',
  unclassified: 'local',
  residential: 'local',
  living_street: 'service',
  road: 'local',
  service: 'service',
  busway: 'service',
};

/** Ways for feet and wheels without engines: known, and not carried as roads. */
const NOT_MOTOR = new Set(
  'footway path cycleway pedestrian steps bridleway track corridor elevator platform via_ferrata proposed construction raceway rest_area services abandoned razed planned escape bus_guideway emergency_bay no ladder'.split(
    ' ',
  ),
);

/** Parts of a service road that lead nowhere but to a door or a bay. */
const MINOR_SERVICE = new Set(['driveway', 'parking_aisle', 'drive-through', 'emergency_access', 'slipway']);

export type RoadVerdict =
  | { readonly kind: 'road'; readonly roadClass: RoadClass; readonly busOnly: boolean }
  | { readonly kind: 'left-out'; readonly code: string; readonly why: string };

/** Whether a way is a road for motor traffic, or why not; undefined where it is no highway at all. */
export function judgeHighway(tags: Tags): RoadVerdict | undefined {
  const highway = tags.get('highway');
  if (highway === undefined) return undefined;
  if (tags.get('area') === 'yes') return leftOut('road-area', 'a road mapped as an area, expected a line');
  if (NOT_MOTOR.has(highway)) return leftOut('not-motor', `highway=${highway} is not for motor traffic`);
  if (!Object.hasOwn(classes, highway)) return leftOut('unknown-highway', `highway=${highway} is not known here`);
  const service = tags.get('service');
  if (highway === 'service' && service !== undefined && MINOR_SERVICE.has(service)) {
    return leftOut('minor-service', `service=${service} leads only to doors and bays`);
  }
  if (highway === 'service' && tags.get('tunnel') === 'building_passage') {
    return leftOut('minor-service', 'a passage through a house leads only to its yard');
  }
  const { allowed, busOnly, by } = motorAccess(tags);
  if (!allowed) return leftOut('no-access', `closed to motor traffic by ${by}`);
  return { kind: 'road', roadClass: classes[highway], busOnly: busOnly || highway === 'busway' };
}

const leftOut = (code: string, why: string): RoadVerdict => ({ kind: 'left-out', code, why });

const CLOSED = new Set(['no', 'private', 'agricultural', 'forestry', 'emergency', 'military', 'use_sidepath', 'foot']);

/** The most particular key that says anything about cars decides; where it says no, buses may still pass. */
function motorAccess(tags: Tags): { allowed: boolean; busOnly: boolean; by: string } {
  for (const key of ['motorcar', 'motor_vehicle', 'vehicle', 'access']) {
    const value = tags.get(key);
    if (value === undefined) continue;
    const first = value.split(';')[0].trim();
    if (!CLOSED.has(first)) return { allowed: true, busOnly: false, by: key };
    const bus = tags.get('bus') ?? tags.get('psv');
    const busOnly = bus === 'yes' || bus === 'designated';
    return { allowed: busOnly, busOnly, by: `${key}=${value}` };
  }
  return { allowed: true, busOnly: false, by: '' };
}
