/** A scene of SUMO's driven by the engine as the command line does it, until everyone has arrived. */
import { type TrafficState, trafficDomain } from '../../sim/domains/traffic';
import {
  observed,
  recordTrips,
  sumEdges,
  type TrafficObserver,
  type TripRecord,
} from '../../sim/domains/traffic/outputs';
import { RED } from '../../sim/domains/traffic/signals';
import { createEngine } from '../../sim/runtime';
import { defaultScenario } from '../../sim/scenarios';
import type { CompiledScene } from '../../sim/scene';
import { COUNTED_SECONDS, type DriveFigures, mean } from './drive-figures';

export interface OurDrive {
  readonly seed: number;
  /** No longer than this, whoever is still under way. */
  readonly mostSeconds: number;
}

const LOOKS_EVERY_S = 30;
const HALTS_BELOW_MPS = 0.1;

export function driveOurs(scene: CompiledScene, { seed, mostSeconds }: OurDrive): DriveFigures {
  const before = performance.now();
  const trips: TripRecord[] = [];
  const counts = new Map<string, number>();
  const counted = sumEdges(COUNTED_SECONDS, (_state, fromSeconds, _to, sums) => {
    if (fromSeconds > 0) return;
    for (const [edge, id] of scene.elements.edge.ids.entries())
      counts.set(id, sums.entered[edge] + sums.departed[edge]);
  });
  const halts = watchFirst();
  const { domain, observation } = observed(trafficDomain, [recordTrips((trip) => trips.push(trip)), counted, halts]);
  const scenario = { ...defaultScenario(scene.id), seed, durationSeconds: mostSeconds };
  const engine = createEngine({ scene, scenario, domains: [domain] });
  const listed = scene.scene.demand?.vehicles?.departures.length ?? 0;
  let totals = engine.measure();
  while (engine.seconds < mostSeconds) {
    engine.runTo(Math.min(mostSeconds, engine.seconds + LOOKS_EVERY_S));
    totals = engine.measure();
    if (totals['traffic.trips-arrived'] === listed) break;
  }
  observation.end();
  const arrived = trips.filter((trip) => trip.state === 'arrived');
  const of = (figure: (trip: TripRecord) => number) => mean(arrived.map(figure));
  return {
    seed,
    inserted: totals['traffic.trips-inserted'] ?? Number.NaN,
    arrived: arrived.length,
    removed: (totals['traffic.trips-stuck'] ?? 0) + (totals['traffic.trips-diverted'] ?? 0),
    endSeconds: Math.max(...arrived.map((trip) => trip.arrivalSeconds)),
    durationSeconds: of((trip) => trip.durationSeconds),
    timeLossSeconds: of((trip) => trip.lossSeconds),
    waitingSeconds: of((trip) => trip.waitingSeconds),
    departDelaySeconds: of((trip) => trip.departSeconds - trip.wantedSeconds),
    routeM: of((trip) => trip.routeM),
    edgeCounts: counts,
    arrivals: new Map(arrived.map((trip) => [trip.id, trip.arrivalSeconds])),
    longestHaltSeconds: halts.longestSeconds(),
    wallSeconds: (performance.now() - before) / 1000,
  };
}

/** How long whoever is first in a lane stands there, red not counted. */
function watchFirst(): TrafficObserver & { longestSeconds(): number } {
  let who: Int32Array;
  let stood: Float64Array;
  let longest = 0;
  return {
    start({ network }: TrafficState) {
      who = new Int32Array(network.roads.laneCount).fill(-1);
      stood = new Float64Array(network.roads.laneCount);
    },
    stepped({ network, tracks, vehicles, signals }, _seconds, stepSeconds) {
      for (let lane = 0; lane < network.roads.laneCount; lane++) {
        const row = tracks.first[lane];
        const same = row >= 0 && who[lane] === row && vehicles.speedMps[row] < HALTS_BELOW_MPS;
        if (!same) stood[lane] = 0;
        who[lane] = row;
        if (!same) continue;
        const turn = vehicles.nextTurn[row];
        if (turn >= 0 && signals.shown[turn] === RED) stood[lane] = 0;
        else stood[lane] += stepSeconds;
        longest = Math.max(longest, stood[lane]);
      }
    },
    end() {},
    longestSeconds: () => longest,
  };
}
