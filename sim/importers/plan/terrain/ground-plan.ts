import * as v from 'valibot';
import { fail, problem, type Result, succeed } from '../../../kernel';
import { finite, line, outline, point, positive } from '../../../scene/schema/primitives';

/** ground.json of a plan: the lie of the land before anybody built on it, as a few forms added up. */
export const groundPlan = v.strictObject({
  min: point,
  max: point,
  spacingM: positive,
  /** A tilted plane: height at the origin, and what it gains eastwards and northwards. */
  plane: v.strictObject({ heightM: finite, perMetreEast: finite, perMetreNorth: finite }),
  /** Round tops with a foot at the radius; lobes make the foot wander in and out by a share of the radius. */
  hills: v.array(
    v.strictObject({
      at: point,
      riseM: finite,
      radiusM: positive,
      stretch: v.optional(v.strictObject({ towards: point, by: positive })),
      lobes: v.optional(v.strictObject({ count: v.pipe(v.number(), v.integer(), v.minValue(1)), share: positive })),
    }),
  ),
  /** Long forms: ridges rise, valleys have a negative rise. */
  ridges: v.array(v.strictObject({ path: line, riseM: finite, halfWidthM: positive })),
  /** Sea at level 0 to the right of the line as it is drawn; the shore falls to it. */
  shore: v.optional(v.strictObject({ path: line, slope: positive, deepestM: positive })),
  /** Hollows for lakes: level and depth; the bank stays above the water. */
  hollows: v.array(v.strictObject({ outline, levelM: finite, depthM: positive, freeboardM: positive })),
});
export type GroundPlan = v.InferOutput<typeof groundPlan>;

export function parseGroundPlan(value: unknown): Result<GroundPlan> {
  const parsed = v.safeParse(groundPlan, value);
  if (parsed.success) return succeed(parsed.output);
  return fail(
    parsed.issues.map((issue) =>
      problem(
        'plan.form',
        ['ground.json', ...(issue.path?.map((item) => item.key as string | number) ?? [])],
        issue.message,
      ),
    ),
  );
}
