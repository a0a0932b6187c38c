import type { ProblemList } from '../problem-list';
import type { RoadEdge } from '../schema/roads';
import type { ListedVehicles, VehicleDeparture, VehicleFlow, VehicleHalt } from '../schema/vehicles';
import { present, type SoundScene } from './sound-entries';

type Path = readonly (string | number)[];

/** A flow of more is a mistake in its rate. */
const MOST_OF_A_FLOW = 1_000_000;

/** Listed vehicles have a type and one way to go, ways lead from edge to edge, times run forwards, and places exist. */
export function checkVehicles({ demand, roads }: SoundScene, list: ProblemList): void {
  const vehicles = demand?.vehicles;
  // Every edge and junction has to be sound before anyone can say that a way does not lead on.
  if (vehicles === undefined || roads?.edges === undefined || roads.junctions === undefined) return;
  if (roads.edges.includes(undefined) || roads.junctions.includes(undefined)) return;
  const edges = new Map([...present(roads.edges)].map(([edge]) => [edge.id, edge]));
  const edgeOfLane = new Map([...edges.values()].flatMap((edge) => edge.lanes.map((lane) => [lane.id, edge])));
  const leadsTo = new Map<string | undefined, Set<string | undefined>>();
  for (const [junction] of present(roads.junctions)) {
    for (const turn of junction.turns) {
      const from = edgeOfLane.get(turn.fromLane)?.id;
      if (!leadsTo.has(from)) leadsTo.set(from, new Set());
      leadsTo.get(from)!.add(edgeOfLane.get(turn.toLane)?.id);
    }
  }
  checkNames(vehicles, list);
  const path = ['demand.json', 'vehicles'];
  vehicles.types.forEach(({ speedFactor: { min, max } }, i) => {
    if (min > max)
      list.error(
        'scene.vehicle-type',
        [...path, 'types', i, 'speedFactor'],
        `expected min ≤ max, found ${min}, ${max}`,
      );
  });
  const firstEdges = new Map<string, RoadEdge | undefined>();
  vehicles.routes.forEach((route, i) => {
    firstEdges.set(route.id, edges.get(route.edges[0]));
    for (let k = 1; k < route.edges.length; k++) {
      const [from, to] = [route.edges[k - 1], route.edges[k]];
      if (leadsTo.get(from)?.has(to) || !edges.has(from) || !edges.has(to)) continue;
      list.error(
        'scene.broken-route',
        [...path, 'routes', i, 'edges', k],
        `expected an edge that "${from}" leads to, found "${to}"`,
      );
    }
    checkHalts(route.halts, [...path, 'routes', i, 'halts'], list);
  });
  const check = (going: VehicleDeparture | VehicleFlow, at: Path) => {
    const first = going.route === undefined ? edges.get(going.from ?? '') : firstEdges.get(going.route);
    if (typeof going.departLane === 'number' && first !== undefined && going.departLane >= first.lanes.length) {
      list.error(
        'scene.no-lane',
        [...at, 'departLane'],
        `expected below ${first.lanes.length}, the lanes of "${first.id}"; found ${going.departLane}`,
      );
    }
    checkHalts(going.halts, [...at, 'halts'], list);
  };
  for (const [i, each] of vehicles.departures.entries()) check(each, [...path, 'departures', i]);
  vehicles.flows.forEach((each, i) => {
    check(each, [...path, 'flows', i]);
    checkFlow(each, [...path, 'flows', i], list);
  });
}

function checkNames(vehicles: ListedVehicles, list: ProblemList): void {
  const types = new Set(vehicles.types.map(({ id }) => id));
  const routes = new Set(vehicles.routes.map(({ id }) => id));
  const path = ['demand.json', 'vehicles'];
  const both = (names: Set<string>, mixes: readonly { readonly id: string }[], key: string) => {
    for (const [i, { id }] of mixes.entries()) {
      if (names.has(id))
        list.error('scene.duplicate-id', [...path, key, i, 'id'], `"${id}" is the name of one of its parts' kind`);
      names.add(id);
    }
  };
  both(types, vehicles.typeMixes, 'typeMixes');
  both(routes, vehicles.routeMixes, 'routeMixes');
  const check = (each: VehicleDeparture | VehicleFlow, at: Path) => {
    if (!types.has(each.type))
      list.error('scene.unknown-vehicle-type', [...at, 'type'], `expected a known type or mix, found "${each.type}"`);
    if (each.route === undefined) {
      if (each.from === undefined || each.to === undefined) {
        list.error('scene.no-way', [...at], 'expected a route, or from and to; found neither');
      }
    } else if (each.from !== undefined || each.to !== undefined) {
      list.error('scene.no-way', [...at], 'expected a route, or from and to; found both');
    } else if (!routes.has(each.route)) {
      list.error(
        'scene.unknown-vehicle-route',
        [...at, 'route'],
        `expected a known route or mix, found "${each.route}"`,
      );
    }
  };
  for (const [i, each] of vehicles.departures.entries()) check(each, [...path, 'departures', i]);
  for (const [i, each] of vehicles.flows.entries()) check(each, [...path, 'flows', i]);
}

function checkFlow(flow: VehicleFlow, path: Path, list: ProblemList): void {
  const seconds = flow.endSeconds - flow.beginSeconds;
  if (seconds < 0) {
    list.error(
      'scene.times-backwards',
      [...path, 'endSeconds'],
      `expected at least ${flow.beginSeconds}, found ${flow.endSeconds}`,
    );
  }
  const { count, periodSeconds, perSecond, meanGapSeconds } = flow;
  const ways = [count, periodSeconds, perSecond, meanGapSeconds].filter((way) => way !== undefined).length;
  if (ways !== 1) {
    list.error(
      'scene.flow-rate',
      [...path],
      `expected one of count, periodSeconds, perSecond, meanGapSeconds; found ${ways}`,
    );
  }
  const expected = count ?? seconds * (perSecond ?? 1 / (periodSeconds ?? meanGapSeconds ?? 1));
  if (expected > MOST_OF_A_FLOW) {
    list.error(
      'scene.flow-rate',
      [...path],
      `expected at most ${MOST_OF_A_FLOW} vehicles, found about ${Math.round(expected)}`,
    );
  }
}

function checkHalts(halts: readonly VehicleHalt[] | undefined, path: Path, list: ProblemList): void {
  halts?.forEach(({ fromM, toM, seconds, untilSeconds }, i) => {
    if (fromM > toM) list.error('scene.halt', [...path, i, 'fromM'], `expected at most toM = ${toM}, found ${fromM}`);
    if (seconds === undefined && untilSeconds === undefined) {
      list.error('scene.halt', [...path, i], 'expected seconds, untilSeconds or both; found neither');
    }
  });
}
