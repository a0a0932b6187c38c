/** Routes: each way kept once however many vehicles go it, and refused where an edge is missing or does not lead on. */
import type { RoadEdge, RoadsFile, VehicleHalt, VehicleRoute } from '../../../scene';
import { Names } from '../names';
import type { NetDraft } from '../net/draft';
import type { ImportNotes } from '../report';
import type { LaneUse } from './draft';
import { Reach } from './reach';

export interface KnownRoute {
  readonly route: VehicleRoute;
  /** What is wrong with it for vehicles that use lanes so; null where nothing is. */
  faultFor(use: LaneUse): string | null;
}

export class RouteBook {
  readonly names: Names;
  /** Those that vehicles name, by SUMO's name. */
  readonly named = new Map<string, KnownRoute>();
  readonly mixes = new Map<string, { route: string; share: number }[]>();
  readonly #byWay = new Map<string, KnownRoute>();
  readonly #used = new Map<string, VehicleRoute>();
  readonly #net: NetDraft;
  /** By pair of edges: who may use some turn between them, as bits of classes; undefined where there is none. */
  readonly #links = new Map<string, Set<string>>();
  readonly #reach = new Map<string, Reach>();

  constructor(net: NetDraft, roads: RoadsFile, notes: ImportNotes) {
    this.#net = net;
    this.names = new Names('vehicle-route', notes);
    const placed = new Map([...net.lanes.values()].map((each) => [each.lane.id, each]));
    for (const junction of roads.junctions) {
      for (const turn of junction.turns) {
        const from = placed.get(turn.fromLane)!;
        const to = placed.get(turn.toLane)!;
        const key = `${from.edge.id} ${to.edge.id}`;
        const users = this.#links.get(key) ?? new Set();
        for (const user of from.lane.allows ?? WHEELED) {
          if ((to.lane.allows ?? WHEELED).some((other) => other === user)) users.add(user);
        }
        this.#links.set(key, users);
      }
    }
  }

  /** The route with these edges (by SUMO's names); the same one whenever the same way is asked for. */
  ofWay(edges: readonly string[], name?: string): KnownRoute | string {
    if (edges.length === 0) return 'expected one edge or more';
    const missing = edges.find((edge) => !this.#net.edges.has(edge));
    if (missing !== undefined) {
      return this.#net.leftOut.has(missing)
        ? `leads over "${missing}", which is not carried over`
        : `expected edges of the network, found "${missing}"`;
    }
    const key = edges.join(' ');
    const before = this.#byWay.get(key);
    if (before !== undefined) return before;
    const ways = edges.map((edge) => this.#net.edges.get(edge)!);
    const made = this.#book(
      { id: this.names.of(name ?? `way-${this.#byWay.size + 1}`), edges: ways.map((edge) => edge.id) },
      ways,
    );
    this.#byWay.set(key, made);
    return made;
  }

  /** What is wrong with going from one edge to another by whatever way is best; null where there is one. */
  faultBetween(from: RoadEdge, to: RoadEdge, use: LaneUse): string | null {
    const key = keyOf(use);
    let reach = this.#reach.get(key);
    if (reach === undefined) {
      const open = [...this.#links].filter(([, users]) => use.anyLane || users.has(use.class));
      reach = new Reach(open.map(([pair]) => pair.split(' ') as [string, string]));
      this.#reach.set(key, reach);
    }
    const fault = this.#faultOf([from], use) ?? this.#faultOf([to], use);
    if (fault !== null) return fault;
    return reach.leads(from.id, to.id) ? null : `no way leads a ${use.class} from "${from.id}" to "${to.id}"`;
  }

  /** A route whose vehicles halt is one of its own, whatever its way. */
  withHalts(known: KnownRoute, name: string, halts: VehicleHalt[]): KnownRoute {
    return {
      route: { id: this.names.of(name), edges: known.route.edges, halts },
      faultFor: (use) => known.faultFor(use),
    };
  }

  /** A route in use, or the first of a mix, by the scene's name. */
  routeOf(id: string): VehicleRoute | undefined {
    const used = this.#used.get(id);
    if (used !== undefined) return used;
    const mix = [...this.mixes].find(([name]) => this.names.of(name) === id)?.[1];
    return mix && this.named.get(mix[0].route)?.route;
  }

  use(route: VehicleRoute): void {
    this.#used.set(route.id, route);
  }

  /** Mixes whose routes are all in use. */
  usedMixes(): { id: string; routes: { route: string; share: number }[] }[] {
    return [...this.mixes]
      .filter(([, parts]) => parts.every(({ route }) => this.#used.has(this.named.get(route)!.route.id)))
      .map(([name, parts]) => ({
        id: this.names.of(name),
        routes: parts.map(({ route, share }) => ({ route: this.named.get(route)!.route.id, share })),
      }));
  }

  get used(): VehicleRoute[] {
    return [...this.#used.values()];
  }

  #book(route: VehicleRoute, ways: readonly RoadEdge[]): KnownRoute {
    const answers = new Map<string, string | null>();
    return {
      route,
      faultFor: (use) => {
        const key = keyOf(use);
        let answer = answers.get(key);
        if (answer === undefined) {
          answer = this.#faultOf(ways, use);
          answers.set(key, answer);
        }
        return answer;
      },
    };
  }

  #faultOf(ways: readonly RoadEdge[], use: LaneUse): string | null {
    const opens = ways[0].lanes.some(
      (lane) => use.anyLane || (lane.allows ?? WHEELED).some((user) => user === use.class),
    );
    if (!opens) return `"${ways[0].id}" has no lane for a ${use.class}`;
    for (let i = 1; i < ways.length; i++) {
      const users = this.#links.get(`${ways[i - 1].id} ${ways[i].id}`);
      if (users === undefined) return `"${ways[i - 1].id}" does not lead to "${ways[i].id}"`;
      if (!use.anyLane && !users.has(use.class))
        return `no ${use.class} may drive from "${ways[i - 1].id}" to "${ways[i].id}"`;
    }
    return null;
  }
}

function keyOf(use: LaneUse): string {
  return use.anyLane ? 'any' : use.class;
}

/** Who may use a lane that names nobody: in SUMO everyone. */
const WHEELED: readonly string[] = ['car', 'truck', 'bus', 'emergency', 'bicycle'];
