import * as v from 'valibot';
import { fail, type Problem, problem, type Result, succeed } from '../../kernel';
import { point, positive, title } from '../../scene/schema/primitives';
import { roadClass } from '../../scene/schema/roads';

/**
 * streets.json of a plan: what a town planner draws. Streets are paths over named nodes; where two streets name the
 * same node they meet, and nowhere else. The ids of edges, lanes and turns are made of the names: 'street:node:node#0'
 * has to stay within the 80 characters of an id.
 */
const name = v.pipe(
  v.string(),
  v.regex(/^[\p{L}\p{N}][\p{L}\p{N}_.+-]{0,39}$/u, 'expected a name of 1 to 40 letters, digits or _.+-'),
);

const street = v.strictObject({
  id: name,
  name: title,
  class: roadClass,
  /** Nodes in order; a node that no other street touches only shapes the line. First = last closes a loop. */
  path: v.pipe(v.array(name), v.minLength(2)),
  /** A smooth curve through the nodes; without it, straight lines with rounded bends. */
  curve: v.optional(v.boolean()),
  /** Traffic runs along the path only. Ramps are one-way unless this is false. */
  oneWay: v.optional(v.boolean()),
  /** Per direction. */
  lanes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6))),
  speedKmh: v.optional(v.pipe(positive, v.maxValue(130))),
  medianM: v.optional(v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(60))),
  laneWidthM: v.optional(v.pipe(v.number(), v.finite(), v.minValue(2.5), v.maxValue(6))),
  sidewalkM: v.optional(v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(20))),
  /** The kerb lane of each direction is for buses and emergency vehicles. */
  busLane: v.optional(v.boolean()),
  /** Drawn in, with its junctions, and not open: a change opens it. */
  planned: v.optional(v.literal(true)),
});

const streetPlan = v.strictObject({
  nodes: v.record(name, point),
  streets: v.pipe(v.array(street), v.minLength(1)),
  /** 'auto': where three or more arms of collectors, arterials or expressways meet. A list names all of them. */
  signals: v.union([v.literal('auto'), v.array(name)]),
  /** With 'auto': these as well, and these not. */
  moreSignals: v.optional(v.array(name)),
  noSignals: v.optional(v.array(name)),
  /** Radius of the circulating lane's centre line. */
  roundabouts: v.optional(
    v.array(v.strictObject({ node: name, radiusM: v.pipe(v.number(), v.minValue(10), v.maxValue(80)) })),
  ),
});
export type StreetPlan = v.InferOutput<typeof streetPlan>;
export type PlannedStreet = StreetPlan['streets'][number];

/** Reads a plan and resolves every name in it; all problems, each with its path from the file's top. */
export function parseStreetPlan(value: unknown): Result<StreetPlan> {
  const parsed = v.safeParse(streetPlan, value);
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

function checkNames(plan: StreetPlan): Problem[] {
  const problems: Problem[] = [];
  const known = new Set(Object.keys(plan.nodes));
  const used = new Set<string>();
  const requireNode = (node: string, path: readonly (string | number)[]) => {
    if (!known.has(node))
      problems.push(problem('plan.unknown-node', path, `found '${node}', expected a name in nodes`));
  };

  const streetIds = new Map<string, number>();
  plan.streets.forEach((planned, s) => {
    const before = streetIds.get(planned.id);
    if (before !== undefined) {
      const message = `'${planned.id}' is already streets[${before}], expected another id`;
      problems.push(problem('plan.duplicate-street', ['streets', s, 'id'], message));
    }
    streetIds.set(planned.id, s);
    planned.path.forEach((node, i) => {
      requireNode(node, ['streets', s, 'path', i]);
      used.add(node);
      if (i > 0 && planned.path[i - 1] === node) {
        const message = `'${node}' follows itself, expected another node`;
        problems.push(problem('plan.repeated-node', ['streets', s, 'path', i], message));
      }
    });
  });
  for (const node of known) {
    if (!used.has(node)) {
      problems.push(problem('plan.unused-node', ['nodes', node], `no street passes '${node}', expected at least one`));
    }
  }
  for (const list of ['signals', 'moreSignals', 'noSignals'] as const) {
    const nodes = plan[list];
    if (!Array.isArray(nodes)) continue;
    nodes.forEach((node, i) => {
      requireNode(node, [list, i]);
    });
  }
  plan.roundabouts?.forEach(({ node }, i) => {
    requireNode(node, ['roundabouts', i, 'node']);
  });
  return problems;
}
