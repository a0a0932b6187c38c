/**
 * Who travels when, from demand.json and the land. Three kinds of groups, each with its own numbering of trips:
 * - inside: tripsPerResident · residents + tripsPerJob · jobs a day, both ends inside, shared among the purposes;
 * - in and out by each gate: half of its tripsPerDay each way where it has both edges. The other end is a building by
 *   the purpose of the trip, or for a fixed share another gate (through traffic, by the gates' sizes).
 * A scene whose people have plans (people/) keeps of this only the through traffic by the gates, and the crowd that
 * comes in and leaves where an event multiplies a gate's trips.
 * Hours follow the purposes' hourly values, which are taken as weights. Freight drives trucks, as far as truckShare goes.
 */
import type { CompiledScene } from '../../../scene/compiled';
import type { DemandFile } from '../../../scene/schema/city';
import type { Network } from '../network';
import { type Matrix, matrixOf } from './matrix';
import { type Choice, choiceOf, type Places, placesOf } from './places';

export interface Purpose {
  readonly share: number;
  /** Share of the purpose's day by hour; they sum to 1. */
  readonly hourly: Float64Array;
  readonly truckShare: number;
  readonly origins: Choice | null;
  readonly destinations: Choice | null;
}

export interface Group {
  readonly tripsPerDay: number;
  /** Purpose of all its trips, or −1 where each trip draws its own. */
  readonly purpose: number;
  readonly fromGate: number;
  readonly toGate: number;
  /** Of those who come in by a gate, the share that leaves by another one. */
  readonly throughShare: number;
  /** Only what a gate's factor adds to the scene's trips; other groups are multiplied by it. */
  readonly adds: boolean;
}

export interface Demand {
  readonly purposes: readonly Purpose[];
  /** By hour: running sums of the purposes' shares of that hour. */
  readonly purposeSums: readonly Float64Array[];
  readonly groups: readonly Group[];
  readonly gateInEdge: Int32Array;
  readonly gateOutEdge: Int32Array;
  /** Gates by which through traffic leaves, by size. */
  readonly gateOutWeight: Float64Array;
  readonly matrix: Matrix | null;
  readonly circulating: readonly { readonly edges: readonly number[]; readonly count: number }[];
}

/** Of the trips that enter by a gate, this share leaves by another one; the rest has business here. Our assumption. */
const THROUGH_SHARE = 0.2;

const ENDS: Record<string, { from: (p: Places, e: number) => number; to: (p: Places, e: number) => number }> = {
  'to-work': { from: (p, e) => p.residents[e], to: (p, e) => p.jobs[e] },
  'from-work': { from: (p, e) => p.jobs[e], to: (p, e) => p.residents[e] },
  'to-school': { from: (p, e) => p.residents[e], to: (p, e) => p.pupils[e] },
  errand: { from: (p, e) => p.residents[e] + p.jobs[e], to: (p, e) => p.residents[e] + p.jobs[e] },
  leisure: { from: (p, e) => p.residents[e], to: (p, e) => p.residents[e] + p.jobs[e] },
  freight: { from: (p, e) => p.jobs[e], to: (p, e) => p.jobs[e] },
};

const known = new WeakMap<CompiledScene, Demand>();

/** Null where a scene says nothing about travel. The same for every run on a scene, so it is worked out once. */
export function demandOf(scene: CompiledScene, network: Network): Demand | null {
  const file = scene.scene.demand;
  if (!file) return null;
  const before = known.get(scene);
  if (before) return before;
  const demand = deriveDemand(scene, network, file);
  known.set(scene, demand);
  return demand;
}

function deriveDemand(scene: CompiledScene, network: Network, file: DemandFile): Demand {
  const places = placesOf(scene, network);
  const freightShare = file.purposes.filter(({ id }) => id === 'freight').reduce((sum, { share }) => sum + share, 0);
  const shareSum = file.purposes.reduce((sum, { share }) => sum + share, 0);
  const purposes = file.purposes.map(({ id, share, hourly }): Purpose => {
    const sum = hourly.reduce((total, value) => total + value, 0);
    return {
      share: shareSum > 0 ? share / shareSum : 0,
      hourly: Float64Array.from(hourly, (value) => (sum > 0 ? value / sum : 0)),
      truckShare: truckShareOf(id === 'freight', freightShare, file.truckShare),
      origins: choiceOf(weigh(network, (edge) => ENDS[id].from(places, edge))),
      destinations: choiceOf(weigh(network, (edge) => ENDS[id].to(places, edge))),
    };
  });

  const people = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
  const insidePerDay = file.tripsPerResident * people(places.residents) + file.tripsPerJob * people(places.jobs);
  const groups: Group[] = purposes.map(({ share, origins, destinations }, purpose) => ({
    tripsPerDay: origins && destinations ? insidePerDay * share : 0,
    purpose,
    fromGate: -1,
    toGate: -1,
    throughShare: 0,
    adds: false,
  }));

  const throughShare = people(places.jobs) + people(places.residents) > 0 ? THROUGH_SHARE : 1;
  const edgeSlot = (id: string | undefined) => (id === undefined ? -1 : (scene.elements.edge.slotOf(id) ?? -1));
  const gates = scene.elements.gate.ids.map((id) => {
    const gate = file.gates.find((one) => one.id === id);
    if (!gate) throw new Error(`met gate ${id} without an entry in demand.json, expected one`);
    return gate;
  });
  const gateInEdge = Int32Array.from(gates, ({ inEdge }) => edgeSlot(inEdge));
  const gateOutEdge = Int32Array.from(gates, ({ outEdge }) => edgeSlot(outEdge));
  gates.forEach(({ tripsPerDay }, gate) => {
    const both = gateInEdge[gate] >= 0 && gateOutEdge[gate] >= 0;
    const eachWay = both ? tripsPerDay / 2 : tripsPerDay;
    const comeIn = gateInEdge[gate] >= 0 ? eachWay : 0;
    // What leaves by a gate is through traffic for a part, which has been counted where it came in.
    const leave = gateOutEdge[gate] >= 0 ? eachWay * (1 - throughShare) : 0;
    const enter = { purpose: -1, fromGate: gate, toGate: -1 };
    const depart = { purpose: -1, fromGate: -1, toGate: gate, throughShare: 0 };
    if (file.people === undefined) {
      groups.push({ ...enter, tripsPerDay: comeIn, throughShare, adds: false });
      groups.push({ ...depart, tripsPerDay: leave, adds: false });
    } else {
      groups.push({ ...enter, tripsPerDay: comeIn * throughShare, throughShare: 1, adds: false });
      groups.push({ ...enter, tripsPerDay: comeIn * (1 - throughShare), throughShare: 0, adds: true });
      groups.push({ ...depart, tripsPerDay: leave, adds: true });
    }
  });

  return {
    purposes,
    purposeSums: Array.from({ length: 24 }, (_, hour) => {
      let sum = 0;
      return Float64Array.from(purposes, ({ share, hourly }) => (sum += share * hourly[hour]));
    }),
    groups,
    gateInEdge,
    gateOutEdge,
    gateOutWeight: Float64Array.from(gates, ({ tripsPerDay }, gate) => (gateOutEdge[gate] >= 0 ? tripsPerDay : 0)),
    matrix: matrixOf(scene, network),
    circulating: (file.circulating ?? []).map(({ edges, count }) => ({ edges: edges.map(edgeSlot), count })),
  };
}

/** Trucks as far as the scene's share goes: freight first, and other trips only for what freight leaves over. */
function truckShareOf(isFreight: boolean, freightShare: number, truckShare: number): number {
  if (isFreight) return Math.min(1, truckShare / freightShare);
  return freightShare < 1 ? Math.max(0, (truckShare - freightShare) / (1 - freightShare)) : 0;
}

function weigh(network: Network, weight: (edge: number) => number): Float64Array {
  return Float64Array.from({ length: network.roads.edgeCount }, (_, edge) => weight(edge));
}

/** Expected trips of a group in an hour of the day, where its gate's trips are multiplied by a factor. */
export function tripsInHour(demand: Demand, group: number, hourOfDay: number, factor = 1): number {
  const { tripsPerDay, purpose, adds } = demand.groups[group];
  const trips = tripsPerDay * (adds ? Math.max(0, factor - 1) : factor);
  if (purpose >= 0) return trips * demand.purposes[purpose].hourly[hourOfDay];
  const sums = demand.purposeSums[hourOfDay];
  return sums.length === 0 ? 0 : trips * sums[sums.length - 1];
}
