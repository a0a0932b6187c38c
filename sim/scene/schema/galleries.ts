import * as v from 'valibot';
import { equipmentKinds } from '../equipment-kinds';
import { finite, heightM, id, line, point, positive, title } from './primitives';

/** What a compartment carries; gas lies alone (GB 50838). */
const compartmentKind = v.picklist(['gas', 'power', 'integrated', 'sewage']);

const equipment = v.strictObject({
  id,
  kind: v.picklist(equipmentKinds),
  /** Along the compartment from its start. */
  atM: v.pipe(finite, v.minValue(0)),
  ratedKw: v.optional(positive),
  flowM3PerH: v.optional(positive),
  /** Of a pump, at its rated flow; chosen for its place where a scene does not say. */
  headM: v.optional(positive),
  electricity: v.optional(id),
  /** Of a board: the bus that it goes over to by itself while the first has no voltage. */
  standby: v.optional(id),
});

const shaft = v.strictObject({
  id,
  atM: v.pipe(finite, v.minValue(0)),
  kind: v.picklist(['inlet', 'exhaust', 'escape', 'hoist', 'access']),
  areaM2: positive,
});

/** A fire section: at most 200 m between fire doors. */
const section = v.strictObject({
  id,
  fromM: v.pipe(finite, v.minValue(0)),
  toM: positive,
  sumpM3: v.optional(positive),
  /** Bottom of the sump below the floor, and where its pumps let out below the ground above them; negative above it. */
  sumpDepthM: v.optional(positive),
  outfallDepthM: v.optional(finite),
});

const compartment = v.strictObject({
  id,
  kind: compartmentKind,
  widthM: positive,
  heightM: positive,
  /** Sideways from the gallery's line, left positive. */
  offsetM: finite,
  sections: v.pipe(v.array(section), v.minLength(1)),
  shafts: v.array(shaft),
  equipment: v.array(equipment),
});

const gallery = v.strictObject({
  id,
  name: title,
  /** From end to end, with the depth of the floor below the ground at each point. */
  path: line,
  floorDepthM: v.pipe(v.array(positive), v.minLength(2)),
  street: v.optional(id),
  compartments: v.pipe(v.array(compartment), v.minLength(1)),
});

const controlCentre = v.strictObject({
  id,
  name: title,
  at: point,
  building: v.optional(id),
  floorM: v.optional(heightM),
});

/** galleries.json: utility tunnels, what divides them and what guards them. */
export const galleriesFile = v.strictObject({ galleries: v.array(gallery), controlCentres: v.array(controlCentre) });
export type GalleriesFile = v.InferOutput<typeof galleriesFile>;
