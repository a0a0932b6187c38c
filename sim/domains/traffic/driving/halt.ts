/** A halt on the way of a listed vehicle, as slots and numbers. */
import type { CompiledScene } from '../../../scene/compiled';
import type { VehicleHalt } from '../../../scene/schema/vehicles';

export interface Halt {
  readonly lane: number;
  readonly edge: number;
  readonly fromM: number;
  readonly toM: number;
  readonly seconds: number;
  /** By the clock of the run's day; minus infinity where it ends after its seconds alone. */
  readonly untilS: number;
  readonly offRoad: boolean;
}

export function haltsOf(scene: CompiledScene, listed: readonly VehicleHalt[], startsAtSeconds: number): Halt[] {
  const parking = new Map((scene.scene.roads?.parking ?? []).map((each) => [each.id, each]));
  return listed.map((halt) => {
    const lot = halt.parking === undefined ? undefined : parking.get(halt.parking);
    // Along the kerb cars stand one behind the other: the first space is the nearest.
    const toM = lot === undefined ? halt.toM : halt.fromM + (halt.toM - halt.fromM) / lot.spaces;
    const lane = scene.elements.lane.slotOf(halt.lane) ?? -1;
    return {
      lane,
      edge: lane < 0 ? -1 : scene.roads.laneEdge[lane],
      fromM: halt.fromM,
      toM,
      seconds: halt.seconds ?? 0,
      untilS: halt.untilSeconds === undefined ? Number.NEGATIVE_INFINITY : startsAtSeconds + halt.untilSeconds,
      offRoad: halt.offRoad === true,
    };
  });
}
