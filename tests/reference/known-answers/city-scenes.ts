/** Small scenes of our own with vehicles one by one: the recommended city car, and signals set by hand. */
import { type TrafficState, trafficDomain } from '../../../sim/domains/traffic';
import { observed, recordTrips, type TrafficObserver, type TripRecord } from '../../../sim/domains/traffic/outputs';
import type { Patch } from '../../../sim/ports';
import { createEngine } from '../../../sim/runtime';
import { defaultScenario } from '../../../sim/scenarios';
import {
  type CompiledScene,
  compileScene,
  type ListedVehicles,
  type Scene,
  type VehicleType,
} from '../../../sim/scene';
import { type SmallPlan, smallCity } from '../../domains/traffic/small-city';

const STARTS_AT_S = 25_200;

export const cityCar: VehicleType = {
  id: 'city-car',
  class: 'car',
  lengthM: 4.6,
  widthM: 1.8,
  minGapM: 2,
  maxSpeedMps: 55,
  accelerationMps2: 2,
  decelerationMps2: 3,
  emergencyDecelerationMps2: 9,
  headwaySeconds: 1,
  imperfection: 0,
  speedFactor: { mean: 1, deviation: 0, min: 0.5, max: 2 },
  model: 'IDM',
};

export interface ListedStream {
  readonly name: string;
  readonly edges: readonly string[];
  readonly times: readonly number[];
  readonly type?: string;
  readonly positions?: readonly number[];
  readonly lane?: ListedVehicles['departures'][number]['departLane'];
  readonly speed?: ListedVehicles['departures'][number]['departSpeed'];
}

export function listedVehicles(
  streams: readonly ListedStream[],
  types: readonly VehicleType[] = [cityCar],
  driving?: ListedVehicles['driving'],
): ListedVehicles {
  const departures = streams.flatMap(({ name, times, type = types[0].id, positions, lane = 'best', speed = 'max' }) =>
    times.map((departSeconds, i) => ({
      id: `${name}.${i}`,
      type,
      route: name,
      departSeconds,
      departLane: lane,
      departSpeed: speed,
      ...(positions === undefined ? {} : { departPosition: positions[i] }),
    })),
  );
  departures.sort((a, b) => a.departSeconds - b.departSeconds);
  return {
    startsAtSeconds: STARTS_AT_S,
    ...(driving === undefined ? {} : { driving }),
    types: [...types],
    typeMixes: [],
    routes: streams.map(({ name, edges }) => ({ id: name, edges: [...edges] })),
    routeMixes: [],
    departures,
    flows: [],
  };
}

export function withVehicles(scene: Scene, vehicles: ListedVehicles): CompiledScene {
  return compileScene({ ...scene, demand: { ...scene.demand!, gates: [], circulating: undefined, vehicles } });
}

/** The edges of a plan by the nodes that they join, so that ways can be told by nodes. */
export function edgesAlong({ roads }: Scene, nodes: readonly string[]): string[] {
  return nodes.slice(1).map((to, i) => {
    const edge = roads!.edges.find((each) => each.from === nodes[i] && each.to === to);
    if (edge === undefined) throw new Error(`no edge from ${nodes[i]} to ${to}`);
    return edge.id;
  });
}

/** Phases set by hand: `green` are pairs of edges whose turns are shown green, all others red. */
export function withSignal(
  scene: Scene,
  node: string,
  phases: readonly {
    readonly seconds: number;
    readonly green?: readonly (readonly [string, string])[];
    readonly yellow?: readonly (readonly [string, string])[];
  }[],
  offsetSeconds = 0,
): Scene {
  const roads = scene.roads!;
  const junction = roads.junctions.find((each) => each.node === node)!;
  const edgeOf = new Map(roads.edges.flatMap((edge) => edge.lanes.map((lane) => [lane.id, edge.id] as const)));
  const letters =
    1 + Math.max(...[...junction.turns, ...(junction.crossings ?? [])].map((each) => each.signalIndex ?? -1));
  const stateOf = (phase: (typeof phases)[number]) => {
    const state = Array.from({ length: letters }, () => 'r');
    const set = (pairs: readonly (readonly [string, string])[] | undefined, letter: string) => {
      for (const [from, to] of pairs ?? []) {
        for (const turn of junction.turns) {
          const fits = edgeOf.get(turn.fromLane) === from && edgeOf.get(turn.toLane) === to;
          if (fits && turn.signalIndex !== undefined) state[turn.signalIndex] = letter;
        }
      }
    };
    set(phase.green, 'G');
    set(phase.yellow, 'y');
    return state.join('');
  };
  const signals = roads.signals.map((signal) =>
    signal.junction !== junction.id
      ? signal
      : {
          ...signal,
          offsetSeconds,
          phases: phases.map((phase) => ({ seconds: phase.seconds, state: stateOf(phase) })),
        },
  );
  return { ...scene, roads: { ...roads, signals } };
}

export function planned(id: string, plan: SmallPlan): Scene {
  return smallCity(id, plan).scene;
}

export interface Driven {
  readonly trips: readonly TripRecord[];
  readonly state: TrafficState;
}

/** Drives a scene with the city's own step, as the command line would. */
export function drive(
  scene: CompiledScene,
  seconds: number,
  observers: readonly TrafficObserver[] = [],
  patch: Patch = [],
): Driven {
  const trips: TripRecord[] = [];
  let last: TrafficState | undefined;
  const keep: TrafficObserver = {
    start(state) {
      last = state;
      if (patch.length > 0) trafficDomain.patch(state, patch);
    },
    stepped() {},
    end() {},
  };
  const { domain, observation } = observed(trafficDomain, [
    keep,
    recordTrips((trip) => trips.push(trip)),
    ...observers,
  ]);
  const scenario = { ...defaultScenario(scene.id), seed: 1, startSeconds: STARTS_AT_S, durationSeconds: seconds };
  createEngine({ scene, scenario, domains: [domain] }).runTo(seconds);
  observation.end();
  return { trips, state: last! };
}
