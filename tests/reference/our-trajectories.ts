/** Runs a scene of SUMO's on our engine and writes down where everybody is, by SUMO's names of vehicles and lanes. */
import type { TrafficState } from '../../sim/domains/traffic';
import { LISTED_HOUR } from '../../sim/domains/traffic/demand/listed';
import { stepTraffic } from '../../sim/domains/traffic/step';
import type { CompiledScene } from '../../sim/scene';
import { startTraffic } from './start-traffic';
import { type SumoLanes, sumoLanesOf } from './sumo-lanes';
import type { Point, Trajectories } from './trajectories';

export interface TraceOptions {
  readonly stepSeconds: number;
  readonly beginSeconds: number;
  readonly endSeconds: number;
  readonly seed?: number;
}

/** The state after a step that ends at t is what SUMO writes for t: all have moved, and who is due at t comes next. */
export function ourTrajectories(scene: CompiledScene, net: string, options: TraceOptions): Trajectories {
  const { stepSeconds, beginSeconds, endSeconds, seed = 1 } = options;
  const lanes = sumoLanesOf(scene, net);
  const state = startTraffic(scene, seed);
  const found = new Map<string, Map<number, Point>>();
  const steps = Math.round((endSeconds - beginSeconds) / stepSeconds);
  note(found, state, lanes, beginSeconds);
  for (let step = 1; step <= steps; step++) {
    stepTraffic(state, stepSeconds, null);
    note(found, state, lanes, beginSeconds + step * stepSeconds);
  }
  return found;
}

function note(found: Map<string, Map<number, Point>>, state: TrafficState, lanes: SumoLanes, seconds: number): void {
  const { vehicles } = state;
  for (let row = 0; row < vehicles.rowEnd; row++) {
    if (vehicles.track[row] < 0) continue;
    const id = vehicleNameOf(state, row);
    if (!found.has(id)) found.set(id, new Map());
    const place = lanes.at(vehicles.track[row], vehicles.positionM[row]);
    found.get(id)!.set(seconds, { ...place, speedMps: vehicles.speedMps[row] });
  }
}

/** SUMO calls the vehicles of a flow by its name and their number in it. */
export function vehicleNameOf({ vehicles, listed }: TrafficState, row: number): string {
  if (listed === null || vehicles.tripHour[row] !== LISTED_HOUR) return `unlisted.${vehicles.tripKey[row]}`;
  const key = vehicles.tripKey[row];
  const going = listed.going[key];
  const { departures } = listed.plan.file;
  const { id } = listed.plan.goings[going];
  if (going < departures.length) return id;
  let first = key;
  while (first > 0 && listed.going[first - 1] === going) first--;
  return `${id}.${key - first}`;
}
