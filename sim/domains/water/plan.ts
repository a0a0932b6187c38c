/**
 * A scene's water as the solver wants it. Reservoirs and tanks stand beside their node, joined to it by an outlet that
 * can be shut; so a node of a tank may have customers and a tank that is full or empty can be left out. Pumps that
 * lift from a reservoir form a *works*; others stand in the network as boosters.
 */
import type { PressureNetwork } from '../../kernel';
import { slotIn } from '../../scene/compile/element-tables';
import { middleOf } from '../../scene/compile/line-places';
import type { CompiledScene } from '../../scene/compiled';
import { type Demand, demandOf } from './demand';
import { type GallerySections, gallerySections } from './gallery-sections';

/**
 * What a main must hold where customers are joined to it for all of them to be served, where a scene says nothing else:
 * 28 m (GB 50013-2018; six floors by the older rule of 10 m for the first, 12 m for two and 4 m for every further one).
 * Houses above that have pumps of their own. Nothing comes where the pressure is the air's.
 */
const SERVICE_PRESSURE_M = 28;
const LEAST_PRESSURE_M = 0;

/** An outlet is as wide as the widest mains and so short that it costs nothing. */
const OUTLET_LENGTH_M = 1;
const OUTLET_DIAMETER_M = 1;
const OUTLET_ROUGHNESS_M = 0.000_1;

export const NO_VALVE = 0;
export const BY_HAND = 1;
export const REMOTE = 2;

/** Pumps side by side that lift from a reservoir to one node, which they hold at the head that they were built for. */
export interface Works {
  readonly source: number;
  readonly to: number;
  readonly setHeadM: number;
  readonly pumps: readonly number[];
}

export interface WaterPlan {
  /**
   * Inner nodes are the scene's by slot. Held are the sources (reservoirs, then tanks), then what each works holds.
   * Pipes are the scene's by slot, then an outlet for each source, then one from each works to its node, then what is for
   * ever shut: to each part that no source could reach, since the engine cannot solve what hangs on nothing.
   */
  readonly network: PressureNetwork;
  readonly nodeCount: number;
  readonly pipeCount: number;
  readonly sourceCount: number;
  readonly reservoirCount: number;
  readonly works: readonly Works[];
  /** By pump, the works that it belongs to; −1 for a booster. */
  readonly worksOf: Int32Array;
  /** By pipe: whether it is built open, and what valves at its two ends it has. */
  readonly builtOpen: Uint8Array;
  readonly valve: Uint8Array;
  /** By source. */
  readonly sourceHeadM: Float64Array;
  readonly tankAreaM2: Float64Array;
  readonly tankDepthM: Float64Array;
  readonly tankFloorM: Float64Array;
  readonly tankFillM: Float64Array;
  readonly demand: Demand;
  readonly at: Float64Array;
  /** By pipe, where its middle lies. */
  readonly middleAt: Float64Array;
  readonly sections: GallerySections;
}

/** Mains without a source are a drawing: nothing flows in them. */
export function hasWater({ scene: { water } }: CompiledScene): boolean {
  return water !== undefined && water.reservoirs.length + water.tanks.length > 0;
}

export function planWater(scene: CompiledScene): WaterPlan | null {
  const { elements } = scene;
  const { water } = scene.scene;
  if (water === undefined || !hasWater(scene)) return null;
  const nodeTable = elements['water-node'];
  const pipeTable = elements['water-pipe'];
  const node = (id: string) => slotIn(nodeTable, id);
  const nodeCount = nodeTable.count;
  const pipeCount = pipeTable.count;
  const heightM = new Float64Array(nodeCount);
  const at = new Float64Array(2 * nodeCount);
  for (const {
    id,
    at: [x, y],
    heightM: height,
  } of water.nodes) {
    const n = node(id);
    heightM[n] = height ?? scene.terrain.heightAt(x, y);
    at[2 * n] = x;
    at[2 * n + 1] = y;
  }
  const reservoirs = byId(water.reservoirs);
  const tanks = byId(water.tanks);
  const sourceCount = reservoirs.length + tanks.length;
  const pumps = byId(water.pumps);
  const sourceNode = [...reservoirs, ...tanks].map((each) => node(each.node));
  const works = worksOf(pumps, reservoirs, node);
  const outlets = sourceCount + works.length;
  const lonely = partsWithoutSource(nodeCount, [...water.pipes, ...pumps], node, sourceNode);
  const links = pipeCount + outlets + lonely.length;
  const network = {
    heightM,
    heldCount: outlets,
    pipeFrom: new Int32Array(links),
    pipeTo: new Int32Array(links),
    pipeLengthM: new Float64Array(links).fill(OUTLET_LENGTH_M),
    pipeDiameterM: new Float64Array(links).fill(OUTLET_DIAMETER_M),
    pipeRoughnessM: new Float64Array(links).fill(OUTLET_ROUGHNESS_M),
    pumpFrom: Int32Array.from(pumps, (each) => node(each.from)),
    pumpTo: Int32Array.from(pumps, (each) => node(each.to)),
    pumpHeadM: Float64Array.from(pumps, (each) => each.headM),
    pumpFlowM3PerS: Float64Array.from(pumps, (each) => each.flowM3PerH / 3_600),
    leastPressureM: water.leastPressureM ?? LEAST_PRESSURE_M,
    servicePressureM: water.servicePressureM ?? SERVICE_PRESSURE_M,
  };
  const builtOpen = new Uint8Array(pipeCount).fill(1);
  const valve = new Uint8Array(pipeCount);
  const middleAt = new Float64Array(2 * pipeCount);
  for (const pipe of water.pipes) {
    const i = slotIn(pipeTable, pipe.id);
    network.pipeFrom[i] = node(pipe.from);
    network.pipeTo[i] = node(pipe.to);
    network.pipeLengthM[i] = pipe.lengthM;
    network.pipeDiameterM[i] = pipe.diameterM;
    network.pipeRoughnessM[i] = pipe.roughnessMm / 1_000;
    const [from, to] = [network.pipeFrom[i], network.pipeTo[i]];
    const path = pipe.path ?? [
      [at[2 * from], at[2 * from + 1]],
      [at[2 * to], at[2 * to + 1]],
    ];
    middleAt.set(middleOf(path as readonly (readonly [number, number])[]), 2 * i);
  }
  for (const { pipe, open, remote } of water.valves) {
    const i = slotIn(pipeTable, pipe);
    valve[i] = remote ? REMOTE : Math.max(valve[i], BY_HAND);
    if (!open) builtOpen[i] = 0;
  }
  for (let k = 0; k < outlets; k++) {
    network.pipeFrom[pipeCount + k] = nodeCount + k;
    network.pipeTo[pipeCount + k] = k < sourceCount ? sourceNode[k] : works[k - sourceCount].to;
  }
  const worksOfPump = new Int32Array(pumps.length).fill(-1);
  works.forEach((each, k) => {
    for (const pump of each.pumps) worksOfPump[pump] = k;
  });
  lonely.forEach((n, k) => {
    network.pipeFrom[pipeCount + outlets + k] = nodeCount;
    network.pipeTo[pipeCount + outlets + k] = n;
  });
  return {
    network,
    nodeCount,
    pipeCount,
    sourceCount,
    reservoirCount: reservoirs.length,
    works,
    worksOf: worksOfPump,
    builtOpen,
    valve,
    sourceHeadM: Float64Array.from([
      ...reservoirs.map((each) => each.levelM),
      ...tanks.map((each) => each.floorM + each.fill * each.depthM),
    ]),
    tankAreaM2: Float64Array.from([...reservoirs.map(() => 0), ...tanks.map((each) => each.areaM2)]),
    tankDepthM: Float64Array.from([...reservoirs.map(() => 0), ...tanks.map((each) => each.depthM)]),
    tankFloorM: Float64Array.from([...reservoirs.map(() => 0), ...tanks.map((each) => each.floorM)]),
    tankFillM: Float64Array.from([...reservoirs.map(() => 0), ...tanks.map((each) => each.fill * each.depthM)]),
    demand: demandOf(scene, network, nodeCount, pipeCount),
    at,
    middleAt,
    sections: gallerySections(scene, middleAt),
  };

  function byId<T extends { readonly id: string }>(entries: readonly T[]): readonly T[] {
    return [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  function worksOf(
    all: readonly { readonly from: string; readonly to: string; readonly headM: number }[],
    sources: readonly { readonly node: string; readonly levelM: number }[],
    nodeOf: (id: string) => number,
  ): Works[] {
    const found = new Map<string, { source: number; to: number; setHeadM: number; pumps: number[] }>();
    all.forEach((pump, j) => {
      const source = sources.findIndex((each) => each.node === pump.from);
      if (source < 0) return;
      const key = `${pump.from}\n${pump.to}`;
      const own = found.get(key) ?? { source, to: nodeOf(pump.to), setHeadM: 0, pumps: [] };
      own.setHeadM = Math.max(own.setHeadM, sources[source].levelM + pump.headM);
      own.pumps.push(j);
      found.set(key, own);
    });
    return [...found.values()];
  }
}

/** The first node of each part of a network that no source hangs on, whatever is open. */
function partsWithoutSource(
  count: number,
  links: readonly { readonly from: string; readonly to: string }[],
  node: (id: string) => number,
  sourceNodes: readonly number[],
): readonly number[] {
  const root = Int32Array.from({ length: count }, (_, n) => n);
  const find = (n: number): number => {
    let at = n;
    while (root[at] !== at) at = root[at];
    root[n] = at;
    return at;
  };
  for (const { from, to } of links) {
    const [a, b] = [find(node(from)), find(node(to))];
    root[Math.max(a, b)] = Math.min(a, b);
  }
  const fed = new Set(sourceNodes.map(find));
  return [...root.keys()].filter((n) => find(n) === n && !fed.has(n));
}
