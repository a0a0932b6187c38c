/**
 * Vehicles that a scene lists one by one, as slots and numbers. Of a type this model takes its class, its wanted speed
 * and its top speed; lengths, gaps, accelerations and the other parameters are those of the class. Left out: halts on
 * the way and places of arrival; a vehicle leaves at the end of its last edge.
 */
import type { CompiledScene } from '../../../scene/compiled';
import type { ListedVehicles, VehicleDeparture, VehicleFlow, VehicleType } from '../../../scene/schema/vehicles';
import { type Halt, haltsOf } from '../driving/halt';
import { CAR, TRUCK } from '../vehicle-kinds';

/** Running sums of weights over places in a list; one place is sure where there is no choice. */
export interface Draw {
  readonly places: readonly number[];
  readonly sums: Float64Array;
}

export interface ListedPlan {
  readonly file: ListedVehicles;
  readonly types: readonly VehicleType[];
  readonly kinds: Uint8Array;
  readonly ways: readonly Uint32Array[];
  /** Departures first, then flows. */
  readonly goings: readonly (VehicleDeparture | VehicleFlow)[];
  readonly typeOf: readonly Draw[];
  /** Null where a going names no route but from where to where. */
  readonly wayOf: readonly (Draw | null)[];
  /** By going: its halts in order, those of its route first. Where routes are drawn, only its own. */
  readonly halts: readonly (readonly Halt[])[];
  /** By going: the edge to start on where it names no route, and the one to reach; −1 where it does. */
  readonly fromEdge: Int32Array;
  readonly toEdge: Int32Array;
}

const BUS = 2;
const EMERGENCY = 3;
const KIND_OF_CLASS: Readonly<Record<string, number>> = { car: CAR, truck: TRUCK, bus: BUS, emergency: EMERGENCY };

const ALL_OF_ONE = Float64Array.of(1);
const NO_HALTS: readonly Halt[] = [];
const known = new WeakMap<CompiledScene, ListedPlan>();

/** Null where the scene lists no vehicles. */
export function listedPlanOf(scene: CompiledScene): ListedPlan | null {
  const file = scene.scene.demand?.vehicles;
  if (file === undefined) return null;
  const plan = known.get(scene) ?? derivePlan(scene, file);
  known.set(scene, plan);
  return plan;
}

function derivePlan(scene: CompiledScene, file: ListedVehicles): ListedPlan {
  const edgeSlot = (id: string | undefined) => (id === undefined ? -1 : (scene.elements.edge.slotOf(id) ?? -1));
  const types = placesOf(file.types);
  const routes = placesOf(file.routes);
  const typeDraws = drawsOf(
    types,
    file.typeMixes.map(({ id, types: parts }) => [id, parts.map(({ type, share }) => [type, share])]),
  );
  const wayDraws = drawsOf(
    routes,
    file.routeMixes.map(({ id, routes: parts }) => [id, parts.map(({ route, share }) => [route, share])]),
  );
  const routeById = new Map(file.routes.map((route) => [route.id, route]));
  const goings = [...file.departures, ...file.flows];
  return {
    file,
    types: file.types,
    // Bicycles keep to the kerb as slow cars do: a model of their own comes later.
    kinds: Uint8Array.from(file.types, (type) => KIND_OF_CLASS[type.class] ?? CAR),
    ways: waysOf(file.routes, edgeSlot),
    goings,
    halts: goings.map((going) => {
      const route = going.route === undefined ? undefined : routeById.get(going.route);
      if (!route?.halts && !going.halts) return NO_HALTS;
      return haltsOf(scene, [...(route?.halts ?? []), ...(going.halts ?? [])], file.startsAtSeconds);
    }),
    typeOf: goings.map(({ type }) => typeDraws.get(type)!),
    wayOf: goings.map(({ route }) => (route === undefined ? null : wayDraws.get(route)!)),
    fromEdge: Int32Array.from(goings, ({ from }) => edgeSlot(from)),
    toEdge: Int32Array.from(goings, ({ to }) => edgeSlot(to)),
  };
}

/** All ways lie in one array: with a hundred thousand of them, a buffer of its own for each weighs more than the way. */
function waysOf(routes: ListedVehicles['routes'], slotOf: (edge: string) => number): Uint32Array[] {
  const all = new Uint32Array(routes.reduce((sum, { edges }) => sum + edges.length, 0));
  let at = 0;
  return routes.map(({ edges }) => {
    const from = at;
    for (const edge of edges) all[at++] = slotOf(edge);
    return all.subarray(from, at);
  });
}

function placesOf(entries: readonly { readonly id: string }[]): Map<string, number> {
  return new Map(entries.map(({ id }, place) => [id, place]));
}

type Mix = readonly [id: string, parts: readonly (readonly [id: string, share: number])[]];

function drawsOf(places: ReadonlyMap<string, number>, mixes: readonly Mix[]): Map<string, Draw> {
  const draws = new Map<string, Draw>();
  for (const [id, place] of places) draws.set(id, { places: [place], sums: ALL_OF_ONE });
  for (const [id, parts] of mixes) {
    let sum = 0;
    const sums = Float64Array.from(parts, ([, share]) => (sum += share));
    draws.set(id, { places: parts.map(([part]) => places.get(part)!), sums });
  }
  return draws;
}

export function drawPlace(draw: Draw, uniform: number): number {
  const wanted = uniform * draw.sums[draw.sums.length - 1];
  let at = 0;
  while (at < draw.places.length - 1 && draw.sums[at] <= wanted) at++;
  return draw.places[at];
}
