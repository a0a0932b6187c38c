import { type TrafficState, trafficDomain } from '../../sim/domains/traffic';
import type { CompiledScene } from '../../sim/scene';

/** An imported scene's day begins when SUMO's clock stands at its configuration's beginning: at seven by ours. */
const STARTS_AT_S = 7 * 3_600;

export function startTraffic(scene: CompiledScene, seed = 1, stepSeconds = trafficDomain.periodSeconds): TrafficState {
  return trafficDomain.create(scene, { seed, startSeconds: STARTS_AT_S, baseStepSeconds: stepSeconds });
}
