import type { DemandFile, ViewsFile } from '../../scene/schema/city';
import type { Title } from '../../scene/schema/primitives';
import type { RoadClass, RoadEdge, RoadsFile } from '../../scene/schema/roads';
import type { Box } from './land/outlines';
import type { Reach } from './reach';
import type { Report } from './report';

/** Vehicles a day on a lane of a road that leaves the extract: ours to begin with, until counts are imported. */
const tripsPerLane: Readonly<Record<RoadClass, number>> = {
  expressway: 9_000,
  arterial: 4_000,
  collector: 2_000,
  local: 500,
  service: 120,
  ramp: 3_000,
};

/** A usual working day, hour by hour, as weights. */
const day = {
  'to-work': [1, 1, 1, 1, 4, 15, 55, 120, 110, 40, 15, 9, 10, 10, 8, 5, 4, 3, 2, 2, 2, 1, 1, 1],
  'from-work': [2, 1, 1, 1, 1, 1, 2, 3, 4, 4, 5, 12, 14, 8, 10, 20, 50, 110, 105, 50, 25, 16, 10, 6],
  errand: [1, 1, 1, 1, 1, 2, 6, 14, 25, 36, 43, 40, 32, 30, 32, 36, 36, 36, 32, 25, 15, 9, 5, 3],
  leisure: [6, 3, 2, 1, 1, 2, 4, 5, 8, 15, 20, 22, 22, 22, 24, 26, 28, 34, 48, 60, 55, 40, 22, 12],
  freight: [6, 5, 5, 6, 9, 15, 25, 31, 35, 40, 42, 38, 30, 35, 39, 39, 34, 25, 18, 13, 10, 9, 8, 7],
} as const;
const shares = { 'to-work': 0.28, 'from-work': 0.27, errand: 0.22, leisure: 0.13, freight: 0.1 } as const;
const TRUCK_SHARE = 0.07;
const TRIPS_PER_RESIDENT = 0.3;
const TRIPS_PER_JOB = 0.2;
/**
 * Most of those who come in by a gate have business in the area: an extract of a few blocks draws no more of them than
 * its people explain, though its roads may be wide. Yet this share of what the lanes suggest passes in any case.
 */
const TRIPS_PER_HEAD = 2;
const LEAST_SHARE = 0.08;

export function demandOf(
  roads: RoadsFile,
  gateNodes: ReadonlySet<string>,
  reach: Reach,
  people: number,
  report: Report,
): DemandFile {
  const closed = (edge: RoadEdge, may: boolean, why: string): boolean => {
    if (!may) report.add('dropped', 'gate', edge.id, why);
    return may;
  };
  const comingIn = roads.edges.filter(
    (edge) => gateNodes.has(edge.from) && closed(edge, reach.mayEnter(edge.id), NO_WAY_IN),
  );
  const goingOut = roads.edges.filter(
    (edge) => gateNodes.has(edge.to) && closed(edge, reach.mayLeave(edge.id), NO_WAY_OUT),
  );
  const into = edgesBy(comingIn, 'from');
  const outOf = edgesBy(goingOut, 'to');
  const streets = new Map(roads.streets.map(({ id, name }) => [id, name]));
  const gates = [...gateNodes].sort().flatMap((node): DemandFile['gates'] => {
    const ins = into.get(node) ?? [];
    const outs = outOf.get(node) ?? [];
    return Array.from({ length: Math.max(ins.length, outs.length) }, (_, k) => {
      const [inEdge, outEdge] = [ins[k], outs[k]] as [RoadEdge | undefined, RoadEdge | undefined];
      const edge = (inEdge ?? outEdge)!;
      const name = edge.street === undefined ? undefined : streets.get(edge.street);
      const lanes = (inEdge?.lanes.length ?? 0) + (outEdge?.lanes.length ?? 0);
      return {
        id: `gate-${node}${k === 0 ? '' : `.${k + 1}`}`,
        ...(name ? { name } : {}),
        ...(inEdge ? { inEdge: inEdge.id } : {}),
        ...(outEdge ? { outEdge: outEdge.id } : {}),
        tripsPerDay: tripsPerLane[edge.class] * lanes,
      };
    });
  });
  report.figures.gates = gates.length;
  const byLanes = gates.reduce((total, gate) => total + gate.tripsPerDay, 0);
  const sum = Math.min(byLanes, Math.max(people * TRIPS_PER_HEAD, byLanes * LEAST_SHARE));
  for (const gate of gates) gate.tripsPerDay = Math.max(1, Math.round((gate.tripsPerDay * sum) / Math.max(1, byLanes)));
  report.add(
    'guessed',
    'demand',
    'demand.json',
    `${Math.round(sum)} trips a day at ${gates.length} gates, shared by class and lanes, bounded by the people here; hours of a usual working day`,
  );
  return {
    tripsPerResident: TRIPS_PER_RESIDENT,
    tripsPerJob: TRIPS_PER_JOB,
    purposes: (Object.keys(day) as (keyof typeof day)[]).map((id) => ({
      id,
      share: shares[id],
      hourly: inShares(day[id]),
    })),
    gates,
    truckShare: TRUCK_SHARE,
  };
}

const NO_WAY_IN = 'no traffic comes in here: it would not reach the main part of the network';
const NO_WAY_OUT = 'no traffic leaves here: the main part of the network does not lead to it';

function edgesBy(edges: readonly RoadEdge[], end: 'from' | 'to'): Map<string, RoadEdge[]> {
  const found = new Map<string, RoadEdge[]>();
  for (const edge of edges) found.set(edge[end], [...(found.get(edge[end]) ?? []), edge]);
  return found;
}

function inShares(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => Math.round((weight / sum) * 10_000) / 10_000);
}

/** From the south-east, high enough to see all of it. */
export function viewsOf({ min, max }: Box): ViewsFile {
  const middle = [(min[0] + max[0]) / 2, (min[1] + max[1]) / 2] as const;
  const spanM = Math.min(8_000, Math.max(150, max[0] - min[0], max[1] - min[1]));
  const whole = Math.round;
  return {
    views: [
      {
        id: 'overview',
        name: { zh: '全景', en: 'Overview', de: 'Überblick' },
        eye: [whole(middle[0] + spanM * 0.45), whole(middle[1] - spanM * 0.75), whole(spanM * 0.6)],
        target: [whole(middle[0]), whole(middle[1]), 0],
      },
    ],
  };
}

/** Letters, digits and hyphens of a name, for a folder and an address. */
export function sceneIdOf(name: string): string | undefined {
  const id = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64);
  return id === '' ? undefined : id;
}

export const titleFrom = (name: string): Title => ({ zh: name.slice(0, 400), en: name.slice(0, 400) });
