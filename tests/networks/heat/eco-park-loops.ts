import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type NamedLoop, planOfLoop } from '../../../sim/networks/heat/loop-plan';
import { createThermalNetwork, type ThermalNetwork } from '../../../sim/networks/heat/thermal-state';

export const hasEcoPark = (root: string): boolean => existsSync(join(root, 'scenes/eco-park/heat.json'));

/** All loops of the flagship, each consumer built for its buildings' share, by floor, of what two of three pumps carry. */
export function ecoParkLoops(root: string): { id: string; net: ThermalNetwork }[] {
  const read = (name: string) => JSON.parse(readFileSync(join(root, 'scenes/eco-park', name), 'utf8'));
  const floor = new Map<string, number>();
  for (const { floorAreaM2, serves } of read('buildings.json').buildings) {
    for (const node of [serves?.heat, serves?.cooling]) {
      if (node !== undefined) floor.set(node, (floor.get(node) ?? 0) + floorAreaM2);
    }
  }
  return [...read('heat.json').loops, ...read('cooling.json').loops].map((loop: NamedLoop & { id: string }) => {
    const served = loop.nodes.filter(({ id }) => floor.has(id));
    const all = served.reduce((sum, { id }) => sum + floor.get(id)!, 0);
    const flow = (2 * loop.pumps[0].ratedKw * 1000 * 0.7) / (990 * 9.81 * loop.pumps[0].headM);
    const watts = flow * 4.13e6 * Math.abs(loop.supplyC - loop.returnC);
    const design = new Map(served.map(({ id }) => [id, (watts * floor.get(id)!) / all]));
    return { id: loop.id, net: createThermalNetwork(planOfLoop(loop, design)) };
  });
}
