import * as v from 'valibot';
import { atLeastZero, heightM, id, line, outline, point, positive, title } from './primitives';

/** What a parcel is for, after the classes of GB 50137 in words. */
export const landUse = v.picklist([
  'housing',
  'commerce',
  'office',
  'research',
  'industry',
  'logistics',
  'school',
  'health',
  'culture',
  'civic',
  'utility',
  'transport',
  'park',
  'protective-green',
  'water',
  'reserve',
]);
export type LandUse = v.InferOutput<typeof landUse>;

const parcel = v.strictObject({
  id,
  name: v.optional(title),
  use: landUse,
  outline,
  /** Floor area over site area, as planned. */
  floorAreaRatio: v.optional(atLeastZero),
  district: v.optional(id),
  /** Jobs, pupils or residents planned here; buildings carry what was built. */
  plannedResidents: v.optional(atLeastZero),
  plannedJobs: v.optional(atLeastZero),
});

const district = v.strictObject({ id, name: title, outline, character: v.optional(title) });

/** Lakes and ponds lie level; streams follow the ground. */
const waterBody = v.strictObject({ id, name: v.optional(title), outline, levelM: v.optional(heightM) });
const stream = v.strictObject({ id, name: v.optional(title), path: line, widthM: positive });
const treeRow = v.strictObject({ path: line, spacingM: positive });
const grove = v.strictObject({ outline, treesPerHectare: positive });
const landmark = v.strictObject({ id, name: title, at: point });

/** land.json: districts, parcels, water and planting. */
export const landFile = v.strictObject({
  districts: v.array(district),
  parcels: v.array(parcel),
  waterBodies: v.array(waterBody),
  streams: v.array(stream),
  groves: v.array(grove),
  treeRows: v.array(treeRow),
  landmarks: v.array(landmark),
});
export type LandFile = v.InferOutput<typeof landFile>;
export type Parcel = v.InferOutput<typeof parcel>;
