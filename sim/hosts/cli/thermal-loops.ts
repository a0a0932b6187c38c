import {
  createThermalNetwork,
  type NamedLoop,
  PUMP_EFFICIENCY,
  planOfLoop,
  type ThermalNetwork,
} from '../../networks/heat';
import { GRAVITY_MPS2 } from '../../networks/pipes/fluid';

export interface NamedNetwork {
  readonly id: string;
  readonly net: ThermalNetwork;
}

interface LoopsFile {
  readonly loops: readonly (NamedLoop & { readonly id: string })[];
}

/** What of a scene tells its loops, as its files have it. */
export interface ThermalScene {
  readonly heat?: LoopsFile;
  readonly cooling?: LoopsFile;
  readonly buildings?: {
    readonly buildings: readonly {
      readonly floorAreaM2: number;
      readonly serves?: { readonly heat?: string; readonly cooling?: string };
    }[];
  };
}

const JOULES_PER_M3_K = 4.13e6; // water at 50 °C

/**
 * All loops of a scene, full and at their temperatures, for measuring them alone: each consumer is built for its
 * buildings' share, by floor, of what the pumps carry with one of them standing by.
 */
export function thermalLoopsOf({ heat, cooling, buildings }: ThermalScene): NamedNetwork[] {
  const floorM2 = new Map<string, number>();
  for (const { floorAreaM2, serves } of buildings?.buildings ?? []) {
    for (const node of [serves?.heat, serves?.cooling]) {
      if (node !== undefined) floorM2.set(node, (floorM2.get(node) ?? 0) + floorAreaM2);
    }
  }
  const networks: NamedNetwork[] = [];
  for (const loop of [...(heat?.loops ?? []), ...(cooling?.loops ?? [])]) {
    const served = loop.nodes.filter(({ id }) => floorM2.has(id));
    const allM2 = served.reduce((sum, { id }) => sum + floorM2.get(id)!, 0);
    const pumps = loop.pumps.slice(1);
    const flow = pumps.reduce(
      (sum, { ratedKw, headM }) => sum + (ratedKw * 1000 * PUMP_EFFICIENCY) / (990 * GRAVITY_MPS2 * headM),
      0,
    );
    const watts = flow * JOULES_PER_M3_K * Math.abs(loop.supplyC - loop.returnC);
    const designW = new Map(served.map(({ id }) => [id, (watts * floorM2.get(id)!) / allM2]));
    networks.push({ id: loop.id, net: createThermalNetwork(planOfLoop(loop, designW)) });
  }
  return networks;
}
