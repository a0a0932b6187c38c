/** Runs the traffic alone, without a runtime: its ports are plain arrays, its happenings a list. */

import { type TrafficState, trafficDomain } from '../../../sim/domains/traffic';
import { asTick, createLuck, type ElementId } from '../../../sim/kernel';
import type { KpiName, Patch } from '../../../sim/ports';
import type { CompiledScene } from '../../../sim/scene';

export interface Heard {
  readonly id: number;
  readonly seconds: number;
  readonly code: string;
  readonly element: ElementId;
  readonly causes: readonly number[];
  readonly values: Readonly<Record<string, number>>;
}

export interface Run {
  readonly scene: CompiledScene;
  state: TrafficState;
  readonly heard: Heard[];
  readonly signalSupply: Float64Array;
  readonly roadHazard: Float64Array;
  readonly roadDepth?: Float64Array;
  /** What works leave of lanes. */
  readonly laneLimit?: Float64Array;
  /** Share of their limits at which one drives in this weather; all of it unless said. */
  driveShare?: number;
  readonly edgeSpeed: Float64Array;
  /** The grid, as charging sites and homes meet it. */
  readonly grid?: Grid;
  readonly streets?: Streets;
  tick: number;
}

export const STEP_SECONDS = 0.5;

export function start(scene: CompiledScene, seed = 1, startSeconds = 25_200): Run {
  const settings = { seed, startSeconds, baseStepSeconds: STEP_SECONDS };
  return {
    scene,
    state: trafficDomain.create(scene, settings),
    heard: [],
    signalSupply: new Float64Array(scene.elements.signal.count).fill(1),
    roadHazard: new Float64Array(scene.roads.edgeCount),
    roadDepth: new Float64Array(scene.roads.edgeCount),
    edgeSpeed: new Float64Array(scene.roads.edgeCount),
    streets: streetsOf(scene),
    grid: gridOf(scene),
    tick: 0,
  };
}

const gridOf = ({ elements }: CompiledScene) => ({
  siteSupply: new Float64Array(elements['charging-site'].count).fill(1),
  buildingSupply: new Float64Array(elements.building.count).fill(1),
  siteKw: new Float64Array(elements['charging-site'].count),
  homeKw: new Float64Array(elements.building.count),
  followers: new Float64Array(1),
  signal: new Float64Array(elements.building.count).fill(1),
  atOnceKw: new Float64Array(1),
  followerKwh: new Float64Array(elements.building.count),
  followerKw: new Float64Array(elements.building.count),
});
type Grid = ReturnType<typeof gridOf>;

/** What galleries below call for, by edge, with the happenings behind that; and how long crews take. */
const streetsOf = ({ roads: { edgeCount, laneCount } }: CompiledScene) => ({
  laneLimit: new Float64Array(laneCount).fill(1_000),
  fireCall: new Float64Array(edgeCount),
  ambulanceCall: new Float64Array(edgeCount),
  callCause: new Int32Array(edgeCount),
  crewTime: new Float64Array(edgeCount),
  enginesThere: new Float64Array(edgeCount),
  parkingHeard: new Float64Array(edgeCount).fill(1),
  driversReached: new Float64Array(edgeCount).fill(1),
  incidentFound: new Float64Array(edgeCount),
});
type Streets = ReturnType<typeof streetsOf>;

/** Steps on; `look` sees the state after every step. */
export function run(of: Run, seconds: number, look?: (of: Run) => void): Run {
  const luck = createLuck(of.state.settings.seed);
  const grid = of.grid ?? gridOf(of.scene);
  const streets = of.streets ?? streetsOf(of.scene);
  const readings = {
    'energy.signal-supply': of.signalSupply,
    'energy.charging-supply': grid.siteSupply,
    'energy.building-supply': grid.buildingSupply,
    'energy.charging-followers': grid.followers,
    'energy.charging-signal': grid.signal,
    'tunnel.road-hazard': of.roadHazard,
    'drainage.road-depth': of.roadDepth ?? new Float64Array(of.scene.roads.edgeCount),
    'works.lane-limit': of.laneLimit ?? streets.laneLimit,
    'weather.drive-share': Float64Array.of(of.driveShare ?? 1),
    'tunnel.fire-call': streets.fireCall,
    'tunnel.ambulance-call': streets.ambulanceCall,
    'telecom.parking-heard': streets.parkingHeard,
    'telecom.drivers-reached': streets.driversReached,
    'telecom.incident-found': streets.incidentFound,
  };
  const writings = {
    'traffic.edge-speed': of.edgeSpeed,
    'traffic.crew-travel-time': streets.crewTime,
    'traffic.engines-there': streets.enginesThere,
    'traffic.charging-demand': grid.siteKw,
    'traffic.home-charging': grid.homeKw,
    'traffic.charging-at-once': grid.atOnceKw,
    'traffic.follower-need': grid.followerKwh,
    'traffic.follower-power': grid.followerKw,
  };
  for (let i = 0; i < seconds / STEP_SECONDS; i++) {
    of.tick++;
    trafficDomain.step(of.state, {
      tick: asTick(of.tick),
      seconds: of.tick * STEP_SECONDS,
      stepSeconds: STEP_SECONDS,
      luck,
      read: (port) => readings[port],
      write: (port) => writings[port],
      readCauses: (port) => (port.endsWith('-call') ? streets.callCause : new Int32Array(readings[port].length)),
      writeCauses: (port) => new Int32Array(writings[port].length),
      happen: (code, element, causes, values) => {
        const id = 1_000 + of.heard.length;
        of.heard.push({ id, seconds: of.tick * STEP_SECONDS, code, element, causes, values });
        return id;
      },
      post: () => 0,
    });
    look?.(of);
  }
  return of;
}

export function patch(of: Run, changes: Patch): Patch {
  return trafficDomain.patch(of.state, changes);
}

export function figures(of: Run): Record<KpiName, number> {
  const found = {} as Record<KpiName, number>;
  trafficDomain.measure(of.state, (kpi, value) => {
    found[kpi] = value;
  });
  return found;
}

export function edgeSlot(of: Run, id: string): number {
  const slot = of.scene.elements.edge.slotOf(id);
  if (slot === undefined) throw new Error(`no edge ${id} among ${of.scene.elements.edge.ids.join(' ')}`);
  return slot;
}

export function closeEdge(of: Run, id: string, closed: boolean, cause = 7): Patch {
  const { edgeFirstLane, edgeLaneCount } = of.scene.roads;
  const edge = edgeSlot(of, id);
  return patch(
    of,
    Array.from({ length: edgeLaneCount[edge] }, (_, i) => ({
      knob: 'lane.closed' as const,
      slot: edgeFirstLane[edge] + i,
      value: closed ? 1 : null,
      cause,
    })),
  );
}
