import * as v from 'valibot';
import { atLeastZero, confidence, fraction, id, outline, positive, positiveWhole, title } from './primitives';

export const buildingUse = v.picklist([
  'housing',
  'dormitory',
  'office',
  'research',
  'commerce',
  'hotel',
  'industry',
  'logistics',
  'school',
  'kindergarten',
  'hospital',
  'culture',
  'civic',
  'energy-station',
  'substation',
  'fire-station',
  'depot',
  'car-park',
  'utility',
]);
export type BuildingUse = v.InferOutput<typeof buildingUse>;

/** The form that a view gives it; use says what it is, form says how it stands. */
export const buildingForm = v.picklist([
  'slab',
  'tower',
  'point-block',
  'courtyard',
  'hall',
  'sawtooth-hall',
  'podium',
  'wing',
  'pavilion',
  'landmark',
]);
export type BuildingForm = v.InferOutput<typeof buildingForm>;

/** Which node of each network serves it; what is left out is not connected. */
const connections = v.strictObject({
  electricity: v.optional(id),
  heat: v.optional(id),
  cooling: v.optional(id),
  gas: v.optional(id),
  water: v.optional(id),
  drainage: v.optional(id),
  telecom: v.optional(id),
});

const building = v.strictObject({
  id,
  name: v.optional(title),
  parcel: v.optional(id),
  use: buildingUse,
  form: buildingForm,
  outline,
  /** Above the ground at its lowest corner. */
  heightM: positive,
  floors: positiveWhole,
  floorAreaM2: positive,
  residents: v.optional(atLeastZero),
  jobs: v.optional(atLeastZero),
  pupils: v.optional(atLeastZero),
  beds: v.optional(atLeastZero),
  /** Share of the roof fit for photovoltaics. */
  roofForSun: v.optional(fraction),
  builtYear: v.optional(positiveWhole),
  envelope: v.optional(v.picklist(['passive-house', 'low-energy', 'code', 'old'])),
  serves: v.optional(connections),
  confidence: v.optional(confidence),
});
export type Building = v.InferOutput<typeof building>;

/** buildings.json */
export const buildingsFile = v.strictObject({ buildings: v.array(building) });
export type BuildingsFile = v.InferOutput<typeof buildingsFile>;
