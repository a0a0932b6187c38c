import type { Decoder, Encoder } from '../../../kernel';
import {
  createThermalNetwork,
  memoryOf,
  planOfLoop,
  stepThermalNetwork,
  type ThermalNetwork,
} from '../../../networks/heat';
import type { CompiledScene } from '../../../scene/compiled';
import type { DemandAsked, DemandPlan, DemandState } from '../demand';
import { loadBreaks, type MainBreaks, type MainsStep, noBreaks, saveBreaks, stepMains } from './main-breaks';
import { type MainPlan, planMains } from './main-plan';

/** Pipes in galleries and trenches lie about so deep. */
export const PIPE_DEPTH_M = 1.5;
/** Stations in houses are built for somewhat more than their houses' own peak. */
const STATION_RESERVE = 1.1;
/** Where a node serves nothing that asks by design, its station is this small. */
const LEAST_STATION_W = 5_000;

/** One loop of heat or cold on the clock. */
export interface LoopRun {
  readonly id: string;
  readonly carrier: 'heat' | 'cooling';
  readonly supplyC: number;
  /** Stations by index into the hub's list, one a source. */
  readonly stationOf: Int32Array;
  readonly net: ThermalNetwork;
  /** Consumer (a node with houses) of each building; −1 where another loop, or none, serves it. */
  readonly consumerOf: Int32Array;
  readonly buildings: Uint32Array;
  readonly mains: MainPlan;
  readonly breaks: MainBreaks;
}

export function createLoops(
  scene: CompiledScene,
  stationIds: readonly string[],
  plan: DemandPlan,
  demand: DemandState,
): LoopRun[] {
  const { heat, cooling } = scene.scene;
  const loops: LoopRun[] = [];
  for (const carrier of ['heat', 'cooling'] as const) {
    const file = carrier === 'heat' ? heat : cooling;
    const table = scene.elements[carrier === 'heat' ? 'heat-node' : 'cooling-node'];
    const nodeOf = carrier === 'heat' ? plan.heatNode : plan.coolingNode;
    for (const loop of file?.loops ?? []) {
      const designW = new Map<string, number>();
      const consumerOfNode = new Map<number, number>();
      const nodes = new Map(loop.nodes.map(({ id }) => [table.slotOf(id) as number, id]));
      const consumerOf = new Int32Array(plan.count).fill(-1);
      const buildings: number[] = [];
      for (let building = 0; building < plan.count; building++) {
        const id = nodes.get(nodeOf[building]);
        if (id === undefined) continue;
        const consumer = consumerOfNode.get(nodeOf[building]) ?? consumerOfNode.size;
        consumerOfNode.set(nodeOf[building], consumer);
        consumerOf[building] = consumer;
        buildings.push(building);
        designW.set(id, (designW.get(id) ?? LEAST_STATION_W) + designOf(carrier, plan, demand, building));
      }
      if (designW.size === 0 || loop.sources.length === 0) continue;
      const net = createThermalNetwork(planOfLoop(loop, designW));
      const circulation = net.designM3PerS.reduce((sum, each) => sum + each, 0);
      loops.push({
        id: loop.id,
        carrier,
        supplyC: loop.supplyC,
        stationOf: Int32Array.from(loop.sources, ({ station }) => stationIds.indexOf(station)),
        net,
        consumerOf,
        buildings: Uint32Array.from(buildings),
        mains: planMains(scene, carrier, loop, net.supply.parcels.volumeM3, circulation),
        breaks: noBreaks(loop.pipes.length),
      });
    }
  }
  return loops;
}

function designOf(carrier: 'heat' | 'cooling', plan: DemandPlan, { fabric }: DemandState, building: number): number {
  if (carrier === 'cooling') return STATION_RESERVE * fabric.coolerW[building];
  const others = plan.processHeatKw[building] + WATER_LIFT_K * plan.waterKwPerK[building];
  return STATION_RESERVE * (fabric.heaterW[building] + 1_000 * others);
}

/** From the mains to the tap, at its hour of most use. */
const WATER_LIFT_K = 60;

/** What the houses of each node ask for; who has no power has no pump of his own, and asks for nothing. */
export function askLoop(
  { net, consumerOf, buildings, carrier }: LoopRun,
  asked: DemandAsked,
  powered: Float64Array,
): void {
  const { demandW } = net.inputs;
  const kw = carrier === 'heat' ? asked.heatKw : asked.coolingKw;
  demandW.fill(0);
  for (let i = 0; i < buildings.length; i++) {
    const building = buildings[i];
    demandW[consumerOf[building]] += 1_000 * kw[building] * powered[building];
  }
}

/** Water from the city's mains is about as warm as the ground about them, and never ice. */
const LEAST_MAKEUP_C = 2;

export function stepLoop(loop: LoopRun, groundC: number, seconds: number, mains: MainsStep): void {
  loop.net.inputs.groundC = groundC;
  loop.net.inputs.makeupC = Math.max(LEAST_MAKEUP_C, groundC);
  stepMains(loop.mains, loop.breaks, loop.net, mains, seconds);
  stepThermalNetwork(loop.net, seconds);
}

/** Share of what it asked for that each house got: those of one node share alike. */
export function tellHouses({ net, consumerOf, buildings }: LoopRun, powered: Float64Array, share: Float64Array): void {
  const { demandW } = net.inputs;
  const { deliveredW } = net.outputs;
  for (let i = 0; i < buildings.length; i++) {
    const building = buildings[i];
    const consumer = consumerOf[building];
    share[building] = powered[building] * (demandW[consumer] > 0 ? deliveredW[consumer] / demandW[consumer] : 1);
  }
}

export function saveLoops(loops: readonly LoopRun[], out: Encoder): void {
  for (const { net, breaks } of loops) {
    saveBreaks(breaks, out);
    for (const array of memoryOf(net)) {
      if (array instanceof Float64Array) out.float64s(array);
      else out.uint8s(array);
    }
    out.float64s(net.outputs.sourceW).float64s(net.outputs.pumpW).float64s(net.outputs.deliveredW);
  }
}

export function loadLoops(loops: readonly LoopRun[], from: Decoder): void {
  for (const { net, breaks } of loops) {
    loadBreaks(breaks, from);
    for (const array of memoryOf(net)) {
      if (array instanceof Float64Array) from.float64s(array);
      else from.uint8s(array);
    }
    from.float64s(net.outputs.sourceW);
    from.float64s(net.outputs.pumpW);
    from.float64s(net.outputs.deliveredW);
  }
}
