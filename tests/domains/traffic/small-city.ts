/** Small cities for the traffic's tests, drawn as street plans and read the way every scene is. */

import { parseStreetPlan } from '../../../sim/importers/plan/plan';
import { streetsToRoads } from '../../../sim/importers/plan/streets';
import { formatPath } from '../../../sim/kernel';
import { type CompiledScene, compileScene, type DemandFile, type Scene } from '../../../sim/scene';

export interface PlannedStreet {
  readonly path: readonly string[];
  readonly class?: 'expressway' | 'arterial' | 'collector' | 'local';
  readonly lanes?: number;
  readonly oneWay?: boolean;
  readonly speedKmh?: number;
  readonly planned?: true;
}

export interface SmallPlan {
  readonly nodes: Readonly<Record<string, readonly [number, number]>>;
  readonly streets: Readonly<Record<string, PlannedStreet>>;
  readonly signals?: 'auto' | readonly string[];
  readonly roundabouts?: readonly { node: string; radiusM: number }[];
  /** Trips a day in and out together, by the node at which the plan ends. */
  readonly gates?: Readonly<Record<string, number>>;
  readonly circulating?: readonly { id: string; edges: string[]; count: number }[];
  readonly truckShare?: number;
}

const EVEN_DAY = Array.from({ length: 24 }, () => 1 / 24);

export function smallCity(id: string, plan: SmallPlan): CompiledScene {
  const streetPlan = parseStreetPlan({
    nodes: plan.nodes,
    streets: Object.entries(plan.streets).map(([streetId, street]) => ({
      id: streetId,
      name: { zh: streetId, en: streetId },
      class: 'collector',
      ...street,
    })),
    signals: plan.signals ?? [],
    ...(plan.roundabouts ? { roundabouts: plan.roundabouts } : {}),
  });
  if (!streetPlan.ok) throw new Error(JSON.stringify(streetPlan.problems));
  const roads = streetsToRoads(streetPlan.value);
  if (!roads.ok) throw new Error(roads.problems.map((one) => `${formatPath(one.path)}: ${one.message}`).join('\n'));
  const edges = roads.value.edges;
  const demand: DemandFile = {
    tripsPerResident: 0,
    tripsPerJob: 0,
    purposes: [{ id: 'errand', share: 1, hourly: EVEN_DAY }],
    gates: Object.entries(plan.gates ?? {}).map(([node, tripsPerDay]) => ({
      id: `gate-${node}`,
      ...optional('inEdge', edges.find(({ from }) => from === node)?.id),
      ...optional('outEdge', edges.find(({ to }) => to === node)?.id),
      tripsPerDay,
    })),
    truckShare: plan.truckShare ?? 0,
    ...(plan.circulating ? { circulating: [...plan.circulating] } : {}),
  };
  return compileScene({ manifest: manifest(id), roads: roads.value, demand } as Scene);
}

export function manifest(id: string): Scene['manifest'] {
  return {
    format: 'cityloom-scene',
    version: 1,
    id,
    name: { zh: id, en: id },
    origin: { latitudeDeg: 36, longitudeDeg: 120, heightM: 0, datum: 'WGS84' },
    timeZone: 'Asia/Shanghai',
    extent: { min: [-5_000, -5_000], max: [5_000, 5_000] },
    illustrative: true,
    sources: [],
    files: ['roads.json', 'demand.json'],
  };
}

function optional<Name extends string>(name: Name, value: string | undefined): Partial<Record<Name, string>> {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, string>);
}

/** Four arms of 300 m, a signal in the middle unless told otherwise. */
export function crossroads(options: Partial<SmallPlan> = {}): CompiledScene {
  return smallCity('crossroads', {
    nodes: { m: [0, 0], n: [0, 300], e: [300, 0], s: [0, -300], w: [-300, 0] },
    streets: { ns: { path: ['n', 'm', 's'], lanes: 1 }, we: { path: ['w', 'm', 'e'], lanes: 1 } },
    signals: ['m'],
    gates: { n: 6_000, e: 6_000, s: 6_000, w: 6_000 },
    ...options,
  });
}
