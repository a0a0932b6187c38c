/** What the vehicles of a run burn and draw: the sums, and the ground and the conditions that they are taken over. */
import type { CompiledScene } from '../../../scene/compiled';
import type { Network } from '../network';
import type { Conditions, Ground } from './add-emissions';
import { exhaustOfChina6 } from './exhaust-stages';
import { type FleetMix, fleetOf } from './fleet-mix';
import { createEmissionSums, type EmissionSums } from './sums';

export interface Energy {
  readonly ground: Ground;
  readonly conditions: Conditions;
  readonly sums: EmissionSums;
  /** As it is now; and the share of cars that is electric where nobody says otherwise. */
  fleet: FleetMix;
  readonly usualElectricShare: number;
}

export function createEnergy(scene: CompiledScene, network: Network): Energy {
  const fleet = fleetOf(scene.scene.demand?.electricCarShare);
  return {
    ground: groundOf(scene, network),
    conditions: { climateW: 0, exhaust: exhaustOfChina6() },
    sums: createEmissionSums(network.roads.edgeCount),
    fleet,
    usualElectricShare: fleet.electricCarShare,
  };
}

/** More of the cars, or fewer, are electric from now on; NaN: as many as usual. */
export function electrify(energy: Energy, share: number): void {
  const electricCarShare = Number.isNaN(share) ? energy.usualElectricShare : share;
  energy.fleet = { ...energy.fleet, electricCarShare };
}

const known = new WeakMap<CompiledScene, Ground>();

/**
 * A road lies on the ground: its gradient is that between its ends, which takes no account of bridges, cuttings or dips.
 * A turn has the mean of the lanes that it joins, for over so short a way the ground's own roughness would say more.
 */
function groundOf(scene: CompiledScene, { roads, trackEdge }: Network): Ground {
  const before = known.get(scene);
  if (before !== undefined) return before;
  const { laneCount, trackCount, trackPointStart, trackPoints, trackLengthM } = roads;
  const trackGradePerMille = new Float64Array(trackCount);
  for (let lane = 0; lane < laneCount; lane++) {
    const first = 2 * trackPointStart[lane];
    const last = 2 * (trackPointStart[lane + 1] - 1);
    const fromM = scene.terrain.heightAt(trackPoints[first], trackPoints[first + 1]);
    const toM = scene.terrain.heightAt(trackPoints[last], trackPoints[last + 1]);
    trackGradePerMille[lane] = (1_000 * (toM - fromM)) / trackLengthM[lane];
  }
  for (let turn = 0; turn < roads.turnCount; turn++) {
    const both = trackGradePerMille[roads.turnFromLane[turn]] + trackGradePerMille[roads.turnToLane[turn]];
    trackGradePerMille[laneCount + turn] = 0.5 * both;
  }
  const ground = { trackEdge, trackGradePerMille };
  known.set(scene, ground);
  return ground;
}
