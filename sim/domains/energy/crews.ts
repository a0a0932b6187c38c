/**
 * How long crews take to where something is to be switched or shut. Where nobody drives in the run they come within what
 * is promised; where traffic takes part they get ready, and drive as the roads flow when they are called.
 */

import { slotIn } from '../../scene/compile/element-tables';
import { nearestEdge } from '../../scene/compile/nearest-edge';
import type { CompiledScene } from '../../scene/compiled';
import { CREW_COMES_S } from './gas/city-gas';
import type { Grid } from './grid/grid';
import { CREW_TRAVEL_S } from './grid/operations';

/**
 * From the call to wheels rolling: what is left of the promises of 45 and 30 minutes for a drive of twenty, the edge of a
 * city's service district. Ours.
 */
export const GRID_CREW_READY_S = CREW_TRAVEL_S - 1_200;
export const GAS_CREW_READY_S = CREW_COMES_S - 1_200;

/** Roads nearest to gear of the grid and to mains of gas, heat and cold, each looked for when it is first asked for. */
export interface Crews {
  readonly ofLink: (link: number) => number;
  readonly ofMain: (main: number) => number;
  readonly ofThermalMain: (element: 'heat-pipe' | 'cooling-pipe', main: number) => number;
}

export function createCrews(scene: CompiledScene, { file, gearNode }: Grid): Crews {
  const { elements } = scene;
  const busAt = new Map(file.buses.map(({ id, at }) => [slotIn(elements.bus, id), at]));
  const gasAt = new Map(scene.scene.gas?.nodes.map(({ id, at }) => [id, at]));
  const mains = new Map(scene.scene.gas?.pipes.map((pipe) => [slotIn(elements['gas-main'], pipe.id), pipe]));
  const heat = remembered(thermalRoad(scene, 'heat-pipe'));
  const cooling = remembered(thermalRoad(scene, 'cooling-pipe'));
  return {
    ofThermalMain: (element, main) => (element === 'heat-pipe' ? heat : cooling)(main),
    ofLink: remembered((gear) => roadAt(scene, busAt.get(gearNode[gear] as never))),
    ofMain: remembered((main) => roadAt(scene, gasAt.get(mains.get(main as never)?.from ?? ''))),
  };
}

function thermalRoad(scene: CompiledScene, element: 'heat-pipe' | 'cooling-pipe'): (main: number) => number {
  const file = element === 'heat-pipe' ? scene.scene.heat : scene.scene.cooling;
  const id = (main: number) => scene.elements[element].ids[main];
  return (main) => {
    const loop = file?.loops.find(({ pipes }) => pipes.some((each) => each.id === id(main)));
    const from = loop?.pipes.find((each) => each.id === id(main))?.from;
    return roadAt(scene, loop?.nodes.find((each) => each.id === from)?.at);
  };
}

const roadAt = (scene: CompiledScene, at: readonly [number, number] | undefined) =>
  at === undefined ? -1 : nearestEdge(scene, at);

function remembered(find: (slot: number) => number): (slot: number) => number {
  const known = new Map<number, number>();
  return (slot) => {
    let edge = known.get(slot);
    if (edge === undefined) {
      edge = find(slot);
      known.set(slot, edge);
    }
    return edge;
  };
}

/** Seconds from a call to the crew's arrival at a road; what is promised where no way leads there or nobody drives. */
export function comesInS(driveS: Float64Array | null, edge: number, readyS: number, promisedS: number): number {
  if (driveS === null || edge < 0 || driveS[edge] < 0) return promisedS;
  return readyS + driveS[edge];
}
