import * as v from 'valibot';
import { fail, problem, type Result, succeed } from '../../../kernel';
import type { landUse } from '../../../scene/schema/land';
import { id, line, outline, point, positive, positiveWhole, title } from '../../../scene/schema/primitives';

/** How a block is built up. Each name is one typology of sim/importers/plan/buildings. */
export const recipe = v.picklist([
  'terraces',
  'slabs',
  'midrise',
  'towers',
  'mixed-housing',
  'dormitories',
  'office-courts',
  'centre',
  'research',
  'works-large',
  'works-medium',
  'workshops',
  'logistics',
  'commerce',
  'park',
  'square',
  'verge',
]);
export type Recipe = v.InferOutput<typeof recipe>;

/** Single houses that a planner places: cut out of a corner of a block before its recipe fills the rest. */
export const siteKind = v.picklist([
  'german-centre',
  'concert-hall',
  'library',
  'town-hall',
  'exhibition-hall',
  'hotel',
  'hospital',
  'fire-station',
  'bus-depot',
  'school',
  'kindergarten',
  'sports-park',
  'substation',
  'energy-drum',
  'energy-blades',
  'energy-terrace',
  'energy-arc',
]);
export type SiteKind = v.InferOutput<typeof siteKind>;

const corner = v.picklist(['SW', 'SE', 'NE', 'NW']);
const floors = v.strictTuple([positiveWhole, positiveWhole]);

const block = v.strictObject({
  /** As blocksOf(streets) names it. */
  id,
  /** A short name of the planner's own, from which parcels and buildings are named: W07, W07/2, W07/2/5. */
  code: id,
  district: id,
  recipe,
  name: v.optional(title),
  floors: v.optional(floors),
  plotM2: v.optional(positive),
});

const site = v.strictObject({
  id,
  name: title,
  kind: siteKind,
  block: id,
  /** Absent: the whole block. */
  corner: v.optional(corner),
  widthM: v.optional(positive),
  depthM: v.optional(positive),
  landmark: v.optional(v.boolean()),
  floors: v.optional(positiveWhole),
});

/** zones.json of a plan: districts, what each block is, houses placed by hand, water and planting. */
export const zonesPlan = v.strictObject({
  targets: v.strictObject({ residents: positiveWhole, jobs: v.optional(positiveWhole) }),
  districts: v.array(v.strictObject({ id, name: title, outline, character: v.optional(title) })),
  blocks: v.array(block),
  sites: v.array(site),
  lakes: v.array(v.strictObject({ id, name: title, outline, levelM: v.number() })),
  streams: v.array(v.strictObject({ id, name: title, path: line, widthM: positive })),
  landmarks: v.array(v.strictObject({ id, name: title, at: point })),
  /** Woods outside the blocks: on the hills around, along the shore. */
  woods: v.array(v.strictObject({ outline, treesPerHectare: positive })),
  /** Streets that wear a green strip before the building line. */
  greenFronts: v.array(v.strictObject({ street: id, depthM: positive })),
});
export type ZonesPlan = v.InferOutput<typeof zonesPlan>;
export type PlannedBlock = ZonesPlan['blocks'][number];
export type PlannedSite = ZonesPlan['sites'][number];

export const useOfRecipe: Readonly<Record<Recipe, v.InferOutput<typeof landUse>>> = {
  terraces: 'housing',
  slabs: 'housing',
  midrise: 'housing',
  towers: 'housing',
  'mixed-housing': 'housing',
  dormitories: 'housing',
  'office-courts': 'office',
  centre: 'office',
  research: 'research',
  'works-large': 'industry',
  'works-medium': 'industry',
  workshops: 'industry',
  logistics: 'logistics',
  commerce: 'commerce',
  park: 'park',
  square: 'park',
  verge: 'protective-green',
};

export function parseZonesPlan(value: unknown): Result<ZonesPlan> {
  const parsed = v.safeParse(zonesPlan, value);
  if (parsed.success) return succeed(parsed.output);
  return fail(
    parsed.issues.map((issue) =>
      problem(
        'plan.form',
        ['zones.json', ...(issue.path?.map((item) => item.key as string | number) ?? [])],
        issue.message,
      ),
    ),
  );
}
