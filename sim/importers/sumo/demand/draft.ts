/** What the parts of a demand's import share: the network they refer to, the rows collected so far, and who is told. */
import type { ListedVehicles, RoadEdge, RoadsFile, VehicleClass, VehicleType } from '../../../scene';
import { Names } from '../names';
import type { NetDraft } from '../net/draft';
import type { ImportNotes } from '../report';
import { RouteBook } from './route-book';

export interface DemandSettings {
  readonly beginSeconds: number;
  /** Undefined where the run has no end. */
  readonly endSeconds: number | undefined;
  /** Deviation of the wanted speed where a type names none; SUMO's option default.speeddev. */
  readonly speedDeviation: number | undefined;
}

export class DemandDraft {
  readonly net: NetDraft;
  readonly roads: RoadsFile;
  readonly notes: ImportNotes;
  readonly settings: DemandSettings;
  readonly typeNames: Names;
  readonly vehicleNames: Names;
  readonly flowNames: Names;
  readonly routes: RouteBook;
  /** By SUMO's name; null for what is known and cannot be carried. */
  readonly types = new Map<string, VehicleType | null>();
  readonly typeMixes = new Map<string, { type: string; share: number }[]>();
  readonly departures: ListedVehicles['departures'] = [];
  readonly flows: ListedVehicles['flows'] = [];
  /** By file: they should stand in the order of their times. */
  readonly latestDepartures = new Map<string, number>();
  readonly sensors: { id: string; kind: 'loop'; at: [number, number]; element: string; intervalSeconds: number }[] = [];
  /** Places where vehicles halt: by SUMO's kind and name. */
  readonly places = new Map<string, HaltPlace>();
  readonly placeNames = new Map<string, Names>();
  readonly #saidOnce = new Set<string>();
  readonly #edgeOf: ReadonlyMap<string, RoadEdge>;

  constructor(net: NetDraft, roads: RoadsFile, notes: ImportNotes, settings: DemandSettings) {
    this.net = net;
    this.roads = roads;
    this.notes = notes;
    this.settings = settings;
    this.typeNames = new Names('vehicle-type', notes);
    this.vehicleNames = new Names('vehicle', notes);
    this.flowNames = new Names('vehicle-flow', notes);
    this.routes = new RouteBook(net, roads, notes);
    this.#edgeOf = new Map(roads.edges.map((edge) => [edge.id, edge]));
  }

  note(code: string, path: readonly (string | number)[], message: string): void {
    this.notes.add(`sumo.${code}`, path, message);
  }

  /** For what every row of a file would say again. */
  noteOnce(code: string, path: readonly (string | number)[], message: string): void {
    const key = [code, ...path].join('\n');
    if (this.#saidOnce.has(key)) return;
    this.#saidOnce.add(key);
    this.note(code, path, message);
  }

  /** The edge that a vehicle starts on. */
  firstEdgeOf(going: { readonly route?: string; readonly from?: string }): RoadEdge {
    const route = going.route === undefined ? undefined : this.routes.routeOf(going.route);
    const id = route === undefined ? going.from : route.edges[0];
    const edge = id === undefined ? undefined : this.#edgeOf.get(id);
    if (edge === undefined) throw new Error(`met a vehicle that starts on "${id}", expected an edge that was checked`);
    return edge;
  }

  /** The class that decides which lanes a type or mix may use; undefined where nobody knows it. */
  laneUseOf(type: string): LaneUse | undefined {
    const mix = this.typeMixes.get(type);
    const types = (mix === undefined ? [type] : mix.map((part) => part.type)).map((name) => this.types.get(name));
    const first = types.find((one) => one !== undefined && one !== null);
    return first ? { class: first.class, anyLane: first.anyLane === true } : undefined;
  }
}

export interface LaneUse {
  readonly class: VehicleClass;
  readonly anyLane: boolean;
}

export interface HaltPlace {
  readonly lane: string;
  readonly fromM: number;
  readonly toM: number;
  readonly stop?: string;
  readonly parking?: string;
}
