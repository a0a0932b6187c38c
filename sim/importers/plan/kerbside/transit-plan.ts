import * as v from 'valibot';
import { fail, type Problem, problem, type Result, succeed } from '../../../kernel';
import { buildingUse } from '../../../scene/schema/buildings';
import { atLeastZero, id, point, positive, positiveWhole, seconds, title } from '../../../scene/schema/primitives';

/**
 * transit.json of a plan: what stands at the kerb. Bus lines run along streets from node to node and come back to where
 * they began; parking follows from floor area; charging sites stand at houses or at points of their own.
 */
const busPlace = v.strictObject({ node: id, name: title });

/** On along a street to one of its nodes; buses stop just beyond those of the nodes passed that are named here. */
const leg = v.strictObject({ street: id, to: id, stops: v.optional(v.array(id)) });
const busLine = v.strictObject({
  id,
  name: title,
  from: id,
  legs: v.pipe(v.array(leg), v.minLength(1)),
  headwaySeconds: positive,
  firstSeconds: seconds,
  lastSeconds: seconds,
});

const parking = v.strictObject({
  /** Per thousand square metres of floor; a use that is not here has no spaces of its own. */
  spaces: v.array(v.strictObject({ use: buildingUse, perThousandM2: positive })),
  kerbside: v.strictObject({
    /** Local streets that have bays along one side. */
    streets: v.array(id),
    bayM: positive,
    /** Between a junction and the first bay. */
    clearM: atLeastZero,
  }),
});

const chargers = v.pipe(v.array(v.strictObject({ count: positiveWhole, powerKw: positive })), v.minLength(1));
const site = { id, name: title, chargers, limitKw: positive };
/** At a house, by its English name, or at a point. */
const chargingSite = v.union([v.strictObject({ ...site, house: v.string() }), v.strictObject({ ...site, at: point })]);

const transitPlan = v.strictObject({
  places: v.array(busPlace),
  lines: v.array(busLine),
  parking,
  chargingSites: v.array(chargingSite),
});
export type TransitPlan = v.InferOutput<typeof transitPlan>;
export type PlannedLine = TransitPlan['lines'][number];

export function parseTransitPlan(value: unknown): Result<TransitPlan> {
  const parsed = v.safeParse(transitPlan, value);
  if (!parsed.success) {
    return fail(
      parsed.issues.map((issue) =>
        problem('plan.form', issue.path?.map((item) => item.key as string | number) ?? [], issue.message),
      ),
    );
  }
  const problems = checkNames(parsed.output);
  return problems.length > 0 ? fail(problems) : succeed(parsed.output);
}

function checkNames(plan: TransitPlan): Problem[] {
  const places = new Set(plan.places.map(({ node }) => node));
  const served = new Set(plan.lines.flatMap(({ legs }) => legs.flatMap(({ stops }) => stops ?? [])));
  return [
    ...repeated(plan.places, ({ node }) => node).map((k) =>
      problem('plan.duplicate-place', ['places', k, 'node'], `${plan.places[k].node} is named before`),
    ),
    ...repeated(plan.places, ({ name }) => name.en).map((k) =>
      problem('plan.duplicate-place', ['places', k, 'name'], `another place is called '${plan.places[k].name.en}'`),
    ),
    ...repeated(plan.lines, (line) => line.id).map((k) =>
      problem('plan.duplicate-line', ['lines', k, 'id'], `another line is called '${plan.lines[k].id}'`),
    ),
    ...repeated(plan.parking.spaces, ({ use }) => use).map((k) =>
      problem('plan.duplicate-use', ['parking', 'spaces', k, 'use'], `${plan.parking.spaces[k].use} is named before`),
    ),
    ...repeated(plan.chargingSites, (one) => one.id).map((k) =>
      problem('plan.duplicate-site', ['chargingSites', k, 'id'], `another site is '${plan.chargingSites[k].id}'`),
    ),
    ...plan.places.flatMap(({ node }, k) =>
      served.has(node) ? [] : [problem('plan.unserved-place', ['places', k], `no line stops at '${node}'`)],
    ),
    ...plan.lines.flatMap(({ legs }, k) =>
      legs.flatMap(({ stops }, l) =>
        (stops ?? []).flatMap((node, s) => {
          const message = `found '${node}', expected the node of a place`;
          return places.has(node) ? [] : [problem('plan.unknown-place', ['lines', k, 'legs', l, 'stops', s], message)];
        }),
      ),
    ),
  ];
}

/** Places in the list of those whose key came before. */
function repeated<T>(list: readonly T[], keyOf: (one: T) => string): number[] {
  const seen = new Set<string>();
  return list.flatMap((one, k) => {
    const key = keyOf(one);
    if (seen.has(key)) return [k];
    seen.add(key);
    return [];
  });
}
