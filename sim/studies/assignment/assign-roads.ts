import { type Result, succeed } from '../../kernel';
import type { CompiledRoads } from '../../scene';
import { type AssignmentSettings, assign, type IterationFigures } from './equilibrate';
import { routesOf } from './routes';
import { type EdgeDemand, problemOfRoads, type RoadProblem } from './scene-problem';

export interface RoadRoute {
  /** Row of the demand that it serves. */
  readonly row: number;
  readonly tripsPerHour: number;
  /** Edge slots from the first to the last. */
  readonly edges: readonly number[];
}

export interface RoadEquilibrium {
  readonly figures: IterationFigures;
  readonly converged: boolean;
  readonly edgeFlowVehph: Float64Array;
  /** Seconds along each edge at that flow; NaN where cars cannot drive. */
  readonly edgeSeconds: Float64Array;
  readonly routes: readonly RoadRoute[];
  /** Rows of the demand that no way serves. */
  readonly unreachedRows: readonly number[];
}

/** The steady state that drivers of a scene would settle in: who drives where, how long each edge takes, by which routes. */
export function assignRoads(
  roads: CompiledRoads,
  demand: EdgeDemand,
  settings: AssignmentSettings & { readonly closed?: Uint8Array; readonly leastRouteShare?: number } = {},
  onIteration?: (figures: IterationFigures) => boolean | undefined,
): Result<RoadEquilibrium> {
  const built = problemOfRoads(roads, demand, settings.closed);
  if (!built.ok) return built;
  const { problem, edgeLink } = built.value;
  const assignment = assign(problem, settings, onIteration);
  const { iteration, relativeGap, averageExcess, totalCost, beckmann } = assignment;
  const byEdge = (values: Float64Array, otherwise: number) =>
    Float64Array.from(edgeLink, (link) => (link < 0 ? otherwise : values[link]));
  return succeed(
    {
      figures: { iteration, relativeGap, averageExcess, totalCost, beckmann },
      converged: assignment.ended === 'gap',
      edgeFlowVehph: byEdge(assignment.linkFlow, 0),
      edgeSeconds: byEdge(assignment.linkCost, Number.NaN),
      routes: listRoutes(built.value, routesOf(problem, assignment, settings.leastRouteShare)),
      unreachedRows: Array.from(assignment.unreachedPairs, (pair) => problem.pairRow[pair]),
    },
    built.warnings,
  );
}

function listRoutes({ problem, linkEdge }: RoadProblem, table: ReturnType<typeof routesOf>): RoadRoute[] {
  return Array.from(table.pair, (pair, route) => ({
    row: problem.pairRow[pair],
    tripsPerHour: table.trips[route],
    edges: Array.from(
      table.links.subarray(table.start[route], table.start[route + 1]),
      (link) => linkEdge[link],
    ).filter((edge) => edge >= 0),
  }));
}
